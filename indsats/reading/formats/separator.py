"""Which character parts the columns of a text, if it is a table at all."""

from __future__ import annotations

import csv
from collections import Counter
from io import StringIO

SEPARATORS = (";", "\t", ",", "|")
ROWS_LOOKED_AT = 50
FEWEST_ROWS = 2
FEWEST_COLUMNS = 3
AGREEING_SHARE = 0.9


def separator_of(text: str, *, named_csv: bool) -> str | None:
    """Give the column separator, or None for running text.

    Text that nobody called a table must agree on three columns or more in nine rows of ten; a file named ``.csv`` is
    believed from its first two columns on.
    """
    fewest = 2 if named_csv else FEWEST_COLUMNS
    best: tuple[float, int, str] | None = None
    for separator in SEPARATORS:
        widths = _widths(text, separator)
        if len(widths) < FEWEST_ROWS and not named_csv:
            continue
        agreed, count = Counter(widths).most_common(1)[0] if widths else (0, 0)
        share = count / len(widths) if widths else 0.0
        enough = share >= AGREEING_SHARE or (named_csv and max(widths, default=0) >= fewest)
        if agreed >= fewest and enough and (best is None or (share, agreed) > best[:2]):
            best = share, agreed, separator
    return best[2] if best else None


def _widths(text: str, separator: str) -> list[int]:
    """Give the number of columns of the first rows; none where quotes never close."""
    widths: list[int] = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=separator):
            if any(field.strip() for field in row):
                widths.append(len(row))
            if len(widths) == ROWS_LOOKED_AT:
                break
    except csv.Error:
        return []
    return widths
