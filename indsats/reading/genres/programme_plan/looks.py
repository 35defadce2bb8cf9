"""What a programme plan looks like: decisions of a budget, status lines, launches, objectives in capitals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.fields.launch import LAUNCH
from indsats.reading.fields.money import CITATION
from indsats.reading.genres.programme_plan.parts import STATUS, capital_words
from indsats.reading.genres.programme_plan.title import title_of_programme

if TYPE_CHECKING:
    from indsats.reading.model import SourceDocument

PARTIES = re.compile(r"\b(?:aftaleparterne|aftalepartierne|forligspartierne|budgetparterne)\b", re.IGNORECASE)
PROGRAMME = re.compile(r"program|status og plan", re.IGNORECASE)
FEW, SOME = 2, 3
DECISIONS, STATUSES, LAUNCHES, CAPITALS, TITLE = 0.4, 0.2, 0.2, 0.15, 0.1
"""What each sign adds."""
MOST = 0.97


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is a programme plan, from 0 to 1."""
    texts = [line.text.strip() for line in document.lines()]
    decisions = sum(bool(PARTIES.search(text) or CITATION.search(text)) for text in texts)
    launches = sum(LAUNCH.search(text) is not None for text in texts)
    statuses = sum(STATUS.fullmatch(text) is not None for text in texts)
    if not decisions and launches < SOME:
        return 0.0
    signs = (
        DECISIONS * (decisions >= FEW)
        + STATUSES * (statuses >= FEW)
        + LAUNCHES * (launches >= SOME)
        + CAPITALS * (sum(capital_words(text) > 0 for text in texts) >= FEW)
        + TITLE * (PROGRAMME.search(title_of_programme(document) or "") is not None)
    )
    return min(signs, MOST)
