"""The warnings by name, and which of them stand in the way of publishing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from indsats.reading.personal_data import MESSAGES as PERSONAL_DATA

if TYPE_CHECKING:
    from django.utils.functional import Promise

LABELS: dict[str, Promise] = {
    "goal_mismatch": _("The goal's number and title disagree"),
    "impossible_period": _("Impossible period"),
    "unknown_abbreviation": _("Unknown organisation"),
    "status_not_in_legend": _("Status without explanation"),
    "duplicate_initiative": _("Possible duplicate"),
    "missing_responsible": _("Nobody is responsible"),
    "personal_data": _("Personal data"),
    "unreadable_page": _("A page without text"),
    "lossy_text": _("Lost letters"),
}

MUST_CHOOSE = frozenset({"goal_mismatch"})
"""Codes that must be resolved by a choice or a correction: the document contradicts itself about what belongs where.

An impossible period stands in the way only while the last year lies before the first; that is judged from the fields.
"""
CPR = PERSONAL_DATA["cpr"]
"""What looks like a CPR number stands in the way too, until someone has seen that it is none."""

FIELDS_CONCERNED: dict[str, tuple[str, ...]] = {
    "goal_mismatch": ("goal_number", "goal_title"),
    "impossible_period": ("period_text", "start_year", "end_year", "open_ended"),
    "unknown_abbreviation": ("organisation", "unit", "responsible"),
    "status_not_in_legend": ("status_text",),
    "missing_responsible": ("responsible",),
}
"""Correcting one of these fields by hand resolves the warning for that proposal."""


def blocks(code: str, message: str) -> bool:
    """Whether nothing can be published before the warning is resolved."""
    return code in MUST_CHOOSE or message == CPR


def label_of(code: str) -> str:
    """Return the warning's name in the reader's language; an unknown code is shown as it is."""
    return str(LABELS.get(code, code))
