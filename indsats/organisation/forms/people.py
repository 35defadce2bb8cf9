"""Granting and ending roles."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.accounts.models import User
from indsats.foundation.ui.forms import DayInput
from indsats.organisation.models import Mandate, MedCommittee, Unit
from indsats.organisation.services.trees import unit_choices

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

WRONG_DAY = {"invalid": _("Write the date as 2026-03-01, or pick it in the calendar.")}


class PersonForm(forms.Form):
    """Who it is: somebody with an account, or somebody new, for whom the name is needed too."""

    email = forms.EmailField(
        label=_("E-mail"), error_messages={"invalid": _("Write an e-mail address, such as anna@region.dk.")}
    )
    name = forms.CharField(
        label=_("Name"),
        max_length=200,
        required=False,
        help_text=_("Only for somebody who has no account yet; one is then made."),
    )

    def clean(self) -> dict[str, Any]:
        """Ask for the name of somebody new."""
        cleaned = super().clean() or {}
        email, name = cleaned.get("email", "").lower(), cleaned.get("name")
        if email and not name and not User.objects.filter(email=email).exists():
            self.add_error("name", _("Nobody has this address yet. Write the person’s name, and an account is made."))
        return cleaned


class PeriodForm(forms.Form):
    """From when until when, and why. People think of the last day; what is kept is the first day without."""

    valid_from = forms.DateField(label=_("From"), widget=DayInput, error_messages=WRONG_DAY)
    last_day = forms.DateField(
        label=_("Until and including"),
        widget=DayInput,
        required=False,
        error_messages=WRONG_DAY,
        help_text=_("Leave it empty while no end is known."),
    )
    note = forms.CharField(label=_("Why"), max_length=500, required=False, help_text=_("Is kept in the log."))

    def clean(self) -> dict[str, Any]:
        """Keep the first day without the role."""
        cleaned = super().clean() or {}
        begins, ends = cleaned.get("valid_from"), cleaned.pop("last_day", None)
        if begins and ends and ends < begins:
            self.add_error("last_day", _("The last day lies before the first. Choose a later one."))
        cleaned["valid_to"] = _first_without(ends)
        return cleaned


class GrantForm(PeriodForm, PersonForm):
    """A role for a person at a unit."""

    role = forms.ChoiceField(label=_("Role"), choices=[("", ""), *Mandate.Role.choices])
    unit = forms.TypedChoiceField(
        label=_("Unit"),
        coerce=lambda pk: Unit.objects.filter(pk=pk).first(),
        help_text=_("The role holds there and at everything below it."),
    )
    committee = forms.ModelChoiceField(
        MedCommittee.objects.order_by("name"), label=_("MED committee"), required=False, empty_label=""
    )

    field_order = ("email", "name", "role", "unit", "committee", "valid_from", "last_day", "note")

    def __init__(self, *args: Any, units: Iterable[int], **kwargs: Any) -> None:  # noqa: ANN401 -- Django's own
        super().__init__(*args, **kwargs)
        within = frozenset(units)
        choices = [("", ""), *((pk, label) for pk, label in unit_choices(timezone.localdate()) if pk in within)]
        cast("forms.ChoiceField", self.fields["unit"]).choices = choices


class SubstituteForm(PeriodForm, PersonForm):
    """Somebody who stands in."""

    field_order = ("email", "name", "valid_from", "last_day", "note")


class EndForm(forms.Form):
    """The last day of a role."""

    last_day = forms.DateField(label=_("Last day"), widget=DayInput, error_messages=WRONG_DAY)
    note = forms.CharField(label=_("Why"), max_length=500, required=False, help_text=_("Is kept in the log."))

    def clean(self) -> dict[str, Any]:
        """Keep the first day without the role."""
        cleaned = super().clean() or {}
        cleaned["on"] = _first_without(cleaned.pop("last_day", None))
        return cleaned


def _first_without(last: date | None) -> date | None:
    return last + timedelta(days=1) if last else None
