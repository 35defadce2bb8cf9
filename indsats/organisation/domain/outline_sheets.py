"""An organisation's file as a spreadsheet: which sheets and columns it has, and its rows as the reader wants them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from indsats.organisation.domain.names import fold
from indsats.organisation.domain.outline import Complaint, WrongOutline

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from django_stubs_ext import StrOrPromise

LANGUAGES = ("da", "en")
Row = tuple[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: the row's name for it, its heading, what it says about it to the person who fills it in."""

    name: str
    heading: StrOrPromise
    help: StrOrPromise = ""
    words: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A sheet."""

    name: str
    title: StrOrPromise
    columns: tuple[Column, ...] = field(default=())


PARTS = (
    Part(
        "units",
        _("Units"),
        (
            Column("key", _("Key"), _("A short name of your own, with letters, digits and hyphens. It never changes.")),
            Column("kind", _("Kind"), words="unit_kinds"),
            Column("name", _("Name")),
            Column("short_name", _("Abbreviation"), _("May be empty.")),
            Column("parent", _("Belongs to"), _("The key of the unit above. Only the region has none.")),
            Column("valid_from", _("From"), _("The day the unit was established, or from which it should be known.")),
            Column("aliases", _("Other names"), _("Names that documents use, with semicolons between. May be empty.")),
            Column("sor", _("SOR code"), _("May be empty.")),
            Column("shak", _("SHAK code"), _("May be empty.")),
        ),
    ),
    Part(
        "committees",
        _("MED committees"),
        (
            Column("key", _("Key")),
            Column("name", _("Name")),
            Column("unit", _("Unit"), _("The key of the unit.")),
            Column("parent", _("Belongs to"), _("The key of the committee above. May be empty.")),
        ),
    ),
    Part(
        "people",
        _("People"),
        (
            Column("email", _("E-mail")),
            Column("name", _("Name")),
            Column("role", _("Role"), words="roles"),
            Column("unit", _("Unit"), _("The key of the unit. The role holds there and at everything below it.")),
            Column("committee", _("MED committee"), _("The key of the committee. May be empty.")),
            Column("valid_from", _("From")),
            Column("valid_to", _("Until and including"), _("The last day of the role. May be empty.")),
        ),
    ),
)


def rows_of(sheets: Mapping[str, Sequence[Row]], words: Mapping[str, Mapping[str, StrOrPromise]]) -> dict[str, Any]:
    """Return the sheets' rows by part, in the words of the reader; sheets with other names are left alone.

    Args:
        sheets: each sheet's rows as their number and the texts of their cells, the headings first.
        words: for each kind of word the value and what people call it.

    Raises:
        WrongOutline: a sheet or a column is missing.
    """
    named = {fold(name): rows for name, rows in sheets.items()}
    data: dict[str, Any] = {}
    for part in PARTS:
        rows = next((named[name] for name in _spellings(part.name, part.title) if name in named), None)
        if rows is None and part.name == "units":
            raise WrongOutline([Complaint("units", 1, _("The sheet “%s” is missing.") % part.title)])
        data[part.name] = list(_rows(part, rows, words)) if rows else []
    return data


def _rows(part: Part, rows: Sequence[Row], words: Mapping[str, Mapping[str, StrOrPromise]]) -> Iterator[dict[str, Any]]:
    (first, headings), *filled = rows
    places = {fold(heading): place for place, heading in enumerate(headings)}
    columns = {
        column: next((places[name] for name in _spellings(column.name, column.heading) if name in places), None)
        for column in part.columns
    }
    missing = [str(column.heading) for column, place in columns.items() if place is None and not _may_be_empty(column)]
    if missing:
        text = _("These columns are missing: %s. Write them in the first row.") % ", ".join(missing)
        raise WrongOutline([Complaint(part.name, first, text)])
    for number, cells in filled:
        if not any(cell.strip() for cell in cells):
            continue
        texts = {
            column.name: _value(column, cells[place].strip(), words)
            for column, place in columns.items()
            if place is not None and place < len(cells)
        }
        yield {"row": number, **_SHAPES.get(part.name, dict)(texts)}


def _may_be_empty(column: Column) -> bool:
    return column.name in {"short_name", "parent", "aliases", "sor", "shak", "committee", "valid_to"}


def _value(column: Column, text: str, words: Mapping[str, Mapping[str, StrOrPromise]]) -> str:
    """Return the value behind what people call it, and dates as the reader wants them."""
    for value, label in words.get(column.words, {}).items():
        if fold(text) in _spellings(value, label):
            return value
    if column.name.startswith("valid_"):
        return re.sub(r"^(\d{1,2})[.-](\d{1,2})[.-](\d{4})$", _iso, text)
    return text


def _iso(found: re.Match[str]) -> str:
    day, month, year = found.groups()
    return f"{year}-{int(month):02}-{int(day):02}"


def _spellings(name: str, label: StrOrPromise) -> set[str]:
    """Return how a word may be written: as the program does, or as people do in any of its languages."""
    spelled = {fold(name)}
    for language in LANGUAGES:
        with override(language):
            spelled.add(fold(str(label)))
    return spelled


def _unit(texts: dict[str, str]) -> dict[str, Any]:
    names = [name.strip() for name in texts.pop("aliases", "").split(";") if name.strip()]
    codes = {name: code for name in ("sor", "shak") if (code := texts.pop(name, ""))}
    return {**texts, "aliases": [{"text": name, "kind": "other"} for name in names], "codes": codes}


def _person(texts: dict[str, str]) -> dict[str, Any]:
    """Keep the first day without the role, where people write the last day of it."""
    last = texts.get("valid_to", "")
    try:
        return {**texts, "valid_to": (date.fromisoformat(last) + timedelta(days=1)).isoformat()} if last else texts
    except ValueError:
        return texts


_SHAPES: Mapping[str, Callable[[dict[str, str]], dict[str, Any]]] = {"units": _unit, "people": _person}
