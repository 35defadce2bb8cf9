"""How alike two initiatives are: the mean of two cosines, damped where there is too little text to tell.

- the words of title, themes and text with their parts, weighed as in a search and by rarity (tf-idf);
- the rings of words for the same thing, so that *onboarding* and *introduktion* meet.

That two are for the same people does not make them alike: the rings of professions do not count.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from indsats.language.synonyms import MARKS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_ENOUGH_WORDS = 12


@dataclass(frozen=True)
class Profile:
    """What is compared of one initiative: its terms, each with its weight there times how rare it is."""

    worth: Mapping[str, float]

    @cached_property
    def words(self) -> dict[str, float]:
        """The terms that are words or parts of words."""
        return {term: worth for term, worth in self.worth.items() if term[0] not in MARKS.values()}

    @cached_property
    def rings(self) -> dict[str, float]:
        """The terms that are rings of words for the same thing."""
        return {term: worth for term, worth in self.worth.items() if term[0] == MARKS["things"]}


def likeness(one: Profile, other: Profile) -> float:
    """Return how alike the two are, from 0 to 1."""
    mean = (cosine(one.words, other.words) + cosine(one.rings, other.rings)) / 2
    return mean * math.sqrt(min(1.0, min(len(one.words), len(other.words)) / _ENOUGH_WORDS))


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
