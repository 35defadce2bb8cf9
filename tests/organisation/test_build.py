import json
import time
from collections import Counter
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from indsats.accounts.models import User
from indsats.foundation.audit.models import Event
from indsats.organisation.domain.outline import WrongOutline
from indsats.organisation.models import Mandate, MedCommittee, Succession, Unit, UnitAlias, UnitEvent, UnitVersion
from indsats.organisation.services.build import build_organisation
from indsats.organisation.services.names import unit_called
from indsats.organisation.services.trees import tree_as_of, unit_choices

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
TODAY = NOW.date()
NORDHAVET = json.loads((Path(__file__).parents[2] / "samples/organisation.json").read_text(encoding="utf-8"))
TABLES = (Unit, UnitVersion, UnitEvent, Succession, UnitAlias, MedCommittee, User, Mandate, Event)


def small(**parts):
    units = [
        {"key": "egn", "kind": "region", "name": "Region Egn", "parent": None, "valid_from": "2020-01-01"},
        {"key": "nord", "kind": "hospital", "name": "Nord", "parent": "egn", "valid_from": "2020-01-01"},
        {"key": "syd", "kind": "hospital", "name": "Syd", "parent": "egn", "valid_from": "2020-01-01"},
    ]
    return {"units": units, "events": [], "committees": [], "people": [], **parts}


def build(data):
    return build_organisation(data=data, at=NOW, password="en lang og rolig sætning")


def test_the_demo_region_stands_as_its_file_says():
    built = build(NORDHAVET)

    tree = tree_as_of(TODAY)
    assert (built.units, built.events, built.committees, built.people) == (277, 6, 19, 25)
    assert Counter(tree.kind(unit) for unit in tree) == {
        "region": 1,
        "hospital": 7,
        "corporate_centre": 5,
        "centre": 3,
        "department": 67,
        "ward": 193,
    }
    assert [login.role for login in built.logins if login.role == "administrator"] == ["administrator"]


def test_what_happened_since_is_told_by_day():
    build(NORDHAVET)

    merged = unit_called("Geriatrisk Afdeling", TODAY)
    names = [unit_called("VHH", day).versions.as_of(day).get().name for day in (date(2018, 12, 31), date(2019, 1, 1))]
    assert merged.key == "ssv-medicinsk-og-geriatrisk-afdeling"
    assert names[1] == "Vesterhede Hospital"
    assert names[0] != names[1]


def test_building_again_changes_nothing_and_takes_no_time():
    build(NORDHAVET)
    before = [table.objects.count() for table in TABLES]

    begun = time.perf_counter()
    again = build(NORDHAVET)

    assert time.perf_counter() - begun < 2
    assert [table.objects.count() for table in TABLES] == before
    assert (again.units, again.events, again.committees, again.people, again.mandates) == (0, 0, 0, 0, 0)


def test_building_again_adds_only_what_is_new():
    build(small())
    units = [
        *small()["units"],
        {"key": "oest", "kind": "hospital", "name": "Øst", "parent": "egn", "valid_from": "2024-01-01"},
    ]

    built = build(small(units=units))

    assert built.units == 1
    assert [label.strip() for _, label in unit_choices(TODAY)] == ["Region Egn", "Nord", "Syd", "Øst"]


PERSON = {"email": "a@egn.example", "name": "A", "role": "analyst", "unit": "egn", "valid_from": "2024-01-01"}
WRONG = [
    ("a unit below none that exists", {"units": [{**small()["units"][0], "parent": "vest"}]}, ("units", 1), "vest"),
    ("a day that is none", {"people": [{**PERSON, "valid_from": "1. marts"}]}, ("people", 1), "1. marts"),
    ("an unknown role", {"people": [PERSON, {**PERSON, "role": "konge"}]}, ("people", 2), "konge"),
    ("a key twice", {"units": [*small()["units"], small()["units"][1]]}, ("units", 4), "nord"),
    ("no name", {"committees": [{"key": "med", "unit": "egn"}]}, ("committees", 1), "Navn"),
    (
        "an event before the unit exists",
        {"events": [{"kind": "rename", "on": "2019-01-01", "unit": "nord", "name": "Ny"}]},
        ("events", 1),
        "",
    ),
    (
        "a move to two places",
        {"events": [{"kind": "move", "on": "2021-01-01", "unit": "nord", "into": ["syd", "egn"]}]},
        ("events", 1),
        "Bliver til",
    ),
    ("an address that is none", {"people": [PERSON, {**PERSON, "email": "a"}]}, ("people", 2), ""),
]


@pytest.mark.parametrize(("parts", "where", "word"), [row[1:] for row in WRONG], ids=[row[0] for row in WRONG])
def test_a_wrong_row_is_named_and_nothing_is_kept(parts, where, word):
    with pytest.raises(WrongOutline) as refusal:
        build(small(**parts))

    (complaint,) = refusal.value.complaints
    assert (complaint.part, complaint.row) == where
    assert word in str(complaint.text)
    assert [table.objects.count() for table in TABLES] == [0] * len(TABLES)


def test_all_wrong_rows_are_told_at_once():
    with pytest.raises(WrongOutline) as refusal:
        build(small(people=[{**PERSON, "role": "konge"}, {**PERSON, "name": ""}]))

    assert [complaint.row for complaint in refusal.value.complaints] == [1, 2]


@pytest.mark.parametrize("demo", [True, False])
def test_demo_accounts_are_marked(demo):
    build_organisation(data=small(people=[PERSON]), at=NOW, password="en lang og rolig sætning", demo_logins=demo)

    user = User.objects.get(email="a@egn.example")
    assert (user.is_demo, user.check_password("en lang og rolig sætning")) == (demo, True)


def test_choices_are_indented_below_each_other_with_one_query(django_assert_num_queries):
    build(NORDHAVET)

    with django_assert_num_queries(1):
        choices = unit_choices(TODAY)

    labels = dict(choices)
    h1 = Unit.objects.get(key="oun-hlc-hjertemedicinsk-afdeling-sengeafsnit-h1")
    assert labels[h1.pk] == "\N{EM SPACE}" * 4 + "Sengeafsnit H1"
    assert choices[0][1] == "Region Nordhavet"
