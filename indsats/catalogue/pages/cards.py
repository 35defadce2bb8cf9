"""A card: one initiative in the catalogue, as much of it as helps to choose."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from indsats.catalogue.domain.excerpt import excerpt
from indsats.initiatives.models import Initiative
from indsats.language.queries import Piece, Query, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from django.utils.safestring import SafeString

    from indsats.catalogue.domain.places import Places


@dataclass(frozen=True, slots=True)
class Card:
    """One initiative in the catalogue."""

    initiative: Initiative
    title: SafeString
    excerpt: SafeString
    place: str
    period: str
    groups: tuple[str, ...]
    themes: tuple[str, ...]
    programmes: tuple[str, ...]

    @property
    def url(self) -> str:
        """Where it can be read whole."""
        return reverse("catalogue:entry", args=[self.initiative.pk])


def cards_of(initiative_ids: Sequence[int], query: Query, places: Places) -> tuple[Card, ...]:
    """Return the cards in the order of the numbers, with four queries."""
    related = ("target_groups", "themes", "programmes")
    found = Initiative.objects.filter(pk__in=initiative_ids).order_by().prefetch_related(*related).in_bulk()
    return tuple(card_of(found[pk], query, places) for pk in initiative_ids if pk in found)


def card_of(initiative: Initiative, query: Query, places: Places) -> Card:
    """Return the card of one initiative whose groups, themes and programmes are at hand."""
    return Card(
        initiative=initiative,
        title=marked(pieces(initiative.title, query)),
        excerpt=marked(excerpt(initiative.description, query)),
        place=places.full_name(initiative.unit_id, initiative.unit_text),
        period=period_of(initiative),
        groups=_labels(initiative.target_groups.all()),
        themes=_labels(initiative.themes.all()),
        programmes=tuple(programme.title for programme in initiative.programmes.all()),
    )


def marked(cut: Iterable[Piece]) -> SafeString:
    """Return a text for a page: every piece escaped, those that answer the question in ``<mark>``."""
    html = (f"<mark>{escape(piece.text)}</mark>" if piece.hit else escape(piece.text) for piece in cut)
    return mark_safe("".join(html))  # noqa: S308 -- every piece is escaped right here


def _labels(labelled: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(each) for each in labelled)


def period_of(initiative: Initiative) -> str:
    """Return when it is: in years where they are known, else as the document prints it, unless the phase says it."""
    start, end = initiative.start_year, initiative.end_year
    if start and end:
        return str(start) if start == end else f"{start}–{end}"
    if start:
        return _("From %(year)d") % {"year": start} if initiative.open_ended else str(start)
    if end:
        return _("Until %(year)d") % {"year": end}
    says_when = any(letter.isdigit() for letter in initiative.period_text)
    return initiative.period_text if says_when or not initiative.phase else ""
