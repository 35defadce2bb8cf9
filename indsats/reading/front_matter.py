"""What a document says about itself whatever its genre: its title, its organisation and its language."""

from __future__ import annotations

import re
from collections import Counter
from itertools import islice
from typing import TYPE_CHECKING

from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument

REGION = re.compile(r"\bRegion\s+[A-ZÆØÅ][a-zæøå]+")
GENITIVE = re.compile(r"(?<=[a-rt-zæøå])s$")
HOSPITAL = re.compile(r"\b(?:[A-ZÆØÅ][\w-]+ ){1,3}(?:Hospital|Sygehus|Universitetshospital)\b")
LONGEST_TITLE = 160
LINES_LOOKED_AT = 2000
DANISH_WORDS = frozenset(("og", "at", "det", "der", "er", "for", "på", "med", "til", "af", "ikke", "som"))
ENGLISH_WORDS = frozenset(("and", "the", "of", "to", "is", "for", "with", "that", "are", "not", "which", "on"))


def title_of(document: SourceDocument) -> str | None:
    """Give the title: the first heading of the highest level, or else the first printed lines, if they are short."""
    blocks = [item for page in document.pages for item in page.items if isinstance(item, Block)]
    headings = [block for block in blocks if block.kind == "heading"]
    if headings:
        return _whole_heading(blocks, min(headings, key=lambda block: block.level))
    first = next((block for block in blocks if one_line(block)), None)
    if first is None:
        return None
    title = one_line(first)
    return title if len(title) <= LONGEST_TITLE and not title.endswith((".", ",")) else None


def _whole_heading(blocks: list[Block], first: Block) -> str:
    """Give a heading with the lines below it that are set as it is: a long title over two lines is one title."""
    place = next(index for index, block in enumerate(blocks) if block is first)
    lines = [line.text for line in first.lines]
    for block in blocks[place + 1 :]:
        same_page = block.lines[:1] and block.lines[0].page == first.lines[0].page
        if not same_page or block.kind != "heading" or _size(block) is None or _size(block) != _size(first):
            break
        lines.extend(line.text for line in block.lines)
    return joined(lines)


def _size(block: Block) -> float | None:
    """Give the type size of a block, where the format tells."""
    return next((run.size_pt for line in block.lines for run in line.runs), None)


def one_line(block: Block) -> str:
    """Give a block's text on one line."""
    return " ".join(block.text.split())


def organisation_of(document: SourceDocument, knowledge: Knowledge, title: str | None) -> str | None:
    """Give the organisation a document is from: one its title names, or else the region it names most often."""
    named = [name for name in knowledge.organisations if title and re.search(rf"\b{re.escape(name)}\b", title)]
    if named:
        return knowledge.organisations[max(named, key=len)]
    hospital = HOSPITAL.search(title or "")
    text = " ".join(line.text for line in islice(document.lines(), LINES_LOOKED_AT))
    regions = Counter(GENITIVE.sub("", " ".join(name.split())) for name in REGION.findall(text))
    if hospital and not REGION.search(title or ""):
        return hospital[0]
    return regions.most_common(1)[0][0] if regions else None


def language_of(document: SourceDocument) -> str:
    """Tell English from Danish by their commonest small words."""
    counts = Counter(_words(document))
    english, danish = (sum(counts[word] for word in words) for words in (ENGLISH_WORDS, DANISH_WORDS))
    return "en" if english > danish else "da"


def _words(document: SourceDocument) -> Iterator[str]:
    for line in islice(document.lines(), LINES_LOOKED_AT):
        yield from line.text.lower().split()
