"""Forms: one field with its label, help and error, and the summary of what has to be put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms import CheckboxInput, CheckboxSelectMultiple, DateInput, FileInput, RadioSelect, Select, Textarea

from indsats.foundation.ui.forms import DayInput
from indsats.foundation.ui.templatetags.ui.library import register

if TYPE_CHECKING:
    from collections.abc import Iterator

    from django.forms import BaseForm, BoundField, Widget
    from django.utils.safestring import SafeString

KINDS: tuple[tuple[type[Widget], str], ...] = (
    (CheckboxSelectMultiple, "checkboxes"),  # before its ancestor, the radio buttons
    (RadioSelect, "radio"),
    (CheckboxInput, "checkbox"),
    (FileInput, "file"),
    (Select, "select"),
    (Textarea, "textarea"),
)
CLASSES = {
    "select": "form-select",
    "textarea": "form-input",
    "file": "form-input drop-zone-input",
    "text": "form-input",
}
FEW = 8


@dataclass(frozen=True, slots=True)
class OptionGroup:
    """Options under one heading; the heading is empty where there are no groups."""

    heading: str
    options: tuple[dict[str, Any], ...]


def kind_of(widget: Widget) -> str:
    """Return which of our shapes a widget takes."""
    return next((kind for family, kind in KINDS if isinstance(widget, family)), "text")


def option_groups(bound: BoundField) -> Iterator[OptionGroup]:
    """Yield a field's options as groups, each option with its id and whether it is chosen."""
    attrs = {"id": bound.auto_id} if bound.auto_id else {}
    built = bound.field.widget.get_context(bound.html_name, bound.value(), attrs)["widget"]
    for heading, options, _index in built.get("optgroups", ()):
        yield OptionGroup(str(heading or ""), tuple(option for option in options if option["value"] != ""))


@register.inclusion_tag("ui/field.html")
def field(bound: BoundField, *, quiet: bool = False) -> dict[str, object]:
    """Show one field of a form: label, help, what is wrong with it, and the widget.

    ``quiet`` leaves out »optional«, where nearly every field is.
    """
    _with_days_picked_natively(bound)
    kind = kind_of(bound.field.widget)
    listed = kind in ("radio", "checkboxes")
    groups = merged(option_groups(bound)) if listed else []
    return {
        "field": bound,
        "quiet": quiet,
        "kind": kind,
        "groups": groups,
        "columns": sum(len(group.options) for group in groups) > FEW,
        "widget": "" if listed else _widget(bound, kind),
        "several": getattr(bound.field.widget, "allow_multiple_selected", False),
        "described_by": bound.aria_describedby or "",
    }


@register.inclusion_tag("ui/form_errors.html")
def form_errors(form: BaseForm) -> dict[str, object]:
    """List everything that has to be put right, each with a link to its field."""
    wrong = [(bound, _first_id(bound)) for bound in form if bound.errors] if form.is_bound else []
    return {"form": form, "wrong": wrong, "general": form.non_field_errors() if form.is_bound else ()}


def merged(groups: Iterator[OptionGroup]) -> list[OptionGroup]:
    """Put neighbours with the same heading together: Django gives every option without a group one of its own."""
    together: list[OptionGroup] = []
    for group in groups:
        if together and together[-1].heading == group.heading:
            together[-1] = OptionGroup(group.heading, together[-1].options + group.options)
        else:
            together.append(group)
    return together


def _widget(bound: BoundField, kind: str) -> SafeString:
    given = bound.field.widget.attrs.get("class", "")
    classes = f"{CLASSES.get(kind, 'form-checkbox' if kind == 'checkbox' else 'form-input')} {given}".strip()
    attrs: dict[str, str | bool] = {"class": classes}
    if kind == "textarea":
        attrs["rows"] = str(bound.field.widget.attrs.get("rows", "4"))
    return bound.as_widget(attrs=attrs)


def _with_days_picked_natively(bound: BoundField) -> None:
    widget = bound.field.widget
    if isinstance(widget, DateInput) and not isinstance(widget, DayInput):
        bound.field.widget = DayInput(attrs=widget.attrs)


def _first_id(bound: BoundField) -> str:
    return bound.id_for_label or (f"{bound.auto_id}_0" if bound.auto_id else "")
