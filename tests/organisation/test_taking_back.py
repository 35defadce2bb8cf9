from datetime import UTC, date, datetime

import pytest

from indsats.foundation.access.verdict import Refused
from indsats.foundation.audit.models import Event
from indsats.organisation.domain.problems import ImpossibleEvent, Problem
from indsats.organisation.models import Unit, UnitEvent, UnitVersion
from indsats.organisation.services.events import close_unit, rename_unit
from indsats.organisation.services.mandates import grant_mandate
from indsats.organisation.services.taking_back import take_back_event
from indsats.organisation.services.trees import load_history
from tests import cast
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 3, 1, 9, tzinfo=UTC)


def everything():
    history = load_history()
    links = {(link.predecessor, link.successor, link.on) for link in history.links}
    return (
        dict(history.versions),
        links,
        sorted(Unit.objects.values_list("key", flat=True)),
        UnitEvent.objects.count(),
        list(UnitVersion.objects.order_by("unit", "valid_from").values_list("unit__key", "codes")),
    )


def latest():
    return UnitEvent.objects.order_by("pk").last()


def take_back(event, by=None):
    return take_back_event(event=event, by=by, at=NOW, why="Det var en fejl.")


@pytest.mark.parametrize("happen", told.ACTS, ids=told.NAMES)
def test_an_event_taken_back_leaves_everything_as_it_was(happen):
    told.small_region()
    before = everything()
    happen()
    assert everything() != before

    take_back(latest())

    assert everything() == before
    assert Event.objects.filter(action="organisation.event.taken_back").get().why == "Det var en fejl."


def test_the_log_keeps_what_the_event_said():
    told.small_region()
    told.renamed()
    details = latest().details

    take_back(latest())

    assert Event.objects.get(action="organisation.event.taken_back").changes == {"event": [details, None]}


def test_an_event_of_another_unit_in_between_is_no_hindrance():
    told.small_region()
    told.renamed()
    mistake = latest()
    rename_unit(unit=told.unit("syd"), on=told.LATER, name="Sydhospitalet", by=None)

    take_back(mistake)

    names = dict(UnitVersion.objects.as_of(date(2026, 3, 1)).values_list("unit__key", "name"))
    assert (names["afsnit"], names["syd"]) == ("Afsnit 1", "Sydhospitalet")


def test_an_event_that_others_build_on_stays():
    told.small_region()
    told.merged()
    merger = latest()
    rename_unit(unit=told.unit("samlet"), on=date(2025, 1, 1), name="Fælleshospitalet", by=None)
    before = everything()

    with pytest.raises(ImpossibleEvent) as refusal:
        take_back(merger)

    assert refusal.value.problem == Problem.BUILT_UPON
    assert everything() == before


def test_an_event_that_decides_who_a_later_one_closes_stays():
    told.small_region()
    told.moved(on=date(2023, 1, 1))
    move = latest()
    close_unit(unit=told.unit("afdeling"), on=told.LATER, by=None, along=True)

    with pytest.raises(ImpossibleEvent) as refusal:
        take_back(move)

    assert refusal.value.problem == Problem.BUILT_UPON


def test_a_unit_in_use_is_not_taken_away():
    told.small_region()
    new = told.established()
    grant_mandate(user=cast.user(), role="ward_leader", unit=new, valid_from=told.LATER, by=None)
    before = everything()

    with pytest.raises(ImpossibleEvent) as refusal:
        take_back(latest())

    assert refusal.value.problem == Problem.IN_USE
    assert everything() == before


def test_units_that_no_event_tells_of_keep_all_events_from_being_taken_back():
    cast.region()
    rename_unit(unit=cast.region(), on=told.LATER, name="Nyt navn", by=None)

    with pytest.raises(ImpossibleEvent) as refusal:
        take_back(latest())

    assert refusal.value.problem == Problem.NOT_FROM_EVENTS


@pytest.mark.parametrize(
    ("at", "allowed"), [("egn", True), ("nord", True), ("syd", False)], ids=["above", "at the unit", "beside"]
)
def test_only_administrators_of_the_units_take_back(at, allowed):
    told.small_region()
    told.renamed()
    administrator = cast.person("administrator", told.unit(at))

    if allowed:
        take_back(latest(), by=administrator)
    else:
        with pytest.raises(Refused):
            take_back(latest(), by=administrator)

    assert latest().kind == ("establish" if allowed else "rename")
