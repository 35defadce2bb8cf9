"""A booklet as paragraphs in reading order, with the addresses that stand among them set apart."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.genres.stream import stream_of
from indsats.reading.joined_lines import joined
from indsats.reading.records import Place

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.stream import Piece
    from indsats.reading.model import SourceDocument

ADDRESS = re.compile(r"\s*(?P<address>(?:https?://|www\.)\S+)\s*$")


@dataclass(frozen=True, slots=True)
class Unit:
    """Lines between two blank ones. ``address``: the lines are nothing but web addresses."""

    pieces: tuple[Piece, ...]
    is_address: bool = False

    @property
    def text(self) -> str:
        """The lines as running text."""
        return joined(piece.text for piece in self.pieces)

    @property
    def lines(self) -> list[str]:
        """The lines without the space around them."""
        return [" ".join(piece.text.split()) for piece in self.pieces]

    @property
    def is_heading(self) -> bool:
        """Whether the file's format says so."""
        return self.pieces[0].level > 0

    @property
    def page(self) -> int:
        """The page it begins on."""
        return self.pieces[0].page

    def part(self, start: int, end: int | None = None) -> Unit | None:
        """Give some of its lines, None where there are none."""
        pieces = self.pieces[start:end]
        return Unit(pieces, self.is_address) if pieces else None


def units_of(document: SourceDocument) -> list[Unit]:
    """Part the document's lines into paragraphs and runs of addresses."""
    return list(_units(stream_of(document).pieces))


def _units(pieces: Sequence[Piece]) -> Iterator[Unit]:
    group: list[Piece] = []
    for piece in pieces:
        changes = bool(group) and _is_address(group[-1]) != _is_address(piece)
        if group and (piece.begins_block or changes):
            yield Unit(tuple(group), is_address=_is_address(group[0]))
            group = []
        group.append(piece)
    if group:
        yield Unit(tuple(group), is_address=_is_address(group[0]))


def _is_address(piece: Piece) -> bool:
    return ADDRESS.match(piece.text) is not None


def addresses_of(unit: Unit) -> list[str]:
    """Give the addresses of a unit; one that is printed again for each line of its link counts once."""
    found: list[str] = []
    for line in unit.lines:
        match = ADDRESS.match(line)
        if match and (not found or found[-1] != match["address"]):
            found.append(match["address"])
    return found


def place_of(units: Sequence[Unit]) -> Place:
    """Give the page and lines that units stand on, counting those of the first one's page."""
    lines = [piece.line for unit in units for piece in unit.pieces]
    there = [line.number for line in lines if line.page == lines[0].page]
    return Place(lines[0].page, min(there), max(there))


def printed(units: Sequence[Unit]) -> str:
    """Give units as printed."""
    return "\n".join(piece.text.strip() for unit in units for piece in unit.pieces)


def text_of(units: Sequence[Unit]) -> str:
    """Give units as running text, a word parted over them made whole."""
    return joined(piece.text for unit in units for piece in unit.pieces)
