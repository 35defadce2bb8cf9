"""Budget decisions made into records: what is decided, for how much, when, from where and for whom it is kept."""

from __future__ import annotations

import re
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING, Any

from indsats.reading.fields.money import CITATION, amounts_in, money_in, sentences_of
from indsats.reading.genres.programme_plan.plan_records import place_of
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from indsats.reading.genres.programme_plan.parts import Part
    from indsats.reading.genres.programme_plan.sections import Section

AFTER_AMOUNT = re.compile(
    r"(?:\s+(?:årligt|om året))?(?:\s+i\s+20\d\d(?:\s*[-–]\s*20\d\d|(?:\s*(?:,|og)\s*20\d\d)*))?", re.IGNORECASE
)
LONG_TITLE, SHORTEST_TITLE = 90, 28
CLAUSE = re.compile(r",?\s+(?:hvor|der|som|hvilket|så|med det formål|og kan|men)\b|,\s(?!herunder)", re.IGNORECASE)
ASIDE = re.compile(r"(?<=.{28}),\s+hvor\b", re.IGNORECASE)
OPENING = re.compile(
    r"(?:aftale|forligs|budget)?part(?:erne|ierne)\s+(?:er\s+enige\s+om|konstaterer|ønsker)(?:\s+desuden)?,?"
    r"\s+(?:at\b)?",
    re.IGNORECASE,
)
GIVEN = re.compile(
    r"^(?:(?:aftaleparterne\s+)?afsætte[sr]?|der\s+(?:er\s+)?(?:afsættes|afsat|bevilges|bevilget))\s+(?:desuden\s+)?(?=\S)|"
    r"^der\s+(?:i\s+20\d\d\s+)?(?:skal\s+)?"
    r"(?:udvikles|afholdes|iværksættes|udarbejdes|etableres|igangsættes|gennemføres)\s+",
    re.IGNORECASE,
)
"""The verb before what is decided: without it the title says the thing itself."""
BUDGET = re.compile(r"\bI Budget(?:aftalen)?(?: for)? (?P<year>20\d\d)\b")
CLOSE = 3
"""How many lines further down the next point of a quotation begins at most."""


def decision_records(section: Section, parent: int, told: list[Part]) -> list[Record]:
    """Give the records of an objective's decisions. ``told`` are paragraphs that tell of money."""
    quoted = budget_quoted(section)
    decided = [
        decision_record(part, parent, budget_cited_below(section, index) or quoted)
        for index, part in enumerate(section.decisions)
    ]
    return [*decided, *(decision_record(part, parent, None) for part in told)]


def decision_record(part: Part, parent: int | None, budget_year: int | None) -> Record:
    """Give a budget decision's record. ``budget_year`` is what the text around says where the decision does not."""
    text = part.text
    money = money_in(text)
    amount_text = amount_text_in(text)
    fields: dict[str, Any] = {
        "parent": parent,
        "amount_dkk": money.amount.kroner if money.amount else None,
        "amount_text": amount_text,
        "amount_period": money.period,
        "years": list(money.years) or None,
        "recurring": money.recurring,
        "funding_source": money.funding_source,
        "budget_year": money.budget_year or budget_year,
        "earmark_text": money.earmark_text,
        "earmark_min_share": money.earmark_min_share,
    }
    cited = CITATION.search(text)
    quotes = {
        "title": part.printed,
        "description": part.printed,
        **dict.fromkeys(("amount_dkk", "amount_text", "amount_period", "years"), amount_text),
        **{name: fields[name] for name in ("funding_source", "earmark_text")},
        "earmark_min_share": money.earmark_text if money.earmark_min_share else None,
        "budget_year": cited[0] if cited else None,
    }
    kept = {name: quote for name, quote in quotes.items() if quote and fields.get(name, quote) is not None}
    return Record("budget_decision", decision_title(text), Source(place_of(part.lines), kept), text, fields)


def amount_text_in(text: str) -> str | None:
    """Give the first amount as printed, with the years that stand right after it."""
    amount = next(iter(amounts_in(text)), None)
    if amount is None:
        return None
    after = AFTER_AMOUNT.match(text, amount.end)
    return " ".join(text[amount.start : after.end() if after else amount.end].split())


def decision_title(text: str) -> str:
    """Give what is decided, up to where the sentence begins to explain it."""
    first = sentences_of(text)[0].strip(' .”»"')
    opening = OPENING.match(first.lstrip('”»" '))
    body = first[opening.end() :].strip() if opening and opening.end() < len(first) else first
    body = GIVEN.sub("", body, count=1) or body
    body = ASIDE.split(body, maxsplit=1)[0]
    if len(body) > LONG_TITLE:
        cut = next((found for found in CLAUSE.finditer(body) if found.start() >= SHORTEST_TITLE), None)
        body = body[: cut.start()] if cut else body
    return (body[:1].upper() + body[1:]).strip(" ,.")


def budget_quoted(section: Section) -> int | None:
    """Give the budget that an objective quotes before its decisions: »I Budget 2025 står følgende«."""
    before = takewhile(lambda part: part.kind != "status", section.parts)
    found = BUDGET.search(" ".join([section.description, *(part.text for part in before)]))
    return int(found["year"]) if found else None


def budget_cited_below(section: Section, index: int) -> int | None:
    """Give the budget cited at the end of the quotation that a decision stands in: right below, on the next points."""
    for above, part in pairwise(section.decisions[index:]):
        if part.lines[0].page == above.lines[-1].page and part.lines[0].number - above.lines[-1].number > CLOSE:
            return None
        found = CITATION.search(part.text)
        if found:
            return int(found["year"])
    return None
