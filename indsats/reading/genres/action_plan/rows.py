"""One row of a plan, wherever it was found: the lines of each of its columns, and what stood above it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.genres.action_plan.goals import without_goal
from indsats.reading.joined_lines import joined
from indsats.reading.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indsats.reading.model import Line

RESPONSIBLE = re.compile(r"\s*(?:ansvarlige?|tovholdere?|responsible)\s*:\s*(?P<who>\S.*)", re.IGNORECASE)


@dataclass(slots=True)
class PlanRow:
    """The lines of a row by the meaning of their column."""

    lines: dict[str, list[Line]] = field(default_factory=dict)
    year_above: Line | None = None
    """The heading of the year in which the row was prioritised."""
    goal_above: Line | None = None
    """The heading of the goal that the row stands below, in plans ordered by goal."""
    colour: str | None = None
    """The colour of the row's status, where that is all it says."""
    columns: frozenset[str] = frozenset()
    """What the row's table has columns for."""

    def add(self, meaning: str, lines: Iterable[Line]) -> None:
        """Put further lines into a column; the same line, as in a merged cell, is kept once."""
        kept = self.lines.setdefault(meaning, [])
        known = {(line.page, line.number, line.text) for line in kept}
        kept.extend(line for line in lines if not line.is_blank and (line.page, line.number, line.text) not in known)

    def text(self, meaning: str) -> str:
        """Give a column as running text; empty where nothing is printed."""
        return joined(line.text for line in self.lines.get(meaning, ()))

    def printed(self, meaning: str) -> str:
        """Give a column exactly as printed, line below line."""
        return "\n".join(line.text for line in self.lines.get(meaning, ()))

    @property
    def goal_is_column(self) -> bool:
        """Whether the row's goal stands in a column of its own, where a bare number or title is enough."""
        return "goal" in self.columns

    def part_goal_from_description(self, titles: Iterable[str]) -> None:
        """Move the lines that name the goal, or who is responsible, out of the description they are printed in."""
        if not self.lines.get("goal"):
            self.lines["description"], self.lines["goal"] = without_goal(self.lines.get("description", []), titles)
        if "responsible" not in self.columns:
            said = [line for line in self.lines.get("description", []) if RESPONSIBLE.fullmatch(line.text)]
            self.lines["description"] = [line for line in self.lines.get("description", []) if line not in said]
            self.lines["responsible"] = [_who(line) for line in said]

    def all_lines(self) -> Iterator[Line]:
        """Give every line of the row, column by column."""
        for lines in self.lines.values():
            yield from lines

    @property
    def place(self) -> Place:
        """Where the row begins, and how far it goes on that page."""
        page, first = min((line.page, line.number) for line in self.all_lines())
        last = max(line.number for line in self.all_lines() if line.page == page)
        return Place(page, first, last)


def _who(line: Line) -> Line:
    found = RESPONSIBLE.fullmatch(line.text)
    return type(line)(found["who"].strip(), line.number, line.page) if found else line
