"""A booklet's chapters: each a recommendation with a comment, examples, quotes, and where to read more."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from indsats.reading.genres.booklet.quotes import Quote, quote_at
from indsats.reading.genres.booklet.titles import begins_alike, opening_words_of, title_lines
from indsats.reading.genres.booklet.units import Unit, units_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.model import SourceDocument

RECOMMENDS = re.compile(
    r"(?P<who>[A-ZÆØÅ][\wæøåÆØÅ-]+(?: [\wæøåÆØÅ-]+){0,3}) anbefal(?:er|ing)(?: \d+)?:\s*(?P<text>\S.*)|"
    r"Anbefaling(?: nr\.?)? ?(?P<number>\d{1,2})\s*[:.–-]\s*(?P<other>\S.*)",
    re.DOTALL,
)
EXAMPLES = re.compile(r"\s*(?:gode )?eksempler\b", re.IGNORECASE)
READ_MORE = re.compile(
    r"\s*(?:læs mere|læs også|vil du vide mere|find mere)\b(?!.*\b(?:her|hjemmeside)\W*$)", re.IGNORECASE
)
LONGEST_HEADING = 14
WRAPPED = re.compile(r"[-–]\s*$|\w-$")


EventKind = Literal["title", "text", "entry", "addresses", "quote"]


@dataclass(frozen=True, slots=True)
class Event:
    """What comes next in a chapter: an example's title or text, something to read more in, addresses, a quote."""

    kind: EventKind
    unit: Unit
    quote: Quote | None = None


@dataclass(slots=True)
class Chapter:
    """A recommendation: its heading, its sentence, the comment on it, and what follows in the order of the text."""

    number: int
    heading: tuple[Unit, ...]
    recommendation: Unit
    comment: list[Unit] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


def anchors_of(units: Sequence[Unit]) -> list[int]:
    """Give the places of the sentences that recommend something."""
    return [place for place, unit in enumerate(units) if not unit.is_address and RECOMMENDS.match(unit.text)]


def chapters_of(document: SourceDocument) -> list[Chapter]:
    """Part a booklet into its chapters."""
    units = units_of(document)
    anchors = anchors_of(units)
    opening_words = opening_words_of(unit for anchor in anchors[:1] for unit in units[anchor:])
    chapters: list[Chapter] = []
    for number, anchor in enumerate(anchors, start=1):
        heading = _heading(units, anchor)
        following = anchors[number] if number < len(anchors) else len(units)
        end = following - len(_heading(units, following)) if following < len(units) else following
        chapter = Chapter(number, heading, units[anchor])
        chapters.append(chapter)
        _fill(chapter, units[anchor + 1 : end], opening_words)
    return chapters


def _heading(units: Sequence[Unit], anchor: int) -> tuple[Unit, ...]:
    """Give the heading above a recommendation: the units just above it on its page, as long as they are short."""
    found: list[Unit] = []
    for unit in reversed(units[:anchor]):
        words = len(unit.text.split()) + sum(len(one.text.split()) for one in found)
        ends = unit.text.endswith((".", ":", ",")) or unit.is_address or unit.page != units[anchor].page
        if ends or words > LONGEST_HEADING or (found and not unit.is_heading):
            break
        found.insert(0, unit)
    return tuple(found)


def _fill(chapter: Chapter, units: Sequence[Unit], opening_words: frozenset[str]) -> None:
    """Walk through a chapter: its comment, then examples, quotes, what to read more in, and addresses."""
    reading = _Reading(chapter, opening_words)
    place = 0
    pending = list(units)
    while place < len(pending):
        quote = quote_at(pending, place, opening_words) if reading.examples_begun else None
        if quote:
            chapter.events.append(Event("quote", quote.units[0], quote))
            place += len(_whole(pending, place, quote))
            if quote.rest:
                pending.insert(place, quote.rest)
        else:
            reading.take(pending[place])
            place += 1


def _whole(units: Sequence[Unit], place: int, quote: Quote) -> list[Unit]:
    """Give the units that a quote takes up, whole or in part."""
    last = quote.units[-1].pieces[-1]
    taken: list[Unit] = []
    for unit in units[place:]:
        taken.append(unit)
        if last in unit.pieces:
            break
    return taken


@dataclass(slots=True)
class _Reading:
    """Where the walk through a chapter has come to."""

    chapter: Chapter
    opening_words: frozenset[str]
    examples_begun: bool = False
    reads_more: bool = False

    def take(self, unit: Unit) -> None:
        """Put one unit where it belongs."""
        if unit.is_address:
            self._add("addresses", unit)
        elif self._begins_examples(unit):
            self.examples_begun = True
            self._take_rest(unit, 1)
        elif self._begins_list(unit):
            self.reads_more = True
            self._take_rest(unit, len(unit.lines) if unit.is_heading else 1)
        elif not self.examples_begun and not self.reads_more:
            self.chapter.comment.append(unit)
        elif self._is_title(unit):
            self.reads_more = False
            self._take_title(unit)
        elif self.reads_more:
            for entry in _entries(unit):
                self._add("entry", entry)
        else:
            self._add("text", unit)

    def _begins_examples(self, unit: Unit) -> bool:
        return not self.examples_begun and EXAMPLES.match(unit.text) is not None and _is_short(unit.lines[0])

    def _begins_list(self, unit: Unit) -> bool:
        """Tell a list of what to read from the last line of an example that refers to one thing."""
        is_list = unit.is_heading or len(unit.lines) > 1
        return is_list and READ_MORE.match(unit.lines[0]) is not None and _is_short(unit.lines[0])

    def _is_title(self, unit: Unit) -> bool:
        if self.reads_more and not unit.is_heading and not begins_alike(unit, self.opening_words):
            return False
        return title_lines(unit, self.opening_words) > 0

    def _take_title(self, unit: Unit) -> None:
        count = title_lines(unit, self.opening_words)
        self._add("title", unit.part(0, count) or unit)
        rest = unit.part(count)
        if rest:
            self._add("text", rest)

    def _take_rest(self, unit: Unit, start: int) -> None:
        rest = unit.part(start)
        if rest:
            self.take(rest)

    def _add(self, kind: EventKind, unit: Unit) -> None:
        self.chapter.events.append(Event(kind, unit))


def _is_short(line: str) -> bool:
    return len(line.split()) <= LONGEST_HEADING


def _entries(unit: Unit) -> Iterator[Unit]:
    """Part a list into its entries: a line that begins small, or below one that ends in a dash, goes on with it."""
    start = 0
    for place, line in enumerate(unit.lines[1:], start=1):
        if not line[:1].islower() and not WRAPPED.search(unit.lines[place - 1]):
            yield unit.part(start, place) or unit
            start = place
    yield unit.part(start) or unit
