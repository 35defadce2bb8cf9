"""The source text beside a record: numbered lines, page by page, with the passage marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse

from indsats.intake.domain.windows import window

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indsats.intake.models import Edition, EditionPage

PAGES_AROUND = 1


@dataclass(frozen=True, slots=True)
class SourceLine:
    """One line as printed; ``marked`` when it belongs to the passage."""

    number: int
    text: str
    marked: bool = False


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page, or the part of it around the passage."""

    number: int
    lines: tuple[SourceLine, ...]
    before: int = 0
    after: int = 0
    is_image: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """What lies on the source side: the pages around one place in an edition."""

    title: str
    edition_number: int
    pages: tuple[SourcePage, ...]
    page: int
    page_count: int
    text_url: str
    file_url: str

    @classmethod
    def build(cls, edition: Edition, page: int, line_start: int, line_end: int) -> Source:
        """Fetch the page and its neighbours, with one query."""
        near = edition.pages.filter(number__range=(page - PAGES_AROUND, page + PAGES_AROUND)).order_by("number")
        original = reverse("intake:original", args=[edition.stored_id])
        return cls(
            title=edition.title,
            edition_number=edition.number,
            pages=tuple(_page(each, page, line_start, line_end) for each in near),
            page=page,
            page_count=edition.page_count,
            text_url=f"{original}?side={page}&linje={line_start}-{line_end}",
            file_url=original,
        )


def _page(page: EditionPage, marked_page: int, start: int, end: int) -> SourcePage:
    lines = [(number, text) for number, text in page.lines]
    here = page.number == marked_page
    shown = window(lines, start if here else 1, end if here else 1)
    return SourcePage(
        number=page.number,
        lines=tuple(SourceLine(number, text, here and start <= number <= end) for number, text in shown.lines),
        before=shown.before,
        after=shown.after,
        is_image=page.is_image,
    )


def place_asked_for(query: Mapping[str, Any], page_count: int) -> tuple[int, int, int]:
    """Return page, first and last line from an address; nonsense is the beginning of the document."""
    page = _number(query.get("side"), 1)
    first, _dash, last = str(query.get("linje", "")).partition("-")
    start = _number(first, 0)
    return min(max(page, 1), max(page_count, 1)), start, max(_number(last, start), start)


def _number(text: object, otherwise: int) -> int:
    written = str(text or "")
    return int(written) if written.isdecimal() and len(written) < 8 else otherwise  # noqa: PLR2004 -- ten million lines
