"""Running heads and feet: lines that stand at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.formats.segments import Segment

EDGE_LINES = 3
FEWEST_PAGES = 2
REPEATED_SHARE = 0.4
NUMBER = re.compile(r"\b\d{1,3}\b")
"""A page number differs from page to page; a year does not."""
ONLY_A_PAGE_NUMBER = re.compile(r"(side|s\.|page)?\s*\d{1,4}(\s*(/|af|of)\s*\d{1,4})?", re.IGNORECASE)


def running_lines(pages: Sequence[Sequence[Segment]], heights: Sequence[float]) -> set[tuple[int, Segment]]:
    """Give (page index, segment) for what is printed anew on many pages near the same edge, and bare page numbers."""
    edges = [
        [(segment, _place(segment, height)) for segment in _at_the_edges(page)]
        for page, height in zip(pages, heights, strict=True)
    ]
    seen: Counter[tuple[str, str] | None] = Counter()
    for page in edges:
        seen.update({_key(segment, place) for segment, place in page} - {None})
    fewest = max(FEWEST_PAGES, REPEATED_SHARE * len(pages))
    return {
        (index, segment)
        for index, page in enumerate(edges)
        for segment, place in page
        if seen[_key(segment, place)] >= fewest or (place != "body" and ONLY_A_PAGE_NUMBER.fullmatch(segment.text))
    }


def _at_the_edges(page: Sequence[Segment]) -> list[Segment]:
    """Give what stands on the first and last lines of a page, from its top to its bottom."""
    tops = sorted({round(segment.bottom) for segment in page})
    outer = set(tops[:EDGE_LINES] + tops[-EDGE_LINES:])
    return [segment for segment in page if round(segment.bottom) in outer]


def _place(segment: Segment, height: float) -> str:
    share = (segment.top + segment.bottom) / 2 / max(height, 1.0)
    return "head" if share < 0.12 else "foot" if share > 0.88 else "body"  # noqa: PLR2004 -- an eighth of the page


def _key(segment: Segment, place: str) -> tuple[str, str] | None:
    """Two lines are the same when they differ in small numbers only; headings and lines inside the page never are."""
    return None if place == "body" or segment.is_bold else (place, NUMBER.sub("#", segment.text))
