"""One programme: what it wants, what it costs, and how its initiatives go, goal by goal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts import Chart, stacked_bars
from indsats.initiatives.domain.lifecycle import LIGHTS
from indsats.initiatives.domain.period import years_shown
from indsats.initiatives.models import Goal, Initiative, MoneyLine, Programme
from indsats.initiatives.pages.in_time import begin_of, timeline_of
from indsats.initiatives.pages.lights import WORST_FIRST, series
from indsats.initiatives.pages.names import place_of, unit_names
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from decimal import Decimal

    from indsats.accounts.models import User

MOST_IN_TIMELINE = 24


@dataclass(frozen=True, slots=True)
class Item:
    """One initiative under a goal."""

    initiative: Initiative
    place: str


@dataclass(frozen=True, slots=True)
class Section:
    """A goal, its initiatives and its money; ``goal`` is None for what serves no goal of the programme."""

    goal: Goal | None
    items: tuple[Item, ...]
    money: tuple[MoneyLine, ...]

    @property
    def title(self) -> str:
        """The goal's number and title."""
        return str(self.goal) if self.goal else _("Without a goal")

    @property
    def counts(self) -> dict[str, int]:
        """How many initiatives have each light."""
        lights = [item.initiative.light for item in self.items]
        return {light: lights.count(light) for light in WORST_FIRST}


@dataclass(frozen=True, slots=True)
class ProgrammePage:
    """What the page of a programme says; politicians read it, on paper too."""

    programme: Programme
    years: str
    unit: str
    count: int
    lights: tuple[tuple[str, str, int], ...]
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
        initiatives = list(seen.select_related("owner").prefetch_related("goals").defer("description", "folded"))
        money = list(MoneyLine.objects.of_programme(programme))
        sections = _sections(programme, initiatives, money, on)
        dated = sorted((each for each in initiatives if begin_of(each)), key=lambda each: (begin_of(each), each.title))
        return cls(
            programme=programme,
            years=years_shown(programme.first_year, programme.last_year),
            unit=unit_names([programme.unit_id]).get(programme.unit_id, "") if programme.unit_id else "",
            count=len(initiatives),
            lights=_lights(initiatives),
            sections=sections,
            money=tuple(line for line in money if line.goal_id is None),
            money_a_year=_sum(money, "year"),
            money_in_all=_sum(money, "total"),
            chart=_chart(programme, sections) if initiatives else None,
            timeline=timeline_of(dated[:MOST_IN_TIMELINE], on=on) if dated else None,
            is_cut=len(dated) > MOST_IN_TIMELINE,
        )


def _sections(
    programme: Programme, initiatives: Sequence[Initiative], money: Sequence[MoneyLine], on: date
) -> tuple[Section, ...]:
    goals = list(programme.goals.all())
    items = _items(initiatives, on)
    known = {goal.pk for goal in goals}
    below: dict[int | None, list[Item]] = {}
    for item in items:
        own = [goal.pk for goal in item.initiative.goals.all() if goal.pk in known]
        for key in own:
            below.setdefault(key, []).append(item)
        if not own:
            below.setdefault(None, []).append(item)
    found = [
        Section(goal, tuple(below.get(goal.pk, ())), tuple(line for line in money if line.goal_id == goal.pk))
        for goal in goals
    ]
    return (*found, *([Section(None, tuple(below[None]), ())] if None in below else []))


def _items(initiatives: Sequence[Initiative], on: date) -> list[Item]:
    tree = tree_as_of(on)
    former = unit_names(each.unit_id for each in initiatives if each.unit_id and each.unit_id not in tree)
    return [
        Item(each, place_of(each.unit_id, tree) or former.get(each.unit_id or 0, "") or each.unit_text)
        for each in initiatives
    ]


def _lights(initiatives: Iterable[Initiative]) -> tuple[tuple[str, str, int], ...]:
    lights = [each.light for each in initiatives]
    return tuple((light, str(LIGHTS[light]), lights.count(light)) for light in WORST_FIRST)


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
