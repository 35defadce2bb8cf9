"""Headings of a catalogue: whose initiatives follow, which unit's, and which pages hold none."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indsats.reading.genres.stream import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.fields.names import Names
    from indsats.reading.genres.stream import Stream

Meaning = Literal["organisation", "unit", "section", "overview", "front"]
PART = re.compile(r"\s*\(\s*\d{1,2}\s*(?:/|af)\s*\d{1,2}\s*\)\s*$")
OVERVIEW = re.compile(r"\b(?:overblik|oversigt)\b|fordelt på|efter faggruppe", re.IGNORECASE)
FRONT = re.compile(
    r"^(?:intro|indhold|forord|indledning|om kataloget|om dette|læsevejledning|baggrund|kolofon|sådan læser|kontakt)",
    re.IGNORECASE,
)
SECTION = re.compile(r"\w*(?:indsatser|initiativer)(?:ne)?\b|katalog\b|\bkortlægning", re.IGNORECASE)
CALLED = re.compile(r"\w*katalog\b", re.IGNORECASE)
RUNS_IN = re.compile(r"[(.]|: *[^:]{60}")
"""What a title that runs into its text has and a heading has not."""
ORGANISATION = re.compile(
    r"hospital(?:et|er)?\b|sygehus(?:et|e)?\b|psykiatri(?:en)?\b|^region\b|beredskab(?:et)?\b|virksomhed(?:en)?\b|"
    r"\bapotek(?:et)?\b|koncern",
    re.IGNORECASE,
)
CENTRE = re.compile(r"\w*(?:cent(?:er|ret|eret|reret)|klinik(?:ken)?|afdeling(?:en)?|stab(?:en)?)\b", re.IGNORECASE)
NAME = re.compile(r"[A-ZÆØÅ][\w.-]*(?: (?:og|for|af|i(?= Region)|[A-ZÆØÅ][\w.-]*))+")
"""A name in running text: every word but the small ones begins with a capital."""
LONGEST = 12
MOST_LETTERS = 400
FEWEST_LETTERS = 4
SIDE_BY_SIDE = re.compile(r" {2,}(?=\S)")


@dataclass(frozen=True, slots=True)
class Heading:
    """A block that stands over others, what it means and the names that it gives."""

    span: Span
    meaning: Meaning
    names: tuple[str, ...]
    page: int


def headings_of(stream: Stream, names: Names) -> list[Heading]:
    """Find the headings that part a catalogue, in the order of the text."""
    found: list[Heading] = []
    pages_begun: set[int] = set()
    for block in stream.blocks:
        page = stream.page_at(block.start)
        heading = _heading(stream, block, names, is_first=page not in pages_begun)
        if heading:
            found.append(heading)
        if stream.text[block.start : block.end].strip():
            pages_begun.add(page)
    return found


def _heading(stream: Stream, block: Span, names: Names, *, is_first: bool) -> Heading | None:
    if block.end - block.start > MOST_LETTERS:
        return None
    printed = stream.text[block.start : block.end]
    text = stream.joined(block.start, block.end)
    plain = PART.sub("", text).strip(" .:")
    if not plain:
        return Heading(block, "section", (), stream.page_at(block.start)) if text.strip() else None
    if len(plain.split()) > LONGEST:
        return None
    piece = stream.piece_at(block.start)
    looks = _Looks(
        capitals=is_capitals(plain),
        bold=piece.level > 0 or stream.is_bold(block.start, block.end),
        first=is_first,
        numbered=plain != text.strip(" .:"),
        top=piece.level == 1,
        goes_on=text.rstrip().endswith((":", ",")),
        ends_sentence=text.rstrip().endswith("."),
    )
    meaning = _meaning(plain, names, looks)
    if meaning is None:
        return None
    called = SIDE_BY_SIDE.split(PART.sub("", printed).strip()) if "\n" not in printed.strip() else [plain]
    spelt = tuple(names.spelt(PART.sub("", name)) for name in called)
    return Heading(block, meaning, spelt, stream.page_at(block.start))


def shut_zones(stream: Stream, headings: Sequence[Heading]) -> list[tuple[Span, Meaning]]:
    """Give the stretches that hold no initiatives, front matter and overviews, each to its page's end.

    A text that is one single page ends them at the next heading that opens something else.
    """
    begun: dict[int, int] = {}
    for block in stream.blocks:
        begun.setdefault(stream.page_at(block.start), block.start)
    page_starts = sorted(begun.values())
    zones: list[tuple[Span, Meaning]] = []
    opening = len(stream.text)
    for heading in reversed(headings):
        if heading.meaning in {"front", "overview"}:
            following = bisect_right(page_starts, heading.span.start)
            page_end = page_starts[following] if following < len(page_starts) else len(stream.text)
            zones.append((Span(heading.span.start, min(opening, page_end)), heading.meaning))
        if heading.meaning != "unit":
            opening = heading.span.start
    return zones[::-1]


@dataclass(frozen=True, slots=True)
class _Looks:
    """How a block looks: in capitals, bold, first on its page, numbered »(1/4)«, of the highest level, unfinished."""

    capitals: bool
    bold: bool
    first: bool
    numbered: bool
    top: bool
    goes_on: bool
    ends_sentence: bool

    @property
    def parts_the_document(self) -> bool:
        return self.first or self.numbered or self.top


def _meaning(plain: str, names: Names, looks: _Looks) -> Meaning | None:
    stands_out = looks.capitals or looks.bold
    if FRONT.search(plain) and looks.parts_the_document:
        return "front"
    runs_in = not stands_out and not looks.numbered and RUNS_IN.search(plain) and not CALLED.match(plain)
    begins = OVERVIEW.match(plain) is not None and not runs_in
    if OVERVIEW.search(plain) and not looks.ends_sentence and (begins or looks.parts_the_document):
        return "overview"
    if SECTION.search(plain) and looks.parts_the_document and not runs_in and not looks.goes_on:
        return "section"
    if not stands_out:
        return None
    return _meaning_of_name(plain, names, looks)


def _meaning_of_name(plain: str, names: Names, looks: _Looks) -> Meaning | None:
    """Tell an organisation from a unit of it: by what it is called, or else by whether it is first on its page."""
    is_name = looks.capitals or NAME.fullmatch(plain) is not None
    if names.knows(plain) or (is_name and ORGANISATION.search(plain)):
        return "organisation"
    if is_name and CENTRE.search(plain):
        return "organisation" if looks.first or looks.top else "unit"
    return "unit" if looks.capitals else None


def is_capitals(text: str) -> bool:
    """Tell whether a text is set in capitals."""
    letters = [letter for letter in text if letter.isalpha()]
    return len(letters) >= FEWEST_LETTERS and all(letter.isupper() for letter in letters)
