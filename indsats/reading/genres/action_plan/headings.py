"""The headings of a plan: the year in which what follows was prioritised, or the goal that it serves."""

from __future__ import annotations

import re

YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
PLAN_NOUN = re.compile(
    r"\b(?:\w*(?:initiativ|indsats|aktivitet|handling|projekt)(?:er|erne|en|et)?|tiltag(?:ene)?|prioritere\w*|"
    r"prioritering\w*|initiatives?|actions?)\b",
    re.IGNORECASE,
)
GOAL_HEADING = re.compile(
    r"(?:(?:politisk|regional|overordne\w+)\s+)?(?:målsætning|mål|goal|pejlemærke|fokusområde|indsatsområde|hovedmål)\s*"
    r"(?:nr\.?\s*)?(?P<number>\d{1,2})\s*(?:[:.–—-]\s*|\s)(?P<title>\S.*)",
    re.IGNORECASE,
)
LONGEST = 90
MOST_WORDS = 10


def year_of_heading(text: str) -> int | None:
    """Give the year of a heading such as »Initiativer prioriteret i 2024«, or of a year that stands alone."""
    words = text.split()
    years = YEAR.findall(text)
    if len(years) != 1 or len(words) > MOST_WORDS or text.rstrip().endswith((".", ",", ";", "-", "–")):
        return None
    alone = not re.sub(r"[\W_]|år", "", text.replace(years[0], ""), flags=re.IGNORECASE)
    return int(years[0]) if alone or (PLAN_NOUN.search(text) and text[:1].isupper()) else None


def goal_of_heading(text: str) -> tuple[int, str] | None:
    """Give number and title of a heading such as »Målsætning 2: Mere tid«."""
    found = GOAL_HEADING.fullmatch(" ".join(text.split())) if len(text) <= LONGEST else None
    return (int(found["number"]), found["title"].rstrip(" .:")) if found else None
