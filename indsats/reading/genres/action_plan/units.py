"""A running text cut into what its columns held: text, names of goals, periods, statuses, headings for a year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indsats.reading.genres.action_plan.goals import MOST_GOAL_LINES, goal_begins, goal_length
from indsats.reading.genres.action_plan.headings import goal_of_heading, year_of_heading
from indsats.reading.genres.action_plan.status import is_status
from indsats.reading.joined_lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indsats.reading.genres.action_plan.noise import Printed

UnitKind = Literal["text", "goal", "period", "status", "year", "goal_above"]
PERIOD_LINES = 3
MOST_PERIOD_WORDS = 6
LONGEST_PERIOD = 50
STATUS_LINES = 2
SAYS_WHEN = (
    r"\d{4}|[FEQK]\s?'?\d{1,4}|[1-4]\.?\s*kvartal|(?:1|2)\.?\s*halvår|\d{1,2}\.?\s*(?:måneder|mdr\.?|år|uger|dage)|"
    r"\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|uge\s+\d{1,2}|(?:et|to|tre|fire|fem)\s+år|i drift|idé(?:fase)?|i proces|løbende|"
    r"permanent|årligt?|under (?:udvikling|planlægning|forberedelse|opstart)|flerårigt?"
)
BESIDE_WHEN = (
    r"primo|medio|ultimo|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|januar|februar|marts|april|maj|juni|juli|"
    r"august|september|oktober|november|december|jan\.?|feb\.?|mar\.?|apr\.?|aug\.?|sept?\.?|okt\.?|nov\.?|dec\.?|"
    r"fra|til|og|med|frem|fremefter|i|ca\.?|senest|start|slut|forsøg|pulje|lanceres|begynder|implementering|implementeres|"
    r"budget|kvartal|halvår|år|pr\.?|hele|foreløbigt?|\d{1,2}\.?"
)
PERIOD = re.compile(rf"(?=.*(?:{SAYS_WHEN}))(?:(?:{SAYS_WHEN}|{BESIDE_WHEN})[\s,/&+()–—-]*)+", re.IGNORECASE)
"""A cell that says when and nothing else."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines that stand together and are of one kind."""

    kind: UnitKind
    lines: tuple[Printed, ...]

    @property
    def text(self) -> str:
        """The unit as running text."""
        return joined(one.text for one in self.lines)

    @property
    def after_break(self) -> bool:
        """Whether a page ended before it."""
        return self.lines[0].after_break


def units_of(lines: Sequence[Printed], titles: Iterable[str]) -> list[Unit]:
    """Cut the lines of a plan into units; ``titles`` are those its goals may have."""
    known = list(titles)
    units: list[Unit] = []
    place = 0
    while place < len(lines):
        kind, length = _at(lines, place, known, units)
        taken = tuple(lines[place : place + length])
        goes_on = kind == "text" and units and units[-1].kind == "text"
        if goes_on and not (taken[0].after_gap or taken[0].after_break):
            units[-1] = Unit("text", units[-1].lines + taken)
        else:
            units.append(Unit(kind, taken))
        place += length
    return units


def _at(lines: Sequence[Printed], place: int, known: list[str], units: Sequence[Unit]) -> tuple[UnitKind, int]:
    """Tell what begins at a line, and how many lines of it there are."""
    text = lines[place].text.strip()
    if _stands_alone(lines, place):
        if year_of_heading(text) is not None and not is_period_alone(text):
            return "year", 1
        if goal_of_heading(text) is not None and not (units and units[-1].kind == "text"):
            return "goal_above", 1
    block = list(_block(lines, place, MOST_GOAL_LINES + 1))
    if goal_begins(block):
        return "goal", goal_length(block, known)
    if not _may_be_a_cell(lines, place, units):
        return "text", 1
    status = next((n for n in range(1, STATUS_LINES + 1) if is_status(joined(_block(lines, place, n)))), None)
    if status:
        return "status", min(status, len(block))
    period = _period_length(lines, place)
    return ("period", period) if period else ("text", 1)


def _block(lines: Sequence[Printed], place: int, most: int) -> Iterator[str]:
    """Give the texts of lines that stand together, from a line on."""
    for index in range(place, min(len(lines), place + most)):
        if index > place and (lines[index].after_gap or lines[index].after_break):
            return
        yield lines[index].text


def _stands_alone(lines: Sequence[Printed], place: int) -> bool:
    return (
        place + 1 == len(lines) or lines[place + 1].after_gap or lines[place + 1].after_break or lines[place].after_gap
    )


def _may_be_a_cell(lines: Sequence[Printed], place: int, units: Sequence[Unit]) -> bool:
    """Tell whether a line can be a cell of its own: it does not stand in the middle of a sentence."""
    one = lines[place]
    if one.after_gap or one.after_break or not units or units[-1].kind != "text":
        return True
    above = lines[place - 1].text.rstrip()
    stands_below_goal = len(units) > 1 and units[-2].kind == "goal" and len(units[-1].lines) < STATUS_LINES + 1
    return stands_below_goal or above.endswith((".", "!", "?", ":", "”", '"'))


def _period_length(lines: Sequence[Printed], place: int) -> int:
    """Tell how many lines are one period: ``2023-`` and ``2025`` below it are."""
    longest = 0
    texts = list(_block(lines, place, PERIOD_LINES))
    for length in range(1, len(texts) + 1):
        text = joined(texts[:length])
        if len(text.split()) <= MOST_PERIOD_WORDS and is_period_alone(text):
            longest = length
    return longest


def is_period_alone(text: str) -> bool:
    """Tell whether a text says when and nothing else."""
    return len(text) <= LONGEST_PERIOD and PERIOD.fullmatch(text.strip()) is not None
