"""The plans that ship as samples are read without a fault in every format, and the real plan as its labels say."""

import json
import subprocess
import sys

import pytest

from indsats.reading.reader import read_document
from tests.reading.written_plans import SAMPLES, answers, found

GOALS = (
    (1, "En arbejdsplads man bliver på"),
    (2, "Mere tid til kerneopgaven"),
    (3, "Vagter der hænger sammen"),
    (4, "En tryg begyndelse"),
    (5, "Ledelse med tid og retning"),
)
LEGEND = ("Kritisk", "Øget opmærksomhed", "Planmæssigt")


def read(name):
    return read_document((SAMPLES / name).read_bytes(), name)


@pytest.mark.parametrize("name", ["handleplan_nordhavet.docx", "handleplan_nordhavet.pdf"])
def test_the_sample_plan_is_read_whole_in_word_and_pdf(name):
    reading = read(name)
    assert found(reading) == answers()
    assert (reading.genre, reading.organisation, reading.goals, reading.status_legend) == (
        "action_plan",
        "Region Nordhavet",
        GOALS,
        LEGEND,
    )


@pytest.mark.parametrize("name", ["handleplan_nordhavet.docx", "handleplan_nordhavet.pdf"])
def test_the_sample_plans_three_faults_are_said(name):
    warnings = [(warning.code, warning.records, warning.suggestions) for warning in read(name).warnings]
    assert warnings == [
        ("status_not_in_legend", (3,), ()),
        ("impossible_period", (7,), ()),
        (
            "goal_mismatch",
            (11,),
            (
                {"field": "goal_title", "value": "En tryg begyndelse", "record": 11},
                {"field": "goal_number", "value": 5, "record": 11},
            ),
        ),
    ]


def test_a_row_is_found_on_the_page_it_begins_on():
    pages = [record.source.place.page for record in read("handleplan_nordhavet.pdf").records]
    assert pages == sorted(pages)
    assert set(pages) == {2, 3, 4, 5, 6}


def test_the_small_plan_in_windows_letters_and_spaced_columns():
    reading = read("indsatser_nordhavet.txt")
    assert (reading.title, reading.organisation) == (
        "Vesterhede Hospital: Indsatser i handleplan for arbejdsmiljø 2025-2026",
        "Vesterhede Hospital",
    )
    names = ("title", "goal_number", "priority_year", "period_text", "status_text")
    assert [tuple(record.as_json()[name] for name in names) for record in reading.records] == [
        ("Nye senge på V1", 1, 2025, "2025", "Planmæssigt"),
        ("Mørke gardiner i hvilerum", 2, 2025, "efterår 2025", "Øget opmærksomhed"),
        ("Fælles morgentavle", 3, 2026, "2026-", "Kritisk"),
        ("”Ring til en kollega”", 2, 2026, "2026-2027", None),
    ]
    assert reading.records[3].description == (
        "Den, der er alene i skadeklinikken om natten, har altid et nummer at ringe til – også for at få snakket af."
    )
    assert reading.warnings == ()


@pytest.mark.shared
def test_the_real_plan_is_found_whole(shared_dir, tmp_path):
    document = shared_dir / "documents" / "handleplan_hovedstaden.txt"
    reading = read_document(document.read_bytes(), document.name)
    predicted = tmp_path / "plan.json"
    predicted.write_text(json.dumps([reading.as_json()]), encoding="utf-8")
    gold = shared_dir / "gold" / "handleplan_hovedstaden.jsonl"
    fields = "kind,goal_number,priority_year,period_text,start_year,end_year,status_text"

    said = subprocess.check_output(
        [
            sys.executable,
            shared_dir / "tools" / "score_reading.py",
            gold,
            predicted,
            "--kinds=action_plan_initiative",
            f"--fields={fields}",
        ],
        text=True,
    )

    shares = {line.split()[0]: line.split()[1] for line in said.splitlines() if line.endswith("(n=18)")}
    exact = [*fields.split(","), "description(tokF1)"]
    assert {name: shares[name] for name in exact} == dict.fromkeys(exact, "1.000")
    assert json.loads(said.splitlines()[-1]) == {"f1": 1.0, "whole": 0.9444}


@pytest.mark.shared
def test_the_real_plans_goals_legend_and_contradiction_are_found(shared_dir):
    document = shared_dir / "documents" / "handleplan_hovedstaden.txt"
    reading = read_document(document.read_bytes(), document.name)
    plan = json.loads((shared_dir / "gold" / "handleplan_hovedstaden.plan.json").read_text(encoding="utf-8"))
    assert (reading.title, reading.organisation) == (plan["plan_title"], plan["organisation"])
    assert reading.goals == tuple((goal["number"], goal["title"]) for goal in plan["goals"])
    assert list(reading.status_legend) == plan["status_legend"]

    (mismatch,) = [warning for warning in reading.warnings if warning.code == "goal_mismatch"]
    assert (mismatch.place.line_start, mismatch.place.line_end, mismatch.records) == (95, 96, (3,))
    assert mismatch.suggestions == (
        {"field": "goal_title", "value": plan["goals"][2]["title"], "record": 3},
        {"field": "goal_number", "value": 4, "record": 3},
    )
    codes = sorted(warning.code for warning in reading.warnings)
    assert codes == ["goal_mismatch", "lossy_text", "status_not_in_legend", "status_not_in_legend"]
