"""The catalogue as a sheet: what is shown, all pages of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.catalogue.models import Inspiration
from indsats.catalogue.pages.cards import cards_of
from indsats.catalogue.pages.catalogue import in_order, names_for
from indsats.foundation.documents.sheets import Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from indsats.accounts.models import User
    from indsats.catalogue.filters import Asked
    from indsats.catalogue.pages.cards import Card
    from indsats.catalogue.pages.choices import Names

_AT_A_TIME = 500


def catalogue_sheet(asked: Asked, viewer: User) -> Sheet:
    """Return every initiative that was found, in the order shown."""
    columns = (
        _("Title"),
        _("Organisation"),
        _("Phase"),
        _("First year"),
        _("Last year"),
        _("Period"),
        _("For whom"),
        _("Themes"),
        _("Programmes"),
        _("Description"),
    )
    names = names_for(viewer)
    found = list(in_order(asked.narrowed(Inspiration.objects.visible_to(viewer), names.places), asked, names.places))
    return Sheet(_("Catalogue"), columns, _rows(found, asked, names))


def _rows(found: list[int], asked: Asked, names: Names) -> Iterator[tuple[object, ...]]:
    for start in range(0, len(found), _AT_A_TIME):
        for card in cards_of(found[start : start + _AT_A_TIME], asked.query, names.places):
            yield _row(card)


def _row(card: Card) -> tuple[object, ...]:
    initiative = card.initiative
    return (
        initiative.title,
        card.place,
        initiative.get_phase_display(),
        initiative.start_year,
        initiative.end_year,
        initiative.period_text,
        initiative.target_text or ", ".join(card.groups),
        ", ".join(card.themes),
        ", ".join(card.programmes),
        initiative.description,
    )
