"""Where a text can be divided in two: before every paragraph, list item and sentence but the first."""

from __future__ import annotations

import re
from dataclasses import dataclass

_BEGINNING = re.compile(r"\n\s*(?=\S)|(?<=[.!?:»”])\s+(?=[A-ZÆØÅ»„”\"–•-])")
SNIPPET = 70


@dataclass(frozen=True, slots=True)
class Place:
    """A place to divide: the second part begins at this character, with these words."""

    character: int
    words: str


def places_to_split(text: str) -> tuple[Place, ...]:
    """Return every place where a second record could begin, in order."""
    places = [found.end() for found in _BEGINNING.finditer(text)]
    return tuple(
        Place(at, _snippet(text[at:])) for at in dict.fromkeys(places) if text[:at].strip() and text[at:].strip()
    )


def first_words(text: str, most: int = 60) -> str:
    """Return the beginning of a text as a title: its first sentence, or as many whole words as there is room for."""
    line = " ".join(text.split())
    sentence = re.split(r"[.:!?](?:\s|$)", line, maxsplit=1)[0]
    return sentence if len(sentence) <= most else sentence[:most].rsplit(" ", 1)[0]


def _snippet(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SNIPPET else line[:SNIPPET].rsplit(" ", 1)[0] + " …"
