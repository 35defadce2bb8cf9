"""Who calls, until when, and where to write."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

from indsats.reading.fields.day import day_in
from indsats.reading.genres.call.support_types import SENTENCE_END
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.call.outline import Item, Section

DEADLINE = re.compile(r"\bfrist(?:en)?\b|\bansøgningsfrist|\bsenest\b|\bindsendes\b", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
SENDER = re.compile(
    r"\bhvem er (?:vi|partnerskabet|vores)|\bhvem står bag|\bafsender|\bom (?:os|partnerskabet)", re.IGNORECASE
)
CONSISTS = re.compile(r"\b(?:består af|udgøres af|er)\s+(?P<names>[A-ZÆØÅ].+?)(?:\.$|$)")
ACTS = re.compile(
    r"^(?P<names>[A-ZÆØÅ][^.]*?)(?:,? (?:et|en) [^,]*?(?:,|\bbistår\b)|"
    r"\s(?:udgør|bistår|stiller med|står bag|hjælper))\b"
)
BETWEEN = re.compile(r"\s+og\s+(?=de\b|den\b|Danske\b|Region\b|Center\b|KL\b)|,\s+(?=de\b|Region\b|Center\b)")
CLAUSE = re.compile(r",? (?:som|der|ved) .*$|, (?:et|en) .*$")
LONGEST_SENDER = 14


def deadlines_of(sections: Sequence[Section]) -> list[Record]:
    """Give every date that a sentence calls a last day."""
    found: dict[str, Record] = {}
    for item, sentence in _sentences(sections):
        day = day_in(sentence) if DEADLINE.search(sentence) else None
        if day and day.isoformat() not in found:
            found[day.isoformat()] = Record(
                kind="deadline",
                title=sentence,
                fields={"date": day.isoformat(), "text": sentence},
                source=Source(item.place, {"date": item.printed}),
            )
    return list(found.values())


def contacts_of(sections: Sequence[Section]) -> list[Record]:
    """Give every address to write to once."""
    found: dict[str, Record] = {}
    for item in chain.from_iterable(section.items for section in sections):
        for address in EMAIL.findall(item.text):
            email = address.rstrip(".")
            if email.lower() not in found:
                source = Source(item.place, {"email": email})
                found[email.lower()] = Record(kind="contact", title=email, fields={"email": email}, source=source)
    return list(found.values())


def organisers_of(sections: Sequence[Section]) -> list[Record]:
    """Give those who call and those who help them: the line below the title, and the sections that say who they are."""
    found: dict[str, Record] = {}
    for item, names in chain(_below_title(sections), _presented(sections)):
        for name in names:
            key = name.lower()
            if not any(key in known or known in key for known in found):
                found[key] = Record(
                    kind="organiser",
                    title=name,
                    fields={"name": name},
                    source=Source(item.place, {"name": item.printed}),
                )
    return list(found.values())


def _below_title(sections: Sequence[Section]) -> Iterator[tuple[Item, list[str]]]:
    for section in sections[:2]:
        first = next((item for item in section.items if item.kind == "text"), None)
        if first and not first.text.endswith((".", "?", "!")) and len(first.text.split()) <= LONGEST_SENDER:
            yield first, _names_in(first.text)
            return


def _presented(sections: Sequence[Section]) -> Iterator[tuple[Item, list[str]]]:
    for section in sections:
        if SENDER.search(section.heading):
            for item, sentence in _sentences([section]):
                found = CONSISTS.search(sentence) or ACTS.match(sentence)
                if found:
                    yield item, _names_in(found["names"])


def _names_in(text: str) -> list[str]:
    names = [CLAUSE.sub("", name).strip(" ,.") for name in BETWEEN.split(text)]
    return [name for name in names if name]


def _sentences(sections: Sequence[Section]) -> Iterator[tuple[Item, str]]:
    for section in sections:
        for item in section.items:
            for sentence in SENTENCE_END.split(item.text):
                yield item, sentence
