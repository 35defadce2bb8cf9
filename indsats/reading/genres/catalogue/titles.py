"""Where each initiative begins: titles that run into their text, titles on a line of their own.

Several signs are weighed together: the period or colon after a title, the block it begins, sentences that end before
it, bold type, and, where a document sets titles in another kind of space than its text, that too.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.genres.catalogue.labels import titled_blocks
from indsats.reading.genres.catalogue.markers import Marker, markers_of
from indsats.reading.genres.catalogue.style import Style, style_of
from indsats.reading.genres.stream import BULLET

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.stream import Span, Stream

SENTENCE_END = re.compile(r"(?<=[.!?:”\"])\s+(?=[A-ZÆØÅ0-9”\"«»])|(?<=[a-zæøå])\s{2,}(?=[A-ZÆØÅ])")
NO_SENTENCE_END = re.compile(r"(?:\b(?:bl\.a|f\.eks|fx|ca|ift|mhp|ifm|jf|inkl|evt|dvs|pga|kl|nr|\d)\.)$", re.IGNORECASE)
UNFINISHED = re.compile(r"[a-zæøå0-9,&/(–-]\s*$")
ENDS = re.compile(r"[.!?:”\")•]\s*$")
RUN_IN = re.compile(r"(?P<title>[A-ZÆØÅ0-9”\"«][^:.!?\n]{2,70}(?:\n[^:.!?\n]{1,60}){0,2}?)(?P<colon>:)(?=\s*\S)")
A_SENTENCE = re.compile(
    r"\b(?:er|har|skal|kan|vil|bliver|blev|omfatter|indeholder|gælder|sætter|består|arbejder|får|fx|"
    r"for\s+eksempel)\b",
    re.IGNORECASE,
)
TARGET = re.compile(r"\s*(?:primært |især )?(?:indsats\w* |er )*(?:mål)?rette[dt]? mod\b|\s*målgruppe", re.IGNORECASE)
LONGEST_TITLE = 30
LOOKED_BACK = 2000
"""Letters before a period among which its title begins; with more before it, it ends no title."""
LONGEST_RUN_IN = 10
LONGEST_BARE = 14
LONGEST_LINES = 3
FEWEST_RUN_IN = 3
WIDE = 0.8


@dataclass(frozen=True, slots=True)
class Title:
    """A title's words, its period and where its text begins."""

    start: int
    end: int
    text_start: int
    period: str | None = None
    period_start: int = 0
    period_end: int = 0
    bare: bool = False
    """Known by its looks alone: it needs no text below it."""


def titles_of(stream: Stream, headings: Sequence[Heading]) -> list[Title]:
    """Find the titles of a catalogue in the order of the text."""
    shut = {stream.block_at(heading.span.start) for heading in headings}
    marked = list(_marked(stream, [block for number, block in enumerate(stream.blocks) if number in shut]))
    labelled = titled_blocks(stream)
    style = style_of(
        stream,
        [*((title.start, title.end) for title in marked), *((block.start, block.end) for block in labelled)],
        [*(title.text_start for title in marked), *(block.end + 2 for block in labelled)],
    )
    run_in = len(marked) >= FEWEST_RUN_IN
    zones = _Zones(stream, headings)
    with_period = {zones.of(title.start) for title in marked}
    taken = sorted((title.start, title.text_start) for title in marked)
    found = [
        title
        for number, block in enumerate(stream.blocks)
        if number not in shut and not _is_taken(block, taken)
        for title in _unmarked(
            stream, number, style, run_in=run_in, on_own_line=zones.of(block.start) not in with_period
        )
    ]
    return sorted([*marked, *found], key=lambda title: title.start)


class _Zones:
    """The stretches of a catalogue that are set alike: a page below one heading."""

    def __init__(self, stream: Stream, headings: Sequence[Heading]) -> None:
        self.stream = stream
        self.starts = [heading.span.start for heading in headings if heading.meaning in {"organisation", "section"}]

    def of(self, offset: int) -> tuple[int, int]:
        """Give the page and the number of the heading above."""
        return self.stream.page_at(offset), bisect_right(self.starts, offset)


def _is_taken(block: Span, taken: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a title that is found already begins a block or reaches into it."""
    after = bisect_right(taken, (block.start + 2, 0))
    return after > 0 and (taken[after - 1][0] >= block.start or taken[after - 1][1] > block.start)


def _marked(stream: Stream, shut: Sequence[Span]) -> Iterator[Title]:
    """Give the titles that a period stands after."""
    floor = 0
    for marker in markers_of(stream):
        start = _start_of(stream, marker, floor, shut)
        if start is not None:
            yield Title(
                start, marker.title_end, marker.text_start, marker.period, marker.period_start, marker.period_end
            )
            floor = marker.text_start


def _start_of(stream: Stream, marker: Marker, floor: int, shut: Sequence[Span]) -> int | None:
    """Find where the title before a period begins; None where what stands there cannot be a title."""
    above = bisect_right(shut, marker.period_start, key=lambda span: span.end)
    floor = max(floor, shut[above - 1].end if above else 0)
    number = stream.block_at(marker.period_start)
    block = stream.blocks[number]
    begin = block.start
    continued = _is_continued(stream, number) or block.start >= marker.title_end
    if continued and number:
        begin = stream.blocks[number - 1].start
    begin = max(begin, floor, marker.title_end - LOOKED_BACK)
    text = stream.text[begin : marker.title_end]
    whole = begin == block.start and not continued
    if marker.sureness == "possible" and not (whole and stream.is_bold(begin, marker.title_end)):
        return _possible(stream, begin, marker) if whole else None
    if not whole or len(text.split()) > LONGEST_TITLE:
        begin += _after_last_sentence(text)
    return _checked(stream, begin, marker)


def _possible(stream: Stream, begin: int, marker: Marker) -> int | None:
    """Take a bracket that words follow for a title's end only where it is a phase in words, after few words."""
    in_words = not any(letter.isdigit() for letter in marker.period or "1")
    few = len(stream.text[begin : marker.title_end].split()) <= LONGEST_RUN_IN
    return _checked(stream, begin, marker) if in_words and few else None


def _is_continued(stream: Stream, number: int) -> bool:
    """Tell whether a block goes on in the middle of what the block above began."""
    block = stream.blocks[number]
    first = stream.text[block.start : block.end].lstrip()[:1]
    if number == 0 or not first or stream.page_at(block.start) != stream.page_at(stream.blocks[number - 1].start):
        return False
    above = stream.text[stream.blocks[number - 1].start : stream.blocks[number - 1].end]
    if first in "-–":
        return stream.piece_at(block.start).line.number == stream.piece_at(block.start - 3).line.number + 1 and bool(
            UNFINISHED.search(above)
        )
    return (first.islower() or first in "):") and UNFINISHED.search(above) is not None


def _after_last_sentence(text: str) -> int:
    """Give how far into a text its last sentence begins."""
    ends = [
        end.end()
        for end in SENTENCE_END.finditer(text)
        if not NO_SENTENCE_END.search(text[: end.start()]) and text[end.end() :].strip(" \n(")
    ]
    return ends[-1] if ends else 0


def _checked(stream: Stream, begin: int, marker: Marker) -> int | None:
    text = stream.text[begin : marker.title_end]
    start = begin + len(text) - len(text.lstrip())
    words = text.split()
    if not words or len(words) > LONGEST_TITLE or BULLET.match(text) or TARGET.match(text):
        return None
    return start if text.lstrip()[0].isupper() or text.lstrip()[0].isdigit() or text.lstrip()[0] in '”"«»“' else None


def _unmarked(stream: Stream, number: int, style: Style, *, run_in: bool, on_own_line: bool) -> Iterator[Title]:
    """Give the title that a block begins with, where no period says so."""
    block = stream.blocks[number]
    text = stream.text[block.start : block.end]
    if BULLET.match(text) or TARGET.match(text) or _is_continued(stream, number):
        return
    title = _with_colon(stream, block, style) if run_in else None
    if title is None and on_own_line:
        title = _on_own_line(stream, number)
    if title is not None:
        yield title
    elif style.tells:
        yield from _bare(stream, block, style)


def _with_colon(stream: Stream, block: Span, style: Style) -> Title | None:
    """A few words and a colon that begin a block, with text after them."""
    text = stream.text[block.start : block.end]
    found = RUN_IN.match(text.lstrip())
    if not found or len(found["title"].split()) > LONGEST_RUN_IN:
        return None
    start = block.start + len(text) - len(text.lstrip())
    end = start + found.end("title")
    following = stream.text[end + 1 : block.end]
    if BULLET.match(following.lstrip()) or (style.tells and not style.is_title(start, end)):
        return None
    first = following.lstrip()[:1]
    if A_SENTENCE.search(found["title"]) or not (first.isupper() or first.isdigit() or first in '”"«'):
        return None
    return Title(start, end, end + 1)


def _on_own_line(stream: Stream, number: int) -> Title | None:
    """Lines that end before the column does, with a text below that begins anew: a title over its text."""
    block = stream.blocks[number]
    start, lines = block.start, stream.text[block.start : block.end].split("\n")
    if stream.piece_at(start).level or stream.is_bold(start, block.end):
        return _bold_heading(stream, block)
    width = max(len(line.strip()) for line in lines)
    end = start
    for place, line in enumerate(lines[:-1], start=1):
        end += len(line) + (place > 1)
        below = lines[place].strip()
        short = len(line.strip()) + 1 + len(below.split(" ", 1)[0]) <= width
        if line.strip().endswith((".", ",", ":", ";")) or place > LONGEST_LINES:
            return None
        if short and below[:1].isupper() and len(stream.text[start:end].split()) <= LONGEST_BARE:
            return Title(start + len(lines[0]) - len(lines[0].lstrip()), end, end)
    return None


def _bold_heading(stream: Stream, block: Span) -> Title | None:
    text = stream.text[block.start : block.end]
    return Title(block.start, block.end, block.end) if len(text.split()) <= LONGEST_TITLE else None


def _bare(stream: Stream, block: Span, style: Style) -> Iterator[Title]:
    """A block that is all set as titles are; a word alone has no spaces to tell by."""
    text = stream.text[block.start : block.end]
    fewest = 2 if style.by == "spaces" else 1
    if text[:1].isupper() and fewest <= len(text.split()) <= LONGEST_BARE and style.is_title(block.start, block.end):
        yield Title(block.start, block.end, block.end, bare=style.by != "heading")
