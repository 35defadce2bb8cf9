"""Printed lines made into running text: line ends become spaces, words parted at a line's end become whole again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

SOFT_HYPHENS = re.compile("[\u00ad\u00ac]\\s*")
PARTED = re.compile(r"(?P<start>[^\s-]+(?:-[^\s-]+)*)[-\u2010\u2011]$")
"""A line that ends in the middle of a word. A dash between words has a space before it and is left alone."""
SUSPENDED = re.compile(r"(?:og|eller|samt|til|og/eller|med|and|or)\b|[,/]", re.IGNORECASE)
"""What follows the hyphen of »kompetence- og«, which is no word parted at a line's end."""
KEEPS_HYPHEN = re.compile(r"[^a-zæøåéü]+|\w|.*-.*|.*[A-ZÆØÅ]{2,}|.*\d")
"""What comes before a hyphen that belongs to the word: MED-, a-, gå-hjem-, OK24-."""


def joined(lines: Iterable[str]) -> str:
    """Give lines as running text. Blank lines count as nothing, so that a word parted over them is whole again."""
    pieces: list[str] = []
    for line in lines:
        words = " ".join(SOFT_HYPHENS.sub(_soft, line.replace("\f", " ")).split())
        if words and pieces:
            pieces[-1:] = _meeting(pieces[-1], words)
        elif words:
            pieces.append(words)
    return "".join(pieces).rstrip("\u00ad")


def _meeting(above: str, line: str) -> tuple[str, str]:
    """Give two printed lines as they read one after the other."""
    if above.endswith("\u00ad"):
        return above[:-1], line
    parted = PARTED.search(above[above.rfind(" ") + 1 :])
    if parted is None:
        glued = above.endswith("/") and not above.endswith((" /", "//"))
        return above, line if glued else f" {line}"
    if SUSPENDED.match(line) or not line[0].isalnum():
        return above, f" {line}"
    if not line[0].islower() or KEEPS_HYPHEN.fullmatch(parted["start"]):
        return above, line
    return above[:-1], line


def _soft(hyphen: re.Match[str]) -> str:
    """Keep a soft hyphen at a line's end for the line that follows; inside a line it prints nothing."""
    return "\u00ad" if hyphen.end() == len(hyphen.string) else ""
