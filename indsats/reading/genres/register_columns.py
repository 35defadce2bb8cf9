"""What the columns of a coordinator's spreadsheet are called, and which row of it names them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.reading.model import Cell

HEADINGS: dict[str, tuple[str, ...]] = {
    "title": (
        "titel",
        "indsats",
        "indsatsens navn",
        "indsatsens titel",
        "navn på indsats",
        "initiativ",
        "initiativets navn",
        "navn",
        "projekt",
        "projektnavn",
        "tiltag",
        "overskrift",
        "title",
        "initiative",
        "initiative name",
        "name",
        "project",
        "aktivitet",
    ),
    "description": (
        "beskrivelse",
        "kort beskrivelse",
        "beskrivelse af indsatsen",
        "indhold",
        "hvad går det ud på",
        "hvad",
        "formål",
        "formål og indhold",
        "description",
        "short description",
        "content",
        "summary",
    ),
    "period": ("periode", "tidsperiode", "tidsramme", "varighed", "hvornår", "tid", "tidspunkt", "period", "when"),
    "start": ("start", "startdato", "startår", "opstart", "begynder", "fra", "start date", "begins", "from"),
    "end": ("slut", "slutdato", "slutår", "afslutning", "slutter", "til", "udløb", "end", "end date", "ends", "to"),
    "status": ("status", "fremdrift", "status nu", "trafiklys", "lys", "progress", "light"),
    "phase": ("fase", "stadie", "phase", "stage"),
    "organisation": (
        "hospital",
        "sygehus",
        "organisation",
        "virksomhed",
        "hospital/virksomhed",
        "hospital/center",
        "matrikel",
        "organisation/enhed",
        "institution",
    ),
    "unit": ("afdeling", "enhed", "afsnit", "klinik", "afdeling/afsnit", "unit", "department", "ward"),
    "responsible": (
        "ansvarlig",
        "tovholder",
        "projektleder",
        "ejer",
        "kontaktperson",
        "kontakt",
        "ansvarlig enhed",
        "hvem har ansvaret",
        "owner",
        "responsible",
        "contact",
        "lead",
    ),
    "target": (
        "målgruppe",
        "målgrupper",
        "faggruppe",
        "faggrupper",
        "hvem er det for",
        "for hvem",
        "target group",
        "audience",
        "target groups",
    ),
    "theme": ("tema", "temaer", "emne", "kategori", "indsatsområde", "theme", "topic", "category"),
    "level": ("niveau", "type", "lokal/regional", "level"),
}  # fmt: skip -- one column a paragraph reads as the word list it is
MEANING = {name: key for key, names in HEADINGS.items() for name in names}
FEWEST_HEADINGS = 3
BRACKETS = re.compile(r"\([^)]*\)")

Columns = dict[int, str]
"""The column number, from 0, of each meaning that was found."""


def placed(row: Sequence[Cell]) -> dict[int, Cell]:
    """Give a row's cells by the column they begin in."""
    cells: dict[int, Cell] = {}
    column = 0
    for cell in row:
        cells[column] = cell
        column += max(cell.column_span, 1)
    return cells


def columns_named_by(row: Mapping[int, Cell]) -> Columns | None:
    """Tell what the columns mean if this row names them: a title and two more, each meaning once."""
    found = meanings_in(row)
    return found if "title" in found.values() and len(found) >= FEWEST_HEADINGS else None


def meanings_in(row: Mapping[int, Cell]) -> Columns:
    """Give the meanings a row's cells name, the first column of each meaning."""
    found: Columns = {}
    for column, cell in row.items():
        meaning = MEANING.get(_plain(cell.text))
        if meaning and meaning not in found.values():
            found[column] = meaning
    return found


def with_second_row(columns: Columns, below: Mapping[int, Cell]) -> Columns | None:
    """Take in a second row of headings (start and end below a period); None where the row is not one."""
    printed = [cell for cell in below.values() if cell.text.strip()]
    second = meanings_in(below)
    if not printed or len(second) < len({cell.text for cell in printed}) or not set(second.values()) & {"start", "end"}:
        return None
    return {**{column: meaning for column, meaning in columns.items() if column not in second}, **second}


def _plain(heading: str) -> str:
    return " ".join(BRACKETS.sub(" ", heading).lower().strip(" \t\n*:?.").replace("?", " ").split())
