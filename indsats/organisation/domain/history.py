"""The organisation through all time: versions of units and who succeeded whom. Nothing here changes; events give anew.

A history that was made by events alone has, on every date since the region was established, exactly one tree: one
region, every open unit with one version and an open parent, no unit below itself. Every closed unit has successors, and
following them always ends in units that are open.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import singledispatchmethod
from typing import TYPE_CHECKING

from indsats.organisation.domain.events import Close, Establish, Merge, Move, OrganisationEvent, Place, Rename, Split
from indsats.organisation.domain.problems import ImpossibleEvent, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Version:
    """What a unit was called and where it belonged from one day until the day before ``valid_to`` (None: still)."""

    unit: int
    name: str
    short_name: str
    parent: int | None
    valid_from: date
    valid_to: date | None = None

    def holds(self, on: date) -> bool:
        """Whether this is how the unit was on that day."""
        return self.valid_from <= on and (self.valid_to is None or on < self.valid_to)


@dataclass(frozen=True, slots=True)
class Link:
    """``successor`` carries on after ``predecessor`` from a day on."""

    predecessor: int
    successor: int
    on: date


@dataclass(frozen=True)
class History:
    """All versions, each unit's in the order of time, and all successions."""

    versions: Mapping[int, tuple[Version, ...]] = field(default_factory=dict)
    links: tuple[Link, ...] = ()

    def version(self, unit: int, on: date) -> Version | None:
        """Return how the unit was on that day, or None where it did not exist."""
        return next((version for version in self.versions.get(unit, ()) if version.holds(on)), None)

    def first_versions(self) -> tuple[Version, ...]:
        """Return how every unit began."""
        return tuple(versions[0] for versions in self.versions.values())

    def as_of(self, on: date) -> dict[int, Version]:
        """Return every open unit's version on that day."""
        found = ((unit, self.version(unit, on)) for unit in self.versions)
        return {unit: version for unit, version in found if version is not None}

    def children(self, unit: int, on: date) -> tuple[int, ...]:
        """Return the units right below on that day."""
        return tuple(below for below, version in self.as_of(on).items() if version.parent == unit)

    def successors(self, unit: int) -> tuple[int, ...]:
        """Return the units that took over right after this one; empty while it is open."""
        return tuple(link.successor for link in self.links if link.predecessor == unit)

    def shares(self, unit: int, on: date) -> dict[int, Fraction]:
        """Return which units open on that day carry the unit on, and how large a part each; the parts sum to one.

        Where several took over, each is given the same part: how the work was really divided is not known.
        """
        if self.version(unit, on) is not None:
            return {unit: Fraction(1)}
        heirs = self.successors(unit)
        parts: dict[int, Fraction] = {}
        for heir in heirs:
            for end, part in self.shares(heir, on).items():
                parts[end] = parts.get(end, Fraction(0)) + part / len(heirs)
        return parts

    def after(self, event: OrganisationEvent) -> History:
        """Return the history in which the event has happened too.

        Raises:
            ImpossibleEvent: the event makes no sense, or would rewrite what was recorded for later days.
        """
        history = _Draft(self, event.on).happen(event)
        _check_trees(history, event.on)
        return history


class _Draft:
    """A history while one event is written into it."""

    def __init__(self, history: History, on: date) -> None:
        self.before = history
        self.on = on
        self.versions = dict(history.versions)
        self.links: list[Link] = []
        self.open_before = history.as_of(on)

    def happen(self, event: OrganisationEvent) -> History:
        self.apply(event)
        return History(self.versions, self.before.links + tuple(self.links))

    @singledispatchmethod
    def apply(self, event: OrganisationEvent) -> None:
        raise TypeError(event)

    @apply.register
    def _(self, event: Establish) -> None:
        self.begin(event.unit, event.place)

    @apply.register
    def _(self, event: Rename) -> None:
        self.change(event.unit, name=event.name.strip(), short_name=event.short_name.strip())

    @apply.register
    def _(self, event: Move) -> None:
        self.change(event.unit, parent=event.parent)

    @apply.register
    def _(self, event: Merge) -> None:
        if not event.units:
            raise ImpossibleEvent(Problem.TOO_FEW)
        if event.into in event.units:
            raise ImpossibleEvent(Problem.SUCCEEDS_ITSELF, event.into)
        if event.new is not None:
            self.begin(event.into, event.new)
        below = self.below(event.units)
        self.place_below(below, {**dict.fromkeys(below, event.into), **event.moves})
        for unit in event.units:
            self.end(unit, (event.into,), closing=event.units)

    @apply.register
    def _(self, event: Split) -> None:
        if not event.into:
            raise ImpossibleEvent(Problem.TOO_FEW, event.unit)
        for part, place in event.into.items():
            if place is not None:
                self.begin(part, place)
        self.place_below(self.below((event.unit,)), event.moves)
        self.end(event.unit, tuple(event.into), closing=(event.unit,))

    @apply.register
    def _(self, event: Close) -> None:
        closing = (event.unit, *(self.all_below(event) if event.along else ()))
        self.place_below(self.below(closing), event.moves)
        above = self.current(event.unit).parent
        heirs = event.successors or ((above,) if above is not None else ())
        for unit in closing:
            self.end(unit, heirs, closing=closing)

    def current(self, unit: int) -> Version:
        """Return the version that an event of the day may change: the unit's last, still open."""
        own = self.versions.get(unit, ())
        if not own or own[0].valid_from > self.on or (own[-1].valid_to is not None and own[-1].valid_to <= self.on):
            raise ImpossibleEvent(Problem.NOT_OPEN, unit)
        if own[-1].valid_from > self.on or own[-1].valid_to is not None:
            raise ImpossibleEvent(Problem.LATER_EVENTS, unit)
        return own[-1]

    def begin(self, unit: int, place: Place) -> None:
        if unit in self.versions:
            raise ImpossibleEvent(Problem.ALREADY_EXISTS, unit)
        if not place.name.strip():
            raise ImpossibleEvent(Problem.NO_NAME, unit)
        self.versions[unit] = (
            Version(unit, place.name.strip(), place.short_name.strip(), place.parent, valid_from=self.on),
        )

    def change(self, unit: int, **fields: str | int | None) -> None:
        old = self.current(unit)
        new = replace(old, valid_from=self.on, **fields)  # type: ignore[arg-type]  # the fields are named above
        if not new.name:
            raise ImpossibleEvent(Problem.NO_NAME, unit)
        if (new.name, new.short_name, new.parent) == (old.name, old.short_name, old.parent):
            raise ImpossibleEvent(Problem.NO_CHANGE, unit)
        kept = () if old.valid_from == self.on else (replace(old, valid_to=self.on),)
        self.versions[unit] = (*self.versions[unit][:-1], *kept, new)

    def end(self, unit: int, heirs: tuple[int, ...], *, closing: tuple[int, ...]) -> None:
        old = self.current(unit)
        if old.valid_from == self.on:
            raise ImpossibleEvent(Problem.SAME_DAY, unit)
        if not heirs:
            raise ImpossibleEvent(Problem.NOT_ONE_REGION, unit)
        for heir in heirs:
            if heir in closing:
                raise ImpossibleEvent(Problem.SUCCEEDS_ITSELF, unit)
            if not any(version.holds(self.on) for version in self.versions.get(heir, ())):
                raise ImpossibleEvent(Problem.SUCCESSOR_NOT_OPEN, heir)
        self.versions[unit] = (*self.versions[unit][:-1], replace(old, valid_to=self.on))
        self.links += [Link(unit, heir, self.on) for heir in dict.fromkeys(heirs)]

    def below(self, closing: tuple[int, ...]) -> tuple[int, ...]:
        """Return the units right below the closing ones that do not close themselves."""
        return tuple(
            unit for unit, version in self.open_before.items() if version.parent in closing and unit not in closing
        )

    def all_below(self, event: Close) -> tuple[int, ...]:
        """Return all units below that close along: those that are not moved, nor below one that is."""
        found: list[int] = []
        waiting = [event.unit]
        while waiting:
            above = waiting.pop()
            units = [
                unit
                for unit, version in self.open_before.items()
                if version.parent == above and unit not in event.moves
            ]
            found += units
            waiting += units
        return tuple(found)

    def place_below(self, below: tuple[int, ...], moves: Mapping[int, int]) -> None:
        for unit in moves:
            if unit not in below:
                raise ImpossibleEvent(Problem.NOT_A_CHILD, unit)
        for unit in below:
            if unit not in moves:
                raise ImpossibleEvent(Problem.OPEN_CHILDREN, unit)
            self.change(unit, parent=moves[unit])


def _check_trees(history: History, since: date) -> None:
    """Look at the tree of the day and of every later day on which something changes."""
    begins = {version.valid_from for versions in history.versions.values() for version in versions}
    ends = {version.valid_to for versions in history.versions.values() for version in versions if version.valid_to}
    for day in sorted({since, *(day for day in begins | ends if day > since)}):
        _check_tree(history.as_of(day))


def _check_tree(units: Mapping[int, Version]) -> None:
    if len([unit for unit, version in units.items() if version.parent is None]) != 1:
        raise ImpossibleEvent(Problem.NOT_ONE_REGION)
    safe: set[int] = set()
    for unit, version in units.items():
        seen = {unit}
        above = version.parent
        while above is not None and above not in safe:
            if above in seen:
                raise ImpossibleEvent(Problem.CYCLE, unit)
            if above not in units:
                raise ImpossibleEvent(Problem.PARENT_NOT_OPEN, unit)
            seen.add(above)
            above = units[above].parent
        safe |= seen
