"""Excel out: sheets with typed columns, a frozen header and a filter on it.

What people typed stays text: nothing becomes a formula or a link, control characters fall away, and a text longer
than Excel can hold is cut with a mark rather than breaking the file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from io import BytesIO
from math import isfinite
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_CHARACTERS = 32_767
MOST_ROWS = 1_048_576
LONGEST_NAME = 31
EXACT_DIGITS = 15
FIRST_YEAR = 1900
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_NOT_IN_A_NAME = re.compile(r"[\[\]:*?/\\]")
_CUT = " […]"
_NARROWEST, _WIDEST = 10, 60


class TooManyRows(ValueError):
    """A sheet cannot hold more rows; ``str()`` says how many it can."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: its name, the headings, and the rows, which may be a generator."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[Sequence[Any]]


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Return the sheets as an Excel file.

    Raises:
        TooManyRows: a sheet has more rows than Excel can hold.
    """
    from xlsxwriter import Workbook

    file = BytesIO()
    book = Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    formats = _formats(book)
    taken: set[str] = set()
    for sheet in sheets:
        name = _free_name(sheet.name, taken)
        _write(book.add_worksheet(name), sheet, formats)
    if not taken:
        book.add_worksheet()
    book.close()
    return file.getvalue()


def xlsx_response(filename: str, sheets: Iterable[Sheet]) -> HttpResponse:
    """Answer with the sheets as a file to save."""
    response = HttpResponse(workbook(sheets), content_type=CONTENT_TYPE)
    name = f"{filename.removesuffix('.xlsx')}.xlsx"
    response.headers["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _write(page: Worksheet, sheet: Sheet, formats: dict[str, Format]) -> None:
    widths = [len(column) + 4 for column in sheet.columns]
    for column, heading in enumerate(sheet.columns):
        page.write_string(0, column, _text(heading), formats["heading"])
    row = 0
    for row, values in enumerate(sheet.rows, start=1):
        if row >= MOST_ROWS:
            raise TooManyRows(
                _("A sheet in Excel holds %(count)d rows at the most. Narrow the list and try again.")
                % {"count": MOST_ROWS - 1}
            )
        for column, value in enumerate(values):
            shown = _write_cell(page, row, column, value, formats)
            if column < len(widths):
                widths[column] = max(widths[column], shown)
    for column, width in enumerate(widths):
        page.set_column(column, column, min(max(width, _NARROWEST), _WIDEST))
    page.freeze_panes(1, 0)
    if sheet.columns:
        page.autofilter(0, 0, row, len(sheet.columns) - 1)


def _write_cell(page: Worksheet, row: int, column: int, value: Any, formats: dict[str, Format]) -> int:  # noqa: ANN401 -- whatever a list holds
    """Write one value as what it is and return about how wide it is."""
    if isinstance(value, bool):
        page.write_string(row, column, str(_("Yes") if value else _("No")))
        return _NARROWEST
    if isinstance(value, int | float | Decimal) and _is_exact(value):
        page.write_number(row, column, value)
        return len(str(value))
    if isinstance(value, datetime | date) and value.year >= FIRST_YEAR:
        return _write_date(page, row, column, value, formats)
    text = _text(value)
    if text:
        page.write_string(row, column, text, formats["text"])
    return max(map(len, text.splitlines()), default=0)


def _write_date(page: Worksheet, row: int, column: int, value: date, formats: dict[str, Format]) -> int:
    if not isinstance(value, datetime):
        page.write_datetime(row, column, value, formats["date"])
        return 11
    local = timezone.localtime(value).replace(tzinfo=None) if timezone.is_aware(value) else value
    page.write_datetime(row, column, local, formats["moment"])
    return 17


def _is_exact(value: float | Decimal) -> bool:
    """Whether Excel can hold the number as it is: it keeps fifteen digits and knows no infinity."""
    if isinstance(value, float):
        return isfinite(value)
    number = Decimal(value)
    return number.is_finite() and len(number.as_tuple().digits) <= EXACT_DIGITS


def _text(value: Any) -> str:  # noqa: ANN401 -- whatever a list holds
    """Return a value as text that Excel can hold."""
    if value is None or (isinstance(value, float) and not isfinite(value)):
        return ""
    if isinstance(value, list | tuple | set | frozenset):
        parts = sorted(map(str, value)) if isinstance(value, set | frozenset) else map(str, value)
        return _text(", ".join(parts))
    text = _ILLEGAL.sub("", str(value))
    return text if len(text) <= MOST_CHARACTERS else text[: MOST_CHARACTERS - len(_CUT)] + _CUT


def _free_name(name: str, taken: set[str]) -> str:
    """Return a name that Excel accepts and that is free; Excel sees no difference between AB and ab."""
    plain = _NOT_IN_A_NAME.sub(" ", _ILLEGAL.sub("", name)).strip().strip("'")[:LONGEST_NAME] or str(
        pgettext("spreadsheet", "Sheet")
    )
    free, number = plain, 2
    while free.casefold() in taken or free.casefold() == "history":
        ending = f" ({number})"
        free, number = plain[: LONGEST_NAME - len(ending)] + ending, number + 1
    taken.add(free.casefold())
    return free


def _formats(book: Workbook) -> dict[str, Format]:
    top = {"valign": "top"}
    return {
        "heading": book.add_format({"bold": True, "bg_color": "#E3EEF2", "bottom": 1, "text_wrap": True, **top}),
        "text": book.add_format({"text_wrap": True, **top}),
        "date": book.add_format({"num_format": "dd-mm-yyyy", "align": "left", **top}),
        "moment": book.add_format({"num_format": "dd-mm-yyyy hh:mm", "align": "left", **top}),
    }
