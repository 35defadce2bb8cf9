"""When an activity begins, how long it lasts, when it is due and for how many: as programme plans write it."""

from __future__ import annotations

import re
from dataclasses import dataclass
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
)  # fmt: skip -- twelve words
MONTH = rf"(?P<month>{'|'.join(MONTHS)})"
QUARTERS = 4
MONTHS_A_QUARTER = 3
WHEN = (
    r"(?:(?:i\s+)?(?:løbet\s+af\s+)?(?:(?P<quarter>\d)\.?\s*kvartal|Q\s?(?P<q>\d))\s*(?:i\s+)?(?P<year1>20\d\d)|"
    rf"(?:den\s+|d\.\s*)?(?P<day>\d{{1,2}})\.\s*{MONTH}\s+(?P<year2>20\d\d)|"
    rf"(?:i\s+)?(?:løbet\s+af\s+)?(?:(?:primo|medio|ultimo|slutningen\s+af|begyndelsen\s+af|starten\s+af|midten\s+af)\s+)?"
    rf"(?:(?:{MONTH.replace('month', 'only_month')}|forår(?:et)?|sommer(?:en)?|efterår(?:et)?|vinter(?:en)?|"
    r"(?:1|2|første|andet)\.?\s*halvår)\s+(?:af\s+)?)?(?P<year3>20\d\d))"
)
VERB = (
    r"(?:lancering|lanceres|lanceret|afholdes|starter|start|opstart|begynder|begyndelse|igangsættes|udbydes|gennemføres|"
    r"ansættelsesstart|kursusstart|iværksættes)"
)
LAUNCH = re.compile(
    rf"\b{VERB}\b\s*:?\s*(?:(?:igen|pr\.|fra|med\s+start|i(?!\s+løbet))\s+)?(?P<when>{WHEN})", re.IGNORECASE
)
ANY_TIME = re.compile(rf"(?P<when>{WHEN})", re.IGNORECASE)
DURATION = re.compile(
    r"\b(?:varighed|varer|over|af)\s*:?\s*(?:ca\.\s*)?(?P<days>\d{1,3}|en|et|to|tre|fire|fem|seks|syv|otte|ni|ti)\s*"
    r"(?:hele\s+)?(?:kursus)?dag(?:e|es)?\b|\b(?P<long>\d{1,3})[- ]dages?\b",
    re.IGNORECASE,
)
NUMBERS = {
    word: number for number, word in enumerate(("to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti"), 2)
}
NUMBERS |= {"en": 1, "et": 1}
DUE = re.compile(
    rf"\b(?:deadline|frist\w*|ansøgningsfrist\w*|senest|inden)\b[^.]{{0,80}}?(?P<day>\d{{1,2}})\.\s*{MONTH}\s+(?P<year>20\d\d)",
    re.IGNORECASE,
)
DUE_AT_YEARS_END = re.compile(
    r"\b(?:evaluer\w*|afslutte\w*|senest|inden)\b[^.]{0,80}?\bved\s+udgangen\s+af\s+(?P<year>20\d\d)", re.IGNORECASE
)
PEOPLE = (
    r"(?:læger|speciallæger|sygeplejersker|jordemødre|bioanalytikere|medarbejdere|personer|deltagere|kandidater|ledere|"
    r"afsnitsledere|mentorer|vejledere|studerende|elever|assistenter|serviceassistenter|sekretærer|lægesekretærer|"
    r"ansatte|kolleger|psykologer|terapeuter|fysioterapeuter|ergoterapeuter|radiografer|socialrådgivere|stillinger|"
    r"pladser|årsværk|kursister)"
)
RANGE = re.compile(
    rf"(?<![\d.,-])(?P<low>\d{{1,3}})\s*(?:[-–—]|til)\s*(?P<high>\d{{1,3}})\s+(?:\w+\s+){{0,2}}?{PEOPLE}\b",
    re.IGNORECASE,
)
COUNT = re.compile(
    rf"(?<![\d.,-])(?:ca\.\s*|op til\s*|omkring\s*)?(?P<low>\d{{1,3}})\s+(?:\w+\s+){{0,2}}?{PEOPLE}\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Launch:
    """When something begins. ``quarter`` is None where only a year or a season is printed."""

    text: str
    year: int
    quarter: int | None = None
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """The day something is due, with the words that say so."""

    on: date
    text: str


@dataclass(frozen=True, slots=True)
class Duration:
    """How many days something lasts, with the words that say so."""

    days: int
    text: str


@dataclass(frozen=True, slots=True)
class Headcount:
    """For how many people something is, from the fewest to the most, with the words that say so."""

    low: int
    high: int
    text: str


def launch_in(text: str, *, announced: bool = True) -> Launch | None:
    """Give when something begins. ``announced``: only where a word such as »lancering« says that it is about that."""
    found = (LAUNCH if announced else ANY_TIME).search(text)
    return _launch(found) if found else None


def _launch(found: re.Match[str]) -> Launch:
    printed = re.sub(r"^i (?!løbet)", "", " ".join(found["when"].split()), flags=re.IGNORECASE)
    year = int(found["year1"] or found["year2"] or found["year3"])
    number = found["quarter"] or found["q"]
    month = found["month"] or found["only_month"]
    if number and not 1 <= int(number) <= QUARTERS:
        return Launch(printed, year, None, f"Der er intet {number}. kvartal. Se efter, hvad der menes med »{printed}«.")
    if number:
        return Launch(printed, year, int(number))
    return Launch(printed, year, MONTHS.index(month.lower()) // MONTHS_A_QUARTER + 1 if month else None)


def duration_in(text: str) -> Duration | None:
    """Give how many days something lasts; longer times in words (»et år«) are no number of days."""
    found = DURATION.search(text)
    if not found:
        return None
    printed = (found["days"] or found["long"]).lower()
    return Duration(NUMBERS.get(printed) or int(printed), " ".join(found[0].split()))


def deadline_in(text: str) -> Deadline | None:
    """Give the day something is due."""
    found = DUE.search(text)
    if found:
        try:
            on = date(int(found["year"]), MONTHS.index(found["month"].lower()) + 1, int(found["day"]))
        except ValueError:
            return None
        return Deadline(on, " ".join(found[0].split()))
    at_end = DUE_AT_YEARS_END.search(text)
    return Deadline(date(int(at_end["year"]), 12, 31), " ".join(at_end[0].split())) if at_end else None


def headcount_in(text: str) -> Headcount | None:
    """Give how many people something is for."""
    found = RANGE.search(text)
    if found and int(found["low"]) <= int(found["high"]):
        return Headcount(int(found["low"]), int(found["high"]), " ".join(found[0].split()))
    count = COUNT.search(text)
    return Headcount(int(count["low"]), int(count["low"]), " ".join(count[0].split())) if count else None
