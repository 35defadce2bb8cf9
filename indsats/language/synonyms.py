"""Rings of words that people use for the same thing, out of ``synonyms.toml``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from indsats.language.stems import stem
from indsats.language.words import is_stop_word, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MARKS = {"things": "=", "people": "@"}  # begin the terms of rings; no word begins with them

Phrase = tuple[str, ...]


def stems_in(text: str) -> Phrase:
    """Return the stems of the text's words, without those that only hold sentences together."""
    return tuple(stem(word.folded) for word in words_in(text) if not is_stop_word(word.folded))


@lru_cache(maxsize=1)
def _phrases() -> dict[Phrase, tuple[str, ...]]:
    """Every phrase of every ring, as stems, with the terms of the rings that it belongs to."""
    source = files("indsats.language").joinpath("synonyms.toml").read_text(encoding="utf-8")
    found: dict[Phrase, tuple[str, ...]] = {}
    for table, rings in tomllib.loads(source).items():
        for ring, phrases in rings.items():
            for phrase in phrases:
                stems = stems_in(phrase)
                found[stems] = tuple(dict.fromkeys((*found.get(stems, ()), MARKS[table] + ring)))
    return found


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(len(phrase) for phrase in _phrases())


def rings_of(phrase: Phrase) -> tuple[str, ...]:
    """Return the terms of the rings that the phrase belongs to."""
    return _phrases().get(phrase, ())


def phrases_in(stems: Sequence[str]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Go through the stretches of the stems that stand in a ring, the longest first at each place, none overlapping."""
    at = 0
    while at < len(stems):
        for length in range(min(_longest(), len(stems) - at), 0, -1):
            rings = rings_of(tuple(stems[at : at + length]))
            if rings:
                yield at, at + length, rings
                at += length - 1
                break
        at += 1
