"""How a catalogue is laid out: by slides with a heading each, or as running text below headings."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.catalogue.titles import Title
    from indsats.reading.genres.stream import Stream

FEWEST_PAGES = 3
FIRST_SHARE = 0.7
"""The share of organisations' headings that are first on their page, from which a document is one of slides."""
AROUND_START = 2
"""Letters before a block's first word."""


class Pages:
    """Which page and which headings a title stands below."""

    def __init__(self, stream: Stream, headings: Sequence[Heading], titles: Sequence[Title]) -> None:
        self.stream, self.headings, self.titles = stream, headings, titles
        self.owners = [heading for heading in headings if heading.meaning == "organisation"]
        self.units = [heading for heading in headings if heading.meaning == "unit"]
        self._pages = self._joined_pages()
        self.are_slides = self._are_slides()
        self.headed: dict[int, Heading] = {}
        for heading in self.owners if self.are_slides else ():
            self.headed.setdefault(self.of(heading.span.start), heading)
        self.units_on: defaultdict[int, list[Heading]] = defaultdict(list)
        for heading in self.units:
            self.units_on[self.of(heading.span.start)].append(heading)
        self.titles_on: defaultdict[int, list[Title]] = defaultdict(list)
        for title in titles:
            self.titles_on[self.of(title.start)].append(title)
        self._texts = self._text_by_page()

    def of(self, offset: int) -> int:
        """Give the page of a place; a page that goes on with the text above is part of the one before."""
        return self._pages[self.stream.page_at(offset)]

    def text_of(self, page: int) -> str:
        """Give all text of a page."""
        return self._texts.get(page, "")

    def owner_of(self, title: Title) -> Heading | None:
        """Give the heading of the organisation that a title stands below."""
        return self.headed.get(self.of(title.start)) if self.are_slides else _last(self.owners, title)

    def unit_of(self, title: Title) -> Heading | None:
        """Give the unit: the page's only one, or in a running text the last one below the organisation's heading."""
        if self.are_slides:
            there = self.units_on.get(self.of(title.start), [])
            return there[0] if len({name for heading in there for name in heading.names}) == 1 else None
        unit, owner = _last(self.units, title), _last(self.owners, title)
        return unit if unit and owner and unit.span.start > owner.span.start and len(unit.names) == 1 else None

    def first_local(self, region: str | None) -> int:
        """Give where the local initiatives begin: at the first organisation or at a heading that says so."""
        first = min((title.start for title in self.titles), default=0)
        said = [
            heading.span.start
            for heading in self.headings
            if heading.meaning in {"overview", "section"} and "lokale" in " ".join(heading.names).lower()
        ]
        begun = [heading.span.start for heading in self.owners if heading.names[0] != region]
        return min([*(start for start in said if start > first), *begun], default=len(self.stream.text))

    def _joined_pages(self) -> dict[int, int]:
        """Give for every page the one it belongs to: itself where a heading or title begins it, else the one before."""
        starts = sorted([*(heading.span.start for heading in self.headings), *(title.start for title in self.titles)])
        pages: dict[int, int] = {}
        current = 0
        for block in self.stream.blocks:
            page = self.stream.page_at(block.start)
            if page not in pages:
                after = bisect_right(starts, block.start + AROUND_START)
                begins = after > 0 and starts[after - 1] >= block.start
                current = page if begins or not current else current
                pages[page] = current
        return pages

    def _are_slides(self) -> bool:
        if len({self.of(title.start) for title in self.titles}) < FEWEST_PAGES or not self.owners:
            return False
        begun = {self.stream.page_at(block.start): block.start for block in reversed(self.stream.blocks)}
        first = sum(begun[heading.page] == heading.span.start for heading in self.owners)
        return first >= FIRST_SHARE * len(self.owners)

    def _text_by_page(self) -> dict[int, str]:
        lines: defaultdict[int, list[str]] = defaultdict(list)
        for piece in self.stream.pieces:
            lines[self._pages[piece.page]].append(piece.text)
        return {page: "\n".join(texts) for page, texts in lines.items()}


def _last(headings: Sequence[Heading], title: Title) -> Heading | None:
    """Give the last heading above a title."""
    place = bisect_right(headings, title.start, key=lambda heading: heading.span.start)
    return headings[place - 1] if place else None
