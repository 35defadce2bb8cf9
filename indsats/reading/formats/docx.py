"""Word: paragraphs with their styles, tables with merged and shaded cells, text boxes, tracked changes as accepted."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING, Any

from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.model import Block, BlockKind, Cell, Page, Run, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ALTERNATE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = {f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", ALTERNATE}
"""Deleted and moved-away text, the instructions behind fields, and the copy of a text box for old programs."""
PARAGRAPH, TABLE, TEXT_BOX = f"{W}p", f"{W}tbl", f"{W}txbxContent"
HALF_POINTS = 2
DEEPEST = 40


def read_docx(data: bytes, file: str) -> SourceDocument:
    """Lay out a Word document as one page: Word itself decides where pages end only when it prints."""
    import docx

    document = docx.Document(BytesIO(data))
    layout = _Layout(_style_names(document), _style_parents(document))
    body = document.element.body
    items = tuple(layout.items_in(body))
    is_image = not items and next(body.iter(f"{W}drawing", f"{W}pict"), None) is not None
    page = Page(number=1, items=(*items, *layout.running(document.sections)), is_image=is_image)
    return SourceDocument(file=file, format="docx", pages=(page,))


def _style_names(document: Any) -> dict[str, str]:  # noqa: ANN401 -- python-docx ships no types
    return {style.style_id: (style.name or "").lower() for style in document.styles}


def _style_parents(document: Any) -> dict[str, bool]:  # noqa: ANN401 -- python-docx ships no types
    """Give for each style whether it is bold, by itself or through the style it is based on."""
    bold: dict[str, bool] = {}
    for style in document.styles:
        current, steps = style, 0
        found = None
        while current is not None and found is None and steps < DEEPEST:
            font = getattr(current, "font", None)
            found = font.bold if font is not None else None
            current, steps = getattr(current, "base_style", None), steps + 1
        bold[style.style_id] = bool(found)
    return bold


class _Layout:
    """Walks the body in printed order and numbers its lines."""

    def __init__(self, style_names: dict[str, str], bold_styles: dict[str, bool]) -> None:
        self._style_names = style_names
        self._bold_styles = bold_styles
        self._numbers = LineNumbers(1)

    def items_in(self, parent: Any, depth: int = 0) -> Iterator[Block | Table]:  # noqa: ANN401 -- an lxml element
        """Give the blocks and tables below an element; content controls and insertions are looked through."""
        for child in parent:
            if child.tag == PARAGRAPH:
                yield from self._paragraph(child, depth)
            elif child.tag == TABLE:
                table = self._table(child)
                if table.rows:
                    yield table
            elif child.tag not in LEFT_OUT and isinstance(child.tag, str) and depth < DEEPEST:
                yield from self.items_in(child, depth + 1)

    def running(self, sections: Any) -> Iterator[Block]:  # noqa: ANN401 -- python-docx ships no types
        """Give each section's own heads and feet once, after the body, so that the body's lines are numbered from 1."""
        for section in sections:
            for part in (section.header, section.footer):
                if not part.is_linked_to_previous:
                    blocks = [item for item in self.items_in(part._element) if isinstance(item, Block)]
                    yield from (replace(block, kind="other", level=0) for block in blocks)

    def _paragraph(self, paragraph: Any, depth: int) -> Iterator[Block | Table]:  # noqa: ANN401 -- an lxml element
        kind, level = self._kind_of(paragraph)
        lines = self._numbers.lines_of(self._runs(paragraph))
        if lines:
            yield Block(lines, kind, level)
        if depth < DEEPEST:
            for box in _text_boxes(paragraph):
                yield from self.items_in(box, depth + 1)

    def _kind_of(self, paragraph: Any) -> tuple[BlockKind, int]:  # noqa: ANN401 -- an lxml element
        name = self._style_names.get(_value(paragraph, f"{W}pPr/{W}pStyle") or "", "")
        outline = _value(paragraph, f"{W}pPr/{W}outlineLvl")
        for word in ("heading ", "overskrift "):
            if name.startswith(word) and name[len(word) :].isdecimal():
                return "heading", int(name[len(word) :])
        if name in {"title", "titel"}:
            return "heading", 0
        if outline and outline.isdecimal() and int(outline) < 9:  # noqa: PLR2004 -- 9 is Word's "body text"
            return "heading", int(outline) + 1
        numbered = paragraph.find(f"{W}pPr/{W}numPr")
        if numbered is not None or name.startswith(("list", "opstilling")):
            printed = _value(paragraph, f"{W}pPr/{W}numPr/{W}ilvl") or "0"
            return "list_item", (int(printed) if printed.isdecimal() else 0) + 1
        return "paragraph", 0

    def _runs(self, paragraph: Any) -> list[Run]:  # noqa: ANN401 -- an lxml element
        paragraph_bold = self._bold_styles.get(_value(paragraph, f"{W}pPr/{W}pStyle") or "", False)
        return [self._run(run, bold=paragraph_bold) for run in _below(paragraph, f"{W}r")]

    def _run(self, run: Any, *, bold: bool) -> Run:  # noqa: ANN401 -- an lxml element
        own_bold = _switch(run, f"{W}rPr/{W}b")
        style = _value(run, f"{W}rPr/{W}rStyle")
        if own_bold is None:
            own_bold = bold or self._bold_styles.get(style or "", False)
        size = _value(run, f"{W}rPr/{W}sz")
        colour = _value(run, f"{W}rPr/{W}color")
        return Run(
            text=_printed(run),
            bold=own_bold,
            italic=bool(_switch(run, f"{W}rPr/{W}i")),
            size_pt=float(size) / HALF_POINTS if size and size.isdecimal() else None,
            colour=_colour(colour),
        )

    def _table(self, table: Any) -> Table:  # noqa: ANN401 -- an lxml element
        rows: list[tuple[Cell, ...]] = []
        above: dict[int, Cell] = {}
        for row in _below(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is not None:
                continue
            cells: list[Cell] = []
            column = 0
            for element in _below(row, f"{W}tc"):
                cell = self._cell(element)
                merged = element.find(f"{W}tcPr/{W}vMerge")
                if merged is not None and merged.get(f"{W}val") != "restart":
                    cell = above.get(column, cell)
                above[column] = cell
                cells.append(cell)
                column += cell.column_span
            if cells:
                rows.append(tuple(cells))
        return Table(tuple(rows))

    def _cell(self, element: Any) -> Cell:  # noqa: ANN401 -- an lxml element
        span = _value(element, f"{W}tcPr/{W}gridSpan")
        shading = element.find(f"{W}tcPr/{W}shd")
        content = Page(number=1, items=tuple(self.items_in(element)))
        return Cell(
            lines=tuple(content.lines()),
            shade=_colour(shading.get(f"{W}fill") if shading is not None else None),
            column_span=int(span) if span and span.isdecimal() else 1,
        )


def _below(parent: Any, tag: str) -> Iterator[Any]:  # noqa: ANN401 -- lxml elements
    """Give the nearest descendants of a tag, never those of a nested table or text box, never deleted ones."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT | {TABLE, TEXT_BOX, PARAGRAPH}:
            yield from _below(child, tag)


def _text_boxes(paragraph: Any) -> Iterator[Any]:  # noqa: ANN401 -- lxml elements
    for child in paragraph:
        if child.tag == TEXT_BOX:
            yield child
        elif isinstance(child.tag, str) and child.tag not in LEFT_OUT:
            yield from _text_boxes(child)


def _printed(run: Any) -> str:  # noqa: ANN401 -- an lxml element
    """Give what a run prints: its text, tabs and line breaks."""
    marks = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
    return "".join((part.text or "") if part.tag == f"{W}t" else marks.get(part.tag, "") for part in run)


def _value(element: Any, path: str) -> str | None:  # noqa: ANN401 -- an lxml element
    found = element.find(path)
    value: str | None = found.get(f"{W}val") if found is not None else None
    return value


def _switch(element: Any, path: str) -> bool | None:  # noqa: ANN401 -- an lxml element
    """Tell whether a property is on, off or not mentioned."""
    found = element.find(path)
    return None if found is None else found.get(f"{W}val", "1") not in {"0", "false", "off"}


def _colour(printed: str | None) -> str | None:
    digits = printed.lower() if printed else ""
    return (
        f"#{digits}" if len(digits) == len("rrggbb") and all(digit in "0123456789abcdef" for digit in digits) else None
    )
