"""The words a PDF page prints, with their places and type, in the order the page's program sets them."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

HYPHENS = {0x02: "-", 0xAD: "-", 0xFFFE: "-"}
"""The engine marks a hyphen at the end of a line with the first or the last of these."""
LETTERS_END = 0x10FFFF
BOLD_NAMES = ("bold", "black", "heavy", "semibold", "demi")
BOLD_WEIGHT = 600
LONGEST_FONT_NAME = 128
GAP_IN_EM = 0.3


@dataclass(frozen=True, slots=True)
class Word:
    """One printed word. Distances are points from the page's upper left corner."""

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool


def words_of(page: Any) -> list[Word]:  # noqa: ANN401 -- pypdfium2 ships no types
    """Give the words of an open page; characters that print nothing are left out."""
    import pypdfium2.raw as pdfium

    text_page = page.get_textpage()
    height = page.get_height()
    words: list[Word] = []
    letters: list[tuple[str, float, float, float, float, int]] = []
    box = pdfium.FS_RECTF()
    for index in range(text_page.count_chars()):
        code = pdfium.FPDFText_GetUnicode(text_page, index)
        letter = HYPHENS.get(code) or (chr(code) if 0 < code < LETTERS_END else "\ufffd")
        if letter.isspace() or pdfium.FPDFText_IsGenerated(text_page, index) == 1:
            _finish(text_page, letters, words)
            continue
        pdfium.FPDFText_GetLooseCharBox(text_page, index, ctypes.byref(box))
        placed = (letter, box.left, box.right, height - box.top, height - box.bottom, index)
        if letters and _is_apart(letters[-1], placed):
            _finish(text_page, letters, words)
        letters.append(placed)
    _finish(text_page, letters, words)
    return words


def _is_apart(
    last: tuple[str, float, float, float, float, int], new: tuple[str, float, float, float, float, int]
) -> bool:
    """Tell whether a letter stands on another line than the last one, or a gap away from it."""
    height = max(last[4] - last[3], 1.0)
    middle = (new[3] + new[4]) / 2
    return not last[3] <= middle <= last[4] or new[1] - last[2] > GAP_IN_EM * height or last[1] - new[1] > height


def _finish(
    text_page: Any,  # noqa: ANN401 -- pypdfium2 ships no types
    letters: list[tuple[str, float, float, float, float, int]],
    words: list[Word],
) -> None:
    """Add the letters gathered so far as a word, in the type of the first of them."""
    if not letters:
        return
    import pypdfium2.raw as pdfium

    first = letters[0][5]
    name = ctypes.create_string_buffer(LONGEST_FONT_NAME)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text_page, first, name, LONGEST_FONT_NAME, ctypes.byref(flags))
    font = name.value.decode("utf-8", errors="replace").lower()
    words.append(
        Word(
            text="".join(letter[0] for letter in letters),
            left=min(letter[1] for letter in letters),
            right=max(letter[2] for letter in letters),
            top=min(letter[3] for letter in letters),
            bottom=max(letter[4] for letter in letters),
            size=round(float(pdfium.FPDFText_GetFontSize(text_page, first)), 1),
            bold=any(part in font for part in BOLD_NAMES)
            or pdfium.FPDFText_GetFontWeight(text_page, first) >= BOLD_WEIGHT,
            italic="italic" in font or "oblique" in font,
        )
    )
    letters.clear()
