"""A programme plan taken apart: headings, goals set in capitals, status lines, points, words that lead in to points."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from statistics import median
from typing import TYPE_CHECKING, Literal

from indsats.reading.fields.money import sentences_of
from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.model import Line, SourceDocument, Table

PartKind = Literal["heading", "objective", "status", "point", "lead_in", "paragraph", "table"]
BULLET = re.compile(r"[\s\u00a0]*(?P<marker>[•◦▪‣·●■➢\uf0b7*]|[-–](?=\s)|o(?=[\s\u00a0]))[\s\u00a0]*(?=\S)")
STATUS = re.compile(
    r"\s*(?:status(?:\s+og\s+(?:videre\s+)?plan\w*)?|plan\s+og\s+status|videre\s+proces|det\s+videre\s+arbejde|"
    r"næste\s+skridt)(?:\s+(?:for|på|pr\.?|og)\s+[^:.]{1,40})?\s*:?\s*",
    re.IGNORECASE,
)
CAPITALS = re.compile(r"[^a-zæøåéü]*[A-ZÆØÅÉÜ]{2,}[^a-zæøåéü]*|[IÅ]|[&–-]|\d+")
FEWEST_CAPITAL_WORDS, FEWEST_CAPITALS = 2, 8
MOST_HEADING_LINES, MOST_HEADING_WORDS = 3, 16
FORCED = 5
"""A line that ends this much earlier than it had to ends a heading."""
FULL = 0.85
SENTENCE_ENDS = (".", "!", "?", ":", "”", '"', "»", ")", ",", ";")
DEEPEST = 9
OPENING_WORDS = 2
"""By how many of its words the sentence that leads in to points is found in its line."""


@dataclass(frozen=True, slots=True)
class Part:
    """Lines that do one thing in the plan."""

    kind: PartKind
    lines: tuple[Line, ...]
    level: int = 0
    """A heading's depth; goals set in capitals inside running text stand deepest."""
    marker: str = ""
    after_break: bool = False
    """Whether it opens a page."""
    table: Table | None = None

    @property
    def text(self) -> str:
        """The part as running text, without the mark of its point."""
        return joined(self.texts())

    def texts(self) -> list[str]:
        """Give the lines' texts without the mark of their point."""
        first, *others = [line.text for line in self.lines] or [""]
        return [BULLET.sub("", first, count=1) if self.kind in {"point", "lead_in"} and self.marker else first, *others]

    @property
    def printed(self) -> str:
        """The part exactly as printed."""
        return "\n".join(line.text for line in self.lines)


def parts_of(document: SourceDocument, title: str | None) -> list[Part]:
    """Give the parts of a plan in order, its own title left out where it is printed again."""
    parts: list[Part] = []
    width = _usual_width(document)
    for page in document.pages:
        opens_page = page.number > 1
        for item in page.items:
            if isinstance(item, Block):
                if item.kind == "other" or (title and parts and joined(line.text for line in item.lines) == title):
                    continue
                found = _parts_of_block(item, width, is_text=document.format == "txt")
            else:
                lines = tuple(line for row in item.rows for cell in row for line in cell.lines)
                found = [Part("table", lines, table=item)]
            for part in found:
                broken = opens_page or (document.format == "txt" and _is_indented_once(part))
                _append(parts, replace(part, after_break=broken), width)
                opens_page = False
    return _with_groups_named(parts)


def _usual_width(document: SourceDocument) -> float:
    lengths = [len(line.text.strip()) for line in document.lines()]
    return median(sorted(lengths)[len(lengths) // 2 :]) if lengths else 0.0


def _is_indented_once(part: Part) -> bool:
    """Tell what a page's end leaves before the first line of the next page in a text: a single space."""
    return bool(part.lines) and _opens_page(part.lines[0])


def _opens_page(line: Line) -> bool:
    return line.text[:1] in {" ", "\f"} and line.text[1:2] not in {" ", "\u00a0"}


def _append(parts: list[Part], part: Part, width: float) -> None:
    """Add a part, or go on with the last one where a gap or a page's end only interrupts it."""
    last = parts[-1] if parts else None
    may_go_on = part.kind in {"paragraph", "lead_in"} and last is not None and last.kind in {"point", "paragraph"}
    if last and may_go_on and _goes_on(last, part, width):
        parts[-1] = replace(last, lines=last.lines + part.lines)
    else:
        parts.append(part)


def _goes_on(last: Part, part: Part, width: float) -> bool:
    end = last.lines[-1].text.rstrip()
    if part.text[:1].islower():
        return not end.endswith(":") and not part.text.startswith(("http", "www"))
    return last.kind == "point" and len(end.strip()) >= FULL * width > 0 and not end.endswith(SENTENCE_ENDS)


def _parts_of_block(block: Block, width: float, *, is_text: bool) -> list[Part]:
    if block.kind == "heading":
        return [_heading(block.lines, block.level)]
    if block.kind == "list_item":
        return [*_point_and_after(block)]
    heading = _heading_lines(block.lines, width) if is_text else 0
    found = [_heading(block.lines[:heading], 1)] if heading else []
    return [*found, *_running_parts(block.lines[heading:])]


def _heading(lines: Sequence[Line], level: int) -> Part:
    text = joined(line.text for line in lines)
    if STATUS.fullmatch(text):
        return Part("status", tuple(lines), level)
    if text.endswith(":") and not capital_words(text):
        return Part("lead_in", tuple(lines), level)
    return Part("objective" if capital_words(text) else "heading", tuple(lines), level)


def _heading_lines(lines: Sequence[Line], width: float) -> int:
    """Tell how many lines of a block of text are a heading: they end before they had to, and no sentence ends there."""
    if BULLET.match(lines[0].text) or capital_words(lines[0].text.strip()) or not _opens_heading(lines[0].text):
        return 0
    for count in range(1, min(len(lines), MOST_HEADING_LINES) + 1):
        text = lines[count - 1].text.strip()
        if text.endswith((*SENTENCE_ENDS, "-")) or len(text) > FULL * width:
            return 0
        if count == len(lines):
            return count if sum(len(line.text.split()) for line in lines) <= MOST_HEADING_WORDS else 0
        following = lines[count].text.strip()
        if following[:1].isupper() and len(text) + 1 + len(following.split()[0]) <= width - FORCED:
            return count
    return 0


def _opens_heading(text: str) -> bool:
    plain = text.strip()
    return plain[:1].isupper() and not plain.startswith(("http", "www"))


def _point_and_after(block: Block) -> Iterator[Part]:
    """Give a point, and what a page's end has put right below its last line: a goal, a status."""
    marker = BULLET.match(block.lines[0].text)
    first, *others = _running_parts(block.lines, is_point=True)
    yield replace(first, kind="point", marker=marker["marker"] if marker else "", level=block.level)
    yield from others


def _running_parts(lines: Sequence[Line], *, is_point: bool = False) -> list[Part]:
    """Part running text where a goal in capitals, a status line or a point begins."""
    groups: list[list[Line]] = []
    for line in lines:
        starts = not groups or _starts_part(line, groups[-1])
        if starts:
            groups.append([])
        groups[-1].append(line)
    found: list[Part] = []
    for index, group in enumerate(groups):
        found.extend([Part("point", tuple(group))] if is_point and index == 0 else _classified(group))
    return found


def _starts_part(line: Line, above: Sequence[Line]) -> bool:
    text = line.text.strip()
    if STATUS.fullmatch(text) or STATUS.fullmatch(above[-1].text.strip()):
        return True
    if BULLET.match(above[0].text) and _opens_page(line) and text[:1].isupper() and not above[-1].text.endswith("-"):
        return True
    ended = above[-1].text.rstrip().endswith((".", ":", "!", "?"))
    if capital_words(text):
        return not above[-1].text.split()[-1].isupper()
    leads_in = ended and text.endswith(":") and len(text.split()) <= MOST_HEADING_WORDS
    return leads_in or ((ended or line.text[:1] == " ") and BULLET.match(line.text) is not None)


def _classified(lines: Sequence[Line]) -> list[Part]:
    marker = BULLET.match(lines[0].text)
    text = joined(line.text for line in lines)
    if STATUS.fullmatch(text):
        return [Part("status", tuple(lines), DEEPEST)]
    if marker:
        return [Part("point", tuple(lines), marker=marker["marker"])]
    if capital_words(lines[0].text.strip()):
        return [Part("objective", tuple(lines), DEEPEST)]
    if text.endswith(":"):
        return _led_in(tuple(lines), text)
    return [Part("paragraph", tuple(lines))]


def _led_in(lines: tuple[Line, ...], text: str) -> list[Part]:
    """Part the sentence that leads in to points from the paragraph that it ends."""
    sentences = sentences_of(text)
    opening = sentences[-1].split()[:OPENING_WORDS] if len(sentences) > 1 else []
    for index in range(len(lines) - 1, -1, -1):
        words = lines[index].text.split()
        place = next((at for at in range(len(words)) if opening and words[at : at + len(opening)] == opening), None)
        if place is not None and (index or place):
            above = replace(lines[index], text=" ".join(words[:place]), runs=())
            below = replace(lines[index], text=" ".join(words[place:]), runs=())
            return [
                Part("paragraph", (*lines[:index], *([above] if place else []))),
                Part("lead_in", (below, *lines[index + 1 :])),
            ]
    return [Part("lead_in", lines)]


def _with_groups_named(parts: Sequence[Part]) -> list[Part]:
    """Take a point that ends in a colon, with points of another mark below it, for what leads in to those."""
    named: list[Part] = []
    for index, part in enumerate(parts):
        below = parts[index + 1] if index + 1 < len(parts) else None
        leads = part.kind == "point" and part.text.endswith(":") and below is not None and below.kind == "point"
        named.append(replace(part, kind="lead_in") if leads else part)
    return named


def capital_words(text: str) -> int:
    """Tell how many words in capitals a text opens with, if they are enough to be a goal's name."""
    count = letters = 0
    for word in text.split():
        if not CAPITALS.fullmatch(word):
            break
        count += 1
        letters += sum(letter.isupper() for letter in word)
        if word.endswith((":", ".")):
            break
    return count if count >= FEWEST_CAPITAL_WORDS and letters >= FEWEST_CAPITALS else 0
