"""The period and phase of a row: dates, years and the words people write instead of them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

YEAR = re.compile(r"(?<!\d)(?:1[89]|2[01])\d{2}(?!\d)")
DATE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20|21)\d{2})(?!\d)")
SHORT_YEAR = re.compile(r"(?<![\w.])[FE](?:[12]\d)?(\d{2})(?!\d)")
GOES_ON = re.compile(r"\b(i drift|løbende|permanent|fast|fortsat|vedvarende|ongoing)\b|[-–]\s*$|\+\s*$", re.IGNORECASE)
PHASES: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("idea", re.compile(r"\bidé|\bide\b|\bidea\b", re.IGNORECASE)),
    ("pilot", re.compile(r"\bforsøg|\bpilot", re.IGNORECASE)),
    ("permanent", re.compile(r"\bpermanent", re.IGNORECASE)),
    ("running", re.compile(r"\bi drift\b|\bløbende\b|\brunning\b", re.IGNORECASE)),
    (
        "in_preparation",
        re.compile(
            r"\bi proces|\bunder (?:udvikling|planlægning|forberedelse)|\blancer|\bimplementer|^fra\b", re.IGNORECASE
        ),
    ),
)
LATEST_YEAR = 2100
CENTURY = 100


@dataclass(frozen=True, slots=True)
class RowPeriod:
    """What a row says about time. ``problem`` is a plain Danish sentence where it cannot be right."""

    text: str | None
    start_year: int | None = None
    end_year: int | None = None
    open_ended: bool = False
    phase: str | None = None
    problem: str | None = None


def period_of(period: str, start: str, end: str, phase: str) -> RowPeriod:
    """Read a row's period from its printed cells; empty texts are cells that say nothing."""
    text = period or " - ".join(part for part in (start, end) if part)
    if start and not end and not period:
        text = start
    first, last = _year(start), _year(end)
    if period:
        years = [_meant(int(year)) for year in YEAR.findall(period)] or _short_years(period)
        first, last = (years[0], years[-1]) if years else (None, None)
    elif start and not end:
        last = None
    goes_on = bool(GOES_ON.search(text)) if text else False
    if goes_on:
        last = None
    return RowPeriod(
        text=text or None,
        start_year=first,
        end_year=last,
        open_ended=goes_on,
        phase=_phase(phase) or _phase(text) or ("running" if first or last else None),
        problem=_problem(text, start, end, first, last),
    )


def _year(text: str) -> int | None:
    found = YEAR.findall(text)
    return _meant(int(found[-1])) if found else next(iter(_short_years(text)), None)


def _short_years(text: str) -> list[int]:
    return [2000 + int(year) for year in SHORT_YEAR.findall(text)]


def _meant(year: int) -> int:
    """Take a year of the next century for a slip of the finger in this one."""
    return year - CENTURY if year >= LATEST_YEAR else year


def _phase(text: str) -> str | None:
    return next((phase for phase, words in PHASES if words.search(text)), None)


def _problem(text: str, start: str, end: str, first: int | None, last: int | None) -> str | None:
    if any(int(year) >= LATEST_YEAR for year in YEAR.findall(text)):
        return f"Perioden »{text}« har et årstal, der må være en tastefejl. Se efter, og ret den."
    begun, ended = _date(start), _date(end)
    if (first and last and last < first) or (begun and ended and ended < begun):
        return f"Perioden »{text}« slutter, før den begynder. Se efter, og ret den."
    return None


def _date(text: str) -> date | None:
    found = DATE.search(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
