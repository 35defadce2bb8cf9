"""A file in, a reading out: the format is told by its content, the genre by what the document looks most like."""

from __future__ import annotations

from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats import open_document
from indsats.reading.front_matter import language_of, organisation_of, title_of
from indsats.reading.knowledge import Knowledge
from indsats.reading.lost_letters import repaired
from indsats.reading.records import Reading
from indsats.reading.warnings_for_all import warnings_for_all

if TYPE_CHECKING:
    from indsats.reading.model import SourceDocument

GENRE_READERS = ("action_plan", "catalogue", "programme_plan", "booklet", "call", "register")
"""The modules of ``genres``: named, not imported, so that starting is fast. Of two as likely the first one reads."""
LEAST_LIKELY = 0.25
"""A document that is less likely than this to be of any genre gives no records."""
NOT_READ = "Dokumentet kunne åbnes, men ikke læses til ende. Gem det igen i det program, det er lavet i, og prøv igen."


class Genre(Protocol):
    """What every module of ``genres`` offers."""

    GENRE: str

    def likelihood(self, document: SourceDocument) -> float:
        """Tell how likely a document is of this genre, from 0 to 1."""

    def read(self, document: SourceDocument, knowledge: Knowledge) -> Reading:
        """Give the document's records and what is wrong with them."""


def read_document(data: bytes, file: str, knowledge: Knowledge | None = None) -> Reading:
    """Read a file of any format and genre. Raises ``UnreadableFile`` and nothing else."""
    return lay_out_and_read(data, file, knowledge)[1]


def lay_out_and_read(data: bytes, file: str, knowledge: Knowledge | None = None) -> tuple[SourceDocument, Reading]:
    """Read a file and give its pages too, for whoever shows them. Raises ``UnreadableFile`` and nothing else."""
    document, repairs = repaired(open_document(data, file))
    known = knowledge or Knowledge()
    try:
        genre = likeliest_genre(document)
        reading = genre.read(document, known) if genre else _other(document, known)
        for_all = warnings_for_all(document, repairs, reading.records)
    except Exception as error:
        raise UnreadableFile(file, "unsupported", NOT_READ) from error
    warnings = sorted((*reading.warnings, *for_all), key=lambda one: (one.place.page, one.place.line_start))
    return document, replace(reading, language=language_of(document), warnings=tuple(warnings))


def likeliest_genre(document: SourceDocument) -> Genre | None:
    """Give the genre a document most looks like, None where it looks like none."""
    scored = [(genre.likelihood(document), genre) for genre in _genres()]
    likelihood, genre = max(scored, key=lambda one: one[0])
    return genre if likelihood >= LEAST_LIKELY else None


def _genres() -> list[Genre]:
    names = [f"indsats.reading.genres.{name}" for name in GENRE_READERS]
    return [cast("Genre", import_module(name)) for name in names]


def _other(document: SourceDocument, knowledge: Knowledge) -> Reading:
    title = title_of(document)
    return Reading(
        file=document.file,
        format=document.format,
        genre="other",
        title=title,
        organisation=organisation_of(document, knowledge, title),
        pages=len(document.pages),
    )
