"""Words joined into stretches of line, and stretches put in the order a person reads them: columns and bands."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from indsats.reading.model import Run

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.reading.formats.glyphs import Word

SAME_LINE = 0.35
"""How far two words of one line may stand apart up and down, in heights of the smaller."""
WIDEST_SPACE = 1.1
"""The widest space inside a line, in heights; a wider one parts columns."""
WIDEST_AFTER_MARK = 3.0
"""The same after the mark or number of a point, which a tabulator may set apart from its text."""
MARK = re.compile(r"[•◦▪‣·–●■➢\uf0b7o-]|\d{1,2}[.)]")
GUTTER_PT = 8.0
GUTTER_STEP_PT = 2.0
FEWEST_LINES_A_COLUMN = 3
FEWEST_RUNNING_LINES, WORDS_OF_RUNNING_TEXT = 2, 5
"""Two lines are a column too where nothing crosses the gutter and both are running text."""
MOST_CROSSING_SHARE = 0.35
SAME_LEFT_PT = 3.0
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Segment:
    """Words that stand beside each other on one line."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        """The left edge in points."""
        return self.words[0].left

    @property
    def right(self) -> float:
        """The right edge in points."""
        return self.words[-1].right

    @property
    def top(self) -> float:
        """The upper edge in points from the top of the page."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """The lower edge in points from the top of the page."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """The type size that most letters are set in: the mark of a point may be larger or smaller."""
        letters: Counter[float] = Counter()
        for word in self.words:
            letters[word.size] += len(word.text)
        return letters.most_common(1)[0][0]

    @property
    def text(self) -> str:
        """The words with a space between."""
        return " ".join(word.text for word in self.words)

    @property
    def is_bold(self) -> bool:
        """Whether every word is bold."""
        return all(word.bold for word in self.words)

    def runs(self) -> tuple[Run, ...]:
        """Give the words as runs, a new one where the type changes."""
        runs: list[Run] = []
        for (bold, italic, size), words in groupby(self.words, key=lambda word: (word.bold, word.italic, word.size)):
            space = " " if runs else ""
            runs.append(Run(space + " ".join(word.text for word in words), bold=bold, italic=italic, size_pt=size))
        return tuple(runs)


def segments_of(words: Iterable[Word]) -> list[Segment]:
    """Join words into segments, from the top down and from left to right."""
    segments: list[Segment] = []
    for line in _lines_of(words):
        current: list[Word] = []
        for word in sorted(line, key=lambda one: one.left):
            height = min(_height(word), _height(current[-1])) if current else 0.0
            widest = WIDEST_AFTER_MARK if len(current) == 1 and MARK.fullmatch(current[0].text) else WIDEST_SPACE
            if current and word.left - current[-1].right > widest * height:
                segments.append(Segment(tuple(current)))
                current = []
            current.append(word)
        segments.append(Segment(tuple(current)))
    return segments


def _height(word: Word) -> float:
    return max(word.bottom - word.top, 1.0)


def _lines_of(words: Iterable[Word]) -> list[list[Word]]:
    """Gather words by the line they stand on, across the whole breadth they are given for."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.left)):
        near = next(
            (
                line
                for line in reversed(lines[-3:])
                if abs(line[0].bottom - word.bottom) <= SAME_LINE * min(_height(word), _height(line[0]))
            ),
            None,
        )
        if near is None:
            lines.append([word])
        else:
            near.append(word)
    return lines


def columns_of(segments: Iterable[Segment], depth: int = 0) -> list[list[Segment]]:
    """Give the segments as columns in reading order; what stands across a gutter parts the columns above and below."""
    ordered = sorted(segments, key=lambda one: (one.top, one.left))
    gutter = _gutter(ordered) if depth < DEEPEST else None
    if gutter is None:
        return [ordered] if ordered else []
    columns: list[list[Segment]] = []
    for crosses, band in groupby(ordered, key=lambda one: _crosses(one, gutter)):
        members = list(band)
        if crosses:
            columns.append(members)
            continue
        left = [one for one in members if one.left < gutter]
        right = [one for one in members if one.left >= gutter]
        columns.extend(columns_of(left, depth + 1))
        columns.extend(columns_of(right, depth + 1))
    return columns if depth else _joined(columns)


def _crosses(segment: Segment, gutter: float) -> bool:
    """Tell what is as wide as the page from a single long word that stands out of its column."""
    return segment.left < gutter < segment.right and len(segment.words) > 1


def _joined(columns: list[list[Segment]]) -> list[list[Segment]]:
    """Join a column to the one before it where it only goes on below: the short last line of a wide paragraph."""
    joined: list[list[Segment]] = []
    for column in columns:
        if joined and _goes_on(joined[-1], column):
            joined[-1] = joined[-1] + column
        else:
            joined.append(column)
    return joined


def _goes_on(above: list[Segment], below: list[Segment]) -> bool:
    last, first = above[-1], below[0]
    floor = max(one.bottom for one in above)
    height = last.bottom - last.top
    return abs(last.left - first.left) <= SAME_LEFT_PT and -height / 2 <= first.top - floor <= height


def _gutter(segments: list[Segment]) -> float | None:
    """Find where the fewest segments cross an empty strip with lines side by side left and right of it."""
    if len(segments) < 2 * FEWEST_LINES_A_COLUMN:
        return None
    start, end = min(one.left for one in segments), max(one.right for one in segments)
    half = GUTTER_PT / 2
    best: tuple[int, float] | None = None
    for step in range(1, int((end - start) / GUTTER_STEP_PT)):
        place = start + step * GUTTER_STEP_PT
        left = [one for one in segments if one.right <= place - half]
        right = [one for one in segments if one.left >= place + half]
        crossing = len(segments) - len(left) - len(right)
        fewest = FEWEST_RUNNING_LINES if not crossing and _is_running_text(left, right) else FEWEST_LINES_A_COLUMN
        if min(len(left), len(right)) < fewest or crossing > MOST_CROSSING_SHARE * len(segments):
            continue
        if _beside(left, right) >= fewest and (best is None or crossing < best[0]):
            best = crossing, place
    return best[1] if best else None


def _is_running_text(left: list[Segment], right: list[Segment]) -> bool:
    """Tell two short columns of sentences from names with their values: each line has several words."""
    shorter = min(left, right, key=len)
    return all(len(segment.words) >= WORDS_OF_RUNNING_TEXT for segment in shorter)


def _beside(left: list[Segment], right: list[Segment]) -> int:
    """Count the lines on the right that stand level with the stretch of page the left ones fill."""
    top, bottom = min(one.top for one in left), max(one.bottom for one in left)
    return sum(top <= (one.top + one.bottom) / 2 <= bottom for one in right)
