"""Words in a text, with their place, folded so that spelling variants of the same word meet."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")  # a letter may be stored in two pieces: a, and the ring above it
_NEIGHBOURS = str.maketrans({"ä": "æ", "ö": "ø", "ü": "y"})
_TYPED = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


@dataclass(frozen=True, slots=True)
class Word:
    """One word: ``folded`` is what is compared; ``text[start:end]`` is what was written."""

    folded: str
    start: int
    end: int


def fold(word: str) -> str:
    """Return the word in small letters without accents; æ, ø and å stay, Swedish letters become ours."""
    composed = unicodedata.normalize("NFC", word).lower().translate(_NEIGHBOURS)
    return "".join(letter if letter == "å" else _bare(letter) for letter in composed)


def _bare(letter: str) -> str:
    return "".join(part for part in unicodedata.normalize("NFD", letter) if not unicodedata.combining(part)) or letter


def unfold(word: str) -> str:
    """Return the word as it is meant where æ, ø and å were typed as ae, oe and aa."""
    for typed, meant in _TYPED:
        word = word.replace(typed, meant)
    return word


def words_in(text: str) -> Iterator[Word]:
    """Go through the words of the text; hyphens and signs stand between words."""
    for found in _WORD.finditer(text):
        yield Word(fold(found.group()), found.start(), found.end())


def is_stop_word(folded: str) -> bool:
    """Whether the word only holds sentences together."""
    return folded in _stop_words()


@lru_cache(maxsize=1)
def _stop_words() -> frozenset[str]:
    lines = files("indsats.language").joinpath("stop_words.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
