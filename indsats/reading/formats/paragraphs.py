"""Lines of a column gathered into paragraphs, headings and list items by gap, type and bullet."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

from indsats.reading.model import Block, BlockKind, Line, Run

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indsats.reading.formats.numbering import LineNumbers
    from indsats.reading.formats.segments import Segment

BULLETS = ("•", "◦", "▪", "‣", "·", "–", "●", "■", "➢", "\uf0b7", "o ")
WIDE_GAP = 1.35
"""How much wider than usual the step from one line to the next is before a new paragraph begins."""
TIGHT = 1.15
"""The step of tightly set lines, in heights of a line."""
COMMON = 0.25
"""How often a step occurs at least, as a share of the commonest, to be a usual one."""
LARGER = 1.12
"""How much larger than the body's the type of a heading is."""
LONGEST_HEADING_WORDS = 20
SAME_SIZE_PT = 0.6


def line_of(segments: Sequence[Segment], numbers: LineNumbers) -> Line:
    """Give segments that stand on one printed line as that line."""
    runs: list[Run] = []
    for segment in segments:
        space = [Run(" ")] if runs else []
        runs.extend([*space, *segment.runs()])
    plain = numbers.line("".join(run.text for run in runs), tuple(runs))
    return Line(plain.text, plain.number, plain.page, plain.runs, segments[0].left, segments[0].top)


def blocks_of(column: Sequence[Segment], numbers: LineNumbers, body: float) -> list[Block]:
    """Give a column's blocks from the top down; ``body`` is the type size of the document's running text."""
    lines = _printed_lines(column)
    step = _usual_step(lines)
    blocks: list[Block] = []
    group: list[list[Segment]] = []
    for line in lines:
        if group and _begins_block(group[-1], line, step):
            blocks.append(_block(group, body, numbers))
            group = []
        group.append(line)
    if group:
        blocks.append(_block(group, body, numbers))
    return blocks


def _printed_lines(column: Iterable[Segment]) -> list[list[Segment]]:
    lines: list[list[Segment]] = []
    for segment in sorted(column, key=lambda one: (round(one.bottom), one.left)):
        if lines and abs(lines[-1][0].bottom - segment.bottom) <= 1.0 and segment.left > lines[-1][-1].left:
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return lines


def _usual_step(lines: Sequence[Sequence[Segment]]) -> float:
    """Give the step between lines of one paragraph: of the common steps the smallest, as short points are set apart."""
    steps = Counter(
        round(two[0].bottom - one[0].bottom) for one, two in pairwise(lines) if two[0].bottom > one[0].bottom
    )
    most = max(steps.values(), default=0)
    return float(min((step for step, times in steps.items() if times >= COMMON * most), default=0))


def body_size(segments: Iterable[Segment]) -> float:
    """Give the type size that most letters are set in, 0 where there are none."""
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[segment.size] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _begins_block(above: Sequence[Segment], line: Sequence[Segment], step: float) -> bool:
    height = above[0].bottom - above[0].top
    usual = min(max(step, TIGHT * height), 2 * height)
    return (
        line[0].bottom - above[0].bottom > WIDE_GAP * usual
        or abs(line[0].size - above[0].size) > SAME_SIZE_PT
        or _all_bold(line) != _all_bold(above)
        or line[0].text.startswith(BULLETS)
    )


def _all_bold(line: Sequence[Segment]) -> bool:
    return all(segment.is_bold for segment in line)


def _block(lines: Sequence[Sequence[Segment]], body: float, numbers: LineNumbers) -> Block:
    words = sum(len(segment.words) for line in lines for segment in line)
    size = lines[0][0].size
    kind: BlockKind = "paragraph"
    if lines[0][0].text.startswith(BULLETS):
        kind = "list_item"
    elif words <= LONGEST_HEADING_WORDS and (size > LARGER * body or all(_all_bold(line) for line in lines)):
        kind = "heading"
    level = {"list_item": 1, "heading": 1 if size > LARGER * body else 2}.get(kind, 0)
    return Block(tuple(line_of(line, numbers) for line in lines), kind, level)
