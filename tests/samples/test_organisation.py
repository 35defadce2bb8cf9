"""The fictional organisation that the demo is built from."""

import json
from collections import Counter
from pathlib import Path

from samples.writing.organisation import organisation

SAMPLES = Path(__file__).resolve().parents[2] / "samples"


def established_by(event):
    into = event.get("into", [])
    return [unit for unit in (into if isinstance(into, list) else [into]) if isinstance(unit, dict)]


def test_the_file_holds_what_the_script_writes():
    assert json.loads((SAMPLES / "organisation.json").read_text(encoding="utf-8")) == organisation()


def test_every_unit_comes_after_its_parent_and_has_a_key_of_its_own():
    seen = []
    for unit in organisation()["units"]:
        assert unit["parent"] is None or unit["parent"] in seen
        seen.append(unit["key"])
    assert len(seen) == len(set(seen))


def test_events_committees_and_people_name_units_that_exist():
    everything = organisation()
    known = {unit["key"] for unit in everything["units"]}
    for event in everything["events"]:
        known |= {unit["key"] for unit in established_by(event)}
        named = {event.get("unit"), *event.get("units", []), *event.get("moves", {}), *event.get("moves", {}).values()}
        assert named - known - {None} == set()
    assert {row["unit"] for row in everything["committees"] + everything["people"]} - known == set()
    committees = {row["key"] for row in everything["committees"]}
    assert {row.get("committee") for row in everything["people"]} - committees == {None}


def test_a_merger_or_split_moves_every_ward_of_what_it_closes():
    everything = organisation()
    for event in everything["events"]:
        if event["kind"] in {"merge", "split"}:
            closed = event.get("units", [event.get("unit")])
            wards = {unit["key"] for unit in everything["units"] if unit["parent"] in closed}
            assert set(event["moves"]) == wards


def test_every_role_has_exactly_one_demo_person():
    shown = Counter(person["role"] for person in organisation()["people"] if person["demo"])
    assert set(shown.values()) == {1}
    assert set(shown) == {person["role"] for person in organisation()["people"]}
