"""From a text to the terms that it is found by: stems of its words, of their parts, and the rings they belong to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from indsats.language.compounds import parts_of
from indsats.language.stems import stem
from indsats.language.synonyms import phrases_in, rings_of
from indsats.language.words import Word, is_stop_word, unfold, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_LEAST_LETTERS_OF_A_PART = 3
_LONGEST_TERM = 60


@dataclass(frozen=True, slots=True)
class Found:
    """One place in a text, ``text[start:end]``, and the term that it is found by."""

    term: str
    start: int
    end: int


@lru_cache(maxsize=100_000)
def term_of(folded: str) -> str:
    """Return the term of one word as it is written."""
    return stem(folded)[:_LONGEST_TERM]


@lru_cache(maxsize=100_000)
def parts_as_terms(folded: str) -> tuple[str, ...]:
    """Return the terms of a compound's parts that mean something by themselves."""
    parts = (part for part in parts_of(folded) if len(part) >= _LEAST_LETTERS_OF_A_PART and not is_stop_word(part))
    return tuple(term_of(part) for part in parts)


def terms_in(text: str) -> list[str]:
    """Return every term that the text is found by, as often as it occurs."""
    return [found.term for found in places_in(text)]


def places_in(text: str) -> Iterator[Found]:
    """Go through the terms of the text and where each stands."""
    words = [word for word in words_in(text) if not is_stop_word(word.folded)]
    for word in words:
        yield Found(term_of(word.folded), word.start, word.end)
        yield from _parts(word)
    for first, last, rings in phrases_in([stem(word.folded) for word in words]):
        for ring in rings:
            yield Found(ring, words[first].start, words[last - 1].end)


def _parts(word: Word) -> Iterator[Found]:
    at = word.start
    exact = word.end - word.start == len(word.folded)
    for part in parts_of(word.folded):
        start, end = (at, at + len(part)) if exact else (word.start, word.end)
        at += len(part)
        if len(part) < _LEAST_LETTERS_OF_A_PART or is_stop_word(part):
            continue
        yield Found(term_of(part), start, end)
        for ring in rings_of((stem(part),)):
            yield Found(ring, start, end)


def other_spelling(folded: str) -> str | None:
    """Return the word with æ, ø and å where it may have been typed with ae, oe and aa."""
    meant = unfold(folded)
    return meant if meant != folded else None


@lru_cache(maxsize=1)
def fingerprint() -> str:
    """Return a short name of these rules and lists; what was analysed under another name should be analysed again."""
    here = files("indsats.language")
    names = ("words.py", "stems.py", "compounds.py", "synonyms.py", "analyser.py")
    lists = ("stop_words.txt", "frequent_words.txt", "compounds.toml", "synonyms.toml")
    return hashlib.sha256(b"".join((here / name).read_bytes() for name in (*names, *lists))).hexdigest()[:12]
