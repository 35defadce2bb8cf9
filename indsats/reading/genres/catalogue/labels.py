"""Lines that say what they hold: »Periode: 2025-2026«, »Ansvarlig: HR«, »Status: i drift«."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.fields.period import is_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.reading.genres.stream import Span, Stream

LABEL = re.compile(
    r"[ •–-]*(?:(?P<period>periode|tidsperiode|tidsramme|hvornår|fase)|"
    r"(?P<responsible>ansvarlig|tovholder|projektleder|ansvarlig enhed)|(?P<status>status))\s*:\s*(?P<value>\S[^\n]*)",
    re.IGNORECASE,
)
FIELDS = {"period": "period_text", "responsible": "responsible", "status": "status_text"}


@dataclass(frozen=True, slots=True)
class Label:
    """A labelled line: the field it gives, its words, and where they stand."""

    field: str
    value: str
    start: int
    end: int
    value_start: int


def labels_in(stream: Stream, start: int, end: int) -> Iterator[Label]:
    """Find the labelled lines of a stretch."""
    offset = start
    for line in stream.text[start:end].split("\n"):
        found = LABEL.fullmatch(line.rstrip())
        if found:
            kind = next(name for name in FIELDS if found[name])
            value = found["value"].strip().rstrip(".")
            if kind != "period" or is_period(value):
                yield Label(FIELDS[kind], value, offset, offset + len(line), offset + found.start("value"))
        offset += len(line) + 1


def without(stream: Stream, start: int, end: int, labels: list[Label]) -> str:
    """Give a stretch as running text without its labelled lines."""
    pieces, place = [], start
    for label in labels:
        pieces.append(stream.text[place : label.start])
        place = label.end
    pieces.append(stream.text[place:end])
    return stream.run_together("".join(pieces))


def titled_blocks(stream: Stream) -> list[Span]:
    """Give the heading above each labelled period: what the titles of such a catalogue look like."""
    found: dict[int, Span] = {}
    heading: Span | None = None
    for block in stream.blocks:
        if stream.piece_at(block.start).level:
            heading = block
        elif heading and any(label.field == "period_text" for label in labels_in(stream, block.start, block.end)):
            found[heading.start] = heading
    return list(found.values())
