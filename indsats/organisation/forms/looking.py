"""How the organisation is looked at: on which day, and for which name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.forms import DayInput

if TYPE_CHECKING:
    from datetime import date


class LookingForm(forms.Form):
    """Asked by GET. A day that cannot be read is said to be wrong, and today is shown."""

    soeg = forms.CharField(label=_("Find a unit"), required=False, max_length=200)
    dato = forms.DateField(
        label=_("As it was on"),
        required=False,
        widget=DayInput,
        error_messages={"invalid": _("Write the date as 2026-03-01, or pick it in the calendar.")},
    )
    udfold = forms.BooleanField(label=_("Unfold everything"), required=False)

    def on(self) -> date:
        """Return the day that was asked for, or today."""
        self.is_valid()
        return self.cleaned_data.get("dato") or timezone.localdate()

    def query(self) -> str:
        """Return the name that was asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("soeg") or "").strip()

    def unfolded(self) -> bool:
        """Whether the whole tree is to be seen at once."""
        self.is_valid()
        return bool(self.cleaned_data.get("udfold"))
