"""The portfolio by programme and goal: how many initiatives each goal has, and how they go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts import Chart, stacked_bars
from indsats.initiatives.domain.period import years_shown
from indsats.initiatives.models import Goal, Programme
from indsats.initiatives.pages.address import address
from indsats.initiatives.pages.lights import series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.http import QueryDict

    from indsats.initiatives.querysets import Counts, InitiativeQuerySet


@dataclass(frozen=True, slots=True)
class Counted:
    """How many have each light: in each programme, at each goal, and in each programme beside its goals."""

    programmes: Counts
    goals: Counts
    beside: Counts


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
    """Count the chosen initiatives by goal and light, with six queries however much there is.

    Where one programme is asked for there is one card, whatever else its initiatives belong to.
    """
    counted = Counted(chosen.counted_by_programme(), chosen.counted_by_goal(), chosen.counted_beside_the_goals())
    asked = query.get("programme", "")
    shown = [key for key in counted.programmes if not asked.isdigit() or key == int(asked)]
    goals: dict[int, list[Goal]] = {}
    for goal in Goal.objects.filter(programme__in=shown).defer("description"):
        goals.setdefault(goal.programme_id, []).append(goal)
    found = [
        _card(programme, goals.get(programme.pk, []), counted, query)
        for programme in Programme.objects.filter(pk__in=shown)
    ]
    outside = chosen.filter(programmes__isnull=True).counted_by_light()
    if outside:
        found.append(_outside(outside))
    return tuple(sorted(found, key=lambda card: not card.has_goals))


def _card(programme: Programme, goals: list[Goal], counted: Counted, query: QueryDict) -> ProgrammeCard:
    here = {"view": "list", "page": "", "sort": "", "programme": str(programme.pk)}
    rows: list[tuple[str, Mapping[str, float], str | None]] = [
        (str(goal), counted.goals.get(goal.pk, {}), address(query, **here, goal=str(goal.pk))) for goal in goals
    ]
    beside = counted.beside.get(programme.pk)
    if beside:
        rows.append((_("Without a goal") if goals else _("All initiatives"), beside, address(query, **here)))
    chart = stacked_bars(
        _("Status by goal: %(programme)s") % {"programme": programme.title},
        _("Number of initiatives of each goal, by status."),
        series=series(),
        rows=rows,
    )
    count = sum(counted.programmes[programme.pk].values())
    return ProgrammeCard(programme, count, chart, programme.get_absolute_url(), has_goals=bool(goals))


def _outside(counts: dict[str, int]) -> ProgrammeCard:
    chart = stacked_bars(
        _("Status outside the programmes"),
        _("Number of initiatives that belong to no programme, by status."),
        series=series(),
        rows=[(_("All initiatives"), counts, None)],
    )
    return ProgrammeCard(None, sum(counts.values()), chart, "", has_goals=False)
