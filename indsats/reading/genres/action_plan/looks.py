"""What an action plan looks like: the columns, headings and lines that no other genre has all of."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from indsats.reading.front_matter import LONGEST_TITLE, title_of
from indsats.reading.genres.action_plan.columns import PLACES, columns_of
from indsats.reading.genres.action_plan.goals import INSIDE, goal_begins
from indsats.reading.genres.action_plan.headings import year_of_heading
from indsats.reading.genres.action_plan.noise import plan_text
from indsats.reading.genres.action_plan.status import Legend, legend_of
from indsats.reading.genres.action_plan.tables import card_of
from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from indsats.reading.model import SourceDocument

PLAN_TITLE = re.compile(
    r"\b(?:\w*(?:handle|handlings|indsats)plan|action plan)\w*|\b(?:initiativer|indsatser) i\b", re.IGNORECASE
)
OTHER_TITLE = re.compile(r"katalog|hæfte|inspiration|oversigt|register", re.IGNORECASE)
TITLE_LINES = 12
SPREADSHEETS = {"xlsx", "ods", "csv"}
MOST = 0.98
COLUMNS, GOALS, YEARS, TITLE, LEGEND = 0.45, 0.3, 0.1, 0.2, 0.1
"""What each sign adds."""
UNLIKELY = 0.2


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is an action plan, from 0 to 1. Without columns for its rows it is none."""
    headings = [found for _, table in document.tables() for row in table.rows if (found := columns_of(row))]
    headings += [dict(enumerate(card)) for _, table in document.tables() if (card := card_of(table))]
    plan = None if headings else plan_text(document, Legend())
    if not headings and plan is None:
        return 0.0
    meanings = {meaning for columns in headings for meaning in columns.values()} | set(plan.columns if plan else ())
    texts = [line.text for line in document.lines()]
    goals = sum(goal_begins(texts[i : i + 3]) or INSIDE.search(text) is not None for i, text in enumerate(texts))
    names_goals = "goal" in meanings or goals > 1
    title = title_of_plan(document) or ""
    is_titled = PLAN_TITLE.search(title) is not None
    if (meanings & PLACES or document.format in SPREADSHEETS or OTHER_TITLE.search(title)) and not (
        names_goals or is_titled
    ):
        return UNLIKELY
    signs = COLUMNS + GOALS * names_goals + TITLE * is_titled
    signs += YEARS * any(year_of_heading(text.strip()) for text in texts) + LEGEND * bool(legend_of(document).words)
    return min(signs, MOST)


def title_of_plan(document: SourceDocument) -> str | None:
    """Give the title: of what the document opens with, running heads included, what calls itself a plan."""
    blocks = (item for page in document.pages for item in page.items if isinstance(item, Block))
    opening = [(block, joined(line.text for line in block.lines)) for block in islice(blocks, TITLE_LINES)]
    named = [
        text
        for block, text in opening
        if PLAN_TITLE.search(text) and len(text) <= LONGEST_TITLE and not text.endswith((".", ","))
    ]
    return named[0] if named else title_of(document)
