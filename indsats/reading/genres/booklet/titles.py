"""Titles of examples: headings where the format tells, else short lines above a text that begins anew."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.reading.genres.booklet.units import Unit

MOST_LINES = 5
LONGEST = 26
FEWEST_ALIKE = 3
GOES_ON = re.compile(r"\b(?:i|på|fra|af|til|og|med|for|om|en|et|den|det|de|der|at|ved|mellem|hos)$", re.IGNORECASE)
"""A title that fills its line does not end in such a word: the capital below it belongs to a name."""
ENDS = re.compile(r"[.!?:;,”\"]\s*$")


USUAL = frozenset(("når", "om", "så", "ved", "hvordan", "hvorfor", "da", "fra"))
"""Words that examples' titles often begin with: a few of them together are enough."""


def title_lines(unit: Unit, opening_words: frozenset[str]) -> int:
    """Count the first lines of a unit that are a title, 0 where it begins with none.

    What follows a title begins with a capital. Until the words that titles begin with are known, its last line must
    also end before its column does. A few lines without a full stop are a title by themselves if they begin as one.
    """
    if unit.is_heading:
        return len(unit.lines)
    if not unit.lines[0][:1].isupper():
        return 0
    width = max(len(line) for line in unit.lines)
    for count, (line, below) in enumerate(zip(unit.lines, [*unit.lines[1:], None], strict=True), start=1):
        if count > MOST_LINES or ENDS.search(line) or len(" ".join(unit.lines[:count]).split()) > LONGEST:
            return 0
        if below is None:
            return count if begins_alike(unit, opening_words) else 0
        has_room = len(line) + 1 + len(below.split(" ", 1)[0]) <= width
        whole = count < 2 or not unit.lines[count - 2].endswith("-") or " " in line  # noqa: PLR2004 -- the line above
        ends = has_room or not whole or not GOES_ON.search(line)
        alike = begins_alike(unit, opening_words)
        if below[:1].isupper() and ((has_room and not opening_words) or (alike and ends)):
            return count
    return 0


def begins_alike(unit: Unit, opening_words: frozenset[str]) -> bool:
    """Tell whether a unit begins with a word that other titles of the booklet begin with."""
    return unit.lines[0].split(" ", 1)[0].lower() in opening_words


def opening_words_of(units: Iterable[Unit]) -> frozenset[str]:
    """Learn the words that titles begin with (»Når«, »Om«) from those that their looks alone make titles."""
    found: Counter[str] = Counter()
    for unit in units:
        if not unit.is_address and title_lines(unit, frozenset()):
            found[unit.lines[0].split(" ", 1)[0].lower()] += 1
    often = {word for word, count in found.items() if count >= FEWEST_ALIKE}
    usual = {word for word in found if word in USUAL}
    return frozenset(often | (usual if sum(found[word] for word in usual) >= FEWEST_ALIKE else set()))
