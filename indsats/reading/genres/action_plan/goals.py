"""The goals of a plan: the list it opens with, and the lines in which its rows name one of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from indsats.reading.joined_lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from indsats.reading.model import Line

SUPPORTS = (
    r"(?:understøtter|bidrager\s+til|hører\s+(?:til|under)|relaterer\s+(?:sig\s+)?til|knytter\s+sig\s+til|supports)"
)
NOUN = r"(?:(?:politiske?|regionens|overordnede?)\s+)?(?:målsætning(?:en|erne|er)?|mål(?:et|ene)?|goals?)"
NUMBERED = rf"(?:{SUPPORTS}\s+)?(?:{NOUN})\s*(?:nr\.?\s*)?(?P<number>\d{{1,2}})(?!\d)(?:\s*(?:og|,)\s*\d{{1,2}})*"
GOAL = re.compile(rf"\s*{NUMBERED}\s*(?:[:.,;–—-]\s*|\s+|$)(?P<title>.*)", re.IGNORECASE | re.DOTALL)
UNNUMBERED = re.compile(rf"\s*{SUPPORTS}\s+{NOUN}\s*[:–—-]?\s*(?P<title>\S.*)", re.IGNORECASE | re.DOTALL)
IN_A_COLUMN = re.compile(r"\s*(?P<number>\d{1,2})\s*(?:[:.)–—-]\s*|\s+|$)(?P<title>.*)", re.DOTALL)
MAY_BEGIN = re.compile(
    r"\s*(?:underst|bidrager|hører|relaterer|knytter|supports|mål|polit|regionens|overord|goal)", re.IGNORECASE
)
INSIDE = re.compile(rf"(?<=[.!?])\s+(?={SUPPORTS}\s+{NOUN})", re.IGNORECASE)
LINES_TO_BEGIN = 3
MOST_GOAL_LINES = 5
ALIKE = 0.72
"""How alike two wordings of one goal are at least: a word more or less is the same goal, another goal is not."""
QUOTES = " \t»«”“„\"'’‘."


@dataclass(frozen=True, slots=True)
class NamedGoal:
    """A goal as a row names it, by number, by title or by both."""

    number: int | None
    title: str | None


@dataclass(frozen=True, slots=True)
class Goals:
    """The plan's own list of goals."""

    titles: Mapping[int, str]

    def number_called(self, title: str) -> int | None:
        """Give the number of the goal with this title in every letter."""
        return next((number for number, own in self.titles.items() if plain(own) == plain(title)), None)

    def is_wording_of(self, title: str, number: int) -> bool:
        """Tell whether a title means this goal: it is alike, and no other goal is more so."""
        likeness = {one: _likeness(title, own) for one, own in self.titles.items()}
        return likeness.get(number, 0.0) >= ALIKE and likeness[number] == max(likeness.values())


def plain(title: str) -> str:
    """Give a title's letters and digits alone, so that hyphens, spaces and case do not count."""
    return "".join(letter for letter in title.casefold() if letter.isalnum())


def _likeness(title: str, own: str) -> float:
    one, two = plain(title)[:200], plain(own)[:200]
    if one and two and (one in two or two in one):
        return max(ALIKE, SequenceMatcher(None, one, two, autojunk=False).ratio())
    return SequenceMatcher(None, one, two, autojunk=False).ratio()


def goal_begins(texts: Sequence[str]) -> bool:
    """Tell whether the first of these lines begins to name a goal; the word itself may be parted over lines."""
    if not texts or not MAY_BEGIN.match(texts[0]):
        return False
    opening = joined(texts[:LINES_TO_BEGIN])
    numbered = GOAL.match(opening)
    return bool(numbered and _is_announced(opening, numbered)) or UNNUMBERED.match(opening) is not None


def _is_announced(text: str, found: re.Match[str]) -> bool:
    """Tell a goal's line from a sentence that begins with one: a verb before it or a sign after its number."""
    after = text[found.end("number") :].lstrip()
    return re.match(SUPPORTS, text.lstrip(), re.IGNORECASE) is not None or after[:1] in {":", "–", "—", "-", ""}


def goal_length(texts: Sequence[str], known: Iterable[str]) -> int:
    """Tell how many lines, from the first, a goal's name takes: as far as a known title goes, or a sentence does."""
    titles = {plain(title) for title in known}
    most = min(len(texts), MOST_GOAL_LINES)
    for length in range(1, most):
        said = named_goal(joined(texts[:length]))
        title = plain(said.title or "") if said else ""
        longer = title + plain(texts[length])
        if not title or any(one.startswith(longer) for one in titles):
            continue
        printed = texts[length - 1].rstrip()
        goes_on = printed.endswith("-") or (texts[length].lstrip()[:1].islower() and not printed.endswith("."))
        if title in titles or not goes_on:
            return length
    return most


def named_goal(text: str, *, in_column: bool = False) -> NamedGoal | None:
    """Read a goal's line, or a cell of a column for goals; None where it names none."""
    found = GOAL.match(text) or (IN_A_COLUMN.match(text) if in_column else None)
    if found:
        return NamedGoal(int(found["number"]), found["title"].strip(QUOTES) or None)
    unnumbered = UNNUMBERED.match(text)
    title = unnumbered["title"] if unnumbered else text if in_column else ""
    return NamedGoal(None, title.strip(QUOTES)) if title.strip(QUOTES) else None


def without_goal(lines: Sequence[Line], known: Iterable[str]) -> tuple[list[Line], list[Line]]:
    """Part a cell's lines into those of its text and those that name a goal."""
    titles = list(known)
    for index in range(len(lines)):
        texts = [line.text for line in lines[index : index + MOST_GOAL_LINES + 1]]
        if goal_begins(texts):
            end = index + goal_length(texts, titles)
            return [*lines[:index], *lines[end:]], list(lines[index:end])
    return _parted_inside(lines)


def _parted_inside(lines: Sequence[Line]) -> tuple[list[Line], list[Line]]:
    """Part a text whose last sentence, in the middle of a line, names a goal."""
    for index in range(len(lines) - 1, -1, -1):
        found = INSIDE.search(lines[index].text)
        if found:
            above = replace(lines[index], text=lines[index].text[: found.start()], runs=())
            goal = replace(lines[index], text=lines[index].text[found.start() :].strip(), runs=())
            return [*lines[:index], above], [goal, *lines[index + 1 :]]
    return list(lines), []
