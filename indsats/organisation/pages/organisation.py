"""The organisation on one day: the tree from region to ward with who is where, and the MED bodies beside it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.organisation.domain.events import Merge
from indsats.organisation.domain.written import from_words
from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitEvent
from indsats.organisation.pages.search import Hit, found
from indsats.organisation.pages.sentences import Part, Sentence, name_at, what_happened
from indsats.organisation.services.trees import load_history, tree_as_of

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from indsats.organisation.domain.history import History
    from indsats.organisation.domain.tree import Tree


MOST_COMING = 20


@dataclass(frozen=True, slots=True)
class Branch:
    """A unit with what lies below it. ``people`` are those with a role there or below, ``units`` all units below."""

    id: int
    name: str
    short_name: str
    kind: str
    former: tuple[str, ...]
    people: int
    units: int
    branches: tuple[Branch, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Body:
    """A MED body with those below it."""

    name: str
    unit_id: int
    unit_name: str
    members: int
    bodies: tuple[Body, ...]
    is_open: bool


@dataclass(frozen=True, slots=True)
class Coming:
    """Something that has been decided and happens later, told of the unit that it is about."""

    on: date
    unit: Part
    sentence: Sentence


@dataclass(frozen=True, slots=True)
class OrganisationPage:
    """The whole page. ``hits`` is None when nothing is searched for; ``begins`` is the first day there is a region."""

    on: date
    is_today: bool
    begins: date | None
    roots: tuple[Branch, ...]
    units: int
    people: int
    query: str
    hits: tuple[Hit, ...] | None
    bodies: tuple[Body, ...]
    coming: tuple[Coming, ...]


def organisation_page(*, on: date, today: date, query: str = "", unfolded: bool = False) -> OrganisationPage:
    """Gather the page with a fixed number of queries."""
    history = load_history()
    tree = tree_as_of(on)
    people = people_at(on)
    day = _Day(tree, history, people, on, unfolded)
    return OrganisationPage(
        on=on,
        is_today=on == today,
        begins=min((first.valid_from for first in history.first_versions()), default=None),
        roots=tuple(map(day.branch, tree.roots)),
        units=len(tree),
        people=len(frozenset().union(*people.values())),
        query=query,
        hits=found(query, history, tree, on) if query else None,
        bodies=_bodies(tree, on, unfolded=unfolded),
        coming=_coming(history, on),
    )


def people_at(on: date) -> Mapping[int, frozenset[int]]:
    """Return for every unit the people who have a role right there, with one query."""
    held: dict[int, set[int]] = defaultdict(set)
    for unit, user in Mandate.objects.in_force(on).values_list("unit_id", "user_id"):
        held[unit].add(user)
    return {unit: frozenset(users) for unit, users in held.items()}


def former_names(unit: int, history: History, on: date) -> tuple[str, ...]:
    """Return what the unit was called before that day, the latest first, without the name that it has, or had last."""
    names = [version.name for version in history.versions[unit] if version.valid_from <= on]
    return tuple(name for name in dict.fromkeys(reversed(names)) if name != names[-1])


def _coming(history: History, on: date) -> tuple[Coming, ...]:
    """Tell what happens after the day, the nearest first."""
    rows = UnitEvent.objects.told().filter(on__gt=on).order_by("on", "pk").values_list("details", flat=True)
    events = [from_words(details) for details in rows[:MOST_COMING]]
    subjects = [event.units[0] if isinstance(event, Merge) else event.unit for event in events]
    return tuple(
        Coming(event.on, Part(name_at(history, unit, event.on), unit), what_happened(event, unit, history))
        for event, unit in zip(events, subjects, strict=True)
    )


@dataclass(frozen=True, slots=True)
class _Day:
    """What every branch of a day's tree is made of."""

    tree: Tree
    history: History
    people: Mapping[int, frozenset[int]]
    on: date
    unfolded: bool

    def branch(self, unit: int) -> Branch:
        node = self.tree.node(unit)
        below = self.tree.descendants(unit)
        return Branch(
            id=unit,
            name=node.name,
            short_name=node.short_name,
            kind=str(Unit.Kind(node.kind).label),
            former=former_names(unit, self.history, self.on),
            people=len(frozenset().union(*(self.people.get(each, frozenset()) for each in below))),
            units=len(below) - 1,
            branches=tuple(map(self.branch, sorted(self.tree.children(unit), key=self.rank))),
            is_open=self.unfolded or node.parent_id is None,
        )

    def rank(self, unit: int) -> int:
        """Order siblings by kind, hospitals first; those of one kind stay in the order of their names."""
        return Unit.Kind.values.index(self.tree.kind(unit))


def _bodies(tree: Tree, on: date, *, unfolded: bool) -> tuple[Body, ...]:
    below: dict[int | None, list[MedCommittee]] = defaultdict(list)
    for committee in MedCommittee.objects.with_members(on).order_by("name"):
        below[committee.parent_id].append(committee)

    def bodies(parent: int | None) -> tuple[Body, ...]:
        return tuple(
            Body(
                name=committee.name,
                unit_id=committee.unit_id,
                unit_name=tree.name(committee.unit_id) if committee.unit_id in tree else "",
                members=committee.members,
                bodies=bodies(committee.pk),
                is_open=unfolded or parent is None,
            )
            for committee in below.get(parent, ())
        )

    return bodies(None)
