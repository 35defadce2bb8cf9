"""The portfolio by programme and goal: how many initiatives each goal has, and how they go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts import Chart, stacked_bars
from indsats.initiatives.domain.period import years_shown
from indsats.initiatives.models import Goal, Programme
from indsats.initiatives.pages.address import address
from indsats.initiatives.pages.lights import by_light, series

if TYPE_CHECKING:
    from django.http import QueryDict

    from indsats.initiatives.querysets import InitiativeQuerySet

Counts = dict[str, int]


@dataclass(frozen=True, slots=True)
class ProgrammeCard:
    """One programme and its goals; ``programme`` is None for what stands outside all programmes."""

    programme: Programme | None
    count: int
    chart: Chart
    url: str
    has_goals: bool

    @property
    def title(self) -> str:
        """The programme's title."""
        return self.programme.title if self.programme else _("Outside the programmes")

    @property
    def years(self) -> str:
        """The years that the programme covers, where they are known."""
        return years_shown(self.programme.first_year, self.programme.last_year) if self.programme else ""


def cards(chosen: InitiativeQuerySet, query: QueryDict) -> tuple[ProgrammeCard, ...]:
    """Count the chosen initiatives by goal and light, with six queries however much there is."""
    totals = {row["programmes"]: row["count"] for row in chosen.counted_by("programmes")}
    in_goals = by_light(chosen.filter(goals__isnull=False).counted_by("goals", "light"), "goals")
    beside = by_light(chosen.without_goal_of_their_programme().counted_by("programmes", "light"), "programmes")
    goals: dict[int, list[Goal]] = {}
    for goal in Goal.objects.filter(programme__in=[key for key in totals if key]).defer("description"):
        goals.setdefault(goal.programme_id, []).append(goal)
    found = [
        _card(programme, totals[programme.pk], goals.get(programme.pk, []), in_goals, beside, query)
        for programme in Programme.objects.filter(pk__in=[key for key in totals if key])
    ]
    if None in totals:
        outside = by_light(chosen.filter(programmes__isnull=True).counted_by("programmes", "light"), "programmes")
        found.append(_outside(totals[None], outside.get(None, {})))
    return tuple(sorted(found, key=lambda card: not card.has_goals))


def _card(  # noqa: PLR0917 -- counted once for all cards, looked up in each
    programme: Programme,
    count: int,
    goals: list[Goal],
    in_goals: dict[int, Counts],
    beside: dict[int, Counts],
    query: QueryDict,
) -> ProgrammeCard:
    kept = {"view": "list", "page": "", "sort": ""}
    rows = [
        (str(goal), in_goals.get(goal.pk, {}), address(query, **kept, programme=str(programme.pk), goal=str(goal.pk)))
        for goal in goals
    ]
    if beside.get(programme.pk):
        label = _("Without a goal") if goals else _("All initiatives")
        rows.append((label, beside[programme.pk], address(query, **kept, programme=str(programme.pk))))
    chart = stacked_bars(
        _("Status by goal: %(programme)s") % {"programme": programme.title},
        _("Number of initiatives of each goal, by status."),
        series=series(),
        rows=rows,
    )
    return ProgrammeCard(programme, count, chart, programme.get_absolute_url(), has_goals=bool(goals))


def _outside(count: int, counts: Counts) -> ProgrammeCard:
    chart = stacked_bars(
        _("Status outside the programmes"),
        _("Number of initiatives that belong to no programme, by status."),
        series=series(),
        rows=[(_("All initiatives"), counts, None)],
    )
    return ProgrammeCard(None, count, chart, "", has_goals=False)
