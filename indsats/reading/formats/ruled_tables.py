"""Tables drawn with lines or filled boxes: where their cells are and how they are shaded."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from indsats.reading.formats.glyphs import Word

FEWEST_FILLED_SHARE = 0.25
WHITE_FROM = 0.99


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the page in points from the upper left corner, with its fill as ``#rrggbb``."""

    left: float
    top: float
    right: float
    bottom: float
    shade: str | None = None

    def holds(self, word: Word) -> bool:
        """Tell whether the middle of a word lies inside."""
        across, down = (word.left + word.right) / 2, (word.top + word.bottom) / 2
        return self.left <= across < self.right and self.top <= down < self.bottom


@dataclass(frozen=True, slots=True)
class Grid:
    """The cells of one table, row by row; None is a place that a merged cell covers."""

    rows: tuple[tuple[Box | None, ...], ...]
    outline: Box


class RuledPages:
    """Looks for drawn tables, page by page, in a file that is opened only if a page has something drawn."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._file: Any = None

    def grids(self, index: int, words: list[Word]) -> list[Grid]:
        """Give the tables of a page that hold words, from the top down."""
        import pdfplumber

        if self._file is None:
            self._file = pdfplumber.open(BytesIO(self._data))
        page = self._file.pages[index]
        fills = list(_fills(page))
        grids = [_grid(table, fills) for table in page.find_tables()]
        page.close()
        return sorted((grid for grid in grids if _is_table(grid, words)), key=lambda grid: grid.outline.top)


def has_drawing(page: Any) -> bool:  # noqa: ANN401 -- pypdfium2 ships no types
    """Tell whether anything but text and pictures is drawn on an open page."""
    import pypdfium2.raw as pdfium

    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)), None) is not None


def _fills(page: Any) -> Iterator[Box]:  # noqa: ANN401 -- pdfplumber ships no types
    for rect in page.rects:
        shade = _shade(rect.get("non_stroking_color")) if rect.get("fill") else None
        if shade:
            yield Box(rect["x0"], rect["top"], rect["x1"], rect["bottom"], shade)


def _shade(colour: object) -> str | None:
    """Give a PDF colour of one, three or four parts as ``#rrggbb``; white and patterns are no shade."""
    if not isinstance(colour, (tuple, list)) or not all(isinstance(part, (int, float)) for part in colour):
        return None
    parts = [min(max(float(part), 0.0), 1.0) for part in colour]
    if len(parts) == 1:
        parts = parts * 3
    elif len(parts) == 4:  # noqa: PLR2004 -- cyan, magenta, yellow, black
        parts = [(1 - part) * (1 - parts[3]) for part in parts[:3]]
    if len(parts) != 3 or min(parts) >= WHITE_FROM:  # noqa: PLR2004 -- red, green, blue
        return None
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _grid(table: Any, fills: Iterable[Box]) -> Grid:  # noqa: ANN401 -- pdfplumber ships no types
    rows = tuple(tuple(_cell(cell, fills) if cell else None for cell in row.cells) for row in table.rows)
    return Grid(rows, Box(*table.bbox))


def _cell(corners: tuple[float, float, float, float], fills: Iterable[Box]) -> Box:
    left, top, right, bottom = corners
    across, down = (left + right) / 2, (top + bottom) / 2
    around = [fill for fill in fills if fill.left <= across <= fill.right and fill.top <= down <= fill.bottom]
    return Box(left, top, right, bottom, around[-1].shade if around else None)


def _is_table(grid: Grid, words: list[Word]) -> bool:
    """A frame or a column of boxes is no table: there must be two columns and two rows with words in enough cells."""
    boxes = [box for row in grid.rows for box in row if box]
    filled = sum(any(box.holds(word) for word in words) for box in boxes)
    return len(grid.rows) > 1 and max(map(len, grid.rows)) > 1 and filled >= max(3, FEWEST_FILLED_SHARE * len(boxes))
