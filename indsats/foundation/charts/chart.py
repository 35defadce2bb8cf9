"""A finished chart: its picture, and the same figures as a table."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.utils.safestring import SafeString

Cell = str | int | float


@dataclass(frozen=True, slots=True)
class Chart:
    """What a page, a document or a slide shows: ``svg`` for the eye, ``columns`` and ``rows`` for everyone."""

    title: str
    description: str
    svg: SafeString
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
