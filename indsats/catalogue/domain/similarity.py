"""How alike two initiatives are: the mean of three cosines, damped where there is too little text to tell.

- the terms of title, themes and text, weighed and by rarity (tf-idf);
- the groups of four letters in the titles, which forgive spelling and endings;
- the rings of words for the same thing.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

RING = "="
_GRAM = 4
_ENOUGH_TERMS = 12


@dataclass(frozen=True)
class Profile:
    """What is compared of one initiative: its title, and its terms with their worth."""

    title: str
    worth: Mapping[str, float]

    @cached_property
    def words(self) -> dict[str, float]:
        """The terms that are words or parts of words."""
        return {term: worth for term, worth in self.worth.items() if not term.startswith(RING)}

    @cached_property
    def rings(self) -> dict[str, float]:
        """The terms that are rings."""
        return {term: worth for term, worth in self.worth.items() if term.startswith(RING)}

    @cached_property
    def grams(self) -> dict[str, float]:
        """The groups of four letters in the title, with how often they stand there."""
        text = f" {' '.join(self.title.lower().split())} "
        return dict(Counter(text[at : at + _GRAM] for at in range(len(text) - _GRAM + 1)))


def likeness(one: Profile, other: Profile) -> float:
    """Return how alike the two are, from 0 to 1."""
    mean = (cosine(one.words, other.words) + cosine(one.grams, other.grams) + cosine(one.rings, other.rings)) / 3
    return mean * math.sqrt(min(1.0, min(len(one.words), len(other.words)) / _ENOUGH_TERMS))


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return the cosine of the angle between two sets of weighed terms; 0 where one of them is empty."""
    if len(other) < len(one):
        one, other = other, one
    together = sum(worth * other[term] for term, worth in one.items() if term in other)
    return min(1.0, together / (_length(one.values()) * _length(other.values()))) if together else 0.0


def _length(values: Iterable[float]) -> float:
    return math.sqrt(sum(value * value for value in values))


def shared(one: Profile, other: Profile, limit: int = 4) -> tuple[str, ...]:
    """Return the terms that say most about why the two are alike."""
    both = {term: worth * other.words[term] for term, worth in one.words.items() if term in other.words}
    return tuple(sorted(both, key=lambda term: (-both[term], term))[:limit])
