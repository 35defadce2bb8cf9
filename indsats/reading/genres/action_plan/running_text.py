"""Rows of a plan whose columns a program has written one after the other: told apart by what each column holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.genres.action_plan.rows import PlanRow
from indsats.reading.genres.action_plan.title_column import Widths, looks_like_title, title_and_rest
from indsats.reading.genres.action_plan.units import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indsats.reading.genres.action_plan.noise import PlanText
    from indsats.reading.model import Line

SENTENCE_ENDS = (".", "!", "?", ":", "”", '"')
MOST_WORDS_RESPONSIBLE = 8
CLOSING = ("period", "status")


@dataclass(slots=True)
class OpenRow:
    """A row being read."""

    year_above: Line | None
    goal_above: Line | None
    units: list[Unit] = field(default_factory=list)
    responsible: Unit | None = None

    def has(self, *kinds: str) -> bool:
        """Tell whether a unit of one of these kinds was read."""
        return any(unit.kind in kinds for unit in self.units)

    def texts(self) -> list[Unit]:
        """Give the row's title and description, block by block."""
        return [unit for unit in self.units if unit.kind == "text"]

    def stops_at_a_sentence(self) -> bool:
        """Tell whether the text so far ends where a sentence does."""
        return self.texts()[-1].lines[-1].text.rstrip().endswith(SENTENCE_ENDS)

    def was_taken_up_again(self) -> bool:
        """Tell whether text came after its period, as it does where a page ends inside the row."""
        return self.units[-1].kind == "text"

    def stops_in_a_word(self) -> bool:
        """Tell whether the text so far ends in the middle of a word."""
        return self.texts()[-1].lines[-1].text.rstrip().endswith("-")


def rows_of_text(plan: PlanText, titles: Iterable[str]) -> list[PlanRow]:
    """Give the rows of a plan in running text; ``titles`` are those its goals may have."""
    units = units_of(plan.lines, titles)
    widths = Widths.of([unit.lines for unit in units if unit.kind == "text"])
    return [_plan_row(row, plan.columns, widths) for row in RowFinder(plan.columns, units, widths).rows()]


class RowFinder:
    """Walks down the units and tells where one row ends and the next begins."""

    def __init__(self, columns: tuple[str, ...], units: Sequence[Unit], widths: Widths) -> None:
        self._columns = columns
        self._units = units
        self._widths = widths
        goals, periods = (sum(unit.kind == kind for unit in units) for kind in ("goal", "period"))
        self._rows_name_goals = goals * 2 >= max(periods, 1)

    def rows(self) -> list[OpenRow]:
        """Give the rows in order."""
        rows: list[OpenRow] = []
        current: OpenRow | None = None
        year: Line | None = None
        goal: Line | None = None
        for index, unit in enumerate(self._units):
            if unit.kind == "year":
                year, goal, current = unit.lines[0].line, None, None
            elif unit.kind == "goal_above":
                goal, current = unit.lines[0].line, None
            elif current and unit.kind == "text" and self._names_responsible(current, index):
                current.responsible = unit
            elif unit.kind == "text" and (current is None or self._begins_row(current, index)):
                current = OpenRow(year, goal, [unit])
                rows.append(current)
            elif current:
                current.units.append(unit)
        return rows

    def _kind(self, index: int) -> str | None:
        return self._units[index].kind if index < len(self._units) else None

    def _begins_row(self, row: OpenRow, index: int) -> bool:
        """Tell whether a text is the next row's title, and not more of the open row's description."""
        unit = self._units[index]
        if unit.text[:1].islower() or row.stops_in_a_word():
            return False
        if self._before_description("period"):
            return row.has(*CLOSING) and self._kind(index + 1 + self._texts_before_closing()) in CLOSING
        if row.has("goal"):
            return True
        if not row.has(*CLOSING):
            return False
        if unit.after_break or row.was_taken_up_again() or (self._rows_name_goals and not row.stops_at_a_sentence()):
            text_follows = self._kind(index + 1) == "text"
            looks = looks_like_title(unit.lines, self._widths, text_follows=text_follows)
            return looks and (not self._rows_name_goals or self._has_period_of_its_own(index))
        return True

    def _has_period_of_its_own(self, index: int) -> bool:
        """Tell whether a period or status follows before the next row can have begun."""
        while self._kind(index) == "text":
            index += 1
        return self._kind(index) in CLOSING or (self._kind(index) == "goal" and self._kind(index + 1) in CLOSING)

    def _before_description(self, column: str) -> bool:
        both = column in self._columns and "description" in self._columns
        return both and self._columns.index(column) < self._columns.index("description")

    def _texts_before_closing(self) -> int:
        """Tell how many columns of text stand between the title and what closes a row in other plans."""
        closing = min(self._columns.index(column) for column in CLOSING if column in self._columns)
        return sum(column == "responsible" for column in self._columns[:closing])

    def _names_responsible(self, row: OpenRow, index: int) -> bool:
        """Tell whether a short text stands where the column of who is responsible does."""
        unit = self._units[index]
        words = len(unit.text.split())
        if "responsible" not in self._columns or row.responsible or words > MOST_WORDS_RESPONSIBLE:
            return False
        if unit.text.endswith(".") or len(row.texts()) < len(("title",)):
            return False
        if self._columns[-1] == "responsible":
            return row.has(*CLOSING)
        said = len(row.texts()) > 1 or row.has("goal") or self._before_description("responsible")
        return said and not row.has(*CLOSING) and self._kind(index + 1) in CLOSING


def _plan_row(row: OpenRow, columns: tuple[str, ...], widths: Widths) -> PlanRow:
    found = PlanRow(year_above=row.year_above, goal_above=row.goal_above, columns=frozenset(columns))
    title, description = title_and_rest([unit.lines for unit in row.texts()], widths)
    found.add("title", tuple(title))
    found.add("description", tuple(description))
    for kind in ("goal", *CLOSING):
        unit = next((unit for unit in row.units if unit.kind == kind), None)
        if unit:
            found.add(kind, tuple(one.line for one in unit.lines))
    if row.responsible:
        found.add("responsible", tuple(one.line for one in row.responsible.lines))
    return found
