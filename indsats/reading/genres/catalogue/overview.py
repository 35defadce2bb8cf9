"""The overview by profession: titles with the abbreviation of the organisation that each belongs to."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.genres.stream import BULLET
from indsats.reading.joined_lines import joined

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from indsats.reading.genres.catalogue.titles import Title
    from indsats.reading.genres.stream import Span, Stream

ENTRY = re.compile(r"(?P<title>.+?),\s*(?P<shorts>[A-ZÆØÅ]{2,5}(?:\s*(?:\+|/|&|og|,)\s*[A-ZÆØÅ]{2,5})*)\.?$")
SHORT = re.compile(r"[A-ZÆØÅ]{2,5}")
LETTERS = re.compile(r"[^0-9a-zæøåéü]+")
SAME_START = 6
"""Letters that two titles must begin with to be compared at all."""
MOST_ALIKE = 200
"""Entries that one title is compared with: no overview has more that begin alike."""
CUT_SHORT = 0.7
"""The share of a title that must be left where one of the two is cut short."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A title of the overview with the abbreviations that stand after it, and where."""

    title: str
    shorts: tuple[str, ...]
    offset: int


def entries_of(stream: Stream, zone: Span) -> list[Entry]:
    """Read the entries of an overview: each from its bullet to the next one."""
    found = []
    for offset, text in _items(stream, zone):
        entry = ENTRY.match(text)
        if entry:
            found.append(Entry(entry["title"], tuple(SHORT.findall(entry["shorts"])), offset))
    return found


def _items(stream: Stream, zone: Span) -> Iterator[tuple[int, str]]:
    lines: list[str] = []
    begun = zone.start
    for start, piece in zip(stream.starts, stream.pieces, strict=True):
        if zone.start <= start < zone.end:
            if BULLET.match(piece.text) and lines:
                yield begun, joined(lines).strip()
                lines = []
            if not lines:
                begun = start
            lines.append(BULLET.sub("", piece.text, count=1))
    if lines:
        yield begun, joined(lines).strip()


def matches_of(entries: Sequence[Entry], called: Mapping[Title, str]) -> dict[Title, list[Entry]]:
    """Give for each title the entries of the overview that are the same."""
    by_start: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in {(entry.title, entry.shorts): entry for entry in reversed(entries)}.values():
        by_start[letters_of(entry.title)[:SAME_START]].append(entry)
    found = {
        title: [
            entry for entry in by_start[letters_of(text)[:SAME_START]][:MOST_ALIKE] if same_title(entry.title, text)
        ]
        for title, text in called.items()
    }
    return {title: same for title, same in found.items() if same}


def same_title(one: str, other: str) -> bool:
    """Tell whether an overview's title and a run-in title are the same, also where one of them is cut short."""
    first, second = letters_of(one), letters_of(other)
    if first == second:
        return bool(first)
    shorter, longer = sorted((first, second), key=len)
    return longer.startswith(shorter) and len(shorter) >= CUT_SHORT * len(longer)


def letters_of(title: str) -> str:
    """Give a title's letters and digits alone."""
    return LETTERS.sub("", title.lower())
