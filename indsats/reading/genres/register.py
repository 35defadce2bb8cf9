"""Register: a coordinator's spreadsheet, one initiative a row, under headings that stand anywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indsats.reading.fields.target_groups import target_groups_of
from indsats.reading.fields.themes import themes_of
from indsats.reading.genres.register_columns import Columns, columns_named_by, placed, with_second_row
from indsats.reading.genres.register_period import period_of
from indsats.reading.records import Place, Reading, ReadingWarning, Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from indsats.reading.model import Cell, Page, SourceDocument, Table

GENRE = "register"
SPREADSHEETS = {"xlsx", "ods", "csv"}
LIKELY, POSSIBLE = 0.9, 0.3
PLAN_WORDS = re.compile(r"prioriteret i 20\d\d|understøtter målsætning", re.IGNORECASE)
TOTAL = re.compile(r"(?:i alt|ialt|totalt?|sum|subtotal|samlet|hovedtotal|grand total)\b[^a-zæøå]*", re.IGNORECASE)
REGION = re.compile(r"\bRegion [A-ZÆØÅ][a-zæøå]+")
REGIONAL = re.compile(r"^region\b|\bregional|\btværregional|\bfælles\b", re.IGNORECASE)
LEGEND = re.compile(r"\b(grøn|gul|orange|rød|blå|grå)\w*\s*[=:]\s*([^,;.\n]+)", re.IGNORECASE)
SECTION_SPAN = 3
PRINTED_FIELDS = {"status": "status_text", "responsible": "responsible", "target": "target_text", "unit": "unit"}


@dataclass(frozen=True, slots=True)
class Row:
    """One row below a heading row, with what its columns mean."""

    page: int
    number: int
    cells: Mapping[int, Cell]
    columns: Columns
    section: str | None = None
    sheet: str | None = None

    def cell(self, meaning: str) -> Cell | None:
        """Give the cell of a meaning, if the sheet has that column."""
        column = next((column for column, found in self.columns.items() if found == meaning), None)
        return self.cells.get(column) if column is not None else None

    def text(self, meaning: str) -> str:
        """Give the printed text of a meaning on one line; empty where nothing is printed."""
        cell = self.cell(meaning)
        return " ".join(cell.text.split()) if cell else ""


@dataclass(slots=True)
class Sheets:
    """What stands above, between and below the heading rows of all sheets."""

    rows: list[Row] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)


def likelihood(document: SourceDocument) -> float:
    """Tell how likely a document is a register, from 0 to 1."""
    if not any(columns_named_by(placed(row)) for _, table in document.tables() for row in table.rows):
        return 0.0
    if document.format not in SPREADSHEETS:
        return POSSIBLE
    return POSSIBLE if any(PLAN_WORDS.search(line.text) for line in document.lines()) else LIKELY


def read(document: SourceDocument, knowledge: object = None) -> Reading:  # noqa: ARG001 -- every genre is called alike
    """Give the initiatives of all sheets with what was wrong in them."""
    sheets = Sheets()
    for page, table in document.tables():
        _collect(page, table, sheets)
    legend = _legend(sheets.texts)
    records = [_record(row, legend) for row in sheets.rows]
    warnings = [
        *_period_warnings(sheets.rows),
        *_status_warnings(sheets.rows, records, legend),
        *_responsible_warnings(sheets.rows),
        *_duplicate_warnings(records),
    ]
    region = next((found[0] for text in sheets.texts if (found := REGION.search(text))), None)
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=sheets.texts[0] if sheets.texts else None,
        organisation=region,
        pages=len(document.pages),
        status_legend=tuple(legend.values()),
        records=tuple(records),
        warnings=tuple(sorted(warnings, key=lambda warning: (warning.place.page, warning.place.line_start))),
    )


def _collect(page: Page, table: Table, sheets: Sheets) -> None:
    """Walk down a sheet: texts until a heading row, then initiatives, with new headings and sections on the way."""
    columns: Columns | None = None
    section: str | None = None
    rows = [placed(row) for row in table.rows]
    found: list[Row] = []
    for index, cells in enumerate(rows):
        named = columns_named_by(cells)
        second = with_second_row(columns, cells) if columns and index and columns_named_by(rows[index - 1]) else None
        printed = [cell for cell in cells.values() if cell.text.strip()]
        if named or second:
            columns = named or second
        elif columns is None:
            sheets.texts.extend(" ".join(cell.text.split()) for cell in printed)
        elif not printed or _is_total(printed):
            continue
        elif _is_section(printed, cells):
            section = " ".join(printed[0].text.split())
        else:
            row = Row(page.number, _number(printed, index), cells, columns, section, table.name)
            if row.text("title"):
                found.append(row)
            elif len(printed) == 1:
                sheets.texts.append(" ".join(printed[0].text.split()))
    sheets.rows.extend(_with_names_carried_down(found))


def _is_total(printed: list[Cell]) -> bool:
    return TOTAL.fullmatch(" ".join(printed[0].text.split())) is not None


def _is_section(printed: list[Cell], cells: Mapping[int, Cell]) -> bool:
    """Tell a line across the sheet that names what follows: one text over many columns."""
    return len(printed) == 1 and cells.get(0) is printed[0] and printed[0].column_span >= SECTION_SPAN


def _number(printed: list[Cell], index: int) -> int:
    return min((line.number for cell in printed for line in cell.lines[:1]), default=index + 1)


def _with_names_carried_down(rows: list[Row]) -> Iterator[Row]:
    """Carry a hospital's name down where it is written once above the rows it counts for, that is, on few of them."""
    written = sum(bool(row.text("organisation")) for row in rows)
    carries = bool(rows) and bool(rows[0].text("organisation")) and written * 2 <= len(rows)
    current: Cell | None = None
    for row in rows:
        column = next((column for column, meaning in row.columns.items() if meaning == "organisation"), None)
        if carries and column is not None:
            current = row.cell("organisation") if row.text("organisation") else current
            yield Row(
                row.page,
                row.number,
                {**row.cells, **({column: current} if current else {})},
                row.columns,
                row.section,
                row.sheet,
            )  # fmt: skip -- one row
        else:
            yield row


def _legend(texts: list[str]) -> dict[str, str]:
    """Give what each colour means where the sheet says so: ``grøn = planmæssigt``."""
    return {colour.lower(): meaning.strip() for text in texts for colour, meaning in LEGEND.findall(text)}


def _record(row: Row, legend: Mapping[str, str]) -> Record:
    time = period_of(row.text("period"), row.text("start"), row.text("end"), row.text("phase"))
    fields: dict[str, Any] = {name: row.text(meaning) or None for meaning, name in PRINTED_FIELDS.items()}
    fields["organisation"] = row.text("organisation") or row.section
    fields["status_text"] = fields["status_text"] or _status_by_colour(row, legend)
    fields |= {
        "period_text": time.text,
        "start_year": time.start_year,
        "end_year": time.end_year,
        "open_ended": time.open_ended,
        "phase": time.phase,
    }
    title, description = row.text("title"), row.text("description")
    groups = target_groups_of(title, description, fields["target_text"])
    fields |= {"target_groups": [group.key for group in groups], "themes": themes_of(title, description)}
    regional = any(REGIONAL.search(text) for text in (row.text("level"), row.text("organisation"), row.sheet or ""))
    lines = [line.number for cell in row.cells.values() for line in cell.lines if line.page == row.page]
    return Record(
        kind="regional_initiative" if regional else "local_initiative",
        title=title,
        description=description or None,
        fields=fields,
        source=Source(Place(row.page, row.number, max([row.number, *lines])), _quotes(row)),
    )


def _quotes(row: Row) -> dict[str, str]:
    names = {**PRINTED_FIELDS, "title": "title", "description": "description", "organisation": "organisation"}
    names |= {"period": "period_text", "start": "start_year", "end": "end_year", "phase": "phase"}
    quotes = {names[meaning]: cell.text for meaning in names if (cell := row.cell(meaning)) and cell.text.strip()}
    if "period_text" not in quotes and ("start_year" in quotes or "end_year" in quotes):
        quotes["period_text"] = " - ".join(quotes[name] for name in ("start_year", "end_year") if name in quotes)
    return quotes


def _status_by_colour(row: Row, legend: Mapping[str, str]) -> str | None:
    cell = row.cell("status")
    return legend.get(colour_name(cell.shade)) if cell and cell.shade else None


def colour_name(shade: str) -> str:
    """Give the Danish name of a ``#rrggbb`` as a person would sort a traffic light."""
    red, green, blue = (int(shade[place : place + 2], 16) for place in (1, 3, 5))
    strongest = max(red, green, blue)
    if strongest - min(red, green, blue) < strongest * 0.25:
        return "grå"
    if blue == strongest:
        return "blå"
    if green == strongest and red < green * 0.85:
        return "grøn"
    return "gul" if green > red * 0.5 else "rød"


def _warning(row: Row, code: str, message: str, record: int) -> ReadingWarning:
    return ReadingWarning(code, message, Place(row.page, row.number, row.number), (record,))


def _period_warnings(rows: list[Row]) -> Iterator[ReadingWarning]:
    for index, row in enumerate(rows):
        problem = period_of(row.text("period"), row.text("start"), row.text("end"), row.text("phase")).problem
        if problem:
            yield _warning(row, "impossible_period", problem, index)


def _status_warnings(rows: list[Row], records: list[Record], legend: Mapping[str, str]) -> Iterator[ReadingWarning]:
    known = {meaning.lower() for meaning in legend.values()}
    for index, (row, record) in enumerate(zip(rows, records, strict=True)):
        status = record.fields["status_text"]
        if known and status and status.lower() not in known:
            message = f"Status »{status}« står ikke i arkets forklaring af farverne. Se efter, hvad der menes."
            yield _warning(row, "status_not_in_legend", message, index)


def _responsible_warnings(rows: list[Row]) -> Iterator[ReadingWarning]:
    for index, row in enumerate(rows):
        if "responsible" in row.columns.values() and not row.text("responsible"):
            message = f"Der står ingen ansvarlig ved »{row.text('title')}«. Skriv, hvem der har ansvaret."
            yield _warning(row, "missing_responsible", message, index)


def _duplicate_warnings(records: list[Record]) -> Iterator[ReadingWarning]:
    """Warn where one unit has the same title twice."""
    same: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index, record in enumerate(records):
        names = (record.title, record.fields["organisation"] or "", record.fields["unit"] or "")
        same[tuple(" ".join(name.lower().split()) for name in names)].append(index)
    for indices in same.values():
        if len(indices) > 1:
            last = records[indices[-1]]
            message = f"»{last.title}« står mere end én gang for samme enhed. Se efter, om det er den samme indsats."
            yield ReadingWarning("duplicate_initiative", message, last.source.place, tuple(indices))
