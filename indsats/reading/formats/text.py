"""Plain text: one page of paragraphs and list items, every line with the number it has in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats.encoding import decoded
from indsats.reading.formats.text_tables import tables_in
from indsats.reading.model import Block, Line, Page, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST_LINES = 200_000
LINE_END = re.compile(r"\r\n|\r|\n")
"""What ends a line in an editor. A form feed ends a page, not a line: it leaves the numbers alone."""
BULLET = re.compile(r"\s*(?:[•◦▪‣·●■➢\uf0b7*]|[-–] |o )\s*\S")
MARKDOWN_HEADING = re.compile(r"(#{1,6})\s+(\S.*?)\s*#*\s*$")


def read_text(data: bytes, file: str) -> SourceDocument:
    """Lay out a text as one page. Raises ``UnreadableFile`` for one with more lines than a document has."""
    printed = LINE_END.split(decoded(data).text)
    if len(printed) > MOST_LINES:
        reason = f"Filen har mere end {MOST_LINES} linjer. Indlæs kun den del, der handler om indsatser."
        raise UnreadableFile(file, "too_large", reason)
    page = Page(number=1, items=tuple(_items(printed)))
    lossy = tuple(line for line in page.lines() if "\ufffd" in line.text)
    return SourceDocument(file=file, format="txt", pages=(page,), lossy=lossy)


def _items(printed: Sequence[str]) -> Iterator[Block | Table]:
    done = 0
    for found in tables_in(printed):
        yield from _blocks(printed[done : found.start], done)
        yield found.table
        done = found.end
    yield from _blocks(printed[done:], done)


def _blocks(printed: Sequence[str], lines_above: int) -> Iterator[Block]:
    """Give the blocks: a blank line, a page's end or a bullet begins a new one."""
    block: list[Line] = []
    for number, text in enumerate(printed, start=lines_above + 1):
        line = Line(text.replace("\f", " "), number)
        heading = MARKDOWN_HEADING.match(line.text)
        if block and (line.is_blank or heading or "\f" in text or BULLET.match(line.text)):
            yield _block(block)
            block = []
        if heading:
            yield Block((Line(heading[2], number),), "heading", len(heading[1]))
        elif not line.is_blank:
            block.append(line)
    if block:
        yield _block(block)


def _block(lines: list[Line]) -> Block:
    is_item = BULLET.match(lines[0].text) is not None
    return Block(tuple(lines), "list_item" if is_item else "paragraph", int(is_item))
