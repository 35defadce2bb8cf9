"""Money as decisions write it: amounts in kroner, their years, where they come from, what is kept for a purpose."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

NUMBER = r"(?P<number>\d{1,3}(?:[.\u00a0 ]\d{3})+(?:,\d+)?|\d+(?:,\d+)?|½|[1-9]½)"
UNITS = {"mia": 1_000_000_000, "mi": 1_000_000, "t": 1_000}
UNIT = r"(?P<unit>mia(?:rder)?\.?|milliard(?:er)?|mio\.?|mill\.?|million(?:er)?|t(?:usinde?|\.)?\s?(?=kr|dkk))"
KRONER = r"(?:kr(?:oner)?\b\.?|dkk\b)"
AMOUNT = re.compile(
    rf"(?<![\d.,])(?:{NUMBER}(?:,-)?\s?{UNIT}(?:\s?{KRONER})?|{NUMBER.replace('number', 'plain')}(?:,-)?\s?{KRONER}"
    rf"|{KRONER}\s?{NUMBER.replace('number', 'after')}(?:,-)?)",
    re.IGNORECASE,
)
YEARLY = re.compile(r"\b(?:årligt?|om året|pr\.? år|per år|hvert år|i hvert af årene)\b", re.IGNORECASE)
IN_ALL = re.compile(r"\b(?:i alt|samlet|tilsammen|engangs\w*)\b", re.IGNORECASE)
ONE_YEAR = r"20\d\d"
YEARS = re.compile(
    rf"\b(?:i|for|fra|årene|perioden|budgetperioden|budgetårene)\s+(?P<first>{ONE_YEAR})"
    rf"(?:\s*(?P<dash>[-–—/]|til(?:\s+og\s+med)?)\s*(?P<last>{ONE_YEAR}|\d\d(?!\d))|(?P<more>(?:\s*(?:,|og|samt)\s*{ONE_YEAR})+))?",
    re.IGNORECASE,
)
NOT_WHEN_PAID = re.compile(
    r"(?:budgetlægningen|budgetaftalen|budgetaftale|budget|senest|inden udgangen af|evalueres)\s*$", re.IGNORECASE
)
CITATION = re.compile(r"\(?\bbudget(?:aftalen?)?(?:\s+for)?\s+(?P<year>20\d\d)\b\)?", re.IGNORECASE)
SOURCE = re.compile(
    r"\b(?:finansiere[st]?|afholde[st]|holde[st]|betale[st]|dække[st])\s+(?:(?:af|via|gennem|med|fra)\s+(?:midler\s+fra\s+)?|"
    r"(?=inden\s?for\b))(?P<source>[^.;(]+)|"
    r"\b(?:fra|via)\s+(?P<agreed>\w{3,40}(?:aftalen|puljen|midlerne|bevillingen|reserven|fonden))\b",
    re.IGNORECASE,
)
EARMARK = re.compile(
    r"\b(?:øremærke\w*|heraf|minimum|mindst|mindste?|prioriteres|reservere\w*|halvdelen)\b", re.IGNORECASE
)
SHARES: tuple[tuple[re.Pattern[str], Decimal], ...] = (
    (re.compile(r"\btre fjerdedele\b", re.IGNORECASE), Decimal("0.75")),
    (re.compile(r"\bto tredjedele\b", re.IGNORECASE), Decimal("0.667")),
    (re.compile(r"\b(?:halvdelen|halvdel|det halve|den ene halvdel)\b", re.IGNORECASE), Decimal("0.5")),
    (re.compile(r"\b(?:en )?tredjedel(?:en)?\b", re.IGNORECASE), Decimal("0.333")),
    (re.compile(r"\b(?:en )?fjerdedel(?:en)?\b", re.IGNORECASE), Decimal("0.25")),
    (re.compile(r"\b(?:en )?femtedel(?:en)?\b", re.IGNORECASE), Decimal("0.2")),
)  # fmt: skip -- one share a line
PERCENT = re.compile(r"(?P<share>\d{1,3}(?:,\d+)?)\s*(?:%|procent\b|pct\.?)", re.IGNORECASE)
KEPT_FOR = re.compile(
    r"\b(?:øremærke\w*|prioriteres?|reservere\w*|går|gå|anvendes?|bruges?|afsættes?|til)\b", re.IGNORECASE
)
SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ(»”\"])")
NO_SENTENCE_END = re.compile(
    r"\b(?:pr|jf|nr|ca|bl\.a|f\.eks|inkl|ekskl|ift|fbm|ifm|mhp|hhv|vedr|evt|dvs|kl|min|maks|stk)\.$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount of kroner, the words it was printed in, and where in its text they stand."""

    kroner: int
    printed: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Money:
    """What a decision says about money; what it does not say is None."""

    amount: Amount | None = None
    period: str | None = None
    """``year`` where the amount is for each year, ``total`` where it is for all; None where that is not said."""
    years: tuple[int, ...] = ()
    recurring: bool | None = None
    funding_source: str | None = None
    budget_year: int | None = None
    earmark_text: str | None = None
    earmark_min_share: float | None = None


def amounts_in(text: str) -> list[Amount]:
    """Give every amount of kroner in a text."""
    return [
        Amount(_kroner(found), " ".join(found[0].split()), found.start(), found.end())
        for found in AMOUNT.finditer(text)
    ]


def _kroner(found: re.Match[str]) -> int:
    printed = found["number"] or found["plain"] or found["after"]
    halves = printed.endswith("½")
    plain = re.sub(r"[.\s\u00a0]", "", printed.rstrip("½") or "0").replace(",", ".")
    unit = (found["unit"] or "").lower()
    times = next((size for start, size in UNITS.items() if unit.startswith(start)), 1)
    times = UNITS["mia"] if unit.startswith("milliard") else times
    number = Decimal(plain) + (Decimal("0.5") if halves else 0)
    return int((number * times).quantize(Decimal(1), ROUND_HALF_UP))


def money_in(text: str) -> Money:
    """Read a decision's text: its first amount, and what is said of it."""
    amount = next(iter(amounts_in(text)), None)
    sentence = _sentence_around(text, amount) if amount else next(iter(sentences_of(text)), "")
    years = years_of_money(sentence, amount.printed if amount else None)
    yearly = bool(amount and YEARLY.search(sentence))
    source = SOURCE.search(text)
    citation = CITATION.search(text)
    earmark = _earmark(text)
    return Money(
        amount=amount,
        period=_period(sentence, years, yearly=yearly) if amount else None,
        years=years,
        recurring=yearly if amount else None,
        funding_source=_tidy(source["source"] or source["agreed"]) if source else None,
        budget_year=int(citation["year"]) if citation else None,
        earmark_text=earmark,
        earmark_min_share=share_in(earmark) if earmark else None,
    )


def _period(sentence: str, years: tuple[int, ...], *, yearly: bool) -> str | None:
    """Tell what an amount covers. For several years with neither »årligt« nor »i alt«, the text does not say."""
    if yearly:
        return "year"
    return "total" if len(years) <= 1 or IN_ALL.search(sentence) else None


def sentences_of(text: str) -> list[str]:
    """Part a text into sentences; a full stop after an abbreviation ends none."""
    sentences: list[str] = []
    for piece in SENTENCE.split(text):
        if sentences and NO_SENTENCE_END.search(sentences[-1]):
            sentences[-1] += f" {piece}"
        else:
            sentences.append(piece)
    return [sentence.strip() for sentence in sentences if sentence.strip()]


def _sentence_around(text: str, amount: Amount) -> str:
    printed = " ".join(text[amount.start : amount.end].split())
    return next((one for one in sentences_of(text) if printed in " ".join(one.split())), text)


def years_of_money(sentence: str, amount: str | None) -> tuple[int, ...]:
    """Give the years that an amount is for: the first years named after it, or else the nearest before it."""
    place = sentence.find(amount) if amount else 0
    named = [found for found in YEARS.finditer(sentence) if not NOT_WHEN_PAID.search(sentence[: found.start()])]
    after = [found for found in named if found.start() >= place]
    before = [found for found in named if found.start() < place]
    chosen = after[0] if after else before[-1] if before else None
    return _spelled_out(chosen) if chosen else ()


def _spelled_out(found: re.Match[str]) -> tuple[int, ...]:
    first = int(found["first"])
    if found["last"]:
        last = int(found["last"]) if len(found["last"]) == len("2025") else first // 100 * 100 + int(found["last"])
        return tuple(range(first, last + 1)) if first <= last <= first + LONGEST_SPAN else (first,)
    more = [int(year) for year in re.findall(ONE_YEAR, found["more"] or "")]
    return tuple(dict.fromkeys((first, *more)))


LONGEST_SPAN = 15


def _earmark(text: str) -> str | None:
    """Give the sentence, or the part of it, that says what part of the money is kept for something."""
    for sentence in sentences_of(text):
        for clause in re.split(r",\s+(?=hvor\b|heraf\b|og heraf\b)", sentence):
            if EARMARK.search(clause) and KEPT_FOR.search(clause) and (share_in(clause) or "øremærk" in clause.lower()):
                return re.sub(r"^hvor\s+", "", clause).strip(" .")
    return None


def share_in(text: str) -> float | None:
    """Give the share of a whole that a text names, from 0 to 1."""
    percent = PERCENT.search(text)
    if percent:
        share = Decimal(percent["share"].replace(",", ".")) / 100
        return float(share) if share <= 1 else None
    return next((float(share) for pattern, share in SHARES if pattern.search(text)), None)


def _tidy(source: str) -> str:
    return " ".join(source.split()).strip(" .,;:")
