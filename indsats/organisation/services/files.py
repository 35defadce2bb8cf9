"""A region's own file: read into rows to build from, and an empty one to fill in."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from indsats.foundation.documents.sheets import Sheet
from indsats.organisation.domain.outline import Complaint, WrongOutline
from indsats.organisation.domain.outline_sheets import PARTS, rows_of
from indsats.organisation.models import Mandate, Unit
from indsats.reading.formats import open_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from django_stubs_ext import StrOrPromise

WORDS: Mapping[str, Mapping[str, StrOrPromise]] = {
    "unit_kinds": dict(Unit.Kind.choices),
    "roles": dict(Mandate.Role.choices),
}


def read_file(data: bytes, name: str) -> Mapping[str, Any]:
    """Return the rows of a JSON file or a spreadsheet.

    Raises:
        UnreadableFile: it cannot be opened as what it is.
        WrongOutline: it is not an organisation's file.
    """
    if name.lower().endswith(".json"):
        return _from_json(data)
    sheets = {
        table.name or "": [
            (number, tuple(cell.text for cell in cells)) for number, cells in enumerate(table.rows, start=1)
        ]
        for _page, table in open_document(data, name).tables()
    }
    return rows_of(sheets, WORDS)


def _from_json(data: bytes) -> Mapping[str, Any]:
    try:
        read = json.loads(data)
    except ValueError as error:
        raise WrongOutline([Complaint("units", 1, _("The file is not JSON: %s.") % error)]) from error
    if not isinstance(read, dict) or not all(_is_rows(rows) for rows in read.values()):
        text = _("The file must be one object with the lists units, events, committees and people.")
        raise WrongOutline([Complaint("units", 1, text)])
    return read


def _is_rows(rows: object) -> bool:
    return isinstance(rows, list) and all(isinstance(row, dict) for row in rows)


def template_sheets() -> list[Sheet]:
    """Return an empty file to fill in, with a sheet that says what goes where."""
    sheets = [Sheet(str(part.title), tuple(str(column.heading) for column in part.columns), ()) for part in PARTS]
    return [*sheets, Sheet(_("Help"), (_("Sheet"), _("Column"), _("What goes there")), _help())]


def _help() -> Iterator[tuple[str, str, str]]:
    for part in PARTS:
        for column in part.columns:
            words = ", ".join(str(label) for label in WORDS.get(column.words, {}).values())
            text = _("One of: %s.") % words if words else str(column.help)
            yield str(part.title), str(column.heading), text
