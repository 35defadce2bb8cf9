"""PowerPoint: each slide's shapes as they are read, columns from left to right; speaker's notes are left out."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING, Any

from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.model import Block, BlockKind, Cell, Line, Page, Run, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TITLE_PLACEHOLDERS = {1, 3}
LEFT_OUT_PLACEHOLDERS = {13, 15, 16}
"""Slide number, footer and date."""
EMU_PER_POINT = 12_700
DEEPEST_GROUP = 20
FEWEST_SLIDES = 3
REPEATED_SHARE = 0.4
_Mark = tuple[int, int, str]
WIDE_SHARE = 0.6
"""A shape this broad, of all that stands on the slide, parts the columns above it from those below."""


@dataclass(frozen=True, slots=True)
class _Placed:
    """A shape and where it stands on the slide, in EMU."""

    shape: Any
    left: int
    top: int
    right: int
    bottom: int


def read_pptx(data: bytes, file: str) -> SourceDocument:
    """Lay out a presentation, one page a slide; hidden slides too, for they are part of the document."""
    import pptx

    presentation = pptx.Presentation(BytesIO(data))
    slides = [list(_placed(slide.shapes)) for slide in presentation.slides]
    running = _running(slides)
    pages = tuple(_page(shapes, number, running) for number, shapes in enumerate(slides, start=1))
    return SourceDocument(file=file, format="pptx", pages=pages)


def _page(placed: list[_Placed], number: int, running: set[_Mark]) -> Page:
    """Put a slide together: its title, what stands on it in reading order, and last what stands on every slide."""
    numbers = LineNumbers(number)
    titles = [one for one in placed if _placeholder(one.shape) in TITLE_PLACEHOLDERS]
    repeated = [one for one in placed if one not in titles and _mark(one) in running]
    rest = [one for one in placed if one not in titles and one not in repeated]
    items: list[Block | Table] = []
    for one in [*sorted(titles, key=lambda title: title.top), *reading_order(rest)]:
        items.extend(_items(one, numbers))
    has_picture = any(hasattr(one.shape, "image") for one in placed)
    feet = [Block(item.lines, "other") for one in repeated for item in _items(one, numbers) if isinstance(item, Block)]
    return Page(number=number, items=(*items, *feet), is_image=not items and has_picture)


def _running(slides: list[list[_Placed]]) -> set[_Mark]:
    """Give the text boxes that stand at one place with the same words on many slides."""
    seen = Counter(mark for shapes in slides for mark in {_mark(one) for one in shapes} if mark[2])
    return {mark for mark, times in seen.items() if times >= max(FEWEST_SLIDES, REPEATED_SHARE * len(slides))}


def _mark(one: _Placed) -> _Mark:
    text = one.shape.text_frame.text if getattr(one.shape, "has_text_frame", False) else ""
    return one.left, one.top, text.strip()


def reading_order(shapes: Iterable[_Placed]) -> list[_Placed]:
    """Order shapes as a person reads them: cut across where nothing overlaps, else down into columns, and so on."""
    remaining = sorted(shapes, key=lambda one: (one.top, one.left))
    if len(remaining) <= 1:
        return remaining
    columns = _parted(remaining, "left", "right")
    if len(columns) > 1 and all(_is_tall(column, remaining) for column in columns):
        return [one for column in columns for one in reading_order(column)]
    bands = _with_columns_kept(_parted(remaining, "top", "bottom"))
    if len(bands) > 1:
        return [one for band in bands for one in reading_order(band)]
    if len(columns) > 1:
        return [one for column in columns for one in reading_order(column)]
    return remaining


def _with_columns_kept(bands: list[list[_Placed]]) -> list[list[_Placed]]:
    """Put bands together again that stand between shapes as wide as the slide's text: columns run through them."""
    shapes = [one for band in bands for one in band]
    breadth = max(one.right for one in shapes) - min(one.left for one in shapes)
    kept: list[list[_Placed]] = []
    was_wide = True
    for band in bands:
        wide = any(one.right - one.left >= WIDE_SHARE * breadth for one in band)
        if wide or was_wide:
            kept.append(list(band))
        else:
            kept[-1].extend(band)
        was_wide = wide
    return kept if len(kept) > 1 else bands


def _is_tall(column: list[_Placed], among: list[_Placed]) -> bool:
    """Tell whether a column runs down at least half of what it stands in, and so is read to its end first."""
    height = max(one.bottom for one in among) - min(one.top for one in among)
    return 2 * (max(one.bottom for one in column) - min(one.top for one in column)) >= height


def _parted(shapes: list[_Placed], start: str, end: str) -> list[list[_Placed]]:
    """Part shapes wherever a straight cut meets none of them."""
    groups: list[list[_Placed]] = []
    reach = 0
    for one in sorted(shapes, key=lambda shape: int(getattr(shape, start))):
        slack = (getattr(one, end) - getattr(one, start)) // 20
        if groups and getattr(one, start) + slack < reach:
            groups[-1].append(one)
        else:
            groups.append([one])
        reach = max(reach, getattr(one, end))
    return groups


def _placed(shapes: Any, depth: int = 0) -> Iterator[_Placed]:  # noqa: ANN401 -- python-pptx ships no types
    for shape in shapes:
        if _placeholder(shape) in LEFT_OUT_PLACEHOLDERS:
            continue
        if hasattr(shape, "shapes"):
            if depth < DEEPEST_GROUP:
                yield from _placed(shape.shapes, depth + 1)
            continue
        left, top = int(shape.left or 0), int(shape.top or 0)
        yield _Placed(shape, left, top, left + int(shape.width or 0), top + int(shape.height or 0))


def _placeholder(shape: Any) -> int | None:  # noqa: ANN401 -- python-pptx ships no types
    return int(shape.placeholder_format.type or 0) if getattr(shape, "is_placeholder", False) else None


def _items(one: _Placed, numbers: LineNumbers) -> Iterator[Block | Table]:
    if getattr(one.shape, "has_table", False):
        yield _table(one.shape.table, numbers)
    elif getattr(one.shape, "has_text_frame", False):
        is_title = _placeholder(one.shape) in TITLE_PLACEHOLDERS
        is_body = _placeholder(one.shape) in {2, 7}
        for paragraph in one.shape.text_frame.paragraphs:
            lines = _lines(paragraph, numbers)
            if lines:
                kind, level = _kind_of(paragraph, is_title=is_title, is_body=is_body)
                yield Block(lines, kind, level)


def _kind_of(paragraph: Any, *, is_title: bool, is_body: bool) -> tuple[BlockKind, int]:  # noqa: ANN401 -- as above
    if is_title:
        return "heading", 1
    properties = paragraph._p.pPr
    marks = {child.tag.rsplit("}", 1)[-1] for child in properties} if properties is not None else set()
    if marks & {"buChar", "buAutoNum"} or (is_body and "buNone" not in marks):
        return "list_item", int(paragraph.level or 0) + 1
    return "paragraph", 0


def _lines(paragraph: Any, numbers: LineNumbers) -> tuple[Line, ...]:  # noqa: ANN401 -- python-pptx ships no types
    runs: list[Run] = []
    for part in paragraph._p:
        name = part.tag.rsplit("}", 1)[-1] if isinstance(part.tag, str) else ""
        if name == "br":
            runs.append(Run("\n"))
        elif name in {"r", "fld"}:
            runs.append(_run(part))
    return numbers.lines_of(runs)


def _run(element: Any) -> Run:  # noqa: ANN401 -- an lxml element
    properties = next((child for child in element if child.tag.endswith("}rPr")), None)
    text = "".join(child.text or "" for child in element if child.tag.endswith("}t"))
    if properties is None:
        return Run(text)
    size = properties.get("sz") or ""
    return Run(
        text=text,
        bold=properties.get("b") in {"1", "true"},
        italic=properties.get("i") in {"1", "true"},
        size_pt=int(size) / 100 if size.isdecimal() else None,
    )


def _table(table: Any, numbers: LineNumbers) -> Table:  # noqa: ANN401 -- python-pptx ships no types
    rows: list[tuple[Cell, ...]] = []
    above: dict[int, Cell] = {}
    for row in table.rows:
        cells: list[Cell] = []
        for column, cell in enumerate(row.cells):
            element = cell._tc
            if element.hMerge:
                continue
            if not element.vMerge:
                lines = tuple(line for one in cell.text_frame.paragraphs for line in _lines(one, numbers))
                above[column] = Cell(lines, column_span=int(element.gridSpan))
            cells.append(above.get(column, Cell()))
        rows.append(tuple(cells))
    return Table(tuple(rows))
