"""A title, what stands below it and whose it is, put together as a record."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indsats.reading.fields.period import Period, period_of_text
from indsats.reading.fields.target_groups import target_groups_of
from indsats.reading.fields.themes import themes_of
from indsats.reading.genres.catalogue.labels import labels_in, without
from indsats.reading.genres.catalogue.texts import Text, text_of
from indsats.reading.records import Place, Record, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.catalogue.places import Place as Owner
    from indsats.reading.genres.catalogue.places import Places
    from indsats.reading.genres.catalogue.titles import Title
    from indsats.reading.genres.stream import Stream

ACTS = re.compile(
    r"(?:^|(?<=[.!?] ))(?P<name>[A-ZÆØÅ][\w&-]*(?: (?:og|for|af|[A-ZÆØÅ][\w&-]*))*?) "
    r"(?:har|arbejder|udvikler|samler|driver|udbyder|står for|tilbyder|planlægger)\b"
)
"""»CHRU har udviklet …«: the sentence that names the unit behind an initiative as the one who acts."""


@dataclass(frozen=True, slots=True)
class Initiative:
    """A record with its period and its place, which the warnings are about."""

    record: Record
    period: Period
    owner: Owner


def initiatives_of(
    stream: Stream, headings: Sequence[Heading], titles: Sequence[Title], places: Places
) -> list[Initiative]:
    """Give every title with the text up to the next title or heading; what only looks like a title is left out."""
    ends = sorted([*(title.start for title in titles), *(heading.span.start for heading in headings), len(stream.text)])
    found = []
    for title in titles:
        end = ends[bisect_left(ends, max(title.text_start, title.start + 1))]
        text = stream.joined(title.text_start, end)
        if title.bare or title.period or text:
            found.append(_initiative(stream, title, end, places))
    return found


def _initiative(stream: Stream, title: Title, end: int, places: Places) -> Initiative:
    labels = list(labels_in(stream, title.text_start, end))
    told = {label.field: label for label in reversed(labels)}
    text = text_of(without(stream, title.text_start, end, labels))
    called = stream.joined(title.start, title.end).strip(" :")
    owner = places.of(title)
    period = period_of_text(title.period or (told["period_text"].value if "period_text" in told else ""))
    unit = owner.unit or (_who_acts(text, places) if owner.is_regional else None)
    fields: dict[str, Any] = {
        "organisation": owner.organisation,
        "unit": unit,
        "period_text": period.text,
        "start_year": period.start_year,
        "end_year": period.end_year,
        "open_ended": period.open_ended,
        "phase": period.phase,
        "target_text": text.target,
        **{label.field: label.value for label in told.values() if label.field != "period_text"},
        "target_groups": [group.key for group in target_groups_of(called, text.description, text.target)],
        "themes": themes_of(called, text.description),
    }
    record = Record(
        kind="regional_initiative" if owner.is_regional else "local_initiative",
        title=called,
        description=text.description or None,
        fields=fields,
        source=Source(
            _lines(stream, title, end),
            {**_quotes(stream, title, end, text, owner), **{label.field: label.value for label in told.values()}},
        ),
    )
    return Initiative(record, period, owner)


def _who_acts(text: Text, places: Places) -> str | None:
    for sentence in ACTS.finditer(text.description):
        name = places.names.called(sentence["name"])
        if name and name != places.region:
            return name
    return None


def _lines(stream: Stream, title: Title, end: int) -> Place:
    begun = stream.piece_at(title.start).line
    last = stream.text[title.start : end].rstrip()
    ended = stream.piece_at(title.start + max(len(last) - 1, 0)).line
    return Place(begun.page, begun.number, ended.number if ended.page == begun.page else begun.number)


def _quotes(stream: Stream, title: Title, end: int, text: Text, owner: Owner) -> dict[str, str]:
    """Give the words of each field as printed."""
    quotes = {"title": stream.printed[title.start : title.end].strip()}
    if title.period:
        quotes["period_text"] = stream.printed[title.period_start : title.period_end].strip()
    body = stream.printed[title.text_start : end].strip()
    if text.description:
        quotes["description"] = body
    if text.target:
        quotes["target_text"] = _as_printed(body, text.target)
    return {**quotes, **owner.quotes}


def _as_printed(body: str, sentence: str) -> str:
    """Find a sentence of running text among the printed lines it was joined from."""
    pattern = r"[\s\u00ad-]*".join(re.escape(letter) for letter in sentence if not letter.isspace() and letter != "-")
    found = re.search(pattern, body)
    return found[0] if found else sentence
