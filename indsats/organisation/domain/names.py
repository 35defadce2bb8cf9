"""Comparing names as people write them: case, hyphens, spaces and å or aa make no difference."""

from __future__ import annotations

import unicodedata


def fold(text: str) -> str:
    """Return the name with everything taken away that spelling varies in; empty when nothing is left."""
    letters = unicodedata.normalize("NFC", text).casefold().replace("aa", "å")
    return "".join(letter for letter in letters if letter.isalnum())
