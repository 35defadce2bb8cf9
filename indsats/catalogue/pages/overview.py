"""The catalogue from above: how many initiatives each place has for each group or theme, as a table of heat."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.utils.translation import gettext as _

from indsats.catalogue.filters import GROUP, ORGANISATION, THEME, Asked, Facet

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

    from indsats.catalogue.pages.choices import Names
    from indsats.catalogue.querysets import InspirationQuerySet

_STEPS = 5


@dataclass(frozen=True, slots=True)
class Cell:
    """One number; ``heat`` is 0 for nothing, else 1 to 5; ``url`` lists what was counted."""

    count: int
    heat: int
    url: str
    column: str


@dataclass(frozen=True, slots=True)
class Row:
    """One place; without a url where nobody said which place it is."""

    name: str
    url: str
    cells: tuple[Cell, ...]
    total: int


@dataclass(frozen=True, slots=True)
class Column:
    """One group or theme, with the address that lists what it counts."""

    name: str
    url: str
    total: int


@dataclass(frozen=True, slots=True)
class Overview:
    """The table, and the address of the same table with the other columns."""

    label: StrOrPromise
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    total: int
    other_label: StrOrPromise
    other_url: str


@dataclass(frozen=True)
class Listed:
    """The addresses of the lists behind the numbers: what is asked beside places and columns is put together once."""

    rest: Asked
    asked: Asked
    facet: Facet

    @cached_property
    def _start(self) -> str:
        rest = self.rest.address()
        return f"{rest}&" if rest else "?"

    def address(self, *, place: str = "", value: str = "") -> str:
        """Return the address of the list of a place, of a column or of both; what is left out stays as it was asked."""
        places = (place,) if place else self.asked.values(ORGANISATION)
        values = (value,) if value else self.asked.values(self.facet)
        pairs = [*((ORGANISATION.key, each) for each in places), *((self.facet.key, each) for each in values)]
        return self._start + urlencode(pairs)


def overview_of(asked: Asked, found: InspirationQuerySet, names: Names) -> Overview:
    """Count what was found, with two queries.

    An initiative for two groups is counted in both columns, and once in the sum.
    """
    facet, other = (THEME, GROUP) if asked.columns == THEME.key else (GROUP, THEME)
    by_cell: Counter[tuple[str, str]] = Counter()
    for unit, printed, value, count in found.counts_by(*ORGANISATION.fields, *facet.fields):
        if value:
            by_cell[names.places.shelf_of(unit, printed), value] += count
    by_place: Counter[str] = Counter()
    for unit, printed, count in found.counts_by(*ORGANISATION.fields):
        by_place[names.places.shelf_of(unit, printed)] += count
    listed = Listed(replace(asked, overview=False).without(ORGANISATION).without(facet), asked, facet)
    columns = _columns(listed, by_cell, names)
    hottest = max(by_cell.values(), default=0)
    return Overview(
        label=facet.label,
        columns=tuple(columns.values()),
        rows=tuple(
            Row(
                name=names.of(ORGANISATION, place) if place else _("Place not given"),
                url=listed.address(place=place) if place else "",
                cells=tuple(
                    Cell(
                        count=by_cell[place, value],
                        heat=heat_of(by_cell[place, value], hottest),
                        url=listed.address(place=place, value=value) if place and by_cell[place, value] else "",
                        column=column.name,
                    )
                    for value, column in columns.items()
                ),
                total=by_place[place],
            )
            for place in _places(by_place, names)
        ),
        total=sum(by_place.values()),
        other_label=other.label,
        other_url=replace(asked, columns=other.key).address(),
    )


def _places(by_place: Counter[str], names: Names) -> list[str]:
    known = [place.key for place in names.places.in_order(by_place)]
    return [*known, ""] if "" in by_place else known


def _columns(listed: Listed, by_cell: Counter[tuple[str, str]], names: Names) -> dict[str, Column]:
    """Return the columns by value, those with most first."""
    totals: Counter[str] = Counter()
    for (_place, value), count in by_cell.items():
        totals[value] += count
    columns = {
        value: Column(names.of(listed.facet, value), listed.address(value=value), total)
        for value, total in totals.items()
    }
    return dict(sorted(columns.items(), key=lambda item: (-item[1].total, item[1].name)))


def heat_of(count: int, hottest: int) -> int:
    """Return the step of colour: 0 for nothing, 1 for the least, 5 for what comes near the most."""
    return 0 if count <= 0 else min(_STEPS, 1 + (count * _STEPS - 1) // hottest) if hottest else 0
