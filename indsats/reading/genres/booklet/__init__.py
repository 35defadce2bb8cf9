"""Booklet: recommendations with examples of how others follow them, quotes, and where to read more."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.front_matter import organisation_of, title_of
from indsats.reading.genres.booklet.chapters import RECOMMENDS, chapters_of
from indsats.reading.genres.booklet.records import records_of
from indsats.reading.genres.booklet.units import units_of
from indsats.reading.records import Reading

if TYPE_CHECKING:
    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument

GENRE = "booklet"
FEWEST = 2
CALLED = re.compile(r"\bhæfte|inspirationshæfte|\bpjece", re.IGNORECASE)
EXAMPLES = re.compile(r"^\s*(?:gode )?eksempler\b", re.IGNORECASE)
MADE_BY = re.compile(
    r"\b(?:udarbejdet|udgivet|skrevet|udarbejder) af (?P<name>[A-ZÆØÅ][\wæøå]+(?: (?:for|og|af|[A-ZÆØÅ][\wæøå]+))*)"
)
LOOKED_AT = 40

__all__ = ["GENRE", "likelihood", "read"]


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is a booklet: it recommends several things and gives examples of each."""
    units = [unit for unit in units_of(document) if not unit.is_address]
    recommended = sum(RECOMMENDS.match(unit.text) is not None for unit in units)
    if recommended < FEWEST:
        return 0.0
    exemplified = sum(EXAMPLES.match(unit.lines[0]) is not None for unit in units)
    called = any(CALLED.search(unit.text) for unit in units[:LOOKED_AT])
    return 0.4 + 0.4 * (exemplified >= FEWEST) + 0.2 * called


def read(document: SourceDocument, knowledge: Knowledge) -> Reading:
    """Give the recommendations, each followed by its examples, quotes and entries in the order of the booklet."""
    title = title_of(document)
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=title,
        organisation=_organisation(document, knowledge, title),
        pages=len(document.pages),
        records=tuple(record for chapter in chapters_of(document) for record in records_of(chapter)),
    )


def _organisation(document: SourceDocument, knowledge: Knowledge, title: str | None) -> str | None:
    """Give the organisation its title names, or else the one that says it made the booklet."""
    named = organisation_of(document, knowledge, title)
    if title and named and named in title:
        return named
    made = next((found for unit in units_of(document)[:LOOKED_AT] if (found := MADE_BY.search(unit.text))), None)
    return made["name"] if made else named
