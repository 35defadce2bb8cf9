"""Lines numbered as they are laid out, for the formats that have no line numbers of their own."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from indsats.reading.model import Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable


class LineNumbers:
    """Counts the lines of one page, from 1."""

    def __init__(self, page: int) -> None:
        self.page = page
        self.last = 0

    def line(self, text: str, runs: tuple[Run, ...] = ()) -> Line:
        """Give the next line of the page."""
        self.last += 1
        return Line(text=text, number=self.last, page=self.page, runs=runs)

    def lines_of(self, runs: Iterable[Run]) -> tuple[Line, ...]:
        """Give the lines of a paragraph, parted where a run holds a line break; an empty paragraph gives none."""
        rows: list[list[Run]] = [[]]
        for run in runs:
            first, *others = run.text.replace("\r", "\n").replace("\v", "\n").split("\n")
            rows[-1].append(replace(run, text=first))
            rows.extend([replace(run, text=other)] for other in others)
        texts = ["".join(run.text for run in row) for row in rows]
        if not any(text.strip() for text in texts):
            return ()
        return tuple(
            self.line(text, tuple(run for run in row if run.text)) for text, row in zip(texts, rows, strict=True)
        )
