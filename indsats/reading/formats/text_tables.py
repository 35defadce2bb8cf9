"""Tables in plain text: columns kept apart by spaces below a row of short headings, or by upright strokes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from indsats.reading.model import Cell, Line, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

APART = re.compile(r"(?:\s{2,}|\t\s*)(?=\S)")
FEWEST_COLUMNS = 3
MOST_WORDS_IN_A_HEADING = 5
FEWEST_ROWS = 1
FEWEST_SHARED_LINES = 1
"""How many lines below the headings hold more than one column at least."""
SHIFT = 3
"""How many letters a column may begin to either side of its heading."""
MOST_BLANK_LINES = 3
TAB_WIDTH = 8
STROKES = re.compile(r"\s*\|.*\|\s*")
RULE = re.compile(r"[\s|:+=-]+")


@dataclass(frozen=True, slots=True)
class FoundTable:
    """A table and the lines it takes up: the first, and the first after it, counted from 0."""

    table: Table
    start: int
    end: int


def tables_in(printed: Sequence[str]) -> Iterator[FoundTable]:
    """Find the tables of a text from the top down."""
    place = 0
    while place < len(printed):
        found = _with_strokes(printed, place) or _spaced(printed, place)
        if found:
            yield found
        place = found.end if found else place + 1


def _with_strokes(printed: Sequence[str], start: int) -> FoundTable | None:
    end = start
    while end < len(printed) and STROKES.fullmatch(printed[end]):
        end += 1
    rows = [
        tuple(_cell(field, place) for field in printed[place].strip().strip("|").split("|"))
        for place in range(start, end)
        if not RULE.fullmatch(printed[place])
    ]
    return FoundTable(Table(tuple(rows)), start, end) if len(rows) > FEWEST_ROWS else None


def _cell(text: str, place: int) -> Cell:
    return Cell((Line(text.strip(), place + 1),)) if text.strip() else Cell()


def _spaced(printed: Sequence[str], start: int) -> FoundTable | None:
    """Give the table whose headings stand on this line, if the lines below keep to their columns."""
    heading = printed[start].expandtabs(TAB_WIDTH)
    starts = _column_starts(heading)
    if not starts:
        return None
    body: dict[int, list[str]] = {}
    end = start + 1
    blank = 0
    for place in range(start + 1, len(printed)):
        text = printed[place].expandtabs(TAB_WIDTH)
        if not text.strip():
            blank += 1
            if blank > MOST_BLANK_LINES:
                break
            continue
        fields = _fields(text, starts)
        if fields is None or fields == _fields(heading, starts):
            break
        body[place], end, blank = fields, place + 1, 0
    if sum(sum(map(bool, fields)) > 1 for fields in body.values()) < FEWEST_SHARED_LINES:
        return None
    headings = tuple(_cell(field, start) for field in _fields(heading, starts) or ())
    return FoundTable(Table((headings, *_rows(body))), start, end)


def _column_starts(heading: str) -> list[int]:
    """Give where the columns begin if this line can be their headings: short texts, well apart."""
    fields = APART.split(heading.strip())
    if len(fields) < FEWEST_COLUMNS or any(len(field.split()) > MOST_WORDS_IN_A_HEADING for field in fields):
        return []
    if not all(field[:1].isupper() for field in fields):
        return []
    first = len(heading) - len(heading.lstrip())
    return [first, *(gap.end() for gap in APART.finditer(heading) if gap.end() > first)]


def _fields(text: str, starts: Sequence[int]) -> list[str] | None:
    """Cut a line where its columns begin; None for a line that runs across them."""
    indent = len(text) - len(text.lstrip())
    is_prose = indent < starts[1] < len(text.rstrip()) and not APART.search(text.strip())
    if is_prose:
        return None
    cuts = [0]
    begins = {gap.end() for gap in APART.finditer(text)}
    for start in starts[1:]:
        near = [place for place in begins if abs(place - start) <= SHIFT and place > cuts[-1]]
        if near:
            cuts.append(min(near, key=lambda place: abs(place - start)))
        elif start >= len(text) or text[start - 1].isspace():
            cuts.append(max(start, cuts[-1]))
        else:
            return None
    return [text[one:two].strip() for one, two in zip(cuts, [*cuts[1:], len(text)], strict=True)]


def _rows(body: dict[int, list[str]]) -> list[tuple[Cell, ...]]:
    """Part the lines into rows: at blank lines where the table has any, else where a line fills its columns anew."""
    rows: list[list[list[Line]]] = []
    places = list(body)
    spaced = any(two - one > 1 for one, two in pairwise(places))
    above: int | None = None
    for place, fields in body.items():
        new = above is None or (place - above > 1 if spaced else bool(fields[0]) and _fills_more(fields))
        if new and (fields[0] or not rows):
            rows.append([[] for _ in fields])
        for cell, field in zip(rows[-1], fields, strict=True):
            if field:
                cell.append(Line(field, place + 1))
        above = place
    return [tuple(Cell(tuple(lines)) for lines in row) for row in rows]


def _fills_more(fields: Sequence[str]) -> bool:
    return sum(map(bool, fields)) >= min(FEWEST_COLUMNS, len(fields))
