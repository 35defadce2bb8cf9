"""A call's headings with what stands below each, item by item, without the marks that a text file sets them with."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from indsats.reading.joined_lines import joined
from indsats.reading.model import Block, Line
from indsats.reading.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.reading.model import SourceDocument

ItemKind = Literal["text", "bullet", "number"]
BULLET = re.compile(r"\s*(?:[•◦▪‣·●■➢\uf0b7*]|[-–])(?:\s+|$)")
NUMBER = re.compile(r"\s*(?P<number>\d{1,2})[.)]\s+")
RULE = re.compile(r"\s*(?:[-*_=]\s*){3,}$")
LINK = re.compile(r"\[(?P<text>[^\]\[]{0,300})\]\((?:mailto:)?[^)\s]{0,2000}\)")
EMPHASIS = re.compile(r"(?<!\w)(\*\*|\*|__|_)(?=\S)(?P<text>.{1,200}?)(?<=\S)\1(?!\w)")
ESCAPED = re.compile(r"\\([*_#\[\]()])")
LONGEST_HEADING = 12


@dataclass(frozen=True, slots=True)
class Item:
    """A paragraph, a bullet or a numbered point as running text, with its printed lines."""

    text: str
    kind: ItemKind
    lines: tuple[Line, ...]
    number: int | None = None

    @property
    def place(self) -> Place:
        """The lines it stands on."""
        return place_of(self.lines)

    @property
    def printed(self) -> str:
        """The lines as printed."""
        return "\n".join(line.text.strip() for line in self.lines)


@dataclass(slots=True)
class Section:
    """A heading, how deep it is, and the items up to the next heading."""

    heading: str
    level: int
    lines: tuple[Line, ...] = ()
    items: list[Item] = field(default_factory=list)

    @property
    def all_lines(self) -> tuple[Line, ...]:
        """The heading's lines and those of everything below it."""
        return (*self.lines, *(line for item in self.items for line in item.lines))


def place_of(lines: tuple[Line, ...]) -> Place:
    """Give the first and last line number on the first line's page."""
    there = [line.number for line in lines if line.page == lines[0].page]
    return Place(lines[0].page, min(there), max(there))


def outline_of(document: SourceDocument) -> list[Section]:
    """Give the sections in the order of the document; the first one has no heading where text stands before any."""
    sections = [Section("", 0)]
    for page in document.pages:
        for item in page.items:
            if not isinstance(item, Block):
                cells = [cell.lines for row in item.rows for cell in row if cell.text.strip()]
                sections[-1].items.extend(one for lines in cells for one in _items(lines, listed=False))
            elif _is_heading(item):
                text = plain(joined(line.text for line in item.lines))
                sections.append(Section(text, item.level, item.lines))
            elif item.kind != "other":
                listed = item.kind == "list_item" and document.format != "txt"
                sections[-1].items.extend(_items(item.lines, listed=listed))
    return [section for section in sections if section.heading or section.items]


def plain(text: str) -> str:
    """Take the marks of emphasis and links out of a text."""
    text = LINK.sub(lambda link: link["text"], text)
    for _ in range(2):
        text = EMPHASIS.sub(lambda marked: marked["text"], text)
    return ESCAPED.sub(r"\1", text).strip(" *#")


def _is_heading(block: Block) -> bool:
    if block.kind == "heading":
        return True
    question = block.text.strip().endswith("?") and all(line.is_bold for line in block.lines)
    return question and len(block.text.split()) <= LONGEST_HEADING


def _items(lines: tuple[Line, ...], *, listed: bool) -> Iterator[Item]:
    """Part a block's lines where a bullet or a number begins a new item.

    ``listed``: the format says it is a list item, whose mark is not part of its text. In a text the mark must be seen.
    """
    group: list[Line] = []
    for line in lines:
        if RULE.fullmatch(line.text) or line.is_blank:
            continue
        if group and (BULLET.match(line.text) or NUMBER.match(line.text)):
            yield from _item(group, listed=listed)
            group = []
        group.append(line)
    yield from _item(group, listed=listed)


def _item(lines: list[Line], *, listed: bool) -> Iterator[Item]:
    if not lines:
        return
    first = lines[0].text
    number, bullet = NUMBER.match(first), BULLET.match(first)
    mark = number or bullet
    texts = [first[mark.end() :] if mark else first, *(line.text for line in lines[1:])]
    text = plain(joined(texts))
    if text:
        kind: ItemKind = "number" if number else "bullet" if bullet or listed else "text"
        yield Item(text, kind, tuple(lines), int(number["number"]) if number else None)
