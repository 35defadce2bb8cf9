"""Rows of a plan that is laid out in tables: by columns in any order, over any number of tables and pages."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from indsats.reading.genres.action_plan.columns import BESIDE_TITLE, Columns, below_names, columns_of, meaning_of
from indsats.reading.genres.action_plan.headings import goal_of_heading, year_of_heading
from indsats.reading.genres.action_plan.rows import PlanRow
from indsats.reading.genres.action_plan.status import colour_of, lights_in
from indsats.reading.genres.register_columns import placed
from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.reading.model import Cell, Line, SourceDocument, Table

FEWEST_PARTS = 3


def rows_of_tables(document: SourceDocument) -> tuple[list[PlanRow], list[Line]]:
    """Give the rows of every table whose first row names a plan's columns, and of tables that go on without one.

    With them come the first lines of rows that a page's end has torn, so that only their second half is in a table.
    """
    walk = _Walk()
    for page in document.pages:
        if page.number > 1 and document.format in {"xlsx", "ods"}:
            walk = _Walk(walk)
        for item in page.items:
            if not isinstance(item, Block):
                walk.table(item)
            elif item.kind != "other":
                walk.heading(item.lines)
    return walk.rows, walk.torn


def card_of(table: Table) -> dict[str, Cell] | None:
    """Give the parts of a table that is one initiative: names in its first column, a title among them."""
    card: dict[str, Cell] = {}
    for row in table.rows:
        printed = [cell for cell in row if cell.text.strip()]
        if len(row) < len(("name", "part")) or len(printed) > len(("name", "part")):
            return None
        meaning = meaning_of(joined(line.text for line in row[0].lines))
        if meaning and meaning not in card:
            card[meaning] = row[1]
    names = set(card)
    known = len(card) >= FEWEST_PARTS and len(card) * 2 > len(table.rows)
    return card if known and "title" in names and names & BESIDE_TITLE else None


class _Walk:
    """Goes through a document from its top and remembers what stands above."""

    def __init__(self, before: _Walk | None = None) -> None:
        self.rows: list[PlanRow] = before.rows if before else []
        self.torn: list[Line] = before.torn if before else []
        self._columns: Columns | None = None
        self._width = 0
        self._year: Line | None = None
        self._goal: Line | None = None

    def heading(self, lines: Sequence[Line]) -> bool:
        """Take note of a heading for a year or a goal; tells whether the lines are one."""
        text = joined(line.text for line in lines)
        heading = replace(lines[0], text=text, runs=())
        if year_of_heading(text) is not None:
            self._year, self._goal = heading, None
            return True
        if goal_of_heading(text) is not None:
            self._goal = heading
            return True
        return False

    def table(self, table: Table) -> None:
        """Take in a table's rows."""
        card = card_of(table)
        if card:
            self._card(card)
            return
        width = max(sum(max(cell.column_span, 1) for cell in row) for row in table.rows)
        named_first = next((index for index, row in enumerate(table.rows) if columns_of(row)), None)
        if named_first is not None or width != self._width:
            self._columns = None
        for cells in table.rows:
            named = columns_of(cells)
            if named:
                self._columns, self._width = named, width
                self.torn.extend(below_names(cells)[:1])
            elif not self._is_heading_row(cells) and self._columns:
                self._row(placed(cells), self._columns)

    def _card(self, card: Mapping[str, Cell]) -> None:
        """Take in a table that is one initiative, with the names of its parts down the side."""
        row = PlanRow(year_above=self._year, goal_above=self._goal, columns=frozenset(card))
        for meaning, cell in card.items():
            row.add(meaning, cell.lines)
        row.colour = colour_of(card["status"]) if "status" in card else None
        if row.text("title"):
            self.rows.append(row)

    def _is_heading_row(self, cells: Sequence[Cell]) -> bool:
        """Tell a row across the table that is a heading, a legend or nothing at all."""
        printed = [cell for cell in cells if cell.text.strip()]
        if len(printed) == 1 and self.heading(printed[0].lines):
            return True
        return not printed or (len(printed) > 1 and all(lights_in(cell.text) for cell in printed))

    def _row(self, cells: Mapping[int, Cell], columns: Columns) -> None:
        title = next(
            (cells[column] for column, meaning in columns.items() if meaning == "title" and column in cells), None
        )
        if self._goes_on(title):
            row = self.rows[-1]
        elif title is None or not title.text.strip():
            return
        else:
            row = PlanRow(year_above=self._year, goal_above=self._goal, columns=frozenset(columns.values()))
            self.rows.append(row)
        for column, meaning in columns.items():
            cell = cells.get(column)
            if cell is None:
                continue
            row.add(meaning, cell.lines)
            if meaning == "status":
                row.colour = row.colour or colour_of(cell)

    def _goes_on(self, title: Cell | None) -> bool:
        """Tell a row that belongs to the one above: it names nothing, or its name is a cell merged with that above."""
        if not self.rows or title is None:
            return False
        above = self.rows[-1].lines.get("title", [])
        return not title.text.strip() or (bool(above) and tuple(above) == title.lines)
