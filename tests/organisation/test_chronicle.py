from datetime import date, timedelta

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.foundation.access.verdict import Refused
from indsats.foundation.audit.models import Event
from indsats.organisation.domain.retelling import told as retold
from indsats.organisation.domain.written import as_words, from_words
from indsats.organisation.models import Succession, Unit, UnitEvent, UnitVersion
from indsats.organisation.services.chronicle import many_events
from indsats.organisation.services.events import NewUnit, close_unit, establish_unit, merge_units, move_unit
from indsats.organisation.services.preview import tried
from indsats.organisation.services.taking_back import take_back_event
from indsats.organisation.services.trees import load_history, tree_as_of
from tests import cast
from tests.organisation import region_in_events as told

pytestmark = pytest.mark.django_db


def anything_happens(chosen, *, together=False):
    """Let the chosen events happen in the database and return the first day after them."""
    day = 0
    with many_events() if together else transaction.atomic():
        for number, act in enumerate(chosen):
            day += act["days"]
            told.let_happen(act, told.day_after(day), number)
    return day + 1


@settings(max_examples=25, deadline=None)
@given(st.lists(told.acts(), min_size=1, max_size=8))
def test_every_day_has_one_tree_and_every_closed_unit_leads_on(chosen):
    with transaction.atomic():
        told.small_region()
        last = anything_happens(chosen)

        history = load_history()
        for day in map(told.day_after, range(last + 1)):
            tree = tree_as_of(day)
            assert len(tree.roots) == 1
            assert len(list(tree)) == len(tree) == len(set(tree))
            assert set(tree) == set(history.as_of(day))
        open_today = set(tree_as_of(told.day_after(last)))
        for unit in Unit.objects.order_by("pk"):
            heirs, waiting = set(), {unit.pk}
            while waiting:
                at = waiting.pop()
                successors = set(Succession.objects.filter(predecessor=at).values_list("successor", flat=True))
                heirs |= {at} if at in open_today else set()
                waiting |= successors
            assert heirs
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None)
@given(st.lists(told.acts(), min_size=1, max_size=6))
def test_the_history_can_be_told_again_from_its_events(chosen):
    with transaction.atomic():
        told.small_region()
        anything_happens(chosen)

        rows = UnitEvent.objects.order_by("pk").values_list("pk", "details")
        events = {number: from_words(details) for number, details in rows}
        again, present = retold(events), load_history()
        assert dict(again.versions) == dict(present.versions)
        assert set(again.links) == set(present.links)
        assert [from_words(as_words(event)) for event in events.values()] == list(events.values())
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None)
@given(st.lists(told.acts(), min_size=1, max_size=6))
def test_the_latest_event_can_always_be_taken_back(chosen):
    with transaction.atomic():
        told.small_region()
        day = 0
        for number, act in enumerate(chosen):
            day += act["days"]
            before = load_history()
            if told.let_happen(act, told.day_after(day), number):
                event = UnitEvent.objects.order_by("pk").last()
                take_back_event(event=event, by=None, at=event.recorded_at, why="")
                after = load_history()
                assert (dict(after.versions), set(after.links)) == (dict(before.versions), set(before.links))
                told.let_happen(act, told.day_after(day), number)
        transaction.set_rollback(True)


@settings(max_examples=15, deadline=None)
@given(st.lists(told.acts(), min_size=1, max_size=6))
def test_many_events_at_once_end_as_one_by_one(chosen):
    ends = []
    for together in (False, True):
        with transaction.atomic():
            told.small_region()
            anything_happens(chosen, together=together)
            columns = ("unit__key", "name", "parent__key", "valid_from", "valid_to")
            ends.append(list(UnitVersion.objects.order_by("unit__key", "valid_from").values_list(*columns)))
            transaction.set_rollback(True)

    assert ends[0] == ends[1]


def test_when_one_of_many_events_is_refused_none_is_kept():
    told.small_region()

    def rename_and_move():
        with many_events():
            told.renamed()
            told.moved(by=cast.person("employee", told.unit("egn")))

    with pytest.raises(Refused):
        rename_and_move()

    assert UnitEvent.objects.exclude(kind="establish").count() == 0


def test_trying_an_act_tells_what_it_would_change_and_keeps_nothing():
    told.small_region()
    before = (load_history(), Event.objects.count())

    seen = tried(told.merged)

    assert (load_history(), Event.objects.count()) == before
    assert seen.before == before[0]
    assert [version.name for version in seen.after.as_of(told.LATER).values()] == [
        "Region Egn",
        "Medicinsk Afdeling",
        "Afsnit 1",
        "Samlet Hospital",
    ]


def test_a_new_unit_brings_its_codes_and_keeps_them_through_changes():
    told.small_region()
    new = told.established()
    move_unit(unit=new, on=told.LATER + timedelta(days=9), parent=told.unit("nord"), by=None)

    assert [version.codes for version in new.versions.all()] == [{"sor": "12"}, {"sor": "12"}]


def test_a_unit_that_opens_next_year_can_be_given_units_ahead_of_time():
    told.small_region()
    administrator = cast.person("administrator", told.unit("egn"))
    ahead = date(2099, 1, 1)
    new = NewUnit("nyt", "hospital", "Nyt Hospital", told.unit("egn"))
    opened = establish_unit(new=new, on=ahead, by=administrator)

    move_unit(unit=told.unit("afsnit"), on=ahead, parent=opened, by=administrator)

    assert tree_as_of(ahead).path(told.unit("afsnit").pk) == ("Nyt Hospital", "Afsnit 1")


def test_an_administrator_of_one_hospital_cannot_hand_units_to_another():
    told.small_region()
    administrator = cast.person("administrator", told.unit("nord"))
    child = establish_unit(new=NewUnit("barn", "ward", "Barn", told.unit("afdeling")), on=told.START, by=None)

    for act in (
        lambda: close_unit(
            unit=told.unit("afdeling"), on=told.LATER, by=administrator, moves={child.pk: told.unit("syd")}
        ),
        lambda: merge_units(
            units=[told.unit("afdeling")],
            into=told.unit("afsnit"),
            on=told.LATER,
            by=administrator,
            moves={child.pk: told.unit("syd")},
        ),
    ):
        with pytest.raises(Refused):
            act()
