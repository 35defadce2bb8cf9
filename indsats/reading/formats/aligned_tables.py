"""Tables without lines: a row of short headings, and text below that keeps to their left edges."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from indsats.reading.formats.segments import Segment

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.formats.glyphs import Word

FEWEST_COLUMNS = 3
MOST_WORDS_IN_A_HEADING = 5
LEFT_SLACK_PT = 4.0
WIDER_PT = 1.5
BLANK_LINE = 0.6
"""The gap, in heights of a line, that parts two rows."""


@dataclass(frozen=True, slots=True)
class AlignedTable:
    """Rows of columns of segments, headings first."""

    rows: tuple[tuple[tuple[Segment, ...], ...], ...]
    lefts: tuple[float, ...]
    ends_page: bool
    """Whether nothing stands below it, so that the next page may go on."""

    @property
    def words(self) -> set[Word]:
        """Every word of the table."""
        return {word for segment in self._segments() for word in segment.words}

    def _segments(self) -> Iterator[Segment]:
        return (segment for row in self.rows for cell in row for segment in cell)

    @property
    def top(self) -> float:
        """The upper edge in points from the top of the page."""
        return min(segment.top for segment in self._segments())


def aligned_tables(segments: Sequence[Segment], going_on: Sequence[float] = ()) -> list[AlignedTable]:
    """Find the tables of a page from the top down.

    ``going_on`` is the left edges of a table that closed the page before: the page may open with more of it.
    """
    ordered = sorted(segments, key=lambda one: (round(one.bottom), one.left))
    lines = [tuple(line) for _, line in groupby(ordered, key=lambda one: round(one.bottom))]
    tables: list[AlignedTable] = []
    index = 0
    lefts = list(going_on)
    while index < len(lines):
        heading = lines[index] if _is_heading(lines[index]) else None
        if heading:
            lefts = [segment.left for segment in heading]
            index += 1
        body = _body(lines[index:], lefts) if lefts else []
        rows = _rows(body, lefts)
        if rows and max(sum(map(bool, row)) for row in rows) > 1:
            headings = [tuple((one,) for one in heading)] if heading else []
            tables.append(AlignedTable((*headings, *rows), tuple(lefts), index + len(body) == len(lines)))
        index += max(len(body), 0 if heading else 1)
        lefts = []
    return tables


def _body(lines: Sequence[Sequence[Segment]], lefts: Sequence[float]) -> list[tuple[Segment, ...]]:
    """Give the lines that keep to the columns, until one does not; words set close are parted where a column begins."""
    body: list[tuple[Segment, ...]] = []
    for line in lines:
        parted = tuple(piece for segment in line for piece in _parted(segment, lefts))
        if _is_heading(line) or not all(_keeps_to(one, lefts) for one in parted):
            break
        body.append(parted)
    return body


def _parted(segment: Segment, lefts: Sequence[float]) -> list[Segment]:
    pieces: list[list[Word]] = [[]]
    for word in segment.words:
        if pieces[-1] and any(abs(word.left - left) <= LEFT_SLACK_PT for left in lefts[1:]):
            pieces.append([])
        pieces[-1].append(word)
    return [Segment(tuple(piece)) for piece in pieces]


def _is_heading(line: Sequence[Segment]) -> bool:
    return (
        len(line) >= FEWEST_COLUMNS
        and all(len(one.words) <= MOST_WORDS_IN_A_HEADING for one in line)
        and (all(one.is_bold for one in line) or all(one.text.isupper() for one in line))
    )


def _keeps_to(segment: Segment, lefts: Sequence[float]) -> bool:
    """Tell whether a segment stays inside one column."""
    column = _column(segment, lefts)
    after = lefts[column + 1] if column + 1 < len(lefts) else float("inf")
    return segment.left >= lefts[0] - LEFT_SLACK_PT and segment.right <= after + LEFT_SLACK_PT


def _column(segment: Segment, lefts: Sequence[float]) -> int:
    return max((i for i, left in enumerate(lefts) if left <= segment.left + LEFT_SLACK_PT), default=0)


def _usual_gap(lines: Sequence[Sequence[Segment]]) -> float:
    """Give the gap between two lines of one cell: the one that occurs most."""
    gaps = Counter(
        round(min(one.top for one in below) - max(one.bottom for one in above), 1) for above, below in pairwise(lines)
    )
    return gaps.most_common(1)[0][0] if gaps else 0.0


def _rows(lines: Sequence[Sequence[Segment]], lefts: Sequence[float]) -> list[tuple[tuple[Segment, ...], ...]]:
    """Part lines into rows: at a blank line across the table with something in the first column below it.

    A gap that is only a little wider than usual will do where the line below it fills most columns anew.
    """
    every_line_full = all(len({_column(one, lefts) for one in line}) >= len(lefts) - 1 for line in lines)
    usual = _usual_gap(lines)
    rows: list[list[list[Segment]]] = []
    bottom = 0.0
    for line in lines:
        starts = any(_column(one, lefts) == 0 for one in line)
        gap = min(one.top for one in line) - bottom
        height = line[0].bottom - line[0].top
        fills_anew = len({_column(one, lefts) for one in line}) >= FEWEST_COLUMNS and gap > usual + WIDER_PT
        if not rows or (starts and (every_line_full or gap > BLANK_LINE * height or fills_anew)):
            rows.append([[] for _ in lefts])
        for one in line:
            rows[-1][_column(one, lefts)].append(one)
        bottom = max(one.bottom for one in line)
    return [tuple(tuple(cell) for cell in row) for row in rows]
