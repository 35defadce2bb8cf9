"""Catalogues of initiatives: run-in titles with a period, per organisation."""

import json
from io import BytesIO
from pathlib import Path

import docx
import pytest

from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
ANSWERS = [
    json.loads(line) for line in (SAMPLES / "answers" / "inspirationskatalog.jsonl").read_text("utf-8").splitlines()
]

CATALOGUE = """\
Inspirationskatalog for Region Søvang

SØVANG SYGEHUS

Makker for alle (i drift): Nye kolleger
får en makker. Rettet mod sygeplejersker.

Vagtplan på
tværs (2024-
2025): To afsnit lægger én plan.
Indsatsen er rettet mod alle faggrupper.

Stillerum: Et lager er lavet om til et rum
uden skærme.

Strategi (2124-2025): En plan for arbejdsmiljøet.

STRANDBY HOSPITAL

Netværk for ledere. Nye i rollen (idéfase): De mødes fire gange om året.
Målgruppen er ledere. Besøg på skolen (2025-): Elever ser huset.

Ferie i god tid (i proces)

Makker for alle (i drift: Som på Søvang. Makker for alle (2026): Igen.
"""


def read(text, knowledge=None):
    return read_document(text.encode(), "katalog.txt", knowledge or Knowledge())


def shown(reading, *names):
    return [(record.title, *(record.as_json()[name] for name in names)) for record in reading.records]


def test_titles_run_into_their_text_and_end_in_a_period_or_a_colon():
    reading = read(CATALOGUE)
    assert (reading.genre, reading.title, reading.organisation) == (
        "catalogue",
        "Inspirationskatalog for Region Søvang",
        "Region Søvang",
    )
    assert shown(reading, "organisation", "period_text") == [
        ("Makker for alle", "Søvang Sygehus", "i drift"),
        ("Vagtplan på tværs", "Søvang Sygehus", "2024-2025"),
        ("Stillerum", "Søvang Sygehus", None),
        ("Strategi", "Søvang Sygehus", "2124-2025"),
        ("Netværk for ledere. Nye i rollen", "Strandby Hospital", "idéfase"),
        ("Besøg på skolen", "Strandby Hospital", "2025-"),
        ("Ferie i god tid", "Strandby Hospital", "i proces"),
        ("Makker for alle", "Strandby Hospital", "i drift"),
        ("Makker for alle", "Strandby Hospital", "2026"),
    ]


def test_a_record_keeps_its_lines_and_the_words_it_was_read_from():
    record = read(CATALOGUE).records[1].as_json()
    assert record == {
        "kind": "local_initiative",
        "title": "Vagtplan på tværs",
        "description": "To afsnit lægger én plan.",
        "organisation": "Søvang Sygehus",
        "unit": None,
        "period_text": "2024-2025",
        "start_year": 2024,
        "end_year": 2025,
        "open_ended": False,
        "phase": "running",
        "target_text": "Indsatsen er rettet mod alle faggrupper.",
        "status_text": None,
        "responsible": None,
        "target_groups": ["all_staff"],
        "themes": ["working_time_scheduling"],
        "source": {
            "page": 1,
            "line_start": 8,
            "line_end": 11,
            "quotes": {
                "title": "Vagtplan på\ntværs",
                "period_text": "2024-\n2025",
                "description": "To afsnit lægger én plan.\nIndsatsen er rettet mod alle faggrupper.",
                "target_text": "Indsatsen er rettet mod alle faggrupper.",
                "organisation": "SØVANG SYGEHUS",
            },
        },
    }


def test_what_a_person_should_look_at_is_said():
    assert [(one.code, one.place.line_start, one.records) for one in read(CATALOGUE).warnings] == [
        ("impossible_period", 16, (3,)),
        ("duplicate_initiative", 25, (7, 8)),
    ]


def test_names_told_beforehand_are_spelt_as_told():
    told = Knowledge({"Søvang Sygehus": "Søvang Regionshospital", "Søvang Regionshospital": "Søvang Regionshospital"})
    assert [record.fields["organisation"] for record in read(CATALOGUE, told).records][:4] == [
        "Søvang Regionshospital"
    ] * 4


SLIDES = """\
Region Søvang
Inspirationskatalog

Overblik over indsatser fordelt på faggrupper
• Fast makker, STH
• Rolig morgen, SØS
• Ukendt vej, XQZ
1 af 5
\fSØVANG SYGEHUS
Rolig morgen (i drift): Alle møder klokken otte.
2 af 5
\fFast makker (i drift): To følges ad.
3 af 5
\fSTRANDBY HOSPITAL
Ukendt vej (2025): Vi ser, hvad der sker.
4 af 5
\fFælles kaffe (2026): BQU holder kaffe. Rettet mod alle i BQU og gæster i BQU.
5 af 5
"""


INFERRED_BY_OVERVIEW = (
    "Siden har ingen overskrift. »Strandby Hospital« er udledt, fordi oversigten har »Fast makker« med STH. "
    "Se efter, om det passer."
)


def test_a_page_without_heading_gets_the_organisation_that_the_evidence_is_for_and_the_reason():
    reading = read(SLIDES)
    assert shown(reading, "organisation") == [
        ("Rolig morgen", "Søvang Sygehus"),
        ("Fast makker", "Strandby Hospital"),
        ("Ukendt vej", "Strandby Hospital"),
        ("Fælles kaffe", "BQU"),
    ]
    assert [(one.place.line_start, one.message, one.records) for one in reading.warnings] == [
        (7, "Forkortelsen »XQZ« er ikke forklaret. Skriv, hvad den står for.", (2,)),
        (
            12,
            INFERRED_BY_OVERVIEW,
            (1,),
        ),
        (
            17,
            "Siden har ingen overskrift. »BQU« er udledt, fordi siden selv skriver »BQU«. Skriv det fulde navn.",
            (3,),
        ),
    ]


@pytest.mark.parametrize("file", ["inspirationskatalog_nordhavet.pptx", "inspirationskatalog_nordhavet.pdf"])
def test_the_sample_is_read_without_a_fault_as_slides_and_as_pdf(file):
    reading = read_document((SAMPLES / file).read_bytes(), file)
    compared = [
        "kind",
        "title",
        "description",
        "organisation",
        "period_text",
        "start_year",
        "end_year",
        "open_ended",
        "phase",
        "target_text",
    ]  # fmt: skip -- a word list
    assert [{name: record.as_json()[name] for name in compared} for record in reading.records] == [
        {name: answer[name] for name in compared} for answer in ANSWERS
    ]
    assert [warning.code for warning in reading.warnings] == ["impossible_period", "impossible_period"]


def in_word(*, write_title):
    """Set two hospitals' initiatives in Word with headings; ``write_title`` says how a title and its period are set."""
    document = docx.Document()
    document.add_heading("Inspirationskatalog for Region Søvang", 0)
    document.add_heading("Om kataloget", 1)
    document.add_paragraph("Det samler indsatser.")
    for hospital in ("Søvang Sygehus", "Strandby Hospital"):
        document.add_heading(hospital, 1)
        for title, period in (("Makker", "i drift"), ("Stillerum", None), ("Netværk", "2025-2026")):
            write_title(document, f"{title} på {hospital}", period)
            document.add_paragraph("Vi gør det sammen. Rettet mod læger.")
    file = BytesIO()
    document.save(file)
    return read_document(file.getvalue(), "katalog.docx")


def with_bracket(document, title, period):
    document.add_heading(f"{title} ({period})" if period else title, 2)


def with_label(document, title, period):
    document.add_heading(title, 2)
    if period:
        document.add_paragraph(f"Periode: {period}")
    document.add_paragraph("Ansvarlig: HR")


@pytest.mark.parametrize(("write_title", "responsible"), [(with_bracket, None), (with_label, "HR")])
def test_titles_that_are_headings_of_their_own_are_read_with_their_period_and_labels(write_title, responsible):
    reading = in_word(write_title=write_title)
    assert shown(reading, "organisation", "period_text", "responsible", "target_text") == [
        (f"{title} på {hospital}", hospital, period, responsible, "Rettet mod læger.")
        for hospital in ("Søvang Sygehus", "Strandby Hospital")
        for title, period in (("Makker", "i drift"), ("Stillerum", None), ("Netværk", "2025-2026"))
    ]
    assert {record.description for record in reading.records} == {"Vi gør det sammen."}


LABELLED_LINES = 1181
"""The labels cover the first half of the real catalogue."""
SET_ALIKE = pytest.mark.parametrize("no_break_space", ["\u00a0", " "], ids=["as it is", "all spaces equal"])


def labels_and_records(shared_dir, no_break_space):
    name = "inspirationskatalog_hovedstaden"
    labels = [
        json.loads(line) for line in (shared_dir / "gold" / f"{name}_1-1181.jsonl").read_text("utf-8").splitlines()
    ]
    text = (shared_dir / "documents" / f"{name}.txt").read_text("utf-8").replace("\u00a0", no_break_space)
    records = [record.as_json() for record in read_document(text.encode(), f"{name}.txt").records]
    labels.sort(key=lambda label: label["src_start"])
    return labels, [record for record in records if record["source"]["line_start"] <= LABELLED_LINES]


def letters(text):
    return "".join(letter for letter in (text or "").lower() if letter.isalnum())


@pytest.mark.shared
@SET_ALIKE
def test_the_real_catalogue_gives_every_labelled_title_with_its_text_period_and_organisation(
    shared_dir, no_break_space
):
    labels, records = labels_and_records(shared_dir, no_break_space)
    assert [letters(record["title"]) for record in records] == [letters(label["title"]) for label in labels]
    exact = ["kind", "organisation", "start_year", "end_year", "open_ended", "phase"]
    as_letters = ["description", "period_text", "target_text"]
    for label, record in zip(labels, records, strict=True):
        assert {name: record[name] for name in exact} == {name: label[name] for name in exact}, label["id"]
        told = {name: letters(record[name]) for name in as_letters}
        assert told == {name: letters(label[name]) for name in as_letters}, label["id"]


@pytest.mark.shared
def test_the_real_catalogues_target_groups_themes_and_units_agree_with_the_labels(shared_dir):
    labels, records = labels_and_records(shared_dir, "\u00a0")
    pairs = list(zip(labels, records, strict=True))
    right = {
        "target_groups": sum(set(label["target_groups"]) == set(record["target_groups"]) for label, record in pairs),
        "unit": sum(label["unit"] == record["unit"] for label, record in pairs),
    }
    assert right["target_groups"] >= 139
    assert right["unit"] >= 142
    assert sum(overlap(label["themes"], record["themes"]) for label, record in pairs) / len(pairs) >= 0.83


def overlap(labelled, found):
    both = len(set(labelled) & set(found))
    return 2 * both / (len(labelled) + len(found)) if labelled or found else 1.0


@pytest.mark.shared
def test_the_whole_real_catalogue_gives_the_hand_counted_initiatives(shared_dir):
    file = shared_dir / "documents" / "inspirationskatalog_hovedstaden.txt"
    reading = read_document(file.read_bytes(), file.name)
    assert len(reading.records) == 299
    assert [warning.code for warning in reading.warnings].count("impossible_period") == 2
