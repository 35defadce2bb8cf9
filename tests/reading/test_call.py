"""Calls for support: kinds of support, criteria, questions, steps, deadline, contact and organisers."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from indsats.reading.fields.day import day_in
from indsats.reading.reader import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


@pytest.fixture(scope="module")
def sample():
    return read_document((SAMPLES / "opslag_nordhavet.docx").read_bytes(), "opslag_nordhavet.docx")


def of_kind(reading, kind):
    return [record for record in reading.records if record.kind == kind]


def test_the_sample_is_a_call_with_every_part_in_its_place(sample):
    assert (sample.genre, sample.title, sample.organisation) == (
        "call",
        "Støtte til lokale forsøg med bedre arbejdsliv",
        "Region Nordhavet",
    )
    assert Counter(record.kind for record in sample.records) == {
        "support_type": 3,
        "criterion": 4,
        "intake_question": 5,
        "process_step": 5,
        "deadline": 1,
        "contact": 1,
        "organiser": 3,
    }


def test_a_kind_of_support_keeps_what_is_said_of_it(sample):
    record = of_kind(sample, "support_type")[2].as_json()
    assert {name: value for name, value in record.items() if name != "source"} == {
        "kind": "support_type",
        "title": "Se efter",
        "description": "At få en anden til at se på, om forsøget gør den forskel, I håbede på.",
        "name": "Se efter",
        "purpose": "At få en anden til at se på, om forsøget gør den forskel, I håbede på.",
        "contents": [
            "Mål: vi hjælper jer med at vælge to eller tre ting at måle på.",
            "Samtaler: vi taler med medarbejdere, leder og eventuelt patienter.",
            "Svar: I får et kort notat, som siger, hvad vi kan se, og hvad der ikke kan afgøres.",
        ],
        "requirements": [
            "at I kan skaffe de tal, vi aftaler.",
            "at lederen vil tage imod resultatet, også når det er kedeligt.",
        ],
        "steps": ["Formøde", "Valg af mål", "Samtaler og tal", "Notat og møde om det"],
        "duration_text": "6-9 uger",
    }
    assert (record["source"]["line_start"], record["source"]["line_end"]) == (57, 72)


def test_each_kind_of_support_says_how_long_it_lasts(sample):
    assert [(one.title, one.fields["duration_text"]) for one in of_kind(sample, "support_type")] == [
        ("Skub i gang", "op til 10 uger"),
        ("Læringshold", "cirka otte måneder"),
        ("Se efter", "6-9 uger"),
    ]


def test_questions_steps_and_criteria_are_numbered_as_they_stand(sample):
    assert [(one.fields["number"], one.fields["text"]) for one in of_kind(sample, "intake_question")][2:] == [
        (3, "Hvilken form for støtte søger I?"),
        (4, "Hvad kan I selv bidrage med af tid og hænder?"),
        (5, "Hvornår kan I begynde?"),
    ]
    assert [one.fields["number"] for one in of_kind(sample, "process_step")] == [1, 2, 3, 4, 5]
    assert [one.fields["text"] for one in of_kind(sample, "criterion")][1] == "Mindst to faggrupper er med."


def test_the_last_day_the_address_and_the_organisers_are_read(sample):
    assert [one.fields["date"] for one in of_kind(sample, "deadline")] == ["2026-05-29"]
    assert [one.fields["email"] for one in of_kind(sample, "contact")] == ["arbejdsliv@nordhavet.example"]
    assert [one.fields["name"] for one in of_kind(sample, "organiser")] == [
        "Region Nordhavet",
        "de faglige organisationer i MED-Hovedudvalget",
        "Center for Sundhed",
    ]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("onsdag d. 10. april 2024.", date(2024, 4, 10)),
        ("fredag den 29. maj 2026 kl. 12.00", date(2026, 5, 29)),
        ("senest 1/9 2025", date(2025, 9, 1)),
        ("10.04.2024", date(2024, 4, 10)),
        ("2024-04-10", date(2024, 4, 10)),
        ("31. februar 2025", None),
        ("medio 2025", None),
    ],
)
def test_danish_dates_are_read(text, day):
    assert day_in(text) == day


@pytest.mark.shared
def test_the_real_call_gives_the_hand_counted_parts(shared_dir):
    file = shared_dir / "documents" / "opslag_rette_kompetencer.txt"
    reading = read_document(file.read_bytes(), file.name)
    assert reading.genre == "call"
    assert Counter(record.kind for record in reading.records) == {
        "support_type": 3,
        "criterion": 4,
        "intake_question": 6,
        "process_step": 5,
        "deadline": 1,
        "contact": 1,
        "organiser": 3,
    }
    assert [
        (one.title, len(one.fields["requirements"]), len(one.fields["steps"]), one.fields["duration_text"])
        for one in of_kind(reading, "support_type")
    ] == [
        ("Starthjælp", 2, 5, "op til 3 måneder"),
        ("Udviklingsrum", 3, 7, "et halvt år"),
        ("Evaluering", 2, 5, "4-8 uger"),
    ]  # fmt: skip -- one table
    assert [one.fields["date"] for one in of_kind(reading, "deadline")] == ["2024-04-10"]
    assert [one.fields["name"] for one in of_kind(reading, "organiser")] == [
        "Danske Regioner",
        "de faglige organisationer på sygehusområdet",
        "Implement Healthcare",
    ]
