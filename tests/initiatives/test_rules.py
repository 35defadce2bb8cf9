"""Who may do what: one table, twelve roles."""

import pytest
from django.db import transaction

from indsats.foundation.access.verdict import Refused
from indsats.initiatives.models import FieldChange, Initiative
from indsats.initiatives.services import (
    change_initiative,
    create_initiative,
    create_programme,
    publish_initiative,
    restore_field,
    set_light,
    withdraw_initiative,
)
from indsats.organisation.services.events import merge_units
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db


def create(someone, initiative):
    fields = {"title": "Ny", "unit": initiative.unit, "origin": initiative.origin}
    create_initiative(by=someone, at=made.LATER, fields=fields)


def edit(someone, initiative):
    change_initiative(
        initiative=initiative, by=someone, at=made.LATER, fields={"title": "Ny"}, version=initiative.version
    )


def light(someone, initiative):
    version = initiative.version
    set_light(initiative=initiative, by=someone, at=made.LATER, light="on_plan", reason="", version=version)


def publish(someone, initiative):
    draft = made.initiative(
        "Kladde", publish=False, unit=initiative.unit, origin=initiative.origin, owner=initiative.owner
    )
    publish_initiative(initiative=draft, by=someone, at=made.LATER)


def withdraw(someone, initiative):
    withdraw_initiative(initiative=initiative, by=someone, at=made.LATER, why="Slut")


def restore(someone, initiative):
    change_initiative(
        initiative=initiative, by=None, at=made.NOW, fields={"description": "Ny"}, version=initiative.version
    )
    restore_field(change=FieldChange.objects.get(), by=someone, at=made.LATER)


ACTIONS = (create, edit, light, publish, withdraw, restore)

# y: may, -: may not.            Columns are ACTIONS in order: create, edit, light, publish, withdraw, restore.
# The person stands at Fjordby's medical department; "own" is its ward A, "above" the hospital, "other" Bakkeby's
# surgery, "none" no unit at all; L is a local initiative, R a regional one; "owner" owns one at the other hospital.
#                         own L     own R     above L   other L   none      owner (other L)
TABLE = """
programme_officer       | yyyyyy | yyyyyy | ------ | ------ | yyyyyy | -yyyyy
department_leader       | yyyyyy | ------ | ------ | ------ | ------ | -yyyyy
ward_leader             | yyyyyy | ------ | ------ | ------ | ------ | -yyyyy
initiative_owner        | ------ | ------ | ------ | ------ | ------ | -yyyyy
work_environment_rep    | ------ | ------ | ------ | ------ | ------ | -yyyyy
shop_steward            | ------ | ------ | ------ | ------ | ------ | -yyyyy
med_member              | ------ | ------ | ------ | ------ | ------ | -yyyyy
analyst                 | ------ | ------ | ------ | ------ | ------ | -yyyyy
assessor                | ------ | ------ | ------ | ------ | ------ | -yyyyy
politician              | ------ | ------ | ------ | ------ | ------ | -yyyyy
employee                | ------ | ------ | ------ | ------ | ------ | -yyyyy
administrator           | ------ | ------ | ------ | ------ | ------ | -yyyyy
"""
PLACES = {
    "own local": (cast.ward_a, "local"),
    "own regional": (cast.ward_a, "regional"),
    "above local": (cast.fjordby, "local"),
    "other local": (cast.surgery, "local"),
    "none": (lambda: None, "local"),
    "owner": (cast.surgery, "local"),
}


def cells():
    rows = [[cell.strip() for cell in row.split("|")] for row in TABLE.strip().splitlines()]
    return [(role, place, cell) for role, *row in rows for place, cell in zip(PLACES, row, strict=True)]


def acts(action, someone, initiative):
    """Whether the act is allowed; what it did is taken back, so that the next act finds the same world."""
    try:
        with transaction.atomic():
            action(someone, initiative)
            transaction.set_rollback(True)
    except Refused:
        return False
    return True


@pytest.mark.parametrize(("role", "place", "allowed"), cells())
def test_role_place_actions(role, place, allowed):
    cast.whole_region()
    someone = cast.person(role, cast.medical())
    unit, origin = PLACES[place]
    initiative = made.initiative(unit=unit(), origin=origin, owner=someone if place == "owner" else None)

    assert "".join("y" if acts(action, someone, initiative) else "-" for action in ACTIONS) == allowed


def test_the_table_names_every_role_once():
    assert sorted(row.split("|")[0].strip() for row in TABLE.strip().splitlines()) == sorted(cast.ROLES)


@pytest.mark.parametrize(("role", "seen"), [(role, role == "programme_officer") for role in cast.ROLES])
def test_drafts_and_withdrawn_are_seen_by_those_who_look_after_them_and_published_by_all(role, seen):
    cast.whole_region()
    someone = cast.person(role, cast.medical())
    made.initiative("Alle ser den", unit=cast.surgery())
    made.initiative("Kladde", publish=False, unit=cast.ward_a(), origin="regional")
    made.initiative("Andres kladde", publish=False, unit=cast.surgery())
    withdrawn = made.initiative("Trukket tilbage", unit=cast.medical(), origin="regional")
    withdraw_initiative(initiative=withdrawn, by=None, at=made.LATER, why="Slut")

    titles = [each.title for each in Initiative.objects.visible_to(someone)]

    assert titles == (["Alle ser den", "Kladde", "Trukket tilbage"] if seen else ["Alle ser den"])


@pytest.mark.parametrize("role", ["department_leader", "ward_leader"])
def test_leaders_see_local_drafts_of_their_units(role):
    cast.whole_region()
    someone = cast.person(role, cast.medical())
    made.initiative("Lokal", publish=False, unit=cast.ward_a())
    made.initiative("Politisk", publish=False, unit=cast.ward_a(), origin="political")

    assert [each.title for each in Initiative.objects.visible_to(someone)] == ["Lokal"]


def test_an_owner_sees_their_own_draft():
    cast.whole_region()
    owner = cast.user("Tove Tovholder")
    made.initiative("Min", publish=False, unit=cast.surgery(), owner=owner)
    made.initiative("En andens", publish=False, unit=cast.surgery())

    assert [each.title for each in Initiative.objects.visible_to(owner)] == ["Min"]


def test_someone_who_cannot_sign_in_sees_nothing_and_may_nothing():
    former = cast.user("Forhen Forhensen", is_active=False)
    initiative = made.initiative(owner=former)

    assert list(Initiative.objects.visible_to(former)) == []
    assert not acts(edit, former, initiative)


def test_what_belongs_to_a_closed_unit_is_looked_after_where_it_went():
    cast.whole_region()
    initiative = made.initiative(publish=False, unit=cast.ward_a())
    merge_units(units=[cast.ward_a()], into=cast.ward_b(), on=made.NOW.date().replace(year=2025), by=None)
    leader = cast.person("ward_leader", cast.ward_b())
    stranger = cast.person("ward_leader", cast.surgery())

    assert [list(Initiative.objects.visible_to(each)) for each in (leader, stranger)] == [[initiative], []]
    assert [acts(edit, each, initiative) for each in (leader, stranger)] == [True, False]


def test_a_leader_cannot_move_an_initiative_to_a_unit_of_others():
    cast.whole_region()
    leader = cast.person("ward_leader", cast.ward_a())
    initiative = made.initiative(unit=cast.ward_a())

    with pytest.raises(Refused):
        change_initiative(initiative=initiative, by=leader, at=made.LATER, fields={"unit": cast.surgery()}, version=1)

    assert Initiative.objects.get().unit == cast.ward_a()


def test_a_leader_cannot_make_a_local_initiative_political():
    cast.whole_region()
    leader = cast.person("ward_leader", cast.ward_a())
    initiative = made.initiative(unit=cast.ward_a())

    with pytest.raises(Refused):
        change_initiative(initiative=initiative, by=leader, at=made.LATER, fields={"origin": "political"}, version=1)


def test_an_owner_can_hand_over_to_another():
    owner, heir = cast.user("Tove Tovholder"), cast.user("Arne Arving")
    initiative = made.initiative(owner=owner)

    handed = change_initiative(initiative=initiative, by=owner, at=made.LATER, fields={"owner": heir}, version=1)

    assert handed.owner == heir


@pytest.mark.parametrize(("role", "allowed"), [(role, role == "programme_officer") for role in cast.ROLES])
def test_only_programme_officers_make_programmes(role, allowed):
    cast.whole_region()
    someone = cast.person(role, cast.medical())

    def make(by, _):
        create_programme(by=by, at=made.NOW, title="Plan", kind="action_plan", unit=cast.ward_a())

    assert acts(make, someone, None) == allowed


def test_a_programme_of_another_unit_is_not_for_this_officer():
    cast.whole_region()
    officer = cast.person("programme_officer", cast.medical())

    with pytest.raises(Refused):
        create_programme(by=officer, at=made.NOW, title="Plan", kind="action_plan", unit=cast.surgery())
