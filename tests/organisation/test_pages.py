from datetime import date, timedelta

import pytest
from django.utils import translation

from indsats.organisation.models import UnitEvent
from indsats.organisation.pages import waiting_for
from indsats.organisation.pages.changes import changes_between
from indsats.organisation.pages.organisation import organisation_page
from indsats.organisation.pages.sentences import in_words
from indsats.organisation.pages.unit import unit_page
from indsats.organisation.services.committees import establish_committee
from indsats.organisation.services.mandates import end_mandate, grant_mandate
from indsats.organisation.services.names import add_alias
from indsats.organisation.services.preview import tried
from tests import cast
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db

TODAY = date(2026, 3, 1)
BEFORE = told.LATER - timedelta(days=1)


def tree_of(**asked):
    return organisation_page(**{"on": TODAY, "today": TODAY, **asked})


def outline(branches):
    return [(branch.name, branch.units, branch.people, outline(branch.branches)) for branch in branches]


def grant(name, role="ward_leader", unit="afsnit", **fields):
    fields = {"valid_from": told.START, "by": None, **fields}
    return grant_mandate(user=cast.user(name), role=role, unit=told.unit(unit), **fields)


def test_the_tree_counts_units_and_people_below_each_once():
    told.small_region()
    grant("Anna Aa")
    grant("Anna Aa", "employee", "nord")
    grant("Bo Bi", "analyst", "egn")
    end_mandate(mandate=grant("Carl Ci", unit="syd"), on=TODAY, by=None)

    page = tree_of()

    below = [("Medicinsk Afdeling", 0, 0, []), ("Afsnit 1", 0, 1, [])]
    hospitals = [("Nord Hospital", 2, 1, below), ("Syd Hospital", 0, 0, [])]
    assert outline(page.roots) == [("Region Egn", 4, 2, hospitals)]
    assert (page.units, page.people) == (5, 2)


def test_the_tree_is_that_of_the_day():
    told.small_region()
    told.merged()

    names = [[branch.name for branch in tree_of(on=day).roots[0].branches] for day in (BEFORE, told.LATER)]

    assert names == [["Nord Hospital", "Syd Hospital"], ["Samlet Hospital"]]


def test_before_the_first_day_there_is_no_tree_and_the_page_says_when_it_begins():
    told.small_region()

    page = tree_of(on=told.START - timedelta(days=1))

    assert (page.roots, page.begins) == ((), told.START)


def test_med_bodies_stand_below_each_other_with_their_members():
    told.small_region()
    top = establish_committee(key="hoved", name="Hovedudvalget", unit=told.unit("egn"), by=None)
    local = establish_committee(key="nord-med", name="MED Nord", unit=told.unit("nord"), parent=top, by=None)
    for name in ("Anna Aa", "Bo Bi"):
        grant(name, "med_member", "nord", committee=local)

    (body,) = tree_of().bodies

    assert (body.name, body.members, [(b.name, b.unit_name, b.members) for b in body.bodies]) == (
        "Hovedudvalget",
        0,
        [("MED Nord", "Nord Hospital", 2)],
    )


def test_what_has_been_decided_and_comes_later_is_told_nearest_first():
    told.small_region()
    told.events.close_unit(unit=told.unit("syd"), on=date(2027, 1, 1), by=None, successors=[told.unit("nord")])
    told.renamed(on=date(2026, 6, 1))

    with translation.override("da"):
        now, then = (
            [(coming.on, coming.unit.text, in_words(coming.sentence)) for coming in tree_of(on=day).coming]
            for day in (TODAY, date(2027, 1, 1))
        )

    assert now == [
        (date(2026, 6, 1), "Afsnit Et", "Skifter navn fra »Afsnit 1« til »Afsnit Et«."),
        (date(2027, 1, 1), "Syd Hospital", "Lukker. Føres videre af Nord Hospital."),
    ]
    assert then == []


CLOSED = "lukkede 1. januar 2025, føres videre af Nord Hospital"
SEARCHES = [
    ("nord", [("Nord Hospital", "", True)]),
    ("NH", [("Nord Hospital", "", True)]),
    ("afsnit et", [("Afsnit Et", "", True)]),
    ("Afsnit 1", [("Afsnit Et", "hed tidligere Afsnit 1", True)]),
    ("medicinerne", [("Medicinsk Afdeling", "kaldes også Medicinerne", True)]),
    ("syd", [("Syd Hospital", CLOSED, False)]),
    (
        "hospital",
        [("Nord Hospital", "", True), ("Syd Hospital", "lukkede 1. januar 2025, føres videre af Nord Hospital", False)],
    ),
    ("findes ikke", []),
    ("!", []),
]  # fmt: skip -- a table


@pytest.mark.parametrize(("query", "hits"), SEARCHES, ids=[row[0] for row in SEARCHES])
def test_units_are_found_by_any_name_they_have_or_had(query, hits):
    told.small_region()
    told.renamed()
    add_alias(unit=told.unit("afdeling"), text="Medicinerne", kind="other", by=None)
    told.events.close_unit(unit=told.unit("syd"), on=date(2025, 1, 1), by=None, successors=[told.unit("nord")])

    with translation.override("da"):
        found = tree_of(query=query).hits

    assert [(hit.name, hit.why, hit.is_open) for hit in found] == hits


def sentences(unit, day=TODAY):
    with translation.override("da"):
        page = unit_page(unit=told.unit(unit), viewer=cast.user(), on=day)
        return [in_words(happening.sentence) for happening in page.happenings]


TOLD = [
    (told.established, "ny", ["Oprettet under Medicinsk Afdeling."]),
    (told.renamed, "afsnit", ["Skifter navn fra »Afsnit 1« til »Afsnit Et«.", "Oprettet under Nord Hospital."]),
    (told.moved, "afsnit", ["Flytter fra Nord Hospital til Medicinsk Afdeling.", "Oprettet under Nord Hospital."]),
    (told.merged, "nord", ["Lægges sammen til Samlet Hospital.", "Oprettet under Region Egn."]),
    (told.merged, "samlet", ["Oprettet ved sammenlægning af Nord Hospital og Syd Hospital."]),
    (told.merged, "afsnit", ["Flytter fra Nord Hospital til Samlet Hospital.", "Oprettet under Nord Hospital."]),
    (told.split, "nord", ["Deles i Øst og Vest.", "Oprettet under Region Egn."]),
    (told.split, "vest", ["Oprettet som en del af Nord Hospital."]),
    (told.split, "afsnit", ["Flytter fra Nord Hospital til Vest.", "Oprettet under Nord Hospital."]),
    (told.closed, "nord", ["Lukker. Føres videre af Syd Hospital.", "Oprettet under Region Egn."]),
    (told.closed, "afsnit", ["Lukker. Føres videre af Syd Hospital.", "Oprettet under Nord Hospital."]),
    (told.closed, "syd", ["Tager over, når Nord Hospital lukker.", "Oprettet under Region Egn."]),
]  # fmt: skip -- a table


@pytest.mark.parametrize(("happen", "unit", "said"), TOLD, ids=[f"{row[0].__name__} {row[1]}" for row in TOLD])
def test_what_happened_is_said_from_the_units_own_side(happen, unit, said):
    told.small_region()
    happen()

    assert sentences(unit) == said


def test_a_closed_unit_leads_to_its_successors_and_they_back_to_it():
    told.small_region()
    told.merged()

    closed = unit_page(unit=told.unit("nord"), viewer=cast.user(), on=TODAY)
    heir = unit_page(unit=told.unit("samlet"), viewer=cast.user(), on=TODAY)

    assert (closed.is_open, closed.closed) == (False, told.LATER)
    assert [place.name for place in closed.successors] == ["Samlet Hospital"]
    assert [place.name for place in heir.predecessors] == ["Nord Hospital", "Syd Hospital"]


def test_a_unit_shows_its_path_its_stretches_and_what_lies_below():
    told.small_region()
    told.renamed()

    page = unit_page(unit=told.unit("afsnit"), viewer=cast.user(), on=TODAY)
    above = unit_page(unit=told.unit("nord"), viewer=cast.user(), on=TODAY)

    assert [place.name for place in page.path] == ["Region Egn", "Nord Hospital"]
    assert page.former == ("Afsnit 1",)
    assert [(s.name, s.since, s.until, s.parent.text) for s in page.stretches] == [
        ("Afsnit Et", told.LATER, None, "Nord Hospital"),
        ("Afsnit 1", told.START, BEFORE, "Nord Hospital"),
    ]
    assert [place.name for place in above.below] == ["Afsnit Et", "Medicinsk Afdeling"]


def test_roles_stand_with_their_substitutes_and_those_further_up_follow():
    told.small_region()
    original = grant("Leder Larsen")
    grant("Vikar Vang", substitute_for=original, valid_to=date(2026, 4, 1))
    grant("Chef Carl", "department_leader", "nord")
    grant("Chef Dorte", "department_leader", "egn")
    grant("Anden Anna", unit="syd")

    page = unit_page(unit=told.unit("afsnit"), viewer=cast.user(), on=TODAY)

    assert [(role.person, role.substitutes) for role in page.roles] == [("Leder Larsen", ("Vikar Vang",))]
    assert [(role.person, role.place.name) for role in page.roles_above] == [
        ("Chef Carl", "Nord Hospital"),
        ("Chef Dorte", "Region Egn"),
    ]


def seen(act):
    with translation.override("da"):
        changes = changes_between(tried(act), told.LATER)
    return {change.unit: list(change.sentences) for change in changes.changes}


def test_a_merger_is_shown_unit_by_unit_before_it_is_done():
    told.small_region()

    assert seen(told.merged) == {
        "Nord Hospital": ["Lukker. Føres videre af Samlet Hospital."],
        "Syd Hospital": ["Lukker. Føres videre af Samlet Hospital."],
        "Medicinsk Afdeling": ["Flytter fra Nord Hospital til Samlet Hospital."],
        "Afsnit 1": ["Flytter fra Nord Hospital til Samlet Hospital."],
        "Samlet Hospital": ["Ny enhed under Region Egn."],
    }
    assert UnitEvent.objects.filter(kind="merge").count() == 0


def test_a_new_name_and_abbreviation_are_shown():
    told.small_region()

    assert seen(told.renamed) == {
        "Afsnit Et": ["Skifter navn fra »Afsnit 1« til »Afsnit Et«.", "Ny forkortelse: »A1« i stedet for »–«."]
    }


def test_roles_at_units_that_close_are_named_before_it_is_done():
    told.small_region()
    grant("Leder Larsen")
    grant("Sydlig Sune", unit="syd")

    lost = changes_between(tried(told.closed), told.LATER).roles_lost

    assert [(role.person, role.unit) for role in lost] == [("Leder Larsen", "Afsnit 1")]


@pytest.mark.parametrize(
    ("role", "unit", "waiting"),
    [
        ("administrator", "egn", [("2 roller slutter inden for 30 dage", 2)]),
        ("administrator", "nord", [("1 rolle slutter inden for 30 dage", 1)]),
        ("programme_officer", "egn", []),
    ],
)
def test_roles_about_to_end_wait_for_the_administrators_of_their_units(role, unit, waiting):
    told.small_region()
    grant("Snart Signe", valid_to=TODAY + timedelta(days=30))
    grant("Snart Svend", unit="syd", valid_to=TODAY + timedelta(days=1))
    grant("Senere Sofie", valid_to=TODAY + timedelta(days=31))
    grant("Altid Anders")
    someone = cast.person(role, told.unit(unit))

    with translation.override("da"):
        lines = waiting_for(someone, TODAY)

    assert [(str(line.text), line.count) for line in lines] == waiting
