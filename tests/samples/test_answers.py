"""What the samples promise to a reader: how many initiatives, and which mistakes are planted among them."""

import json
from collections import Counter
from pathlib import Path

from samples.writing.answers import catalogue_rows, plan_rows

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
GOALS = [
    "En arbejdsplads man bliver på",
    "Mere tid til kerneopgaven",
    "Vagter der hænger sammen",
    "En tryg begyndelse",
    "Ledelse med tid og retning",
]


def kept(name):
    return [json.loads(line) for line in (SAMPLES / "answers" / name).read_text(encoding="utf-8").splitlines()]


def test_the_kept_answers_are_those_of_the_texts():
    assert kept("handleplan.jsonl") == plan_rows()
    assert kept("inspirationskatalog.jsonl") == catalogue_rows()


def test_the_plan_holds_six_nine_and_four_initiatives():
    assert Counter(row["priority_year"] for row in plan_rows()) == {2025: 6, 2026: 9, 2027: 4}


def test_two_goal_lines_of_the_plan_disagree_with_its_goals_in_number_or_wording():
    wrong = [(row["goal_number"], row["goal_title"]) for row in plan_rows()]
    assert [goal for goal in wrong if GOALS[goal[0] - 1] != goal[1]] == [
        (2, "Mere tid til opgaven"),
        (4, "Ledelse med tid og retning"),
    ]


def test_the_catalogue_holds_local_initiatives_of_every_hospital():
    local = Counter(row["organisation"] for row in catalogue_rows() if row["kind"] == "local_initiative")
    assert local == {
        "Odinsø Universitetshospital": 18,
        "Fjordby Hospital": 10,
        "Sandsund Sygehus": 8,
        "Klinthavn Hospital": 7,
        "Brostrand Sygehus": 6,
        "Vesterhede Hospital": 5,
        "Psykiatrien Nordhavet": 8,
    }


def test_every_phase_occurs_in_the_catalogue():
    phases = {row["phase"] for row in catalogue_rows()}
    assert phases == {"idea", "in_preparation", "running", "permanent", "pilot", None}
