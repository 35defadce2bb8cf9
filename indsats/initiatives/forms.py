"""What people type about an initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.forms import DayInput, LongSelect
from indsats.initiatives.domain.fields import BY_NAME, FIELDS, GROUPS, ORIGINS
from indsats.initiatives.domain.lifecycle import LIGHTS, PHASES
from indsats.initiatives.domain.themes import LABELS as THEMES
from indsats.initiatives.services.values import values_of
from indsats.organisation.domain.target_groups import LABELS as TARGET_GROUPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.forms import BoundField
    from django.http import QueryDict

    from indsats.initiatives.models import Initiative
    from indsats.initiatives.pages.options import FormOptions
    from indsats.initiatives.services import EditConflict

EARLIEST, LATEST = 1990, 2100
THEIRS = "theirs"


def year_field(label: Any, help_text: Any = "") -> forms.IntegerField:  # noqa: ANN401 -- translated later
    """Return a field for a year that may be left empty."""
    return forms.IntegerField(label=label, help_text=help_text, required=False, min_value=EARLIEST, max_value=LATEST)


def text_field(label: Any, length: int, help_text: Any = "") -> forms.CharField:  # noqa: ANN401 -- as above
    """Return a line of text that may be left empty."""
    return forms.CharField(label=label, help_text=help_text, required=False, max_length=length)


class AsPlainText(forms.Form):
    """A form whose errors can come from a service too."""

    def add_errors(self, error: ValidationError) -> None:
        """Put a service's complaints where they belong; those of no field of this form stand at the top."""
        found = error.message_dict if hasattr(error, "error_dict") else {NON_FIELD_ERRORS: error.messages}
        for name, messages in found.items():
            self.add_error(name if name in self.fields else None, [ValidationError(message) for message in messages])


class InitiativeForm(AsPlainText):
    """All fields of an initiative. ``version`` is the one that the person saw; nobody else's work is overwritten."""

    version = forms.IntegerField(widget=forms.HiddenInput, initial=0)
    title = forms.CharField(
        label=_("Title"), max_length=300, help_text=_("What colleagues would call it, in a few words.")
    )
    description = forms.CharField(
        label=_("Description"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("What is done, and what it should lead to."),
    )
    origin = forms.ChoiceField(
        label=_("Origin"), choices=list(ORIGINS.items()), initial="local", help_text=_("Who wanted it.")
    )
    unit = forms.TypedChoiceField(
        label=_("Organisation"),
        required=False,
        widget=LongSelect,
        coerce=int,
        empty_value=None,
        help_text=_("The unit that does it. Leave empty for the whole region."),
    )
    unit_text = text_field(BY_NAME["unit_text"].label, 200, _("As the document says it, when no unit fits."))
    owner = forms.TypedChoiceField(
        label=_("Owner"),
        required=False,
        widget=LongSelect,
        coerce=int,
        empty_value=None,
        help_text=_("The person who says how it goes. The owner can change everything here."),
    )
    owner_text = text_field(BY_NAME["owner_text"].label, 200, _("As the document says it, when it names no person."))
    phase = forms.ChoiceField(
        label=_("Phase"), required=False, choices=[("", _("Not given")), *PHASES.items()], help_text=_("How far it is.")
    )
    period_text = text_field(BY_NAME["period_text"].label, 120)
    start_year = year_field(_("First year"))
    end_year = year_field(_("Last year"))
    open_ended = forms.BooleanField(label=_("Without end"), required=False)
    priority_year = year_field(_("Priority year"), _("The year in which the plan gives it priority."))
    launch_quarter = forms.IntegerField(label=_("Launch quarter"), required=False, min_value=1, max_value=4)
    duration_days = forms.DecimalField(
        label=_("Duration in days"), required=False, min_value=0, max_digits=6, decimal_places=1
    )
    deadline = forms.DateField(label=_("Deadline"), required=False, widget=DayInput)
    light = forms.ChoiceField(
        label=_("Status"), choices=list(LIGHTS.items()), initial="not_updated", help_text=_("How it goes.")
    )
    light_reason = forms.CharField(
        label=_("Reason for the status"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Needed when the status is “Needs attention” or “Critical”."),
    )
    status_text = text_field(BY_NAME["status_text"].label, 200)
    target_groups = forms.MultipleChoiceField(
        label=_("For whom"), required=False, choices=list(TARGET_GROUPS.items()), widget=forms.CheckboxSelectMultiple
    )
    target_text = forms.CharField(
        label=_("For whom, as printed"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"), required=False, choices=list(THEMES.items()), widget=forms.CheckboxSelectMultiple
    )
    programmes = forms.TypedMultipleChoiceField(
        label=_("Programmes"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    goals = forms.TypedMultipleChoiceField(
        label=_("Goals"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple
    )
    why = forms.CharField(
        label=_("Why"),
        required=False,
        max_length=500,
        help_text=_("Stands in the history. Needed when the phase goes backwards."),
    )

    def __init__(
        self,
        data: QueryDict | None,
        *,
        options: FormOptions,
        initiative: Initiative | None = None,
        initial: dict[str, Any] | None = None,
    ) -> None:
        super().__init__(data, initial=_initial(initiative) if initiative else initial)
        for name in ("unit", "owner", "programmes", "goals"):
            self._choose_from(name, getattr(options, name))

    def _choose_from(self, name: str, choices: Sequence[Any]) -> None:
        field = self.fields[name]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices

    @property
    def values(self) -> dict[str, Any]:
        """What the person wants, by field; where they chose to keep what someone else wrote, nothing."""
        return {
            field.name: self.cleaned_data[field.name]
            for field in FIELDS
            if self.data.get(f"choice-{field.name}") != THEIRS
        }

    @property
    def reason(self) -> str:
        """The reason that the person gives for the change."""
        return str(self.cleaned_data["why"])

    @property
    def groups(self) -> list[tuple[str, list[BoundField]]]:
        """The fields in the groups that the page has too."""
        return [
            (str(label), [self[field.name] for field in FIELDS if field.group == key]) for key, label in GROUPS.items()
        ]


def _initial(initiative: Initiative) -> dict[str, Any]:
    values: dict[str, Any] = values_of(initiative, [field.name for field in FIELDS])
    return {**values, "version": initiative.version}


class LightForm(AsPlainText):
    """How it goes: the owner's one minute."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    light = forms.ChoiceField(
        label=_("How is it going?"),
        choices=[(key, label) for key, label in LIGHTS.items() if key != "not_updated"],
        widget=forms.RadioSelect,
    )
    reason = forms.CharField(
        label=_("Why?"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One or two sentences. Needed unless everything goes to plan."),
    )

    def take_notice_of(self, conflict: EditConflict) -> None:
        """Keep what was typed, say what has happened, and let the next try build on what stands now."""
        self.add_error(None, _("Someone else has changed the initiative. Look at it again, and save once more."))
        self.data = {**self.data, "version": str(conflict.current.version)}

    def add_errors(self, error: ValidationError) -> None:
        """The model calls the reason by a longer name."""
        if hasattr(error, "error_dict") and "light_reason" in error.error_dict:
            self.add_error("reason", error.message_dict["light_reason"])
        else:
            super().add_errors(error)


class WithdrawForm(AsPlainText):
    """Why an initiative leaves the portfolio."""

    why = forms.CharField(
        label=_("Why is it withdrawn?"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Write why the initiative is withdrawn.")},
    )
