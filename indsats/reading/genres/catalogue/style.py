"""How a document sets its titles, learnt from those that are certain."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.stream import Stream

FEWEST, FEWEST_HEADINGS = 8, 3
"""Certain titles from which their type can be learnt; a heading is a heading already in a few."""
SAME = 0.8
LOOKED_AT = 60
"""Letters of an initiative's text that are looked at to tell it from its title."""


@dataclass(frozen=True, slots=True)
class Style:
    """What marks a title: a heading's level, bold type, ordinary spaces in a text of no-break ones, or nothing."""

    stream: Stream
    by: Literal["heading", "bold", "spaces"] | None = None
    level: int = 0
    """The level of the headings that are titles, where they are headings."""

    @property
    def tells(self) -> bool:
        """Whether titles look different from their texts at all."""
        return self.by is not None

    def is_title(self, start: int, end: int) -> bool:
        """Tell whether a stretch looks as this document's titles do."""
        if self.by == "heading":
            return self.stream.piece_at(start).level == self.level
        if self.by == "bold":
            return self.stream.is_bold(start, end)
        return self.by == "spaces" and _plain_share(self.stream, start, end) >= SAME


def style_of(stream: Stream, titles: Sequence[tuple[int, int]], texts: Sequence[int]) -> Style:
    """Learn how titles look from those that a period marks, if nearly all of them look so and their texts do not."""
    if len(titles) < FEWEST_HEADINGS:
        return Style(stream)
    begun = [
        start + len(text) - len(text.lstrip()) for start in texts if (text := stream.text[start : start + LOOKED_AT])
    ]
    levels = Counter(stream.piece_at(start).level for start, _ in titles)
    level = levels.most_common(1)[0][0]
    styles = [Style(stream, "heading", level)] if level else []
    styles += [Style(stream, "bold"), Style(stream, "spaces")] if len(titles) >= FEWEST else []
    for style in styles:
        alike = sum(style.is_title(start, end) for start, end in titles)
        texts_alike = sum(style.is_title(start, start + LOOKED_AT) for start in begun)
        if alike >= SAME * len(titles) and texts_alike <= (1 - SAME) * len(texts):
            return style
    return Style(stream)


def _plain_share(stream: Stream, start: int, end: int) -> float:
    """Give the share of ordinary spaces among all spaces of a stretch; a single word has none and may be a title."""
    spaces = [letter for letter in stream.printed[start:end].strip() if letter in " \u00a0"]
    return spaces.count(" ") / len(spaces) if spaces else 1.0
