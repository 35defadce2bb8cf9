"""The warnings that any document can give, whatever its genre: pages without text, lost letters, personal data."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.reading.lost_letters import Repair, lost_letter_warnings
from indsats.reading.personal_data import personal_data_warnings
from indsats.reading.records import Place, ReadingWarning

if TYPE_CHECKING:
    from indsats.reading.model import SourceDocument
    from indsats.reading.records import Record


def warnings_for_all(
    document: SourceDocument, repairs: tuple[Repair, ...], records: tuple[Record, ...]
) -> tuple[ReadingWarning, ...]:
    """Give the warnings of a laid-out document in the order of its pages and lines."""
    found = [
        *unreadable_page_warnings(document),
        *lost_letter_warnings(document, repairs, records),
        *personal_data_warnings(document, records),
    ]
    return tuple(sorted(found, key=lambda warning: (warning.place.page, warning.place.line_start)))


def unreadable_page_warnings(document: SourceDocument) -> list[ReadingWarning]:
    """Give a warning for each page that is a picture."""
    return [
        ReadingWarning(
            "unreadable_page",
            f"Side {page.number} er et billede uden tekst og er ikke læst. Find siden som tekst.",
            Place(page.number, 1, 1),
        )
        for page in document.pages
        if page.is_image
    ]
