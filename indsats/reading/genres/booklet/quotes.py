"""Quotes set apart from the text: in quotation marks, or in a box whose lines break in the middle of sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.genres.booklet.units import Unit, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

OPENS = re.compile(r"[”\"“»]\s*\S")
CLOSES = re.compile(r"[”\"“«]\s*$")
ENDS = re.compile(r"[.!?:”\"]\s*$")
MOST_UNITS = 14
BOX_LINES = 2
FEWEST_BOX_UNITS = 3
LONGEST_SPEAKER, MOST_SPEAKER_LINES = 16, 3
FEWEST_WORDS = 4
GOES_ON = re.compile(r"(?:\b(?:til|i|fra|på|ved|og|for|af)|[,–-])\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Quote:
    """What somebody said, who said it, and how many units and lines it takes up."""

    text: str
    speaker: str | None
    units: tuple[Unit, ...]
    rest: Unit | None = None
    """What follows in the last unit and no longer belongs to the quote."""


def quote_at(units: Sequence[Unit], place: int, opening_words: frozenset[str]) -> Quote | None:
    """Give the quote that begins at a unit, None where none does. ``opening_words`` begin an example's title."""
    if units[place].is_address or units[place].is_heading:
        return None
    if OPENS.match(units[place].lines[0]):
        return _in_marks(units, place, opening_words)
    return _in_box(units, place, opening_words)


def _in_marks(units: Sequence[Unit], place: int, opening_words: frozenset[str]) -> Quote | None:
    said: list[Unit] = []
    for unit in units[place : place + MOST_UNITS]:
        if unit.is_address or unit.is_heading:
            return None
        closing = next((number for number, line in enumerate(unit.lines) if CLOSES.search(line)), None)
        if closing is None:
            said.append(unit)
            continue
        last, after = unit.part(0, closing + 1), unit.part(closing + 1)
        said.append(last or unit)
        if len(text_of(said).split()) < FEWEST_WORDS:
            return None
        return _with_speaker(units, place + len(said), said, after, opening_words)
    return None


def _in_box(units: Sequence[Unit], place: int, opening_words: frozenset[str]) -> Quote | None:
    """A run of short units that each go on in the next is a box; the unit where its sentence ends is its last."""
    said: list[Unit] = []
    for unit in units[place : place + MOST_UNITS]:
        goes_on = said and unit.lines[0][:1].islower()
        if unit.is_address or unit.is_heading or (said and not goes_on):
            return None
        ending = next((number for number, line in enumerate(unit.lines) if line.endswith((".", "!", "?"))), None)
        short = len(unit.lines) <= BOX_LINES + (ending is not None)
        if not short or (ending is not None and len(said) + 1 < FEWEST_BOX_UNITS):
            return None
        if ending is None:
            said.append(unit)
            continue
        last, after = unit.part(0, ending + 1), unit.part(ending + 1)
        said.append(last or unit)
        return _with_speaker(units, place + len(said), said, after, opening_words)
    return None


def _with_speaker(
    units: Sequence[Unit], following: int, said: list[Unit], after: Unit | None, opening_words: frozenset[str]
) -> Quote:
    """Take the short lines below a quote for who said it, up to a title or a sentence."""
    speaker: list[Unit] = []
    taken = list(said)
    rest: Unit | None = None
    unit = after
    while True:
        if unit is None:
            unit = units[following] if following < len(units) else None
            following += 1
            if unit is None or unit.is_heading or unit.is_address:
                break
        count = _speaker_lines(unit, speaker, opening_words)
        if not count:
            rest = unit if unit is after else None
            break
        part = unit.part(0, count) or unit
        speaker.append(part)
        taken.append(part)
        rest = unit.part(count)
        if rest is not None or not GOES_ON.search(part.text):
            break
        unit = None
    text = text_of(said).strip(' ”"“»«')
    return Quote(text, text_of(speaker) or None, tuple(taken), rest)


def _speaker_lines(unit: Unit, speaker: Sequence[Unit], opening_words: frozenset[str]) -> int:
    """Count the lines of a unit that can name a speaker: few, no sentence, up to one that begins a title."""
    count = 0
    for line in unit.lines[:MOST_SPEAKER_LINES]:
        if line.split(" ", 1)[0].lower() in opening_words or line.endswith((".", "!", "?", ":")):
            break
        count += 1
    if count == MOST_SPEAKER_LINES < len(unit.lines):
        return 0
    words = len(text_of([*speaker, unit.part(0, count) or unit]).split())
    return count if words <= LONGEST_SPEAKER else 0
