"""Bytes to text for the encodings in use in Denmark: UTF-8 and 16, Windows, Macintosh and DOS."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
SINGLE_BYTE = ("cp1252", "mac_roman", "cp865")
"""In order of likelihood: a later one wins only with more Danish letters."""
DANISH_LETTERS = frozenset("æøåÆØÅéÉ")
LOOKED_AT = 64 * 1024
MOST_CONTROL_SHARE = 0.01
CONTROLS = bytes(set(range(32)) - {9, 10, 12, 13, 27})


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text and the encoding it was read in; ``lost`` tells that bytes had no letter in it."""

    text: str
    encoding: str
    lost: bool = False


def is_text(data: bytes) -> bool:
    """Tell whether the bytes can be text: hardly any control characters outside the two-byte encodings."""
    if _two_byte_encoding(data):
        return True
    sample = data[:LOOKED_AT]
    controls = len(sample) - len(sample.translate(None, CONTROLS))
    return controls <= len(sample) * MOST_CONTROL_SHARE and b"\x00" not in sample


def decoded(data: bytes) -> Decoded:
    """Give the text of a file in the encoding that fits it best; never raises."""
    for encoding in (_two_byte_encoding(data), "utf-8-sig"):
        if encoding:
            try:
                return Decoded(data.decode(encoding), encoding)
            except UnicodeDecodeError:
                continue
    return _mostly_utf8(data) or _single_byte(data)


def _two_byte_encoding(data: bytes) -> str | None:
    """Tell a two-byte encoding by its mark, or by every other byte being zero in Latin text."""
    for mark, encoding in BYTE_ORDER_MARKS[1:]:
        if data.startswith(mark):
            return encoding
    sample = data[:LOOKED_AT]
    if len(sample) < 4 or len(data) % 2:  # noqa: PLR2004 -- two letters are the least that show a pattern
        return None
    half = len(sample) // 2
    for offset, encoding in ((1, "utf-16-le"), (0, "utf-16-be")):
        zeroes = sample[offset::2].count(0)
        if zeroes > half * 0.8 and sample[1 - offset :: 2].count(0) == 0:
            return encoding
    return None


def _mostly_utf8(data: bytes) -> Decoded | None:
    """Keep UTF-8 for a file with a few broken bytes among many whole letters."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = sum(letter in DANISH_LETTERS for letter in text)
    return Decoded(text, "utf-8", lost=True) if whole > broken else None


def _single_byte(data: bytes) -> Decoded:
    candidates = [(data.decode(encoding, errors="replace"), encoding) for encoding in SINGLE_BYTE]
    text, encoding = max(candidates, key=lambda candidate: sum(letter in DANISH_LETTERS for letter in candidate[0]))
    return Decoded(text, encoding, lost="\ufffd" in text)
