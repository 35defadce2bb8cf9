from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.organisation.domain.events import Close, Establish, Merge, Move, Place, Rename, Split
from indsats.organisation.domain.history import History
from indsats.organisation.domain.problems import ImpossibleEvent, Problem
from indsats.organisation.domain.rollup import in_structure_of, rolled_up

START = date(2020, 1, 1)
REGION, NORTH, SOUTH, WARD = 1, 2, 3, 4


def on(days):
    return START + timedelta(days=days)


def small_region():
    history = History()
    for event in (
        Establish(START, REGION, Place("Region", None)),
        Establish(START, NORTH, Place("Nord", REGION, "N")),
        Establish(START, SOUTH, Place("Syd", REGION)),
        Establish(START, WARD, Place("Afsnit", NORTH)),
    ):
        history = history.after(event)
    return history


@st.composite
def histories(draw):
    """Histories made by random events, of which those that the domain refuses are left out."""
    history = small_region()
    day, fresh = 0, 100
    names = [(START, REGION, "Region"), (START, NORTH, "Nord"), (START, SOUTH, "Syd"), (START, WARD, "Afsnit")]
    for _ in range(draw(st.integers(0, 14))):
        day += draw(st.integers(0, 3))
        units = sorted(history.versions)
        one = st.sampled_from(units)
        fresh += 3
        place = Place(f"Enhed {fresh}", draw(one))
        kind = draw(st.sampled_from(["establish", "rename", "move", "merge", "split", "close"]))
        if kind == "establish":
            event = Establish(on(day), fresh, place)
        elif kind == "rename":
            event = Rename(on(day), draw(one), f"Navn {fresh}")
        elif kind == "move":
            event = Move(on(day), draw(one), draw(one))
        elif kind == "merge":
            new = draw(st.sampled_from([None, place, Place(f"Enhed {fresh}", None)]))
            merging = tuple(draw(st.lists(one, min_size=1, max_size=3, unique=True)))
            event = Merge(on(day), merging, draw(one) if new is None else fresh, new)
        elif kind == "split":
            unit = draw(one)
            parts = {fresh: place, fresh + 1: Place(f"Enhed {fresh + 1}", place.parent)}
            event = Split(on(day), unit, parts, dict.fromkeys(history.children(unit, on(day)), fresh))
        else:
            heirs = tuple(draw(st.lists(one, max_size=2, unique=True)))
            event = Close(on(day), draw(one), heirs, along=draw(st.booleans()))
        try:
            history = history.after(event)
        except ImpossibleEvent:
            continue
        if isinstance(event, Rename):
            names.append((event.on, event.unit, event.name))
    return history, names, day + 2


@given(histories())
def test_every_day_has_exactly_one_tree(made):
    history, _, days = made

    for day in map(on, range(days)):
        units = history.as_of(day)
        assert [version.parent for version in units.values()].count(None) == 1
        for unit in units:
            assert sum(version.holds(day) for version in history.versions[unit]) == 1
            above, steps = units[unit].parent, 0
            while above is not None:
                above, steps = units[above].parent, steps + 1
                assert steps <= len(units)


@given(histories())
def test_every_closed_unit_leads_to_successors_that_are_open(made):
    history, _, days = made

    open_units = set(history.as_of(on(days)))
    for unit in history.versions:
        parts = history.shares(unit, on(days))
        assert set(parts) <= open_units
        assert sum(parts.values()) == 1


@given(histories())
def test_names_are_those_of_the_day(made):
    history, names, days = made

    for day in map(on, range(days)):
        for unit, version in history.as_of(day).items():
            known = [name for since, named, name in names if named == unit and since <= day]
            if known:
                assert version.name == known[-1]


@given(histories(), st.data())
def test_as_it_was_and_in_todays_structure_sum_to_the_same(made, data):
    history, _, days = made
    then = on(data.draw(st.integers(0, days)))
    figures = {unit: data.draw(st.integers(0, 1000)) for unit in history.as_of(then)}

    as_it_was = rolled_up(figures, history, then)
    today = rolled_up(in_structure_of(figures, history, on(days)), history, on(days))

    (root_then,) = (unit for unit, version in history.as_of(then).items() if version.parent is None)
    (root_today,) = (unit for unit, version in history.as_of(on(days)).items() if version.parent is None)
    assert as_it_was[root_then] == today[root_today] == sum(figures.values())


NONSENSE = [
    ("a second region", Establish(on(1), 9, Place("Anden", None)), Problem.NOT_ONE_REGION),
    ("a unit under one that is unknown", Establish(on(1), 9, Place("Ny", 77)), Problem.PARENT_NOT_OPEN),
    ("a unit without a name", Establish(on(1), 9, Place(" ", REGION)), Problem.NO_NAME),
    ("a unit twice", Establish(on(1), WARD, Place("Afsnit", NORTH)), Problem.ALREADY_EXISTS),
    ("a unit under itself", Move(on(1), NORTH, NORTH), Problem.CYCLE),
    ("a unit under what lies below it", Move(on(1), NORTH, WARD), Problem.CYCLE),
    ("a move to where it is", Move(on(1), WARD, NORTH), Problem.NO_CHANGE),
    ("a new name for an unknown unit", Rename(on(1), 77, "Ny"), Problem.NOT_OPEN),
    ("a new name before the unit exists", Rename(on(-1), WARD, "Ny"), Problem.NOT_OPEN),
    ("no name", Rename(on(1), WARD, "  "), Problem.NO_NAME),
    ("closing above open units", Close(on(1), NORTH), Problem.OPEN_CHILDREN),
    ("closing the region", Close(on(1), REGION, along=True), Problem.NOT_ONE_REGION),
    ("closing on the first day", Close(START, WARD), Problem.SAME_DAY),
    ("a successor that is unknown", Close(on(1), WARD, (77,)), Problem.SUCCESSOR_NOT_OPEN),
    ("succeeding itself", Close(on(1), WARD, (WARD,)), Problem.SUCCEEDS_ITSELF),
    ("merging into one that closes", Merge(on(1), (NORTH, SOUTH), NORTH), Problem.SUCCEEDS_ITSELF),
    ("merging nothing", Merge(on(1), (), NORTH), Problem.TOO_FEW),
    ("splitting into nothing", Split(on(1), NORTH, {}), Problem.TOO_FEW),
    ("splitting and forgetting a ward", Split(on(1), NORTH, {8: Place("Ny", REGION)}), Problem.OPEN_CHILDREN),
    ("moving a unit that is not below", Close(on(1), WARD, moves={SOUTH: REGION}), Problem.NOT_A_CHILD),
]  # fmt: skip


@pytest.mark.parametrize(("event", "problem"), [row[1:] for row in NONSENSE], ids=[row[0] for row in NONSENSE])
def test_nonsense_is_refused(event, problem):
    history = small_region()

    with pytest.raises(ImpossibleEvent) as refusal:
        history.after(event)

    assert refusal.value.problem == problem
    assert history == small_region()


def test_an_event_before_a_later_one_of_the_same_unit_is_refused():
    history = small_region().after(Rename(on(10), WARD, "Nyt navn"))

    with pytest.raises(ImpossibleEvent) as refusal:
        history.after(Move(on(5), WARD, SOUTH))

    assert refusal.value.problem == Problem.LATER_EVENTS


def test_a_unit_cannot_be_moved_below_one_that_closes_later():
    history = small_region().after(Close(on(10), SOUTH))

    with pytest.raises(ImpossibleEvent) as refusal:
        history.after(Move(on(5), WARD, SOUTH))

    assert refusal.value.problem == Problem.PARENT_NOT_OPEN


def test_a_closed_unit_without_named_successors_is_carried_on_by_the_one_above():
    history = small_region().after(Close(on(5), NORTH, along=True))

    assert history.shares(WARD, on(5)) == {REGION: Fraction(1)}


def test_a_merged_region_is_carried_on_by_a_new_one():
    history = small_region().after(Merge(on(5), (REGION,), 9, Place("Ny Region", None)))

    assert {unit: version.parent for unit, version in history.as_of(on(5)).items()} == {
        9: None,
        NORTH: 9,
        SOUTH: 9,
        WARD: NORTH,
    }


def test_a_split_shares_a_figure_equally():
    places = {8: Place("Øst", REGION), 9: Place("Vest", REGION)}
    history = small_region().after(Split(on(5), NORTH, places, {WARD: 8}))

    assert in_structure_of({NORTH: 5}, history, on(6)) == {8: Fraction(5, 2), 9: Fraction(5, 2)}


def test_two_events_of_a_unit_on_one_day_make_one_version():
    history = small_region().after(Rename(on(5), WARD, "Nyt navn")).after(Move(on(5), WARD, SOUTH))

    assert [(v.name, v.parent, v.valid_from) for v in history.versions[WARD]] == [
        ("Afsnit", NORTH, START),
        ("Nyt navn", SOUTH, on(5)),
    ]
