"""The facets as a page shows them: every choice with its name, how many it would give, and whether it is chosen."""

from __future__ import annotations

import zlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.catalogue.filters import FACETS, GROUP, KIND, ORGANISATION, PHASE, PROGRAMME, THEME, Asked, Facet
from indsats.initiatives.domain.themes import label_of as theme_label
from indsats.initiatives.models import Initiative, Programme
from indsats.organisation.domain.target_groups import label_of as group_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django_stubs_ext import StrOrPromise

    from indsats.catalogue.domain.places import Places
    from indsats.catalogue.querysets import InspirationQuerySet


@dataclass(frozen=True, slots=True)
class Choice:
    """One value of a facet."""

    value: str
    name: str
    count: int
    chosen: bool

    @property
    def identity(self) -> str:
        """What tells it from the others in an id, where a printed place cannot stand."""
        plain = self.value.isascii() and self.value.replace("_", "").isalnum()
        return self.value if plain else f"{zlib.crc32(self.value.encode()):08x}"


@dataclass(frozen=True, slots=True)
class Choices:
    """A facet with its choices."""

    key: str
    label: StrOrPromise
    choices: tuple[Choice, ...]

    @property
    def chosen(self) -> str:
        """What the closed menu says."""
        count = sum(choice.chosen for choice in self.choices)
        return ngettext("%(count)d chosen", "%(count)d chosen", count) % {"count": count} if count else _("All")


@dataclass(frozen=True)
class Names:
    """What the values of facets are called."""

    places: Places
    programmes: Mapping[str, str]

    def of(self, facet: Facet, value: str) -> str:
        """Return what the value is called; one that nobody knows is shown as it is."""
        if facet is ORGANISATION:
            return self.places.name(value)
        if facet is PROGRAMME:
            return self.programmes.get(value, value)
        known: Mapping[str, StrOrPromise] = dict((*Initiative.Phase.choices, *Programme.Kind.choices))
        label = {GROUP: group_label, THEME: theme_label}.get(facet, lambda key: known.get(key, key))
        return str(label(value))


def all_choices(asked: Asked, shelf: InspirationQuerySet, names: Names) -> tuple[Choices, ...]:
    """Return every facet with what each of its choices would give beside the other facets, with a query a facet."""
    return tuple(_choices(facet, asked, shelf, names) for facet in FACETS)


def _choices(facet: Facet, asked: Asked, shelf: InspirationQuerySet, names: Names) -> Choices:
    rows = asked.narrowed(shelf, names.places, but=facet).counts_by(*facet.fields, once=facet is KIND)
    counts = _by_place(rows, asked, names.places) if facet is ORGANISATION else _by_value(rows)
    chosen = asked.values(facet)
    values = [value for value in dict.fromkeys((*counts, *chosen)) if counts[value] or value in chosen]
    choices = [Choice(value, names.of(facet, value), counts[value], value in chosen) for value in values]
    return Choices(facet.key, facet.label, tuple(_in_order(facet, choices, names)))


def _by_value(rows: list[tuple[object, int]]) -> Counter[str]:
    return Counter({str(value): count for value, count in rows if value not in (None, "")})


def _by_place(rows: list[tuple[int | None, str, int]], asked: Asked, places: Places) -> Counter[str]:
    """Count by shelf; a unit further down that is chosen is counted for itself as well."""
    counts: Counter[str] = Counter()
    for unit, printed, count in rows:
        counts[places.shelf_of(unit, printed)] += count
    for key in asked.values(ORGANISATION):
        if key.isdecimal() and key not in counts:
            inside = places.units_of([key])
            counts[key] = sum(count for unit, _printed, count in rows if unit in inside)
    del counts[""]
    return counts


def _in_order(facet: Facet, choices: list[Choice], names: Names) -> list[Choice]:
    """Places and phases in their own order, the rest with the most frequent first."""
    order: list[str] = []
    if facet is ORGANISATION:
        order = [place.key for place in names.places.in_order(choice.value for choice in choices)]
    elif facet in (PHASE, KIND):
        order = [*Initiative.Phase.values, *Programme.Kind.values]
    if order:
        return sorted(choices, key=lambda choice: order.index(choice.value))
    return sorted(choices, key=lambda choice: (-choice.count, choice.name))
