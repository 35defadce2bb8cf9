"""A chapter as records: the recommendation, its examples, its quotes and what to read more in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.genres.booklet.chapters import RECOMMENDS
from indsats.reading.genres.booklet.links import links_of
from indsats.reading.genres.booklet.units import Unit, place_of, printed, text_of
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.booklet.chapters import Chapter, Event
    from indsats.reading.genres.booklet.quotes import Quote

REGION = re.compile(r"\b[Rr]egion (?P<name>[A-ZÆØÅ][a-zæøå]+)")
GENITIVE = re.compile(r"(?<=[a-rt-zæøå])s$")
NAME = r"[A-ZÆØÅ][\wæøå-]*"
HOSPITAL = re.compile(
    rf"\bRegion {NAME} Psykiatri\b|\bPsykiatrien {NAME}|\bRigshospitalets?\b|\bSygehus {NAME}|"
    rf"\bRegionshospital(?:et)? {NAME}|\bDet Nye Universitetshospital(?: i {NAME})?|"
    rf"(?<!Region )\b{NAME}(?: og {NAME})? (?:Universitetshospital|Hospital|Sygehus)s?\b"
)
OTHER_SITE = re.compile(rf"\b{NAME}(?: [–-] {NAME})? Afdeling\b|\b[Rr]egionshuset i {NAME}|\bCenter for {NAME}")
OWNER = re.compile(r"(ospital|Rigshospitalet|Sygehus [A-ZÆØÅ]\w*[a-rt-zæøå])s$")
SENTENCE = re.compile(r".+?[.!?](?=\s|$)")


def records_of(chapter: Chapter) -> Iterator[Record]:
    """Give the recommendation first, then what follows in the order of the text."""
    yield _recommendation(chapter)
    links = links_of(chapter.events)
    for number, event in enumerate(chapter.events):
        if event.kind == "title":
            yield _example(chapter, number, links.get(number, []))
        elif event.kind == "entry":
            yield _resource(chapter, event, links.get(number, []))
        elif event.quote:
            yield _quote(event.quote)


def _recommendation(chapter: Chapter) -> Record:
    said = RECOMMENDS.match(chapter.recommendation.text)
    sentence = (said["text"] or said["other"] or "").strip() if said else chapter.recommendation.text
    comment = text_of(chapter.comment)
    title = text_of(chapter.heading) or sentence
    units = [*chapter.heading, chapter.recommendation, *chapter.comment]
    return Record(
        kind="recommendation",
        title=title,
        description=f"{sentence} {comment}".strip(),
        fields={"number": chapter.number},
        source=Source(
            place_of(units),
            {
                "title": printed(chapter.heading) or sentence,
                "description": printed([chapter.recommendation, *chapter.comment]),
            },
        ),
    )


def _example(chapter: Chapter, number: int, links: Sequence[str]) -> Record:
    title = chapter.events[number].unit
    texts = list(_texts_of(chapter, number))
    description = text_of(texts)
    told = f"{title.text}. {description}"
    regions = [f"Region {GENITIVE.sub('', region['name'])}" for region in REGION.finditer(told)]
    site = HOSPITAL.search(told) or OTHER_SITE.search(told)
    fields = {
        "recommendation": chapter.number,
        "regions": list(dict.fromkeys(regions)),
        "site": _without_genitive(site[0]) if site else None,
        "links": list(links),
    }
    quotes = {"title": printed([title]), "description": printed(texts)}
    quotes |= {"site": site[0]} if site else {}
    return Record(
        kind="example",
        title=title.text,
        description=description or None,
        fields=fields,
        source=Source(place_of([title, *texts]), {name: words for name, words in quotes.items() if words}),
    )


def _texts_of(chapter: Chapter, number: int) -> Iterator[Unit]:
    """Give an example's text: up to the next title, across addresses, quotes and what stands beside it."""
    for event in chapter.events[number + 1 :]:
        if event.kind == "title":
            return
        if event.kind == "text":
            yield event.unit


def _without_genitive(site: str) -> str:
    """Take the s off a name that owns what follows: »Gentofte Hospitals matrikel«, »Sygehus Lillebælts program«."""
    return OWNER.sub(r"\1", site)


def _resource(chapter: Chapter, event: Event, links: Sequence[str]) -> Record:
    return Record(
        kind="resource",
        title=event.unit.text,
        fields={"recommendation": chapter.number, "url": links[0] if links else None},
        source=Source(place_of([event.unit]), {"title": printed([event.unit])}),
    )


def _quote(quote: Quote) -> Record:
    first = SENTENCE.match(quote.text)
    return Record(
        kind="quote",
        title=first[0] if first else quote.text,
        fields={"text": quote.text, "speaker": quote.speaker},
        source=Source(place_of(quote.units), {"text": printed(quote.units)}),
    )
