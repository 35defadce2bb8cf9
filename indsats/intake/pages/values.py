"""A record's values in words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _

from indsats.initiatives.domain.themes import label_of as theme_label
from indsats.initiatives.models import Initiative, MoneyLine
from indsats.organisation.domain.target_groups import label_of as group_label

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

CHOICES: dict[str, dict[str, StrOrPromise]] = {
    "phase": dict(Initiative.Phase.choices),
    "amount_period": dict(MoneyLine.Per.choices),
}
LABELS = {"target_groups": group_label, "themes": theme_label}
AMOUNTS = frozenset({"amount_dkk"})


def shown_value(name: str, value: Any) -> str:  # noqa: ANN401 -- a record's value, whatever its field holds
    """Return the value as a person reads it; nothing is a dash."""
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if name in CHOICES:
        return str(CHOICES[name].get(str(value), value))
    if isinstance(value, list):
        return ", ".join(LABELS[name](str(each)) if name in LABELS else str(each) for each in value)
    if name in ("deadline", "date"):
        return _day(str(value))
    return number_format(value, use_l10n=True, force_grouping=True) if name in AMOUNTS else str(value)


def _day(text: str) -> str:
    try:
        return date_format(date.fromisoformat(text), "j. F Y")
    except ValueError:
        return text
