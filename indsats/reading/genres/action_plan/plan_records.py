"""Rows made into records: goal, year, period, status and who is responsible, each with the words it was read from."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from indsats.reading.fields.period import Period, period_of_text
from indsats.reading.fields.themes import found_themes
from indsats.reading.genres.action_plan.audience import audience
from indsats.reading.genres.action_plan.goals import Goals, NamedGoal, named_goal
from indsats.reading.genres.action_plan.headings import YEAR, goal_of_heading, year_of_heading
from indsats.reading.genres.action_plan.status import MARK, Legend
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.action_plan.rows import PlanRow

KIND = "action_plan_initiative"


class PlanRecords:
    """The rows of a plan and the records made of them, one for one."""

    def __init__(self, rows: Sequence[PlanRow], goals: Goals, legend: Legend) -> None:
        self.rows = [row for row in rows if row.text("title")]
        self.goals = goals
        self.legend = legend

    @cached_property
    def periods(self) -> list[Period]:
        """What each row says about time."""
        return [period_of_text(_period_text(row)) for row in self.rows]

    @cached_property
    def records(self) -> tuple[Record, ...]:
        """One record a row."""
        return tuple(self._record(row, period) for row, period in zip(self.rows, self.periods, strict=True))

    def _record(self, row: PlanRow, period: Period) -> Record:
        title, description = row.text("title"), row.text("description") or None
        goal = goal_of(row) or NamedGoal(None, None)
        number = goal.number
        if number is None and goal.title:
            number = self.goals.number_called(goal.title)
        groups, themes = audience(title, description), found_themes(title, description)
        fields: dict[str, Any] = {
            "goal_number": number,
            "goal_title": goal.title,
            "priority_year": _priority_year(row),
            "period_text": period.text,
            "start_year": period.start_year,
            "end_year": period.end_year,
            "open_ended": period.open_ended,
            "status_text": self._status(row),
            "responsible": row.text("responsible") or None,
            "target_groups": [group.key for group in groups],
            "themes": [theme.key for theme in themes],
        }
        quotes = _quotes(row, fields)
        quotes |= {"target_groups": "\n".join(word for group in groups for word in group.words)} if groups else {}
        quotes |= {"themes": "\n".join(word for theme in themes for word in theme.words)} if themes else {}
        return Record(KIND, title, Source(row.place, quotes), description, fields)

    def _status(self, row: PlanRow) -> str | None:
        printed = re.sub(MARK, "", row.text("status")).strip()
        return printed or (self.legend.colours.get(row.colour) if row.colour else None)


def goal_of(row: PlanRow) -> NamedGoal | None:
    """Give the goal a row names, or else the one that it stands below."""
    own = named_goal(row.text("goal"), in_column=row.goal_is_column) if row.text("goal") else None
    if own:
        return own
    above = goal_of_heading(row.goal_above.text) if row.goal_above else None
    return NamedGoal(*above) if above else None


def _period_text(row: PlanRow) -> str:
    return row.text("period") or " - ".join(text for text in (row.text("start"), row.text("end")) if text)


def _priority_year(row: PlanRow) -> int | None:
    own = YEAR.findall(row.text("year"))
    if len(own) == 1:
        return int(own[0])
    return year_of_heading(row.year_above.text.strip()) if row.year_above else None


def _quotes(row: PlanRow, fields: dict[str, Any]) -> dict[str, str]:
    """Give for each field that is filled the words it was read from."""
    year = row.printed("year") or (row.year_above.text if row.year_above else "")
    goal = row.printed("goal") or (row.goal_above.text if row.goal_above else "")
    period = row.printed("period") or " - ".join(text for text in (row.printed("start"), row.printed("end")) if text)
    printed = {
        **{name: row.printed(name) for name in ("title", "description", "responsible")},
        **dict.fromkeys(("goal_number", "goal_title"), goal),
        **dict.fromkeys(("period_text", "start_year", "end_year"), period),
        "priority_year": year,
        "status_text": row.printed("status"),
    }
    return {name: text for name, text in printed.items() if text and fields.get(name, text) is not None}
