"""Years in a text, short ones and misprinted ones too."""

from __future__ import annotations

import re
from dataclasses import dataclass

EARLIEST, LATEST = 1970, 2060
"""The years that working life's initiatives can have; others are slips of the finger."""
CENTURY = 2000
NUMBER = re.compile(r"(?<![\d.,])(?:19|2\d)\d{2,3}(?!\d|[.,]\d)")
"""A year, or what a slip of the finger made of one."""
DATE = re.compile(r"(?<!\d)\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?P<year>\d{4}|\d{2})(?!\d)")
ISO_DATE = re.compile(r"(?<!\d)(?P<year>\d{4})-(?:0\d|1[0-2])-[0-3]\d(?!\d)")
SHORT_SECOND = re.compile(r"(?<!\d)(?P<first>(?:19|20)\d{2})\s?[/–—-]\s?(?P<second>\d{2})(?![\d.])")
SEASON = re.compile(r"(?<![\w.])[FE](?:orår|fterår)?\s?'?(?P<year>\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Years:
    """The years a text means, in its order. ``printed`` tells that something like a year stands in it."""

    years: tuple[int, ...] = ()
    printed: bool = False
    problem: str | None = None


def years_of(text: str) -> Years:
    """Find the years of a short text such as a period."""
    plain = ISO_DATE.sub(lambda date: date["year"], text)
    plain = DATE.sub(lambda date: _whole(date["year"]), plain)
    plain = SHORT_SECOND.sub(lambda pair: f"{pair['first']}-{pair['first'][:2]}{pair['second']}", plain)
    plain = SEASON.sub(lambda season: f"{CENTURY + int(season['year'])}", plain)
    printed = NUMBER.findall(plain)
    sound = [int(number) for number in printed if _can_be(number)]
    meant = [int(number) if _can_be(number) else _meant(number, sound) for number in printed]
    wrong = [number for number in printed if not _can_be(number)]
    return Years(
        years=tuple(year for year in meant if year is not None),
        printed=bool(printed),
        problem=_problem(text, wrong, meant) if wrong else None,
    )


def _whole(year: str) -> str:
    return year if len(year) == len("2025") else f"{CENTURY + int(year)}"


def _can_be(number: str) -> bool:
    return len(number) == len("2025") and EARLIEST <= int(number) <= LATEST


def _meant(number: str, sound: list[int]) -> int | None:
    """Give the year a misprint must mean: the only one a slip away, or the one nearest to the period's other year."""
    near = {int(slip) for slip in _slips(number) if _can_be(slip)}
    if sound:
        near = {year for year in near if abs(year - sound[0]) == min(abs(other - sound[0]) for other in near)}
    return near.pop() if len(near) == 1 else None


def _slips(number: str) -> set[str]:
    """Give what one slip may have made this number of: the century's digit, two digits swapped, one too many."""
    if len(number) > len("2025"):
        return {number[:place] + number[place + 1 :] for place in range(len(number))}
    swapped = {
        number[:place] + number[place + 1] + number[place] + number[place + 2 :] for place in range(len(number) - 1)
    }
    return swapped | {number[0] + "0" + number[2:], "20" + number[2:]}


def _problem(text: str, wrong: list[str], meant: list[int | None]) -> str:
    if None in meant:
        return f"Perioden »{text}« har et årstal, der ikke kan passe ({', '.join(wrong)}). Se efter, og ret den."
    years = ", ".join(str(year) for year in meant)
    return f"Perioden »{text}« har en tastefejl i et årstal ({', '.join(wrong)}). Den er læst som {years}. Se efter."
