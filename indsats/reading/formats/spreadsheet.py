"""Spreadsheets: one page a sheet, one table a page, with dates as dates and the colour of filled cells."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from io import BytesIO
from typing import TYPE_CHECKING, Any
from zipfile import ZipFile

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.model import Cell, Page, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_REPEATED_CELLS = 2_000_000
TOO_WIDE = "Regnearket har flere rækker eller kolonner, end der kan læses. Slet de tomme områder, og gem det igen."


def read_xlsx(data: bytes, file: str) -> SourceDocument:
    """Lay out an Excel file; formulas give the value they were saved with, hidden sheets are left out."""
    from openpyxl import load_workbook

    workbook = load_workbook(BytesIO(data), data_only=True)
    sheets = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    for sheet in sheets:
        if sheet.max_row > MOST_ROWS or sheet.max_column > MOST_COLUMNS:
            _refuse_if_filled(sheet, file)
    pages = tuple(_xlsx_page(sheet, number) for number, sheet in enumerate(sheets, start=1))
    return SourceDocument(file=file, format="xlsx", pages=pages)


def _refuse_if_filled(sheet: Any, file: str) -> None:  # noqa: ANN401 -- openpyxl's sheets share no useful type
    """Refuse a sheet with values beyond what is read; cells that are only formatted do not count."""
    for (row, column), cell in sheet._cells.items():
        if cell.value is not None and (row > MOST_ROWS or column > MOST_COLUMNS):
            raise UnreadableFile(file, "too_large", TOO_WIDE)


def _xlsx_page(sheet: Any, number: int) -> Page:  # noqa: ANN401 -- openpyxl's sheets share no useful type
    """Give a sheet's cells; a merged area's value stands in its first column on every row it covers."""
    down: dict[tuple[int, int], tuple[int, int]] = {}
    spans: dict[tuple[int, int], int] = {}
    for area in sheet.merged_cells.ranges:
        last = min(area.max_row, MOST_ROWS)
        for row in range(area.min_row, last + 1):
            spans[row, area.min_col] = min(area.max_col, MOST_COLUMNS) - area.min_col + 1
            down[row, area.min_col] = (area.min_row, area.min_col)
    filled = [key for key, cell in sheet._cells.items() if cell.value is not None]
    width = max((column for _, column in filled), default=0)
    rows: list[tuple[Cell, ...]] = []
    for row in range(1, max((row for row, _ in filled), default=0) + 1):
        cells: list[Cell] = []
        column = 1
        while column <= width:
            origin = sheet._cells.get(down.get((row, column), (row, column)))
            span = spans.get((row, column), 1)
            cells.append(_cell(origin.value if origin else None, row, number, _fill(origin), span))
            column += span
        rows.append(tuple(cells))
    return Page(number=number, items=(Table(tuple(rows), name=sheet.title),) if filled else ())


def _fill(cell: Any) -> str | None:  # noqa: ANN401 -- openpyxl's cells share no useful type
    if cell is None or not cell.has_style or cell.fill is None or cell.fill.fill_type != "solid":
        return None
    colour = cell.fill.start_color
    digits = colour.rgb if colour is not None and colour.type == "rgb" else None
    return f"#{digits[-6:].lower()}" if isinstance(digits, str) and re.fullmatch("[0-9A-Fa-f]{6,8}", digits) else None


def read_ods(data: bytes, file: str) -> SourceDocument:
    """Lay out an OpenDocument spreadsheet."""
    _refuse_repetition(data, file)
    from python_calamine import CalamineWorkbook, SheetTypeEnum, SheetVisibleEnum

    workbook = CalamineWorkbook.from_filelike(BytesIO(data))
    names = [
        sheet.name
        for sheet in workbook.sheets_metadata
        if sheet.typ == SheetTypeEnum.WorkSheet and sheet.visible == SheetVisibleEnum.Visible
    ]
    pages = []
    for number, name in enumerate(names, start=1):
        rows = workbook.get_sheet_by_name(name).to_python(skip_empty_area=False)
        if len(rows) > MOST_ROWS or max(map(len, rows), default=0) > MOST_COLUMNS:
            raise UnreadableFile(file, "too_large", TOO_WIDE)
        pages.append(_page_of_values(name, rows, number))
    return SourceDocument(file=file, format="ods", pages=tuple(pages))


def _refuse_repetition(data: bytes, file: str) -> None:
    """Refuse a sheet that says "the same again" until it would fill the memory."""
    with ZipFile(BytesIO(data)) as archive:
        content = archive.read("content.xml")
    filled = 0
    for row in re.findall(rb"<table:table-row[^>]*>.*?</table:table-row>", content, re.DOTALL):
        has_value = b"office:value-type" in row or b"<text:p" in row
        if has_value:
            repeated = re.search(rb"^<table:table-row[^>]*number-rows-repeated=\"(\d+)\"", row)
            columns = sum(
                int(number) for number in re.findall(rb"number-columns-repeated=\"(\d{1,9})\"[^/>]*[^/]>", row)
            )
            filled += (int(repeated[1]) if repeated else 1) * max(columns, 1)
    if filled > MOST_REPEATED_CELLS:
        raise UnreadableFile(file, "too_large", TOO_WIDE)


def _page_of_values(name: str, rows: Sequence[Iterable[object]], number: int) -> Page:
    cells = tuple(tuple(_cell(value, row, number) for value in values) for row, values in enumerate(rows, start=1))
    return Page(number=number, items=(Table(cells, name=name),) if cells else ())


def _cell(value: object, row: int, page: int, shade: str | None = None, span: int = 1) -> Cell:
    """Give a value as a cell. The line number of every cell is its row's number in the sheet."""
    text = printed(value)
    numbers = LineNumbers(page)
    lines = []
    for line in text.splitlines():
        numbers.last = row - 1
        lines.append(numbers.line(line))
    return Cell(tuple(lines), shade, span, None if value == "" else value)


def printed(value: object) -> str:
    """Print a value as a Danish reader would see it: dates as 01.03.2025, whole numbers without a fraction."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%d.%m.%Y}" if value.time() == time(0) else f"{value:%d.%m.%Y %H:%M}"
    if isinstance(value, date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, bool):
        return "Ja" if value else "Nej"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else str(value).replace(".", ",")
    return str(value)
