"""One programme: what it wants, what it costs, and how its initiatives go, goal by goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts import Chart, stacked_bars
from indsats.initiatives.domain.period import years_shown
from indsats.initiatives.models import Goal, Initiative, MoneyLine, Programme
from indsats.initiatives.pages.in_time import timeline_of
from indsats.initiatives.pages.lights import WORST_FIRST, series
from indsats.initiatives.pages.names import place_of, unit_names
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from indsats.accounts.models import User
    from indsats.initiatives.querysets import InitiativeQuerySet

MOST_IN_TIMELINE = 24
MOST_IN_SECTION = 40


@dataclass(frozen=True, slots=True)
class Item:
    """One initiative under a goal."""

    initiative: Initiative
    place: str


@dataclass(frozen=True, slots=True)
class Section:
    """A goal, its money and its initiatives, the most urgent first; ``goal`` is None for what serves none.

    A goal with very many initiatives shows the first of them; ``more`` is how many the portfolio has besides.
    """

    goal: Goal | None
    counts: Mapping[str, int]
    items: tuple[Item, ...]
    money: tuple[MoneyLine, ...]

    @property
    def title(self) -> str:
        """The goal's number and title."""
        return str(self.goal) if self.goal else _("Without a goal")

    @property
    def more(self) -> int:
        """How many initiatives are not shown here."""
        return sum(self.counts.values()) - len(self.items)


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """What the page of a programme says; politicians read it, on paper too."""

    programme: Programme
    years: str
    unit: str
    count: int
    lights: tuple[tuple[str, int], ...]
    sections: tuple[Section, ...]
    money: tuple[MoneyLine, ...]
    money_a_year: Decimal | None
    money_in_all: Decimal | None
    chart: Chart | None
    timeline: Chart | None
    is_cut: bool  # the timeline shows only the first

    @classmethod
    def build(cls, programme: Programme, *, viewer: User, on: date) -> ProgrammePage:
        """Gather everything; the number of queries does not depend on how many goals and initiatives there are."""
        seen = Initiative.objects.visible_to(viewer).published().of_programme(programme)
        lights = seen.counted_by_light()
        money = list(MoneyLine.objects.of_programme(programme))
        sections = _sections(programme, seen, money, on)
        dated = list(seen.with_years()[: MOST_IN_TIMELINE + 1])
        return cls(
            programme=programme,
            years=years_shown(programme.first_year, programme.last_year),
            unit=unit_names([programme.unit_id]).get(programme.unit_id, "") if programme.unit_id else "",
            count=sum(lights.values()),
            lights=tuple((light, lights.get(light, 0)) for light in WORST_FIRST),
            sections=sections,
            money=tuple(line for line in money if line.goal_id is None),
            money_a_year=_sum(money, "year"),
            money_in_all=_sum(money, "total"),
            chart=_chart(programme, sections) if lights else None,
            timeline=timeline_of(dated[:MOST_IN_TIMELINE], on=on) if dated else None,
            is_cut=len(dated) > MOST_IN_TIMELINE,
        )


def _sections(
    programme: Programme, seen: InitiativeQuerySet, money: Sequence[MoneyLine], on: date
) -> tuple[Section, ...]:
    """Return a section for each goal, and one for what serves none; counted and cut in the database."""
    counts = seen.counted_by_goal()
    beside = seen.without_goal_of(programme)
    placed: dict[int | None, list[int]] = {}
    for goal_id, initiative_id in seen.most_urgent_of_each_goal(programme, MOST_IN_SECTION):
        placed.setdefault(goal_id, []).append(initiative_id)
    placed[None] = list(beside.most_urgent_first().values_list("pk", flat=True)[:MOST_IN_SECTION])
    items = _items({pk for keys in placed.values() for pk in keys}, on)
    found = [
        Section(
            goal=goal,
            counts=counts.get(goal.pk, {}),
            items=tuple(items[pk] for pk in placed.get(goal.pk, ())),
            money=tuple(line for line in money if line.goal_id == goal.pk),
        )
        for goal in programme.goals.all()
    ]
    if placed[None]:
        found.append(Section(None, beside.counted_by_light(), tuple(items[pk] for pk in placed[None]), ()))
    return tuple(found)


def _items(keys: Iterable[int], on: date) -> dict[int, Item]:
    """Return these initiatives with their places; three queries."""
    tree = tree_as_of(on)
    initiatives = Initiative.objects.filter(pk__in=keys).select_related("owner").defer("description", "folded")
    former = unit_names(each.unit_id for each in initiatives if each.unit_id and each.unit_id not in tree)
    return {
        each.pk: Item(each, place_of(each.unit_id, tree) or former.get(each.unit_id or 0, "") or each.unit_text)
        for each in initiatives
    }


def _sum(lines: Iterable[MoneyLine], per: str) -> Decimal | None:
    amounts = [line.amount_dkk for line in lines if line.per == per and line.amount_dkk is not None]
    return sum(amounts[1:], amounts[0]) if amounts else None


def _chart(programme: Programme, sections: Iterable[Section]) -> Chart:
    rows: list[tuple[str, Mapping[str, float], str | None]] = [
        (each.title, each.counts, f"#goal-{each.goal.pk}" if each.goal else None) for each in sections
    ]
    return stacked_bars(
        _("Status by goal: %(programme)s") % {"programme": programme.title},
        _("Number of initiatives of each goal, by status."),
        series=series(),
        rows=rows,
    )
