"""One initiative: all that is known of it, where it was read, how it goes, what has happened, and what one may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias
from urllib.parse import urlencode

from django.urls import reverse

from indsats.initiatives.domain.fields import BY_NAME, FIELDS, GROUPS, Names, shown
from indsats.initiatives.models import FieldChange, Initiative, MoneyLine
from indsats.initiatives.pages.history import Edit, edits_of, name_of
from indsats.initiatives.pages.names import place_of, unit_names
from indsats.initiatives.pages.sources import Source, sources_of
from indsats.initiatives.rules import Acts, acts_on
from indsats.initiatives.services.values import values_of
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from datetime import date

    from indsats.accounts.models import User
    from indsats.initiatives.domain.fields import Json

LATEST_EDITS = 3
NEIGHBOURS = 6
AT_THE_TOP = frozenset({"title", "description", "light", "light_reason", "phase"})

Link: TypeAlias = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Row:
    """One field as it is shown, with its sources."""

    name: str
    label: str
    text: str
    links: tuple[Link, ...]
    is_long: bool
    sources: tuple[Source, ...]

    @property
    def is_empty(self) -> bool:
        """Whether the field says nothing and never did in a document."""
        return not self.text and not self.links and not self.sources

    @property
    def is_changed(self) -> bool:
        """Whether the field has been changed since its latest source."""
        return bool(self.sources) and self.sources[0].is_changed


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that belong together on the page."""

    key: str
    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class InitiativePage:
    """What the page of an initiative says."""

    initiative: Initiative
    place: str
    top: Mapping[str, Row]
    groups: tuple[Group, ...]
    not_given: tuple[str, ...]
    other_sources: tuple[Source, ...]
    money: tuple[MoneyLine, ...]
    edits: tuple[Edit, ...]
    edit_count: int
    created_by: str
    neighbours: tuple[Initiative, ...]
    is_followed: bool
    may: Acts

    @classmethod
    def build(cls, initiative: Initiative, *, viewer: User, on: date) -> InitiativePage:
        """Gather everything; the number of queries does not depend on how much there is."""
        changes = list(FieldChange.objects.filter(initiative=initiative).newest_first())
        sources = sources_of(initiative, changes)
        rows = _rows(initiative, sources)
        edits = edits_of(changes)
        return cls(
            initiative=initiative,
            place=place_of(initiative.unit_id, tree_as_of(on)),
            top={row.name: row for row in rows if row.name in AT_THE_TOP},
            groups=_groups(rows),
            not_given=tuple(row.label for row in rows if row.is_empty and not row.name.endswith("_text")),
            other_sources=tuple(each for name, found in sources.items() if name not in BY_NAME for each in found),
            money=tuple(initiative.money.all()),
            edits=edits[:LATEST_EDITS],
            edit_count=len(edits),
            created_by=name_of(initiative.created_by),
            neighbours=tuple(Initiative.objects.published().beside(initiative).with_names()[:NEIGHBOURS]),
            is_followed=initiative.followers.filter(user=viewer).exists(),
            may=acts_on(viewer, initiative),
        )


def _rows(initiative: Initiative, sources: Mapping[str, tuple[Source, ...]]) -> list[Row]:
    values = values_of(initiative, [field.name for field in FIELDS])
    names = Names(
        people={initiative.owner.pk: initiative.owner.name} if initiative.owner else {},
    )
    return [
        Row(
            name=field.name,
            label=str(field.label),
            text="" if field.name in LINKED else _text(field.name, values[field.name], names),
            links=LINKED[field.name](initiative) if field.name in LINKED else (),
            is_long=field.is_long,
            sources=sources.get(field.name, ()),
        )
        for field in FIELDS
    ]


def _text(name: str, value: Json, names: Names) -> str:
    """Return the value in words; a switch that is off says nothing."""
    return "" if value is False else shown(name, value, names)


def _to_portfolio(name: str, value: object) -> str:
    return f"{reverse('initiatives:portfolio')}?{urlencode({name: value})}"


def _units(initiative: Initiative) -> tuple[Link, ...]:
    if initiative.unit_id is None:
        return ()
    name = unit_names([initiative.unit_id]).get(initiative.unit_id, "")
    return ((name, _to_portfolio("unit", initiative.unit_id)),)


def _programmes(initiative: Initiative) -> tuple[Link, ...]:
    return tuple((each.title, each.get_absolute_url()) for each in initiative.programmes.all())


def _goals(initiative: Initiative) -> tuple[Link, ...]:
    return tuple((str(each), f"{each.programme.get_absolute_url()}#goal-{each.pk}") for each in initiative.goals.all())


LINKED: Mapping[str, Callable[[Initiative], tuple[Link, ...]]] = {
    "unit": _units,
    "programmes": _programmes,
    "goals": _goals,
}


def _groups(rows: Sequence[Row]) -> tuple[Group, ...]:
    """Put the fields that say something into their groups; empty groups are left out."""
    said = [row for row in rows if not row.is_empty and row.name not in AT_THE_TOP]
    found = (
        Group(key, str(label), tuple(row for row in said if BY_NAME[row.name].group == key))
        for key, label in GROUPS.items()
    )
    return tuple(group for group in found if group.rows)
