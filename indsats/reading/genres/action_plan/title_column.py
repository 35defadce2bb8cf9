"""A row's title told from its description by what columns leave behind in running text: a narrow one and a wide one."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from indsats.reading.genres.action_plan.noise import Printed
    from indsats.reading.model import Line

NARROW = 0.72
"""How wide a title's line is at most, as a share of a usual line of description."""
SLACK = 2
WIDEST_BUT = 0.97
EARLY_WRAP = 6
FEWEST_LINES = 6
SURE = 5
"""The fit (see below) from which a line that could be one column is taken for two."""
MOST_TITLE_LINES = 3
SENTENCE_OPENINGS = frozenset(
    (
        "vi",
        "der",
        "det",
        "den",
        "de",
        "alle",
        "regionen",
        "hospitalerne",
        "i",
        "for",
        "med",
        "på",
        "ved",
        "som",
        "når",
        "formålet",
        "målet",
        "hvert",
        "hver",
        "en",
        "et",
        "indsatsen",
        "initiativet",
        "projektet",
        "etablering",
        "udvikling",
        "we",
        "the",
        "all",
    ),
)  # fmt: skip -- a word list
VERBS = frozenset(
    (
        "vil",
        "skal",
        "er",
        "har",
        "kan",
        "bliver",
        "ønsker",
        "igangsætter",
        "etablerer",
        "udvikler",
        "afprøver",
        "iværksættes",
        "etableres",
        "afsættes",
        "will",
        "are",
        "is",
    )
)  # fmt: skip -- a word list
GOES_ON = re.compile(r"(?:-|\b(?:og|for|af|til|i|på|med|om|ved|fra|den|det|de|en|et|samt|eller))\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Widths:
    """How many letters a line of description usually has, and has at most."""

    usual: int
    most: int

    @classmethod
    def of(cls, blocks: Iterable[Sequence[Printed]]) -> Widths:
        """Measure the lines below the first of each block: a first line may hold two columns."""
        listed = [[len(one.text.strip()) for one in block] for block in blocks]
        lengths = sorted(length for block in listed for length in block[1:])
        if len(lengths) < FEWEST_LINES:
            lengths = sorted(length for block in listed for length in block)
        if not lengths:
            return cls(0, 0)
        most = lengths[int((len(lengths) - 1) * WIDEST_BUT)]
        full = [length for length in lengths if length >= NARROW * most]
        return cls(full[len(full) // 2], most)

    def is_narrow(self, text: str) -> bool:
        """Tell whether a line can stand in the column of titles."""
        return len(text.strip()) <= NARROW * self.usual

    def holds_two_columns(self, text: str) -> bool:
        """Tell whether a line is longer than a line of description: a title stands before it."""
        return len(text.strip()) > self.most + SLACK


def looks_like_title(block: Sequence[Printed], widths: Widths, *, text_follows: bool) -> bool:
    """Tell whether a block is a title, or begins with one on the description's first line."""
    narrow = all(widths.is_narrow(one.text) for one in block)
    return widths.holds_two_columns(block[0].text) or (narrow and text_follows)


def title_and_rest(blocks: Sequence[Sequence[Printed]], widths: Widths) -> tuple[list[Line], list[Line]]:
    """Part a row's blocks of text into the lines of its title and those of its description."""
    first = [one.line for one in blocks[0]]
    others = [one.line for block in blocks[1:] for one in block]
    if not widths.is_narrow(first[0].text):
        place, fit = _best_place(first, widths)
        if widths.holds_two_columns(first[0].text) or fit >= SURE:
            title, opening = _parted(first[0], place)
            return [title], [*opening, *first[1:], *others]
    if others and (all(widths.is_narrow(line.text) for line in first) or _is_short_and_no_sentence(first)):
        return first, others
    length = 1
    while length < len(first) and widths.is_narrow(first[length].text) and _belongs(first[length - 1], first[length]):
        length += 1
    return first[:length], [*first[length:], *others]


def _is_short_and_no_sentence(lines: Sequence[Line]) -> bool:
    return len(lines) <= MOST_TITLE_LINES and not lines[-1].text.rstrip().endswith((".", ":", ",", ";"))


def _belongs(above: Line, line: Line) -> bool:
    return GOES_ON.search(above.text) is not None or line.text.lstrip()[:1].islower()


def _best_place(lines: Sequence[Line], widths: Widths) -> tuple[int, int]:
    """Give before which word of the first line its second column most likely begins, and how well that fits."""
    words = lines[0].text.split()
    following = lines[1].text.split()[:1] if len(lines) > 1 else []
    fits = [(_fit(words, place, following, widths), -place) for place in range(1, len(words))]
    fit, place = max(fits, default=(0, -len(words)))
    return -place, fit


def _parted(line: Line, place: int) -> tuple[Line, list[Line]]:
    words = line.text.split()
    title, rest = " ".join(words[:place]), " ".join(words[place:])
    return replace(line, text=title, runs=()), [replace(line, text=rest, runs=())] if rest else []


def _fit(words: Sequence[str], place: int, following: Sequence[str], widths: Widths) -> int:
    """Say how well a line's words from a place on would make the first line of a description."""
    rest = words[place:]
    length = len(" ".join(rest))
    if length > widths.most + SLACK:
        return -1
    full = length + 1 + len(following[0]) if following else widths.usual
    opens = rest[0].strip("»”“\"'’").lower() in SENTENCE_OPENINGS
    says = len(rest) > 1 and rest[1].lower() in VERBS
    return (
        2 * (rest[0].lstrip("»”“\"'’")[:1].isupper())
        + 2 * (full >= widths.usual - EARLY_WRAP)
        + 2 * (opens and rest[0][:1].isupper())
        + says
        - 2 * (words[place - 1].lower() in {"og", "for", "af", "til", "i", "på", "med", "om"})
    )
