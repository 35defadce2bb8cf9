"""One initiative as inspiration: what they did, for whom, where, whom to ask, and what is like it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from indsats.catalogue.pages.cards import Card, card_of, cards_of
from indsats.catalogue.services import places_as_of, similar_to
from indsats.initiatives.models import Initiative
from indsats.language.analyser import places_in
from indsats.language.queries import read_query

if TYPE_CHECKING:
    from indsats.accounts.models import User
    from indsats.catalogue.domain.places import Places

_RELATED = ("target_groups", "themes", "programmes")


@dataclass(frozen=True)
class Likeness:
    """A card of something alike; ``because`` are words that say most about why, as this initiative writes them."""

    card: Card
    because: tuple[str, ...]


@dataclass(frozen=True)
class EntryPage:
    """One initiative to be inspired by."""

    card: Card
    paragraphs: tuple[str, ...]
    for_whom: str
    contact: str
    contact_email: str
    similar: tuple[Likeness, ...]
    read_more: str


def entry_page(initiative: Initiative, viewer: User) -> EntryPage:
    """Build the page; the number of queries is fixed."""
    whole = Initiative.objects.select_related("owner").prefetch_related(*_RELATED).get(pk=initiative.pk)
    places = places_as_of(timezone.localdate())
    card = card_of(whole, read_query(""), places)
    return EntryPage(
        card=card,
        paragraphs=tuple(part.strip() for part in whole.description.split("\n") if part.strip()),
        for_whom=whole.target_text or ", ".join(card.groups),
        contact=str(whole.owner) if whole.owner else whole.owner_text,
        contact_email=whole.owner.email if whole.owner else "",
        similar=_similar(whole, viewer, places),
        read_more=reverse("initiatives:initiative", args=[whole.pk]),
    )


def _similar(initiative: Initiative, viewer: User, places: Places) -> tuple[Likeness, ...]:
    text = f"{initiative.title}\n{initiative.description}"
    written = {found.term: text[found.start : found.end].lower() for found in reversed(list(places_in(text)))}
    alike = {each.initiative_id: each.because for each in similar_to(initiative, viewer)}
    return tuple(
        Likeness(card, tuple(dict.fromkeys(written[term] for term in alike[card.initiative.pk] if term in written)))
        for card in cards_of(list(alike), read_query(""), places)
    )
