"""Call: support that can be applied for, its kinds, criteria, questions, steps, deadline, contact and organisers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.front_matter import organisation_of, title_of
from indsats.reading.genres.call.conditions import criteria_of, questions_of, steps_of
from indsats.reading.genres.call.outline import outline_of, plain
from indsats.reading.genres.call.sender import contacts_of, deadlines_of, organisers_of
from indsats.reading.genres.call.support_types import record_of, support_types_of
from indsats.reading.records import Reading

if TYPE_CHECKING:
    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument
    from indsats.reading.records import Record

GENRE = "call"
INVITES = re.compile(
    r"\bsøge støtte\b|\bansøg|\bstøtte til\b|\bsøger (?:samarbejds|afsnit|afdelinger)|\bopslag", re.IGNORECASE
)

__all__ = ["GENRE", "likelihood", "read"]


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is a call: it offers kinds of support, asks questions and sets a last day."""
    sections = outline_of(document)
    invites = any(INVITES.search(item.text) for section in sections for item in section.items)
    invites = invites or any(INVITES.search(section.heading) for section in sections)
    signs = (
        (0.5, bool(support_types_of(sections))),
        (0.2, bool(deadlines_of(sections))),
        (0.1, bool(contacts_of(sections))),
        (0.2, bool(criteria_of(sections) or questions_of(sections))),
    )
    return sum(weight for weight, there in signs if there) if invites else 0.0


def read(document: SourceDocument, knowledge: Knowledge) -> Reading:
    """Give the records of a call in the order of the document."""
    sections = outline_of(document)
    organisers = organisers_of(sections)
    records: list[Record] = [
        *(record_of(support) for support in support_types_of(sections)),
        *criteria_of(sections),
        *questions_of(sections),
        *steps_of(sections),
        *deadlines_of(sections),
        *contacts_of(sections),
        *organisers,
    ]
    title = title_of(document)
    named = organisation_of(document, knowledge, title)
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=plain(title) if title else None,
        organisation=named or (organisers[0].title if organisers else None),
        pages=len(document.pages),
        records=tuple(sorted(records, key=lambda one: (one.source.place.page, one.source.place.line_start))),
    )
