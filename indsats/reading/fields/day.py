"""Danish dates: »onsdag d. 10. april 2024«, »10/4-2024«, »2024-04-10«."""

from __future__ import annotations

import re
from datetime import date

MONTHS = (
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
)  # fmt: skip -- a word list
IN_WORDS = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})\.? ?(?P<month>{'|'.join(MONTHS)})\.? (?P<year>\d{{4}})(?!\d)", re.IGNORECASE
)
IN_NUMBERS = re.compile(r"(?<!\d)(?P<day>\d{1,2}) ?[./-] ?(?P<month>\d{1,2}) ?[./ -] ?(?P<year>\d{4})(?!\d)")
ISO = re.compile(r"(?<!\d)(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?!\d)")


def day_in(text: str) -> date | None:
    """Give the first whole date of a text; None where there is none, or one that no calendar has."""
    found = [match for pattern in (IN_WORDS, ISO, IN_NUMBERS) if (match := pattern.search(text))]
    for match in sorted(found, key=lambda one: one.start()):
        month = match["month"].lower()
        number = MONTHS.index(month) + 1 if month in MONTHS else int(month)
        try:
            return date(int(match["year"]), number, int(match["day"]))
        except ValueError:
            continue
    return None
