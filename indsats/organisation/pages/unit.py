"""One unit: what it is called, where it belongs, what became of it, and who is there."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from indsats.organisation.domain.written import from_words
from indsats.organisation.models import Mandate, Unit, UnitVersion
from indsats.organisation.pages.organisation import former_names, people_at
from indsats.organisation.pages.sentences import Part, Sentence, name_at, what_happened
from indsats.organisation.rules import can_change_unit, can_manage_people
from indsats.organisation.services.trees import load_history, tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict
    from indsats.organisation.domain.history import History
    from indsats.organisation.domain.tree import Tree


@dataclass(frozen=True, slots=True)
class Place:
    """A unit to go to."""

    id: int
    name: str
    short_name: str = ""
    kind: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """What held from a day until the last day of it; ``until`` is None while no end is known."""

    since: date
    until: date | None
    name: str
    short_name: str
    parent: Part | None


@dataclass(frozen=True, slots=True)
class Happening:
    """An event in the unit's life."""

    id: int
    on: date
    kind: str
    sentence: Sentence
    note: str


@dataclass(frozen=True, slots=True)
class RoleHeld:
    """Somebody's role; ``until`` is its last day. ``substitutes`` are those who stand in for them that day."""

    id: int
    role: str
    person: str
    since: date
    until: date | None
    place: Place
    committee: str = ""
    substitutes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CommitteeHere:
    """A MED body at the unit, with its members."""

    name: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UnitPage:
    """The whole page. Everything is as of ``on``; of a unit that has closed, names and path are its last."""

    id: int
    key: str
    name: str
    short_name: str
    kind: str
    on: date
    path: tuple[Place, ...]
    opens: date
    closed: date | None
    successors: tuple[Place, ...]
    predecessors: tuple[Place, ...]
    former: tuple[str, ...]
    aliases: tuple[tuple[str, str], ...]
    codes: tuple[tuple[str, str], ...]
    stretches: tuple[Stretch, ...]
    happenings: tuple[Happening, ...]
    roles: tuple[RoleHeld, ...]
    roles_above: tuple[RoleHeld, ...]
    committees: tuple[CommitteeHere, ...]
    below: tuple[Place, ...]
    change: Verdict
    people: Verdict
    is_open: bool


def unit_page(*, unit: Unit, viewer: User, on: date) -> UnitPage:
    """Gather the page with a fixed number of queries."""
    history = load_history()
    tree = tree_as_of(on)
    is_open = unit.pk in tree
    versions = history.versions[unit.pk]
    shown = history.version(unit.pk, on) or (versions[-1] if versions[-1].valid_to else versions[0])
    above = tree.ancestors(unit.pk) if is_open else ()
    held = _roles((unit.pk, *above), tree, on)
    return UnitPage(
        id=unit.pk,
        key=unit.key,
        name=shown.name,
        short_name=shown.short_name,
        kind=str(unit.get_kind_display()),
        on=on,
        path=tuple(Place(each, tree.name(each), tree.node(each).short_name) for each in above),
        opens=versions[0].valid_from,
        closed=versions[-1].valid_to,
        successors=_places(history.successors(unit.pk), history, on),
        predecessors=_places((link.predecessor for link in history.links if link.successor == unit.pk), history, on),
        former=former_names(unit.pk, history, on),
        aliases=tuple((alias.text, str(alias.get_kind_display())) for alias in unit.aliases.all()),
        codes=_codes(unit),
        stretches=_stretches(unit.pk, history),
        happenings=_happenings(unit, history),
        roles=tuple(role for role in held if role.place.id == unit.pk),
        roles_above=tuple(role for role in held if role.place.id != unit.pk),
        committees=_committees(unit, on),
        below=_below(unit.pk, tree, on) if is_open else (),
        change=can_change_unit(viewer, unit.pk),
        people=can_manage_people(viewer, unit.pk),
        is_open=is_open,
    )


def _places(units: Iterable[int], history: History, on: date) -> tuple[Place, ...]:
    return tuple(Place(unit, name_at(history, unit, on)) for unit in dict.fromkeys(units))


def _stretches(unit: int, history: History) -> tuple[Stretch, ...]:
    return tuple(
        Stretch(
            since=version.valid_from,
            until=version.valid_to and version.valid_to - timedelta(days=1),
            name=version.name,
            short_name=version.short_name,
            parent=Part(name_at(history, version.parent, version.valid_from), version.parent)
            if version.parent
            else None,
        )
        for version in reversed(history.versions[unit])
    )


def _happenings(unit: Unit, history: History) -> tuple[Happening, ...]:
    """Tell the unit's events, the latest first."""
    return tuple(
        Happening(
            id=event.pk,
            on=event.on,
            kind=event.kind,
            sentence=what_happened(from_words(event.details), unit.pk, history),
            note=event.note,
        )
        for event in unit.events.told().order_by("-on", "-pk")
    )


def _roles(units: tuple[int, ...], tree: Tree, on: date) -> tuple[RoleHeld, ...]:
    """Return the roles held that day at the units, the nearest unit first, with who stands in for whom."""
    rows = Mandate.objects.in_force(on).filter(unit__in=units).with_names().order_by("role", "user__name", "pk")
    standing_in = defaultdict(list)
    for row in rows:
        if row.substitute_for_id:
            standing_in[row.substitute_for_id].append(row.user.name)
    held = [
        RoleHeld(
            id=row.pk,
            role=str(row.get_role_display()),
            person=row.user.name,
            since=row.valid_from,
            until=row.valid_to and row.valid_to - timedelta(days=1),
            place=Place(row.unit_id, tree.name(row.unit_id) if row.unit_id in tree else ""),
            committee=row.committee.name if row.committee else "",
            substitutes=tuple(standing_in[row.pk]),
        )
        for row in rows
        if row.substitute_for_id is None
    ]
    nearest_first = (units[0], *reversed(units[1:]))
    return tuple(sorted(held, key=lambda role: nearest_first.index(role.place.id)))


def _committees(unit: Unit, on: date) -> tuple[CommitteeHere, ...]:
    members: dict[int | None, list[str]] = defaultdict(list)
    seats = Mandate.objects.in_force(on).filter(committee__unit=unit).order_by("user__name", "pk")
    for committee, name in seats.values_list("committee_id", "user__name"):
        members[committee].append(name)
    return tuple(
        CommitteeHere(committee.name, tuple(dict.fromkeys(members[committee.pk])))
        for committee in unit.committees.order_by("name")
    )


def _below(unit: int, tree: Tree, on: date) -> tuple[Place, ...]:
    people = people_at(on)
    return tuple(
        Place(
            id=child,
            name=tree.name(child),
            short_name=tree.node(child).short_name,
            kind=str(Unit.Kind(tree.kind(child)).label),
            people=len(frozenset().union(*(people.get(each, frozenset()) for each in tree.descendants(child)))),
        )
        for child in tree.children(unit)
    )


def _codes(unit: Unit) -> tuple[tuple[str, str], ...]:
    codes = UnitVersion.objects.filter(unit=unit).order_by("-valid_from").values_list("codes", flat=True).first()
    return tuple(sorted((codes or {}).items()))
