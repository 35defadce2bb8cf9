"""The portfolio: everything in one place, as a list, by goal or in time; what is chosen stands in the address."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.domain.lifecycle import LIGHTS
from indsats.initiatives.filters import PortfolioFilter
from indsats.initiatives.models import Initiative
from indsats.initiatives.pages.address import address
from indsats.initiatives.pages.by_goal import ProgrammeCard, cards
from indsats.initiatives.pages.in_time import Years, years_of
from indsats.initiatives.pages.lights import WORST_FIRST
from indsats.initiatives.pages.names import unit_names
from indsats.initiatives.pages.options import Options
from indsats.initiatives.rules import can_create_somewhere
from indsats.initiatives.tables import InitiativeTable
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from datetime import date

    from django.http import QueryDict
    from django.utils.functional import Promise

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict
    from indsats.organisation.domain.tree import Tree

VIEWS: dict[str, Promise] = {"list": _("List"), "goals": _("By goal"), "timeline": _("Timeline")}


@dataclass(frozen=True, slots=True)
class Tile:
    """How many there are with a light, and where one sees just them (or all again)."""

    light: str
    count: int
    url: str
    is_chosen: bool

    @property
    def label(self) -> str:
        """The light's name."""
        return str(LIGHTS[self.light])


@dataclass(frozen=True, slots=True)
class Way:
    """A way to look at the same initiatives."""

    label: str
    url: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class Portfolio:
    """What the portfolio page shows; of table, cards and years there is the one that ``view`` names."""

    view: str
    filter: PortfolioFilter
    tiles: tuple[Tile, ...]
    ways: tuple[Way, ...]
    count: int
    create: Verdict
    excel_url: str
    table: InitiativeTable | None
    cards: tuple[ProgrammeCard, ...]
    years: Years | None

    @classmethod
    def build(cls, query: QueryDict, *, viewer: User, on: date) -> Portfolio:
        """Read what the address asks for; the number of queries does not depend on how much there is."""
        tree = tree_as_of(on)
        asked = asked_for(query, viewer=viewer, on=on, tree=tree)
        chosen = asked.qs
        counts = asked.of_every_light.counted_by_light()
        light = asked.chosen.get("light")
        count = counts.get(light, 0) if light else sum(counts.values())
        view = str(query.get("view", ""))
        view = view if view in VIEWS else "list"
        return cls(
            view=view,
            filter=asked,
            tiles=tuple(_tile(each, counts, query) for each in WORST_FIRST),
            ways=tuple(
                Way(str(name), address(query, view=key, sort="", page=""), key == view) for key, name in VIEWS.items()
            ),
            count=count,
            create=can_create_somewhere(viewer),
            excel_url=reverse("initiatives:portfolio_excel") + address(query, page="", view=""),
            table=table_of(asked, query, tree=tree, count=count) if view == "list" else None,
            cards=cards(chosen, query) if view == "goals" else (),
            years=years_of(chosen, count=count, page=query.get("page", "1"), on=on) if view == "timeline" else None,
        )


def asked_for(query: QueryDict, *, viewer: User, on: date, tree: Tree) -> PortfolioFilter:
    """Return the filter that the address asks for, over what the person sees."""
    options = Options.build(viewer=viewer, tree=tree, on=on)
    return PortfolioFilter(query, Initiative.objects.visible_to(viewer), options=options, tree=tree, viewer=viewer)


def table_of(asked: PortfolioFilter, query: QueryDict, *, tree: Tree, count: int) -> InitiativeTable:
    """Return one page of the list, with the names of units that it shows."""
    table = InitiativeTable(asked.qs.with_names(), tree=tree)
    table.configure(query, count=count)
    shown = [row.record.unit_id for row in table.paginated_rows]
    table.names = unit_names(unit for unit in shown if unit is not None)
    return table


def _tile(light: str, counts: dict[str, int], query: QueryDict) -> Tile:
    is_chosen = query.get("light") == light
    url = address(query, light="" if is_chosen else light, page="")
    return Tile(light, counts.get(light, 0), url, is_chosen)
