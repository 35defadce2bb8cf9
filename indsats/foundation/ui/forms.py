"""Inputs that Django has no ready-made form for: a day, and several files at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.utils.dateparse import parse_date
from django.utils.translation import gettext_noop

if TYPE_CHECKING:
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile


PLAINER = (
    gettext_noop("This field is required."),
    gettext_noop("Enter a valid date."),
    gettext_noop("Enter a whole number."),
    gettext_noop("Enter a number."),
    gettext_noop("Enter a valid email address."),
    gettext_noop("Select a valid choice. That choice is not one of the available choices."),
    gettext_noop("Select a valid choice. %(value)s is not one of the available choices."),
    gettext_noop("The submitted file is empty."),
)
"""Sentences of Django's own that our Danish catalogue says more plainly; listed so that they are gathered."""


def parse_date_or_none(text: str) -> date | None:
    """Return the ISO date, or None for anything else."""
    try:
        return parse_date(text)
    except ValueError:
        return None


class DayInput(forms.DateInput):
    """A date, picked with the browser's own calendar. The browser wants ISO dates and shows them the Danish way."""

    input_type = "date"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__(attrs=attrs, format="%Y-%m-%d")

    def format_value(self, value: Any) -> str | None:  # noqa: ANN401 -- Django's own signature
        """Return the date, or nothing where what came is no date: the calendar cannot show it."""
        shown = super().format_value(value)
        return shown if shown and parse_date_or_none(shown) else None


class FilesInput(forms.ClearableFileInput):
    """A place to drop several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; cleans to a list, in the order they were given."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:  # noqa: ANN401 -- Django's own signature
        """Check every file as Django checks one."""
        given = data if isinstance(data, list | tuple) else [data]
        return [cleaned for one in given or [None] if (cleaned := super(FilesField, self).clean(one, initial))]
