"""Inputs that Django has no ready-made form for: a day, a very long list of choices, and several files at once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django import forms
from django.forms.utils import flatatt
from django.utils.dateparse import parse_date
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_noop

if TYPE_CHECKING:
    from datetime import date

    from django.core.files.uploadedfile import UploadedFile
    from django.forms.renderers import BaseRenderer
    from django.utils.safestring import SafeString


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


class LongSelect(forms.Select):
    """A select with very many options, such as all units of a region: drawn in one go, not by a template an option."""

    def render(
        self,
        name: str,
        value: Any,  # noqa: ANN401 -- Django's own signature
        attrs: dict[str, Any] | None = None,
        renderer: BaseRenderer | None = None,  # noqa: ARG002 -- as above
    ) -> SafeString:
        """Return what Django's own template would say."""
        widget = self.get_context(name, value, attrs)["widget"]
        groups = (_group(heading, options) for heading, options, _index in widget["optgroups"])
        options = format_html_join("", "{}", ((group,) for group in groups))
        return format_html('<select name="{}"{}>{}</select>', name, flatatt(widget["attrs"]), options)


def _group(heading: str | None, options: list[dict[str, Any]]) -> SafeString:
    drawn = format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((option["value"], flatatt(option["attrs"]), option["label"]) for option in options),
    )
    return format_html('<optgroup label="{}">{}</optgroup>', heading, drawn) if heading else drawn


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
