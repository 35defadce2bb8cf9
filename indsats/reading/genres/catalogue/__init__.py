"""Catalogue: what organisations do for working life, each initiative a run-in title with a period, a text, a target."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.fields.names import names_of
from indsats.reading.front_matter import organisation_of, title_of
from indsats.reading.genres.catalogue.headings import headings_of, shut_zones
from indsats.reading.genres.catalogue.initiatives import Initiative, initiatives_of
from indsats.reading.genres.catalogue.labels import titled_blocks
from indsats.reading.genres.catalogue.markers import markers_of
from indsats.reading.genres.catalogue.overview import entries_of
from indsats.reading.genres.catalogue.pages import Pages
from indsats.reading.genres.catalogue.places import Places
from indsats.reading.genres.catalogue.titles import titles_of
from indsats.reading.genres.catalogue.warnings import warnings_of
from indsats.reading.genres.stream import stream_of
from indsats.reading.records import Reading

if TYPE_CHECKING:
    from indsats.reading.genres.catalogue.headings import Heading
    from indsats.reading.genres.catalogue.markers import Marker
    from indsats.reading.genres.stream import Stream
    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument

GENRE = "catalogue"
CALLED = re.compile(r"\w*katalog\b|\bkortlægning\b", re.IGNORECASE)
LOOKED_AT = 3000
FEWEST, MANY = 3, 10
WORDS_EACH = 200
"""An initiative is described in fewer words than these; a document with more is about something else."""

__all__ = ["GENRE", "Initiative", "likelihood", "read"]


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is a catalogue: many titles with a period, few words for each, and the word itself."""
    stream = stream_of(document)
    titled = len(titled_blocks(stream)) + sum(_ends_title(stream, marker) for marker in markers_of(stream))
    if titled < FEWEST:
        return 0.0
    called = CALLED.search(stream.text[:LOOKED_AT]) is not None
    dense = titled * WORDS_EACH >= len(stream.text.split())
    return min(1.0, 0.2 + 0.3 * (titled >= MANY) + 0.3 * dense + 0.2 * called)


def _ends_title(stream: Stream, marker: Marker) -> bool:
    """Tell whether a period surely ends a title: a colon follows it, or it ends a heading or a line in bold."""
    if marker.period is None:
        return False
    stands_out = stream.piece_at(marker.period_start).level > 0 or stream.is_bold(
        marker.period_start, marker.period_end
    )
    return marker.sureness == "sure" or (marker.sureness == "likely" and stands_out)


def read(document: SourceDocument, knowledge: Knowledge) -> Reading:
    """Give the initiatives with their organisation, and what a person should look at."""
    stream = stream_of(document)
    region = organisation_of(document, knowledge, None)
    names = names_of(stream.text, region, knowledge)
    headings = headings_of(stream, names)
    shut = shut_zones(stream, headings)
    titles = [
        title
        for title in titles_of(stream, headings)
        if not any(zone.start <= title.start < zone.end for zone, _ in shut)
    ]
    open_headings = [
        heading
        for heading in headings
        if heading.meaning != "unit" or not any(zone.start <= heading.span.start < zone.end for zone, _ in shut)
    ]  # fmt: skip -- one list
    entries = [entry for zone, meaning in shut if meaning == "overview" for entry in entries_of(stream, zone)]
    places = Places(Pages(stream, open_headings, titles), entries, names, region)
    initiatives = initiatives_of(stream, open_headings, titles, places)
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=_title(document, headings),
        organisation=region,
        pages=len(document.pages),
        records=tuple(initiative.record for initiative in initiatives),
        warnings=tuple(warnings_of(stream, initiatives, entries, places.names)),
    )


def _title(document: SourceDocument, headings: list[Heading]) -> str | None:
    called = [heading.names[0] for heading in headings if heading.names and CALLED.match(heading.names[0])]
    return called[0] if called else title_of(document)
