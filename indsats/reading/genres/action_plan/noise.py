"""What a page prints around a plan's rows: page numbers, running heads, legends, headings of columns said again."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.genres.action_plan.columns import are_headings, columns_in_text
from indsats.reading.genres.action_plan.goals import goal_begins, plain
from indsats.reading.genres.action_plan.headings import year_of_heading
from indsats.reading.genres.action_plan.status import FEWEST_IN_LEGEND, Legend, is_status, lights_in
from indsats.reading.model import Block, Line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.model import SourceDocument

PAGE_NUMBER = re.compile(r"(?:side\s*)?\d{1,3}(?:\s*(?:/|af|of)\s*\d{1,3})?", re.IGNORECASE)
FEWEST_TIMES = 2
FEWEST_LETTERS = 12
HEADING_LINES = 8


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of the plan itself, with what came between it and the line before."""

    line: Line
    after_gap: bool
    after_break: bool = False
    """Whether a page ended in between."""

    @property
    def text(self) -> str:
        """The line as printed."""
        return self.line.text


@dataclass(frozen=True, slots=True)
class PlanText:
    """The lines below the first headings of columns, and what the columns are, in order."""

    columns: tuple[str, ...]
    lines: tuple[Printed, ...]


def plan_text(document: SourceDocument, legend: Legend) -> PlanText | None:
    """Give the part of a running text that holds a plan's rows, without what pages print around them."""
    printed = list(_printed(document))
    headings = _column_headings(printed)
    if not headings:
        return None
    first = min(headings)
    begin = first - 1 if first and year_of_heading(printed[first - 1].text.strip()) else first
    around = _around_rows(printed, begin, legend)
    around |= {place for start, (length, _) in headings.items() for place in range(start, start + length)}
    kept: list[Printed] = []
    broken = gap = False
    for place in range(begin, len(printed)):
        one = printed[place]
        gap = gap or one.after_gap
        if place in around:
            broken = broken or place not in range(first, first + headings[first][0])
            continue
        kept.append(Printed(one.line, gap, broken or one.after_break))
        broken = gap = False
    return PlanText(headings[first][1], tuple(kept))


def _printed(document: SourceDocument) -> Iterator[Printed]:
    """Give every printed line. A page's end may show as a single space before its first line."""
    above: Line | None = None
    for page in document.pages:
        for item in page.items:
            lines = item.lines if isinstance(item, Block) else [line for r in item.rows for c in r for line in c.lines]
            for line in lines:
                if line.is_blank:
                    continue
                apart = above is None or above.page != line.page or line.number - above.number > 1
                begins_block = document.format != "txt" and line is lines[0]
                indented = line.text[:1] in {" ", "\u00a0"} and line.text[1:2] not in {" ", "\u00a0"}
                yield Printed(line, apart or begins_block, (above is not None and above.page != line.page) or indented)
                above = line


def _column_headings(printed: Sequence[Printed]) -> dict[int, tuple[int, tuple[str, ...]]]:
    """Give where columns are named, on one line or on several below each other: place, number of lines, meanings."""
    found: dict[int, tuple[int, tuple[str, ...]]] = {}
    place = 0
    while place < len(printed):
        meanings: tuple[str, ...] = ()
        length = 0
        while place + length < len(printed) and length < HEADING_LINES:
            named = columns_in_text(printed[place + length].text)
            if named is None or set(named) & set(meanings):
                break
            meanings += named
            length += 1
        if are_headings(meanings):
            found[place] = length, meanings
        place += max(length, 1)
    return found


def _around_rows(printed: Sequence[Printed], begin: int, legend: Legend) -> set[int]:
    feet = _page_numbers(printed) | _legends(printed, legend)
    return feet | _running_heads(printed, begin, feet)


def _page_numbers(printed: Sequence[Printed]) -> set[int]:
    return {i for i, one in enumerate(printed) if one.after_gap and PAGE_NUMBER.fullmatch(one.text.strip())}


def _stands_alone(printed: Sequence[Printed], place: int) -> bool:
    return printed[place].after_gap and (place + 1 == len(printed) or printed[place + 1].after_gap)


def _running_heads(printed: Sequence[Printed], begin: int, feet: set[int]) -> set[int]:
    """Give lines that stand by themselves at a page's end and say the same again, or what the document opens with."""
    opening = {plain(one.text) for one in printed[:begin]}
    alone = [
        i for i in range(len(printed)) if _stands_alone(printed, i) and len(plain(printed[i].text)) >= FEWEST_LETTERS
    ]
    times = Counter(plain(printed[i].text) for i in alone)
    return {
        i
        for i in alone
        if i >= begin
        and (printed[i].after_break or {i - 1, i + 1} & feet or plain(printed[i].text) in opening)
        and times[plain(printed[i].text)] >= FEWEST_TIMES
        and not goal_begins([printed[i].text])
        and not is_status(printed[i].text)
        and year_of_heading(printed[i].text.strip()) is None
    }


def _legends(printed: Sequence[Printed], legend: Legend) -> set[int]:
    """Give the lines of each legend: its words one after the other, whether on one line or on several."""
    words = [word.casefold() for word in legend.words]
    found: set[int] = set()
    if len(words) < FEWEST_IN_LEGEND:
        return found
    for place, one in enumerate(printed):
        said: list[str] = []
        length = 0
        while place + length < len(printed) and len(said) < len(words):
            lights = [light.casefold() for light in lights_in(printed[place + length].text)]
            if not lights or words[len(said) : len(said) + len(lights)] != lights:
                break
            said.extend(lights)
            length += 1
        if said == words and one.text.strip():
            found.update(range(place, place + length))
    return found
