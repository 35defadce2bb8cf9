"""The words in a document that one field was read from, before they are kept."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """One field's source: ``file_id`` is the kept original; pages and lines are 1-based; ``quote`` is as printed."""

    field: str
    file_id: int
    document_title: str
    page: int
    line_start: int
    line_end: int
    quote: str
