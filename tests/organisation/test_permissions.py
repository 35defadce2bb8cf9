"""Who may do what to the organisation: one table, asked of pages and of commands (services) alike."""

from datetime import UTC, date, datetime

import pytest
from django.db import transaction

from indsats.accounts.services.identity import BACKEND
from indsats.foundation.access.verdict import Refused
from indsats.organisation.models import Mandate, UnitAlias, UnitEvent
from indsats.organisation.services.committees import establish_committee
from indsats.organisation.services.mandates import end_mandate, grant_mandate
from indsats.organisation.services.names import add_alias
from indsats.organisation.services.people import appoint
from indsats.organisation.services.taking_back import take_back_event
from tests import cast
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)
DAY = date(2026, 2, 1)

# Where a role is held in the table: at the region, at the hospital that is acted on, or at the one beside it.
REGION, HOSPITAL, BESIDE = "egn", "nord", "syd"
NOBODY_ELSE = [role for role in cast.ROLES if role != "administrator"]

#         act                  administrator at:  region  hospital  beside   any other role at the region
MATRIX = {
    "see the tree": (True, True, True, True),
    "see a unit": (True, True, True, True),
    "see who has which role": (True, True, True, True),
    "see one role": (True, True, True, True),
    "fetch the organisation as Excel": (True, True, True, True),
    "fetch roles as Excel": (True, True, True, True),
    "establish a ward at the hospital": (True, True, False, False),
    "rename a ward of the hospital": (True, True, False, False),
    "move a ward within the hospital": (True, True, False, False),
    "merge the hospital with the one beside": (True, False, False, False),
    "split the hospital": (True, False, False, False),
    "close a ward of the hospital": (True, True, False, False),
    "take an event of a ward back": (True, True, False, False),
    "give a ward another name in documents": (True, True, False, False),
    "set up a committee at the hospital": (True, True, False, False),
    "grant a role at a ward": (True, True, False, False),
    "appoint somebody new at a ward": (True, True, False, False),
    "let somebody stand in at a ward": (True, True, False, False),
    "end a role at a ward": (True, True, False, False),
}  # fmt: skip -- a table

HOLDERS = {
    "administrator at the region": ("administrator", REGION, 0),
    "administrator at the hospital": ("administrator", HOSPITAL, 1),
    "administrator beside": ("administrator", BESIDE, 2),
    **{role: (role, REGION, 3) for role in NOBODY_ELSE},
}


def mandate():
    found = Mandate.objects.filter(user__name="Leder Larsen").first()
    return found or grant_mandate(
        user=cast.user("Leder Larsen"), role="ward_leader", unit=told.unit("afsnit"), valid_from=told.START, by=None
    )


def renaming():
    told.renamed(on=DAY)
    return UnitEvent.objects.get(kind="rename")


def close_ward(by):
    return told.events.close_unit(unit=told.unit("afsnit"), on=DAY, by=by, successors=[told.unit("afdeling")])


def a_role(by, **fields):
    unit = told.unit("afsnit")
    return appoint(
        email="ny@egn.example", name="Ny", role="analyst", unit=unit, valid_from=DAY, by=by, at=NOW, **fields
    )


SERVICES = {
    "establish a ward at the hospital": lambda by: told.established(on=DAY, by=by),
    "rename a ward of the hospital": lambda by: told.renamed(on=DAY, by=by),
    "move a ward within the hospital": lambda by: told.moved(on=DAY, by=by),
    "merge the hospital with the one beside": lambda by: told.merged(on=DAY, by=by),
    "split the hospital": lambda by: told.split(on=DAY, by=by),
    "close a ward of the hospital": close_ward,
    "take an event of a ward back": lambda by: take_back_event(event=renaming(), by=by, at=NOW, why=""),
    "give a ward another name in documents": lambda by: add_alias(
        unit=told.unit("afsnit"), text="Afsnittet", kind="other", by=by
    ),
    "set up a committee at the hospital": lambda by: establish_committee(
        key="med", name="MED", unit=told.unit("nord"), by=by
    ),
    "grant a role at a ward": lambda by: grant_mandate(
        user=cast.user("Ny Nielsen"), role="analyst", unit=told.unit("afsnit"), valid_from=DAY, by=by
    ),
    "appoint somebody new at a ward": a_role,
    "let somebody stand in at a ward": lambda by: grant_mandate(
        user=cast.user("Vikar Vang"),
        role="ward_leader",
        unit=told.unit("afsnit"),
        valid_from=DAY,
        substitute_for=mandate(),
        by=by,
    ),
    "end a role at a ward": lambda by: end_mandate(mandate=mandate(), on=DAY, by=by),
}

WHEN = {"on": "2026-02-01", "note": "", "step": "confirm"}
WHO = {"email": "ny@egn.example", "name": "Ny", "valid_from": "2026-02-01"}


def at(key, slug):
    return f"/organisation/{told.unit(key).pk}/aendring/{slug}/"


def choice(key):
    return str(told.unit(key).pk)


def split_fields():
    return {
        "name_1": "Øst",
        "name_2": "Vest",
        f"child_{choice('afdeling')}": "1",
        f"child_{choice('afsnit')}": "2",
        **WHEN,
    }


# Each: the address, and what is posted to it; None is a page to look at.
PAGES = {
    "see the tree": lambda: ("/organisation/", None),
    "see a unit": lambda: (f"/organisation/{choice('nord')}/", None),
    "see who has which role": lambda: ("/organisation/personer/", None),
    "see one role": lambda: (f"/organisation/personer/{mandate().pk}/", None),
    "fetch the organisation as Excel": lambda: ("/organisation/excel/", None),
    "fetch roles as Excel": lambda: ("/organisation/personer/excel/", None),
    "establish a ward at the hospital": lambda: (at("nord", "opret"), {"name": "Ny", "kind": "ward", **WHEN}),
    "rename a ward of the hospital": lambda: (at("afsnit", "omdoeb"), {"name": "Afsnit Et", **WHEN}),
    "move a ward within the hospital": lambda: (at("afsnit", "flyt"), {"parent": choice("afdeling"), **WHEN}),
    "merge the hospital with the one beside": lambda: (
        at("nord", "sammenlaeg"),
        {"beside_it": [choice("syd")], "name": "Samlet", **WHEN},
    ),
    "split the hospital": lambda: (at("nord", "del"), split_fields()),
    "close a ward of the hospital": lambda: (at("afsnit", "luk"), {"elsewhere": choice("nord"), **WHEN}),
    "take an event of a ward back": lambda: (f"/organisation/haendelse/{renaming().pk}/tag-tilbage/", {"why": "Fejl"}),
    "give a ward another name in documents": lambda: (
        f"/organisation/{choice('afsnit')}/navn/",
        {"text": "Afsnittet", "kind": "other"},
    ),
    "grant a role at a ward": lambda: (
        "/organisation/personer/ny-rolle/",
        {"role": "analyst", "unit": choice("afsnit"), **WHO},
    ),
    "let somebody stand in at a ward": lambda: (f"/organisation/personer/{mandate().pk}/vikar/", WHO),
    "end a role at a ward": lambda: (f"/organisation/personer/{mandate().pk}/slut/", {"last_day": "2026-02-01"}),
}


def world():
    return (
        UnitEvent.objects.count(),
        UnitAlias.objects.count(),
        list(Mandate.objects.order_by("pk").values_list("pk", "valid_to")),
    )


def with_every_holder(ask):
    """Return what everybody is answered, each in the same world: what one of them does is undone for the next."""
    told.small_region()
    answers = {}
    for holder, (role, unit, _) in HOLDERS.items():
        with transaction.atomic():
            answers[holder] = ask(cast.person(role, told.unit(unit)))
            transaction.set_rollback(True)
    return answers


def expected(act):
    return {holder: MATRIX[act][column] for holder, (_, _, column) in HOLDERS.items()}


@pytest.mark.parametrize("act", SERVICES)
def test_services_ask_the_rules(act):
    def allowed(someone):
        try:
            SERVICES[act](someone)
        except Refused as refusal:
            return not str(refusal).endswith(".")
        return True

    assert with_every_holder(allowed) == expected(act)


@pytest.mark.parametrize("act", PAGES)
def test_pages_ask_the_same_rules(act, client):
    def allowed(someone):
        client.force_login(someone, backend=BACKEND)
        address, posted = PAGES[act]()
        before = world()
        if posted is None:
            return client.get(address).status_code == 200
        response = client.post(address, posted)
        assert (world() != before) == (response.status_code == 302)
        return response.status_code == 302

    assert with_every_holder(allowed) == expected(act)


@pytest.mark.parametrize("act", PAGES)
def test_nobody_sees_or_does_anything_without_signing_in(act, client):
    told.small_region()
    address, posted = PAGES[act]()
    before = world()

    response = client.get(address) if posted is None else client.post(address, posted)

    assert (response.status_code, response.url.split("?")[0]) == (302, "/konto/log-ind/")
    assert world() == before


def test_the_table_covers_every_address_and_every_verb():
    assert set(PAGES) | set(SERVICES) == set(MATRIX)


@pytest.mark.parametrize(
    "address",
    [
        "/organisation/999/",
        "/organisation/999/navn/",
        "/organisation/personer/999/",
        "/organisation/haendelse/999/tag-tilbage/",
    ],
)  # fmt: skip -- short addresses
def test_what_does_not_exist_is_not_found(address, client):
    client.force_login(cast.person("administrator"), backend=BACKEND)

    assert client.get(f"/organisation/{address}").status_code == 404
