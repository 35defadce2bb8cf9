"""The whole document as one text in reading order, in which every letter knows its line, page and style.

Run-in titles do not keep to blocks: they begin in the middle of a line and end in the middle of another. So they are
looked for in one long text, in which one line feed ends a line and two end a block.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.model import Line, Page, SourceDocument

PAGE_NUMBER = re.compile(r"(?<!\s)\s*\b(?:side )?\d{1,3} (?:af|/) (?P<total>\d{1,3})\s*$", re.IGNORECASE)
FEWEST_SAME = 2
SENDER_LINES = 3
FEWEST_CAPITALS = 8
"""A line in capitals with fewer letters may be an abbreviation at a line's end."""
BULLET = re.compile(r"\s*[•◦▪‣·●■➢*–-]\s")


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line without page number, on the page it belongs to, whether the file has pages or not."""

    line: Line
    text: str
    page: int
    begins_block: bool
    level: int = 0
    """A heading's level where the file's format tells, 0 for other lines."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text, from ``start`` to before ``end``."""

    start: int
    end: int


class Stream:
    """The document's text with the lines that it was put together from."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self.pieces = tuple(pieces)
        parts: list[str] = []
        self.starts: list[int] = []
        length = 0
        for piece in self.pieces:
            between = ("\n\n" if piece.begins_block else "\n") if parts else ""
            length += len(between)
            self.starts.append(length)
            length += len(piece.text)
            parts.append(between + piece.text)
        self.printed = "".join(parts)
        self.text = self.printed.replace("\u00a0", " ").replace("\t", " ")

    def piece_at(self, offset: int) -> Piece:
        """Give the line that a letter stands on."""
        return self.pieces[max(bisect_right(self.starts, offset) - 1, 0)]

    def page_at(self, offset: int) -> int:
        """Give the page that a letter stands on."""
        return self.piece_at(offset).page if self.pieces else 1

    def joined(self, start: int, end: int) -> str:
        """Give a stretch as running text."""
        return self.run_together(self.text[start:end])

    @staticmethod
    def run_together(text: str) -> str:
        """Give printed lines as running text."""
        return joined(text.split("\n"))

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """Every block from its first to after its last letter."""
        if not self.pieces:
            return ()
        firsts = [start for start, piece in zip(self.starts, self.pieces, strict=True) if piece.begins_block]
        firsts = [0, *firsts[1:]]
        ends = [*(first - 2 for first in firsts[1:]), len(self.text)]
        return tuple(Span(first, end) for first, end in zip(firsts, ends, strict=True))

    @cached_property
    def _block_starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    def block_at(self, offset: int) -> int:
        """Give the number of the block that a letter stands in."""
        return max(bisect_right(self._block_starts, offset) - 1, 0)

    def is_bold(self, start: int, end: int) -> bool:
        """Tell whether a stretch is all set in bold."""
        letters = [offset for offset in (start, end - 1) if self.text[offset : offset + 1].strip()]
        return bool(letters) and all(self._bold_at(offset) for offset in letters)

    def _bold_at(self, offset: int) -> bool:
        index = max(bisect_right(self.starts, offset) - 1, 0)
        within = offset - self.starts[index] + self._left_out(index)
        for run in self.pieces[index].line.runs:
            if within < len(run.text):
                return run.bold
            within -= len(run.text)
        return False

    def _left_out(self, index: int) -> int:
        """Give how many letters before the piece were left out of its line."""
        return max(self.pieces[index].line.text.find(self.pieces[index].text), 0)


def stream_of(document: SourceDocument) -> Stream:
    """Put the document's lines together without page numbers, running heads and the sender repeated on each page."""
    pieces = [piece for page in document.pages for piece in _pieces(page)]
    kept = list(_without_page_numbers(pieces))
    return Stream(_with_pages(kept, _senders(pieces), has_pages=len(document.pages) > 1))


def _pieces(page: Page) -> Iterator[Piece]:
    for item in page.items:
        if isinstance(item, Block):
            if item.kind != "other":
                yield from _lines(item.lines, page.number, item.level if item.kind == "heading" else 0)
        else:
            for row in item.rows:
                for cell in row:
                    yield from _lines(cell.lines, page.number, 0)


def _lines(lines: Sequence[Line], page: int, level: int) -> Iterator[Piece]:
    printed = [line for line in lines if not line.is_blank]
    for index, line in enumerate(printed):
        yield Piece(line, line.text, page, begins_block=index == 0, level=level)


def _senders(pieces: Sequence[Piece]) -> set[str]:
    """Give the lines of the first block where they stand again further down: the sender on top of each page."""
    first = [piece.text.strip() for piece in pieces[:SENDER_LINES]]
    again = {piece.text.strip() for piece in pieces[SENDER_LINES:]}
    senders: set[str] = set()
    for text in first:
        if text not in again:
            break
        senders.add(text)
    return senders


def _without_page_numbers(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """Take »8 af 37« off the lines that it was glued to, and leave an empty piece: one total stands on many pages."""
    found = [PAGE_NUMBER.search(piece.text) for piece in pieces]
    totals = Counter(number["total"] for number in found if number)
    for piece, number in zip(pieces, found, strict=True):
        if number is None or totals[number["total"]] < FEWEST_SAME:
            yield piece
        else:
            if piece.text[: number.start()].strip():
                yield Piece(piece.line, piece.text[: number.start()], piece.page, piece.begins_block, piece.level)
            yield Piece(piece.line, "", piece.page, begins_block=True)


def _with_pages(pieces: Sequence[Piece], senders: set[str], *, has_pages: bool) -> list[Piece]:
    """Number the pages of a text that has none, by what is left of their ends, and leave the repeated sender out."""
    numbered: list[Piece] = []
    above: Piece | None = None
    page, page_ends = 1, False
    for piece in pieces:
        if not piece.text or piece.text.strip() in senders:
            page_ends = page_ends or bool(numbered)
            continue
        if has_pages:
            page = piece.page
        elif page_ends or _begins_page(piece, above):
            page += 1
        begins_block = piece.begins_block or page_ends or _begins_page(piece, above) or _changes(above, piece)
        numbered.append(Piece(piece.line, piece.text, page, begins_block, piece.level))
        above, page_ends = piece, False
    return numbered


def _changes(above: Piece | None, piece: Piece) -> bool:
    """Tell where lines in capitals begin or end: a heading without a blank line around it."""
    return above is not None and _is_shouted(above.text) != _is_shouted(piece.text)


def _is_shouted(text: str) -> bool:
    return text.isupper() and sum(map(str.isalpha, text)) >= FEWEST_CAPITALS


def _begins_page(piece: Piece, above: Piece | None) -> bool:
    """Tell a line where a page's end became a space: it is indented and begins anew, and the line above is not.

    A form feed also parts two blocks that no blank line stands between.
    """
    if above is None or piece.line.runs or not piece.text.startswith(" "):
        return False
    goes_on = piece.text.strip()[:2].isupper() and above.text.strip().isupper()
    starts_anew = not goes_on and (piece.text.strip()[:1].isupper() or piece.text.strip()[:1] in '0123456789”"“»')
    after_feed = piece.begins_block and piece.line.number == above.line.number + 1
    return starts_anew and not BULLET.match(piece.text) and (after_feed or not above.text.startswith(" "))
