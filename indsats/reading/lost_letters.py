"""Letters that were lost or written twice over on the way: said, and put right where only one reading is possible."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from indsats.reading.model import Block, Cell, Line, Page, Run, SourceDocument, Table
from indsats.reading.personal_data import stands_in
from indsats.reading.records import Place, ReadingWarning

if TYPE_CHECKING:
    from indsats.reading.records import Record

TWICE_ENCODED = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ“”˜¦¢]")
"""What UTF-8 looks like when it is read as Windows-1252 and saved again."""
REPLACEMENT = "\ufffd"


@dataclass(frozen=True, slots=True)
class Repair:
    """A line that was put right, with how it stood in the file."""

    line: Line
    printed: str


def repaired(document: SourceDocument) -> tuple[SourceDocument, tuple[Repair, ...]]:
    """Give the document with letters encoded twice put right, and the lines where that was done."""
    if not any(TWICE_ENCODED.search(line.text) for line in document.lines()):
        return document, ()
    repairs: list[Repair] = []
    pages = tuple(_page(page, repairs) for page in document.pages)
    return replace(document, pages=pages), tuple(repairs)


def repaired_text(text: str) -> str:
    """Undo one turn of UTF-8 read as Windows-1252, letter by letter: ``lÃ¦ge`` is ``læge``."""
    return re.sub(f"(?:{TWICE_ENCODED.pattern})", lambda match: _undone(match[0]), text)


def _undone(letters: str) -> str:
    raw = bytearray()
    for letter in letters:
        try:
            raw += letter.encode("cp1252")
        except UnicodeEncodeError:
            if ord(letter) > 0xFF:  # noqa: PLR2004 -- the last letter that is one byte
                return letters
            raw.append(ord(letter))
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return letters


def _page(page: Page, repairs: list[Repair]) -> Page:
    return replace(page, items=tuple(_item(item, repairs) for item in page.items))


def _item(item: Block | Table, repairs: list[Repair]) -> Block | Table:
    if isinstance(item, Block):
        return replace(item, lines=tuple(_line(line, repairs) for line in item.lines))
    return replace(item, rows=tuple(tuple(_cell(cell, repairs) for cell in row) for row in item.rows))


def _cell(cell: Cell, repairs: list[Repair]) -> Cell:
    value = repaired_text(cell.value) if isinstance(cell.value, str) else cell.value
    return replace(cell, lines=tuple(_line(line, repairs) for line in cell.lines), value=value)


def _line(line: Line, repairs: list[Repair]) -> Line:
    text = repaired_text(line.text)
    if text == line.text:
        return line
    runs = tuple(replace(run, text=repaired_text(run.text)) for run in line.runs)
    whole = "".join(run.text for run in runs) == text
    mended = replace(line, text=text, runs=runs if whole else (Run(text),))
    repairs.append(Repair(mended, line.text))
    return mended


def lost_letter_warnings(
    document: SourceDocument, repairs: tuple[Repair, ...], records: tuple[Record, ...] = ()
) -> list[ReadingWarning]:
    """Give a warning for each line with lost letters, and for each line that was put right, with how it was."""
    mended = {(repair.line.page, repair.line.number) for repair in repairs}
    lost = {(line.page, line.number): line for line in (*document.lines(), *document.lossy) if REPLACEMENT in line.text}
    lost |= {key: line for line in document.lossy if (key := (line.page, line.number)) not in mended}
    return [
        *(
            _warning(
                "Her mangler der bogstaver eller tegn i filen. Se efter i det oprindelige dokument.", line, records
            )
            for _, line in sorted(lost.items())
        ),
        *(
            _warning(
                f"Danske bogstaver var gemt forkert og er rettet. Der stod: {_mangled_words(repair.printed)}",
                repair.line,
                records,
            )
            for repair in repairs
        ),
    ]


def _mangled_words(printed: str) -> str:
    """Give only the words that were put right: the rest of the line may hold what should not be repeated."""
    return ", ".join(word for word in printed.split() if TWICE_ENCODED.search(word))


def _warning(message: str, line: Line, records: tuple[Record, ...]) -> ReadingWarning:
    place = Place(line.page, line.number, line.number)
    return ReadingWarning(
        "lossy_text", message, place, tuple(index for index, record in enumerate(records) if stands_in(line, record))
    )
