"""Comma-separated values: one table, with the separator and encoding the file turns out to have."""

from __future__ import annotations

import csv
from io import StringIO

from indsats.reading.formats.encoding import decoded
from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.formats.separator import separator_of
from indsats.reading.model import Cell, Page, SourceDocument, Table

MOST_ROWS = 100_000


def read_csv(data: bytes, file: str) -> SourceDocument:
    """Lay out a file of separated values as one page with one table; a line number is the row's line in the file."""
    text = decoded(data).text
    separator = separator_of(text, named_csv=True) or ";"
    table_rows: list[tuple[Cell, ...]] = []
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator)
    started = 1
    for fields in reader:
        table_rows.append(tuple(_cell(field, started) for field in fields))
        started = reader.line_num + 1
        if len(table_rows) == MOST_ROWS:
            break
    lossy = tuple(line for row in table_rows for cell in row for line in cell.lines if "\ufffd" in line.text)
    page = Page(number=1, items=(Table(tuple(table_rows)),))
    return SourceDocument(file=file, format="csv", pages=(page,), lossy=lossy)


def _cell(field: str, number: int) -> Cell:
    """Give a field as a cell; the lines of a quoted field are the lines of the file it is written over."""
    if not field.strip():
        return Cell()
    numbers = LineNumbers(1)
    numbers.last = number - 1
    return Cell(lines=tuple(numbers.line(line) for line in field.splitlines()))
