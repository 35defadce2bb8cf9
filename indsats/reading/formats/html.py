"""Web pages: headings, paragraphs, list items and tables; menus, scripts and page feet are left out."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from indsats.reading.formats.encoding import decoded
from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.model import Block, BlockKind, Cell, Page, Run, SourceDocument, Table

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = {"p", "div", "section", "article", "main", "blockquote", "dd", "dt", "figcaption", "address", "pre", "body"}
LEFT_OUT = {"script", "style", "head", "nav", "footer", "template", "noscript", "svg", "iframe", "object", "select"}
BOLD = {"b", "strong", "th", *HEADINGS}
ITALIC = {"i", "em"}
NO_END_TAG = {"br", "img", "hr", "input", "meta", "link", "wbr", "area", "base", "col", "embed", "source", "track"}
SPACES = re.compile(r"[ \t\r\n\f]+")
MOST_COLUMNS = 100


def read_html(data: bytes, file: str) -> SourceDocument:
    """Lay out a web page as one page of blocks and tables."""
    text = decoded(_as_declared(data)).text
    layout = _Layout()
    layout.feed(text)
    layout.close()
    layout.end_block()
    page = Page(number=1, items=tuple(layout.items))
    lossy = tuple(line for line in page.lines() if "\ufffd" in line.text)
    return SourceDocument(file=file, format="html", pages=(page,), lossy=lossy)


def _as_declared(data: bytes) -> bytes:
    """Turn a page that declares a one-byte encoding into UTF-8, so that its word beats the guess."""
    declared = re.search(rb"charset=[\"']?\s*(iso-8859-1|iso-8859-15|windows-1252)", data[:2048], re.IGNORECASE)
    return data.decode("cp1252", errors="replace").encode() if declared else data


class _Layout(HTMLParser):
    """Follows the tags and collects the runs of the block or cell being read."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.items: list[Block | Table] = []
        self._numbers = LineNumbers(1)
        self._open: list[str] = []
        self._runs: list[Run] = []
        self._kind: tuple[BlockKind, int] = ("paragraph", 0)
        self._rows: list[list[Cell]] | None = None
        self._span = 1
        self._in_cell = False
        self._tables = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._runs.append(Run("\n"))
        if tag in NO_END_TAG:
            return
        if tag in {"td", "th"} and self._rows is not None:
            self._end_cell()
            self._span, self._in_cell = _span(dict(attrs).get("colspan")), True
            if not self._rows:
                self._rows.append([])
        elif tag == "tr" and self._rows is not None:
            self._end_cell()
            self._rows.append([])
        elif tag == "table":
            self._tables += 1
            if self._tables == 1:
                self.end_block()
                self._rows = []
        elif tag in HEADINGS or tag in BLOCKS or tag == "li":
            self.end_block()
            depth = sum(name in {"ul", "ol"} for name in self._open)
            self._kind = ("heading", HEADINGS[tag]) if tag in HEADINGS else ("paragraph", 0)
            if tag == "li":
                self._kind = ("list_item", depth)
        self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in self._open:
            return
        while self._open and self._open.pop() != tag:
            pass
        if tag in {"td", "th", "tr"} and self._rows is not None:
            self._end_cell()
        elif tag == "table":
            self._tables -= 1
            if self._tables == 0:
                self._end_table()
        elif tag in HEADINGS or tag in BLOCKS or tag == "li":
            self.end_block()

    def handle_data(self, data: str) -> None:
        if any(tag in LEFT_OUT for tag in self._open):
            return
        text = SPACES.sub(" ", data)
        if text:
            bold, italic = (any(tag in tags for tag in self._open) for tags in (BOLD, ITALIC))
            self._runs.append(Run(text, bold=bold, italic=italic))

    def end_block(self) -> None:
        """Close the paragraph being read; inside a table cell a new paragraph is a new line of the cell."""
        if self._rows is not None:
            if self._runs:
                self._runs.append(Run("\n"))
            return
        lines = self._numbers.lines_of(_trimmed(self._runs))
        kind, level = self._kind
        if lines:
            self.items.append(Block(lines, kind, level))
        self._runs, self._kind = [], ("paragraph", 0)

    def _end_cell(self) -> None:
        if self._rows and (self._runs or self._in_cell):
            lines = tuple(line for line in self._numbers.lines_of(_trimmed(self._runs)) if not line.is_blank)
            self._rows[-1].append(Cell(lines, column_span=self._span))
        self._runs, self._span, self._in_cell = [], 1, False

    def _end_table(self) -> None:
        if self._runs:
            self._end_cell()
        rows = tuple(tuple(row) for row in self._rows or () if row)
        self._rows, self._runs = None, []
        if rows:
            self.items.append(Table(rows))


def _span(printed: str | None) -> int:
    return min(int(printed), MOST_COLUMNS) if printed and printed.isdecimal() and int(printed) else 1


def _trimmed(runs: list[Run]) -> list[Run]:
    """Take away the spaces that only indent the markup."""
    kept = list(runs)
    while kept and not kept[0].text.strip():
        kept.pop(0)
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        first, last = kept[0], kept[-1]
        kept[0] = Run(first.text.lstrip(), first.bold, first.italic)
        last = kept[-1]
        kept[-1] = Run(last.text.rstrip(), last.bold, last.italic)
    return kept
