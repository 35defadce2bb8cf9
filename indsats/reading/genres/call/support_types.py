"""The kinds of support a call offers: what each is for, what it holds, what it asks, how it runs and how long."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from indsats.reading.genres.call.outline import place_of
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indsats.reading.genres.call.outline import Item, Section

ASPECTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("purpose", re.compile(r"\bformål|\bhvorfor\b", re.IGNORECASE)),
    ("requirements", re.compile(r"\bkrav\b|\bkræve|\bforudsætning|\bforventer vi\b|\bbetingelse", re.IGNORECASE)),
    ("steps", re.compile(r"\bforløb|\btrin\b|\bfaser\b|\btidsplan\b", re.IGNORECASE)),
    ("contents", re.compile(r"\bindebær|\bindehold|\bindhold|\bhvad får|\bhvad tilbyder|\bomfatter", re.IGNORECASE)),
)
FEWEST_ASPECTS = 2
LASTS = re.compile(r"\b(?:spænde[rt]?|stræk\w*|vare[rt]?|løber|tager|varighed|foregår)\b", re.IGNORECASE)
COUNT = (
    r"(?:\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?|et halvt|halvandet|en|én|et|ét|to|tre|fire|fem|"
    r"seks|syv|otte|ni|ti|elleve|tolv)"
)
DURATION = re.compile(
    rf"(?:(?:op til|cirka|ca\.|omkring|mindst|højst|mellem)\s+)?{COUNT}\s+(?:dage?|uger?|måneder?|års?|kvartal\w*)\b",
    re.IGNORECASE,
)
SENTENCE_END = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])")


@dataclass(slots=True)
class SupportType:
    """A kind of support: the section that names it and the sections that tell about it."""

    name: Section
    aspects: dict[str, Section] = field(default_factory=dict)


def support_types_of(sections: Sequence[Section]) -> list[SupportType]:
    """Find headings that are followed by the questions every kind of support is described by."""
    found: list[SupportType] = []
    for above, section in pairwise(sections):
        aspect = _aspect(section)
        is_named = bool(above.heading) and _aspect(above) is None and section.level >= above.level
        if aspect == "purpose" and is_named:
            found.append(SupportType(above, {"purpose": section}))
        elif aspect and found and aspect not in found[-1].aspects:
            found[-1].aspects[aspect] = section
    return [one for one in found if len(one.aspects) >= FEWEST_ASPECTS]


def _aspect(section: Section) -> str | None:
    return next((aspect for aspect, words in ASPECTS if words.search(section.heading)), None)


def record_of(support: SupportType) -> Record:
    """Give a kind of support as a record; lists for what the call lists."""
    parts = {aspect: section.items for aspect, section in support.aspects.items()}
    purpose = " ".join(item.text for item in parts.get("purpose", ()))
    duration = _duration([*parts.get("contents", ()), *parts.get("steps", ())])
    steps = [item for item in parts.get("steps", ()) if not _is_sentence(item)]
    lines = (*support.name.all_lines, *(line for section in support.aspects.values() for line in section.all_lines))
    fields = {
        "name": support.name.heading,
        "purpose": purpose or None,
        "contents": [item.text for item in parts.get("contents", ())],
        "requirements": [item.text for item in parts.get("requirements", ())],
        "steps": [item.text for item in steps],
        "duration_text": duration,
    }
    quotes = {aspect: "\n".join(item.printed for item in items) for aspect, items in parts.items() if items}
    return Record(
        kind="support_type",
        title=support.name.heading,
        description=purpose or None,
        fields=fields,
        source=Source(place_of(lines), {"title": support.name.heading, **quotes}),
    )


def _is_sentence(item: Item) -> bool:
    return item.text.endswith(".")


def _duration(items: Iterable[Item]) -> str | None:
    """Give the words that say how long it lasts, from a sentence that is about lasting."""
    for item in items:
        for sentence in SENTENCE_END.split(item.text):
            lasts = LASTS.search(sentence)
            found = DURATION.search(sentence, lasts.start()) if lasts else None
            if found:
                return found[0]
    return None
