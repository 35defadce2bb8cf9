"""Set the coordinator's spreadsheet: two sheets with headings of their own, as it has grown over the years."""

import datetime as dt
import re
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill

from samples.writing.layout.word import WRITTEN, steady
from samples.writing.texts import lines_of

RUNNING = ("Hospital", "Afdeling", "Indsats", "Beskrivelse", "Målgruppe", "Start", "Slut", "Status", "Budget (t.kr.)")
WISHES = ("Enhed", "Titel", "Hvad går det ud på?", "Hvem er det for?", "Periode", "Fase", "Ansvarlig", "T.kr.")
FILLS = {
    "Planmæssigt": "92D050",
    "GRØN": "92D050",
    "Øget opmærksomhed": "FFC000",
    "GUL": "FFC000",
    "Kritisk": "FF0000",
    "RØD": "FF0000",
}
ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d")
# The coordinator types some dates instead of letting the sheet know that they are dates.
TYPED = 3


def write(folder: Path) -> None:
    book = Workbook()
    book.properties.creator = "Region Nordhavet"
    book.properties.created = book.properties.modified = WRITTEN.replace(tzinfo=None)
    running, wishes = _rows()
    _running(book.active, running)
    _wishes(book.create_sheet("Nye ønsker"), wishes)
    path = folder / "koordinatorark_nordhavet.xlsx"
    book.save(path)
    steady(path)


def _rows() -> tuple[list[list[str]], list[list[str]]]:
    sheets: list[list[list[str]]] = []
    for line in lines_of("koordinatorark.txt"):
        if line.startswith("= "):
            sheets.append([])
        else:
            sheets[-1].append([cell.strip() for cell in line.split("|")])
    running, wishes = sheets
    return running, wishes


def _running(sheet, rows: list[list[str]]) -> None:
    """Fill the first sheet: headings on row 4, hospitals merged down, status as a word or only as a colour."""
    sheet.title = "Igangværende"
    sheet["A1"] = "Oversigt over lokale indsatser – opdateres af koordinatoren i CHA"
    sheet["A1"].font = Font(bold=True, size=14)
    sheet["A2"] = "Sidst opdateret 2. marts 2026. Grøn = planmæssigt, gul = øget opmærksomhed, rød = kritisk"
    _heads(sheet, 4, RUNNING)
    first = 5
    for number, row in enumerate(rows, start=first):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, _value(value, typed=number % TYPED == 0))
        status = sheet.cell(number, 8)
        if row[7] in FILLS:
            status.fill = PatternFill("solid", fgColor=FILLS[row[7]])
        if row[7].isupper():
            status.value = None
    _merge(sheet, [row[0] for row in rows], first)
    last = first + len(rows)
    sheet.cell(last + 1, 1, "I alt").font = Font(bold=True)
    sheet.cell(last + 1, 3, f"{len(rows)} indsatser")
    sheet.cell(last + 1, 9, sum(int(row[8]) for row in rows))
    _widths(sheet, (24, 26, 30, 60, 26, 13, 13, 20, 12))


def _wishes(sheet, rows: list[list[str]]) -> None:
    """Fill the second sheet: other headings, on row 2, and units by abbreviation."""
    sheet["A1"] = "Indmeldt til budget 2027"
    _heads(sheet, 2, WISHES)
    for number, row in enumerate(rows, start=3):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column, _value(value, typed=True))
    _widths(sheet, (9, 30, 60, 28, 18, 20, 28, 10))


def _value(text: str, *, typed: bool) -> str | int | dt.date | None:
    if ISO_DATE.fullmatch(text):
        day = dt.date.fromisoformat(text)
        return f"{day.day}.{day.month}.{day.year}" if typed else day
    if text.isdigit() and len(text) < 4:
        return int(text)
    return text or None


def _heads(sheet, row: int, headings: tuple[str, ...]) -> None:
    for column, heading in enumerate(headings, start=1):
        cell = sheet.cell(row, column, heading)
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="D9E6EF")


def _merge(sheet, names: list[str], first: int) -> None:
    start = 0
    for end in range(1, len(names) + 1):
        if end == len(names) or names[end] != names[start]:
            if end - start > 1:
                sheet.merge_cells(start_row=first + start, end_row=first + end - 1, start_column=1, end_column=1)
            sheet.cell(first + start, 1).alignment = Alignment(vertical="top")
            start = end


def _widths(sheet, widths: tuple[int, ...]) -> None:
    for number, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHI"[number]].width = width
