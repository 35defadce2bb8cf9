"""Where a title ends: the period in brackets, the years, or the colon that stand after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from indsats.reading.fields.period import is_period

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.reading.genres.stream import Stream

BRACKET = re.compile(r"\((?P<inside>[^()]{0,90})\)(?P<after>\s*:| ?\.|)")
OPEN_BRACKET = re.compile(r"\((?P<inside>[^():\n]{2,40}):\)?(?P<after>)")
"""A bracket that somebody forgot to close, or closed after the colon."""
YEARS = re.compile(r"(?<=[ \n])(?P<inside>(?:19|20|21)\d\d\s*[-–]\s*(?:(?:19|20|21)\d\d)?)(?P<after>\s*:)")
PATTERNS = (BRACKET, OPEN_BRACKET, YEARS)
Sureness = Literal["sure", "likely", "possible"]


@dataclass(frozen=True, slots=True)
class Marker:
    """The end of a title: where the title's words end, where its text begins, and the period between them."""

    title_end: int
    text_start: int
    period: str | None
    period_start: int
    period_end: int
    sureness: Sureness


def markers_of(stream: Stream) -> list[Marker]:
    """Find every period that may stand after a title, from left to right."""
    found = [marker for pattern in PATTERNS for marker in _markers(stream, pattern)]
    in_order = sorted(found, key=lambda marker: (marker.period_start, -marker.text_start))
    kept: list[Marker] = []
    for marker in in_order:
        if not kept or marker.period_start >= kept[-1].text_start:
            kept.append(marker)
    return kept


def _markers(stream: Stream, pattern: re.Pattern[str]) -> Iterator[Marker]:
    for match in pattern.finditer(stream.text):
        inside = stream.joined(match.start("inside"), match.end("inside")).strip(" :")
        in_brackets = pattern is not YEARS
        is_empty = not inside and match["after"].strip() == ":"
        if is_empty or is_period(inside):
            yield Marker(
                title_end=match.start() if in_brackets else match.end("inside"),
                text_start=match.end() if match["after"].strip() or not in_brackets else match.end("inside") + 1,
                period=inside or None,
                period_start=match.start("inside"),
                period_end=match.end("inside"),
                sureness=_sureness(stream.text, match),
            )


def _sureness(text: str, match: re.Match[str]) -> Sureness:
    """A colon makes it sure; a full stop, the line's end or the block's end likely; words that go on only possible."""
    if match["after"].strip() == ":" or match.re is OPEN_BRACKET:
        return "sure"
    following = text[match.end() : match.end() + 40]
    if match["after"].strip() == "." or not following.split("\n", 1)[0].strip():
        return "likely"
    return "possible"
