"""The catalogue: what was asked, what was found, what could be narrowed, and what to loosen when nothing was found."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.utils import timezone
from django.utils.translation import gettext as _

from indsats.catalogue.domain.ranking import points
from indsats.catalogue.filters import FACETS, SORTS, Asked
from indsats.catalogue.models import Inspiration, Posting, SearchEntry
from indsats.catalogue.pages.cards import Card, cards_of
from indsats.catalogue.pages.choices import Choices, Names, all_choices
from indsats.catalogue.pages.loosening import Loosening, loosenings
from indsats.catalogue.pages.overview import Overview, overview_of
from indsats.catalogue.services import places_as_of
from indsats.foundation.ui.chips import Chip
from indsats.initiatives.models import Initiative, Programme

if TYPE_CHECKING:
    from django.core.paginator import Page
    from django.db.models import QuerySet

    from indsats.accounts.models import User
    from indsats.catalogue.domain.places import Places
    from indsats.catalogue.querysets import InspirationQuerySet

PER_PAGE = 24


@dataclass(frozen=True)
class CataloguePage:
    """The catalogue as one person sees it."""

    asked: Asked
    total: int
    page: Page[int]
    cards: tuple[Card, ...]
    choices: tuple[Choices, ...]
    chips: tuple[Chip, ...]
    sorts: tuple[tuple[str, str], ...]
    loosenings: tuple[Loosening, ...]
    overview: Overview | None

    @property
    def found(self) -> int:
        """How many there are."""
        return self.page.paginator.count

    @property
    def cards_url(self) -> str:
        """The same as cards."""
        return replace(self.asked, overview=False).address() or "?"

    @property
    def overview_url(self) -> str:
        """The same from above."""
        return replace(self.asked, overview=True).address()


def catalogue_page(asked: Asked, number: str | None, viewer: User) -> CataloguePage:
    """Build the page; the number of queries depends on what is asked, not on how much is found."""
    names = names_for(viewer)
    shelf = Inspiration.objects.visible_to(viewer)
    found = asked.narrowed(shelf, names.places)
    paginator: Paginator[int] = Paginator(in_order(found, asked, names.places), PER_PAGE)
    page = paginator.get_page(number)
    nothing = page.paginator.count == 0
    return CataloguePage(
        asked=asked,
        total=shelf.count(),
        page=page,
        cards=() if asked.overview else cards_of(list(page.object_list), asked.query, names.places),
        choices=all_choices(asked, shelf, names),
        chips=chips_of(asked, names),
        sorts=sorts_of(asked),
        loosenings=loosenings(asked, shelf, names) if nothing else (),
        overview=overview_of(asked, found, names) if asked.overview and not nothing else None,
    )


def names_for(viewer: User) -> Names:
    """Return what the values of facets are called today, with three queries."""
    programmes = Programme.objects.visible_to(viewer).order_by().values_list("pk", "title")
    return Names(places_as_of(timezone.localdate()), {str(pk): title for pk, title in programmes})


def in_order(found: InspirationQuerySet, asked: Asked, places: Places) -> QuerySet[Initiative, int] | list[int]:
    """Return the numbers of the initiatives in the order that was asked for."""
    if asked.sorted_by == "organisation":
        return _by_place(found, places)
    if asked.sorted_by == "bedst":
        weights = asked.query.weights
        holders = Posting.objects.of_terms(weights).holders()
        found = found.best_first(points(weights, holders, SearchEntry.objects.count()))
    elif asked.sorted_by == "nyeste":
        found = found.newest_first()
    else:
        found = found.by_title()
    return found.values_list("pk", flat=True)


def _by_place(found: InspirationQuerySet, places: Places) -> list[int]:
    rows = list(found.by_title().values_list("pk", "unit", "unit_text"))
    position = {unit: at for at, unit in enumerate(places.tree)}
    last = len(position)

    def place(row: tuple[int, int | None, str]) -> tuple[int, str]:
        unit = None if row[1] is None else places.today(row[1])
        return (last, row[2]) if unit is None else (position[unit], "")

    return [row[0] for row in sorted(rows, key=place)]


def chips_of(asked: Asked, names: Names) -> tuple[Chip, ...]:
    """Return what is chosen, each with the address that takes it away again."""
    chips = [
        Chip(str(facet.label), names.of(facet, value), asked.without(facet, value).address() or "?")
        for facet in FACETS
        for value in asked.values(facet)
    ]
    if not asked.every_word:
        chips.append(Chip("", _("Some of the words"), replace(asked, every_word=True).address() or "?"))
    return tuple(chips)


def sorts_of(asked: Asked) -> tuple[tuple[str, str], ...]:
    """Return the ways to sort; the usual one first and without a key, so that it follows what is asked."""
    ways = {key: str(label) for key, label in SORTS.items() if key != "bedst" or asked.query}
    usual = next(iter(ways))
    return tuple(("" if key == usual else key, label) for key, label in ways.items())
