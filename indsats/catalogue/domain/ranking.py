"""How much a word in an initiative counts when someone looks for it.

A sum over title, themes and text, each saturating as in BM25 (Robertson and Zaragoza, 2009: "The probabilistic
relevance framework"). The boosts are chosen so that one word in a title counts more than the same word in themes and
text together, and one in the themes more than any number of them in the text. Everything is whole numbers, so that
two databases add up to the same and rank the same.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SATURATION = 1.2
_TITLE, _THEMES, _TEXT = 6.0, 2.5, 1.0
_USUAL_TITLE, _USUAL_TEXT = 6, 60  # terms
_LONGEST_COUNTED = 2.0  # how many times the usual length still costs
_SCALE = 1000


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of one initiative, by where they stand."""

    title: Sequence[str]
    themes: Sequence[str]
    text: Sequence[str]


def weights_of(terms: Terms) -> dict[str, int]:
    """Return what each term of an initiative counts, in thousandths."""
    title, text = Counter(terms.title), Counter(terms.text)
    of_title = _slowness(len(terms.title) / _USUAL_TITLE, gentle=0.6)
    of_text = _slowness(len(terms.text) / _USUAL_TEXT, gentle=0.25)
    theme_share = _THEMES * _saturated(1, _SATURATION)
    return {
        term: round(
            _SCALE
            * (
                _TITLE * _saturated(title[term], of_title)
                + (theme_share if term in set(terms.themes) else 0.0)
                + _TEXT * _saturated(text[term], of_text)
            )
        )
        for term in dict.fromkeys((*terms.title, *terms.themes, *terms.text))
    }


def _saturated(count: int, slowness: float) -> float:
    return count / (count + slowness)


def _slowness(relative_length: float, gentle: float) -> float:
    """Return how slowly a count saturates: the longer the text, the less one word says about it."""
    return _SATURATION * (gentle + (1 - gentle) * min(relative_length, _LONGEST_COUNTED))


def rarity(holders: int, entries: int) -> float:
    """Return BM25's inverse document frequency: what is said everywhere tells little."""
    return math.log(1 + (entries - holders + 0.5) / (holders + 0.5))


def points(weights: Mapping[str, int], holders: Mapping[str, int], entries: int) -> dict[str, int]:
    """Return what each term of a question is worth: how much it is meant, times how rare it is."""
    return {
        term: max(1, round(weight * rarity(holders[term], entries)))
        for term, weight in weights.items()
        if holders.get(term)
    }
