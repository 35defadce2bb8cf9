"""What the catalogue is asked for, as it stands in the address, and the facets that narrow it.

Values that do not exist are let fall: an old link shows more rather than an error.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.domain.themes import LABELS as THEMES
from indsats.initiatives.models import Initiative, Programme
from indsats.language.queries import Query, read_query
from indsats.organisation.domain.target_groups import LABELS as GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from django_stubs_ext import StrOrPromise

    from indsats.catalogue.domain.places import Places
    from indsats.catalogue.querysets import InspirationQuerySet

TEXT, SORT, PAGE, VIEW, COLUMNS, WORDS = "q", "sorter", "side", "visning", "kolonner", "ord"
OVERVIEW, SOME_WORDS = "overblik", "nogle"
SORTS: dict[str, StrOrPromise] = {
    "bedst": _("Best match first"),
    "titel": _("Title"),
    "nyeste": _("Newest first"),
    "organisation": _("Organisation"),
}
_LONGEST_TEXT = 200
_MOST_VALUES = 50


@dataclass(frozen=True, slots=True)
class Facet:
    """One way to narrow the catalogue: its key in the address, what it is called, and how it narrows."""

    key: str
    label: StrOrPromise
    narrow: Callable[[InspirationQuerySet, tuple[str, ...], Places], InspirationQuerySet]
    fields: tuple[str, ...]
    exists: Callable[[str], bool]


def _in_places(shelf: InspirationQuerySet, keys: tuple[str, ...], places: Places) -> InspirationQuerySet:
    return shelf.in_places(places.units_of(keys), places.printed_of(keys))


def _in_programmes(shelf: InspirationQuerySet, keys: tuple[str, ...], _places: Places) -> InspirationQuerySet:
    return shelf.in_programmes([int(key) for key in keys])


ORGANISATION = Facet(
    "organisation",
    _("Organisation"),
    _in_places,
    ("unit", "unit_text"),
    lambda key: bool(key) and len(key) <= _LONGEST_TEXT,
)
GROUP = Facet(
    "faggruppe",
    _("For whom"),
    lambda shelf, keys, _places: shelf.for_groups(keys),
    ("target_groups",),
    GROUPS.__contains__,
)
THEME = Facet(
    "tema",
    _("Theme"),
    lambda shelf, keys, _places: shelf.about(keys),
    ("themes",),
    THEMES.__contains__,
)
PHASE = Facet(
    "fase",
    _("Phase"),
    lambda shelf, keys, _places: shelf.in_phases(keys),
    ("phase",),
    Initiative.Phase.values.__contains__,
)
PROGRAMME = Facet(
    "program",
    _("Programme"),
    _in_programmes,
    ("programmes",),
    lambda key: key.isdecimal() and len(key) < 10,  # noqa: PLR2004 -- what a database can hold
)
KIND = Facet(
    "slags",
    _("Kind"),
    lambda shelf, keys, _places: shelf.of_kinds(keys),
    ("programmes__kind",),
    Programme.Kind.values.__contains__,
)
FACETS = (ORGANISATION, GROUP, THEME, PHASE, PROGRAMME, KIND)


@dataclass(frozen=True)
class Asked:
    """What one person asks the catalogue for."""

    query: Query = field(default_factory=lambda: read_query(""))
    chosen: dict[str, tuple[str, ...]] = field(default_factory=dict)
    every_word: bool = True
    sort: str = ""
    overview: bool = False
    columns: str = GROUP.key

    def values(self, facet: Facet) -> tuple[str, ...]:
        """Return what is chosen in the facet."""
        return self.chosen.get(facet.key, ())

    @property
    def sorted_by(self) -> str:
        """How the list is sorted: as asked, else the best match first where there is a question, else by title."""
        return self.sort or ("bedst" if self.query else "titel")

    def without(self, facet: Facet, value: str | None = None) -> Asked:
        """Return the same question without one value of the facet, or without any."""
        left = tuple(each for each in self.values(facet) if value is not None and each != value)
        return replace(self, chosen={**self.chosen, facet.key: left})

    def narrowed(self, shelf: InspirationQuerySet, places: Places, *, but: Facet | None = None) -> InspirationQuerySet:
        """Return the initiatives that are asked for; ``but`` leaves one facet out, to count what it could give."""
        found = shelf.found_by(self.query, every_word=self.every_word)
        for facet in FACETS:
            if facet is not but and self.values(facet):
                found = facet.narrow(found, self.values(facet), places)
        return found

    def address(self, page: int | None = None) -> str:
        """Return the question as the end of an address, empty when it asks for nothing."""
        query = QueryDict(mutable=True)
        if self.query.text:
            query[TEXT] = self.query.text
        for facet in FACETS:
            query.setlist(facet.key, list(self.values(facet)))
        extras = {
            WORDS: "" if self.every_word else SOME_WORDS,
            SORT: self.sort,
            VIEW: OVERVIEW if self.overview else "",
            COLUMNS: self.columns if self.overview and self.columns != GROUP.key else "",
            PAGE: "" if page in (None, 1) else str(page),
        }
        for key, value in extras.items():
            if value:
                query[key] = value
        encoded = query.urlencode()
        return f"?{encoded}" if encoded else ""


def asked_in(query: QueryDict) -> Asked:
    """Read the address."""
    sort = query.get(SORT, "")
    chosen = {
        facet.key: tuple(
            dict.fromkeys(value for value in query.getlist(facet.key)[:_MOST_VALUES] if facet.exists(value))
        )
        for facet in FACETS
    }
    return Asked(
        query=read_query(query.get(TEXT, "").replace("\x00", "")[:_LONGEST_TEXT]),
        chosen=chosen,
        every_word=query.get(WORDS) != SOME_WORDS,
        sort=sort if sort in SORTS and sort != "bedst" else "",
        overview=query.get(VIEW) == OVERVIEW,
        columns=THEME.key if query.get(COLUMNS) == THEME.key else GROUP.key,
    )
