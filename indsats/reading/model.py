"""The neutral document model: what every file format is turned into before any genre is looked at.

A format reader (``formats/``) fills it, a genre reader (``genres/``) turns it into records. A genre reader never knows
which file format its document came from; it sees pages, blocks and lines, each line with the number a person would
find it by.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

BlockKind = Literal["heading", "paragraph", "list_item", "other"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a line set in one style. ``colour`` is ``#rrggbb``; ``size_pt`` is points; None is unknown."""

    text: str
    bold: bool = False
    italic: bool = False
    size_pt: float | None = None
    colour: str | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line.

    ``number`` is 1-based: in the file for plain text, in the page's text for paged files. ``left_pt`` and ``top_pt``
    are distances from the page's upper left corner in points, and None where the format has no positions.
    """

    text: str
    number: int
    page: int = 1
    runs: tuple[Run, ...] = ()
    left_pt: float | None = None
    top_pt: float | None = None

    @property
    def is_blank(self) -> bool:
        """Whether the line prints nothing (no-break spaces count as nothing)."""
        return not self.text.strip()

    @property
    def is_bold(self) -> bool:
        """Whether every printed run of the line is known to be bold."""
        printed = [run for run in self.runs if run.text.strip()]
        return bool(printed) and all(run.bold for run in printed)


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that belong together: a heading, a paragraph, a list item. ``level`` is a heading's or a list's depth."""

    lines: tuple[Line, ...]
    kind: BlockKind = "paragraph"
    level: int = 0

    @property
    def text(self) -> str:
        """The lines as printed, one below the other."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table. ``shade`` is the background colour as ``#rrggbb``, where the format tells."""

    lines: tuple[Line, ...] = ()
    shade: str | None = None
    column_span: int = 1
    value: object = None
    """The typed value of a spreadsheet's cell (date, number); None elsewhere."""

    @property
    def text(self) -> str:
        """The cell's lines as printed, one below the other."""
        return "\n".join(line.text for line in self.lines)


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, in reading order. ``name`` is a sheet's name in a spreadsheet."""

    rows: tuple[tuple[Cell, ...], ...]
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """One page, slide or sheet. Plain text is one page. ``is_image`` marks a page that carries no text of its own."""

    number: int
    items: tuple[Block | Table, ...]
    is_image: bool = False

    def lines(self) -> Iterator[Line]:
        """Every line of the page in reading order, table cells row by row."""
        for item in self.items:
            if isinstance(item, Block):
                yield from item.lines
            else:
                for row in item.rows:
                    for cell in row:
                        yield from cell.lines


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A file as it was laid out, before anyone asks what it means."""

    file: str
    format: Literal["pdf", "docx", "pptx", "xlsx", "ods", "csv", "html", "txt"]
    pages: tuple[Page, ...]
    lossy: tuple[Line, ...] = field(default=())
    """Lines where characters were lost or could not be decoded."""

    def lines(self) -> Iterator[Line]:
        """Every line of the document in reading order."""
        for page in self.pages:
            yield from page.lines()

    def tables(self) -> Iterator[tuple[Page, Table]]:
        """Every table with the page it begins on."""
        for page in self.pages:
            for item in page.items:
                if isinstance(item, Table):
                    yield page, item
