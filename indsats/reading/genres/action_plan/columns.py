"""What the columns of an action plan are called, in a table's first row and in a line of running text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.genres.register_columns import MEANING, placed
from indsats.reading.joined_lines import joined

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.model import Cell, Line

MORE_NAMES: dict[str, tuple[str, ...]] = {
    "title": (
        "initiativer",
        "indsatser",
        "handling",
        "handlinger",
        "tiltag",
        "aktiviteter",
        "projekter",
        "delindsats",
        "hovedindsats",
        "politisk initiativ",
        "initiativets titel",
        "indsats/initiativ",
        "actions",
        "action",
    ),
    "description": (
        "beskrivelser",
        "beskrivelse af initiativ",
        "beskrivelse af initiativet",
        "kort om initiativet",
        "kort om indsatsen",
        "om initiativet",
        "om indsatsen",
        "baggrund og indhold",
        "det gør vi",
        "hvad gør vi",
        "hvad vil vi",
    ),
    "period": (
        "tidsplan",
        "tidshorisont",
        "tidsfrist",
        "frist",
        "deadline",
        "år og periode",
        "gennemføres",
        "tidspunkt for gennemførelse",
        "tidsperspektiv",
        "timeline",
    ),
    "status": ("statusfarve", "trafiklysstatus", "aktuel status", "status pr."),
    "responsible": (
        "ansvar",
        "ansvarlige",
        "hvem",
        "ansvarlig part",
        "ansvarshavende",
        "forankring",
        "tovholdere",
        "forankret i",
        "ansvarlig/tovholder",
        "tovholder/ansvarlig",
    ),
    "goal": (
        "mål",
        "målsætning",
        "målsætninger",
        "understøtter",
        "understøtter målsætning",
        "understøtter mål",
        "politisk målsætning",
        "politisk mål",
        "hovedmål",
        "goal",
        "supports goal",
    ),
    "year": ("år", "prioriteret", "prioriteret i", "prioriteringsår", "prioriteret år", "årstal", "year"),
}  # fmt: skip -- one column a paragraph reads as the word list it is
NAMES = {**MEANING, **{name: meaning for meaning, names in MORE_NAMES.items() for name in names}}
BESIDE_TITLE = {"description", "period", "status", "responsible", "goal", "start", "end"}
PLACES = {"organisation", "unit"}
FEWEST_IN_TEXT = 3
MOST_WORDS = 4
NOT_A_WORD = re.compile(r"\([^)]*\)|[*:.?]+|^\s*\d+\s")

Columns = dict[int, str]
"""The meaning of each column that has one, by its number from 0."""


def columns_of(row: Sequence[Cell]) -> Columns | None:
    """Tell what the columns mean if this row names them: a title and at least one thing that a plan says of it."""
    found: Columns = {}
    cells = placed(row)
    for column, cell in cells.items():
        meaning = meaning_of(joined(line.text for line in cell.lines)) or meaning_of(_first_line(cell))
        if meaning and meaning not in found.values():
            found[column] = meaning
    printed = sum(bool(cell.text.strip()) for cell in cells.values())
    meanings = set(found.values())
    return found if "title" in meanings and meanings & BESIDE_TITLE and len(found) * 2 > printed else None


def below_names(row: Sequence[Cell]) -> list[Line]:
    """Give what stands below the names of columns in their own cells: a row that a page's end has torn."""
    return [
        line
        for cell in row
        if meaning_of(_first_line(cell)) and not meaning_of(joined(line.text for line in cell.lines))
        for line in cell.lines[1:]
    ]


def _first_line(cell: Cell) -> str:
    return cell.lines[0].text if cell.lines else ""


def meaning_of(heading: str) -> str | None:
    """Give what a column of this name holds; None for a name no plan has used yet."""
    plain = " ".join(NOT_A_WORD.sub(" ", heading).lower().split())
    if plain in NAMES:
        return NAMES[plain]
    first = re.split(r"\s*/\s*|\s+og\s+", plain)[0]
    return NAMES.get(first) if first != plain else None


def columns_in_text(text: str) -> tuple[str, ...] | None:
    """Give the meanings, in order, of a line that is nothing but names of columns; None for any other line.

    Words are taken as the longest names they make: ``INITIATIV BESKRIVELSE PERIODE STATUS``.
    """
    words = text.split()
    if not 0 < len(words) <= FEWEST_IN_TEXT * MOST_WORDS:
        return None
    found: list[str] = []
    place = 0
    while place < len(words):
        length = next((n for n in range(MOST_WORDS, 0, -1) if meaning_of(" ".join(words[place : place + n]))), None)
        if length is None:
            return None
        found.append(meaning_of(" ".join(words[place : place + length])) or "")
        place += length
    return tuple(found) if len(set(found)) == len(found) else None


def are_headings(meanings: Sequence[str]) -> bool:
    """Tell whether names found in running text are enough to be the headings of a plan's table."""
    return len(meanings) >= FEWEST_IN_TEXT and "title" in meanings and bool(BESIDE_TITLE & set(meanings))
