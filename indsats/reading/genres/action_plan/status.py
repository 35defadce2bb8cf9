"""Status: the words of a plan's legend, their colours, and which legend a row's status is drawn from."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.genres.register import LEGEND, colour_name
from indsats.reading.model import Block, Table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from indsats.reading.model import Cell, Line, SourceDocument

LIGHTS = (
    r"planmæssigt?|efter planen|følger planen|som planlagt|på sporet|øget opmærksomhed|kræver opmærksomhed|"
    r"opmærksomhed|skal følges|følges tæt|i risiko|risiko|kritisk|forsinket|ikke planmæssigt?|grøn|gul|rød|grå|"
    r"på rette spor|bag planen|on track|at risk|delayed|critical|ikke opdateret"
)
STEPS = (
    r"(?:endnu )?ikke (?:igangsat|påbegyndt|startet|begyndt|gennemført)|igangsat|påbegyndt|startet|opstartet|i gang|"
    r"igangværende|afsluttet|gennemført|delvist (?:gennemført|igangsat|implementeret)|implementeret|færdig|opfyldt|"
    r"delvist opfyldt|ikke opfyldt|stoppet|udskudt|udgået|sat på pause|på hold|under (?:udarbejdelse|planlægning|"
    r"forberedelse|implementering|udvikling)|planlagt|fortsætter|done|ongoing|not started|started|completed"
)
MARK = r"[●•■◆○◉⬤🟢🟡🔴\uf06c]"
STATUS = re.compile(rf"(?:{MARK}\s*)?(?P<word>{LIGHTS}|{STEPS})\s*\.?", re.IGNORECASE)
LIGHT = re.compile(rf"(?:{MARK}\s*)?(?:{LIGHTS})\s*", re.IGNORECASE)
BETWEEN = re.compile(rf"\s*{MARK}\s*|\s+[|/–]\s+|\s{{2,}}|\t|\s*[,;]\s+")
FEWEST_IN_LEGEND = 2
MOST_IN_LEGEND = 6
MOST_WORDS = 4


@dataclass(frozen=True, slots=True)
class Legend:
    """The words a plan explains its lights with, in its order, and the word of each colour where that is said."""

    words: tuple[str, ...] = ()
    colours: Mapping[str, str] = field(default_factory=dict)

    def holds(self, status: str) -> bool:
        """Tell whether a status is one of the legend's words."""
        return status.casefold().strip(" .") in {word.casefold() for word in self.words}


def is_status(text: str) -> bool:
    """Tell whether a text is a status and nothing else."""
    return STATUS.fullmatch(" ".join(text.split())) is not None


def legend_of(document: SourceDocument) -> Legend:
    """Find the legend: words of lights beside or below one another outside the plan's rows, or »grøn = planmæssigt«."""
    explained = {
        colour.lower(): meaning.strip() for line in document.lines() for colour, meaning in LEGEND.findall(line.text)
    }
    if explained:
        return Legend(tuple(dict.fromkeys(explained.values())), explained)
    runs = [run for page in document.pages for sequence in _sequences(page.items) for run in _runs(sequence)]
    times = Counter(runs)
    words = max(enumerate(runs), key=lambda one: (times[one[1]] * len(one[1]), one[0]), default=(0, ()))[1]
    return Legend(words, _printed_colours(document, words))


def _sequences(items: Iterable[Block | Table]) -> Iterator[list[str]]:
    """Give the lights of a page as far as nothing else comes between them."""
    sequence: list[str] = []
    for words in _words_in_order(items):
        if words is None:
            yield sequence
            sequence = []
        else:
            sequence.extend(words)
    yield sequence


def _runs(sequence: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Give everything in a sequence that can be a legend: the status of the last row may stand right above it."""
    for start in range(len(sequence)):
        for length in range(FEWEST_IN_LEGEND, MOST_IN_LEGEND + 1):
            run = tuple(sequence[start : start + length])
            if len(run) == length == len(set(run)):
                yield run


def _words_in_order(items: Iterable[Block | Table]) -> Iterator[tuple[str, ...] | None]:
    """Give the lights of each line, None for a line of anything else. A table of nothing but lights is a legend too."""
    for item in items:
        if isinstance(item, Block):
            yield from (lights_in(line.text) or None for line in item.lines)
        else:
            words = [lights_in(cell.text) for row in item.rows for cell in row if cell.text.strip()]
            yield tuple(word for found in words for word in found) if all(words) else None


def lights_in(text: str) -> tuple[str, ...]:
    """Give the lights of a line that names nothing else; empty for any other line."""
    parts = [part.strip(" .") for part in BETWEEN.split(text.strip()) if part.strip(" .")]
    if not parts or len(parts) > MOST_IN_LEGEND or any(len(part.split()) > MOST_WORDS for part in parts):
        return ()
    marked = len(re.findall(MARK, text)) >= max(len(parts) - 1, FEWEST_IN_LEGEND)
    return tuple(parts) if marked or all(LIGHT.fullmatch(part) for part in parts) else ()


def _printed_colours(document: SourceDocument, words: Sequence[str]) -> dict[str, str]:
    """Learn which colour means which word wherever the two are printed together."""
    known = {word.casefold(): word for word in words}
    pairs = [*_marked_words(document.lines()), *_shaded_words(document)]
    return {colour_name(shade): known[word.casefold()] for shade, word in reversed(pairs) if word.casefold() in known}


def _marked_words(lines: Iterable[Line]) -> Iterator[tuple[str, str]]:
    """Give colour and word where a coloured dot stands before a word."""
    for line in lines:
        colour: str | None = None
        for run in line.runs:
            mark = re.fullmatch(rf"\s*{MARK}\s*", run.text)
            if mark:
                colour = run.colour
            elif colour and run.text.strip():
                yield colour, re.split(rf"\s*{MARK}|\s{{2,}}", run.text.strip())[0]
                colour = None


def _shaded_words(document: SourceDocument) -> Iterator[tuple[str, str]]:
    for _, table in document.tables():
        for row in table.rows:
            yield from ((cell.shade, " ".join(cell.text.split())) for cell in row if cell.shade and cell.text.strip())


def colour_of(cell: Cell) -> str | None:
    """Give the Danish name of a cell's colour, or of the coloured dot that is all it holds."""
    dot = next((run.colour for line in cell.lines for run in line.runs if run.colour and run.text.strip()), None)
    printed = re.sub(rf"{MARK}|\s", "", cell.text)
    shade = cell.shade or (dot if not printed else None)
    return colour_name(shade) if shade and not printed else None
