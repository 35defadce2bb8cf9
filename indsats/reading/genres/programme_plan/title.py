"""What a programme plan is called: its title may stand anywhere among the first pages, set apart from the text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.front_matter import title_of
from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from indsats.reading.model import SourceDocument

CALLS_ITSELF_PLAN = re.compile(
    r"(?:status\s+og\s+plan\s+for|programplan|program\s+for|plan\s+for|udviklingsprogram|programbeskrivelse)\b.*[a-zæøå]",
    re.IGNORECASE,
)
MOST_LINES, MOST_WORDS = 5, 16
BLOCKS_LOOKED_AT = 400


def title_of_programme(document: SourceDocument) -> str | None:
    """Give the title: a short block that calls itself a plan for something, or else what any document is called by."""
    blocks = [item for page in document.pages for item in page.items if isinstance(item, Block)][:BLOCKS_LOOKED_AT]
    for block in blocks:
        text = joined(line.text for line in block.lines)
        short = len(block.lines) <= MOST_LINES and len(text.split()) <= MOST_WORDS
        if short and CALLS_ITSELF_PLAN.match(text) and not text.endswith((".", ":", ",", ";")):
            return text
    return title_of(document)
