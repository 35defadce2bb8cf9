"""What has been chosen in a filter form, one chip a value, each with the address that takes it away again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.forms import BooleanField, ChoiceField, ModelChoiceField, MultiWidget
from django.utils.formats import date_format, localize
from django_filters.widgets import SuffixedMultiWidget

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from django.forms import BoundField, Form, Widget
    from django.http import QueryDict


@dataclass(frozen=True, slots=True)
class Chip:
    """One chosen value: what it narrows, to what, and where one goes to be without it."""

    label: str
    text: str
    url: str


def names_of(widget: Widget, name: str) -> tuple[str, ...]:
    """Return the keys that a field has in the address: one, or one a part for a range."""
    if isinstance(widget, SuffixedMultiWidget):
        return tuple(widget.suffixed(name, suffix) for suffix in widget.suffixes)
    if isinstance(widget, MultiWidget):
        return tuple(f"{name}_{number}" for number in range(len(widget.widgets)))
    return (name,)


def chosen_in(form: Form, query: QueryDict) -> list[Chip]:
    """Return a chip for every value that narrows the list."""
    return [chip for bound in form if form.is_bound for chip in _chips(bound, query)]


def _chips(bound: BoundField, query: QueryDict) -> Iterator[Chip]:
    names = names_of(bound.field.widget, bound.html_name)
    bound.form.errors  # noqa: B018 -- reading the errors cleans the form; what could be understood is in cleaned_data
    cleaned = bound.form.cleaned_data.get(bound.name)
    if _is_nothing(cleaned) or not any(name in query for name in names):
        return
    if isinstance(bound.field, BooleanField):
        yield Chip("", str(bound.label), _without(query, names))
    elif getattr(bound.field.widget, "allow_multiple_selected", False):
        for value in cleaned or ():
            key, text = _key_and_text(bound, value)
            yield Chip(str(bound.label), text, _without(query, names, key))
    else:
        yield Chip(str(bound.label), _key_and_text(bound, cleaned)[1], _without(query, names))


def _is_nothing(value: Any) -> bool:  # noqa: ANN401 -- whatever the field cleans to
    return value is None or value is False or (hasattr(value, "__len__") and len(value) == 0)


def _key_and_text(bound: BoundField, value: Any) -> tuple[str, str]:  # noqa: ANN401 -- whatever the field cleans to
    field = bound.field
    if isinstance(field, ModelChoiceField) and hasattr(value, "pk"):
        return str(field.prepare_value(value)), field.label_from_instance(value)
    if isinstance(field, ChoiceField):
        return str(value), _choice_label(bound.field.widget.choices, str(value))
    if isinstance(value, slice):
        return "", " – ".join(_plain(end) for end in (value.start, value.stop))
    return str(value), _plain(value)


def _choice_label(choices: Iterable[Any], value: str) -> str:
    for key, label in choices:
        if isinstance(label, list | tuple):
            found = _choice_label(label, value)
            if found != value:
                return found
        elif str(key) == value:
            return str(label)
    return value


def _plain(value: Any) -> str:  # noqa: ANN401 -- a text, a number or a date
    if value is None:
        return "…"
    if hasattr(value, "year"):
        day: date = value
        return date_format(day, "DATE_FORMAT")
    return str(localize(value))


def _without(query: QueryDict, names: tuple[str, ...], value: str | None = None) -> str:
    left = query.copy()
    left.pop("page", None)
    for name in names:
        rest = [other for other in query.getlist(name) if value is not None and other != value]
        if rest:
            left.setlist(name, rest)
        else:
            left.pop(name, None)
    return f"?{left.urlencode()}"
