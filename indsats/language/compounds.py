"""What a Danish compound is made of: *introduktionssygeplejerske* is *introduktions* and *sygeplejerske*.

A word is cut in two where both sides are frequent words on average, again and again (a dynamic split over word
frequencies; ``frequent_words.txt`` is in order of frequency, which by Zipf's law is enough to know it). An s or e
between the two belongs to the first. A word that is itself more frequent than its parts stays whole.
"""

from __future__ import annotations

import math
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from indsats.language.stems import stem

_SHORTEST = 4
_LONGEST = 60  # longer than any Danish word; what is longer was not written by a person
_MOST_FREQUENT = 7.0  # Zipf's scale: once in a hundred words
_DOMAIN = 4.0  # as frequent as "mentor"
_OTHER_FORM = 0.3  # what a form costs that is not itself on the list
_CUT_AGAIN = 0.5  # what a side costs that must itself be cut


@dataclass(frozen=True, slots=True)
class _Lexicon:
    frequency: dict[str, float]
    not_first: frozenset[str]
    not_last: frozenset[str]
    whole: frozenset[str]
    first_of: dict[str, str]


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    here = files("indsats.language")
    lines = (here / "frequent_words.txt").read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    corrections = tomllib.loads((here / "compounds.toml").read_text(encoding="utf-8"))
    frequency = {word: _MOST_FREQUENT - math.log10(rank) for rank, word in enumerate(words, start=1)}
    for word in (*corrections["parts"], *corrections["short_parts"]):
        frequency[word] = max(frequency.get(word, 0.0), _DOMAIN)
    return _Lexicon(
        frequency,
        frozenset(corrections["not_first"]),
        frozenset(corrections["not_last"]),
        frozenset(stem(word) for word in corrections["whole"]),
        {stem(word): first for word, first in corrections["explicit"].items()},
    )


@lru_cache(maxsize=100_000)
def parts_of(folded: str) -> tuple[str, ...]:
    """Return the parts of a compound from left to right, joined they are the word; nothing when it is no compound."""
    lexicon = _lexicon()
    first = lexicon.first_of.get(stem(folded))
    if first:
        return (first, folded.removeprefix(first))
    cut = _best_cut(folded)
    if cut is None or cut.worth <= _known_as(folded):
        return ()
    return (*(parts_of(cut.first) or (cut.first,)), *(parts_of(cut.last) or (cut.last,)))


@dataclass(frozen=True, slots=True)
class _Cut:
    first: str
    last: str
    worth: float


@lru_cache(maxsize=100_000)
def _best_cut(word: str) -> _Cut | None:
    if not _SHORTEST + 2 <= len(word) <= _LONGEST or stem(word) in _lexicon().whole:
        return None
    cuts = [_Cut(word[:at], word[at:], _worth(word[:at], word[at:])) for at in range(3, len(word) - 2)]
    return max((cut for cut in cuts if cut.worth > 0), key=lambda cut: cut.worth, default=None)


def _worth(first: str, last: str) -> float:
    left, right = _as_first(first), _as_last(last)
    return (left + right) / 2 if left > 0 and right > 0 else 0.0


def _as_first(part: str) -> float:
    lexicon = _lexicon()
    if part in lexicon.not_first:
        return 0.0
    known = lexicon.frequency.get(part, 0.0)
    if part[-1] in "se":
        known = max(known, lexicon.frequency.get(part[:-1], 0.0))
    if part[-1] == "s":
        known = max(known, lexicon.frequency.get(part[:-1] + "e", 0.0))
    return known or _again(part)


def _as_last(part: str) -> float:
    lexicon = _lexicon()
    if part in lexicon.not_last:
        return 0.0
    return lexicon.frequency.get(part, 0.0) or _inflected(part) or _again(part)


def _inflected(part: str) -> float:
    """Return how frequent a form is of which only other forms are on the list."""
    return max(_stem_frequency().get(stem(part), 0.0) - _OTHER_FORM, 0.0) if len(part) > _SHORTEST else 0.0


def _again(part: str) -> float:
    cut = _best_cut(part)
    return cut.worth - _CUT_AGAIN if cut else 0.0


def _known_as(word: str) -> float:
    """Return how frequent the word is, in this or another form."""
    lexicon = _lexicon()
    return max(lexicon.frequency.get(word, 0.0), _stem_frequency().get(stem(word), 0.0))


@lru_cache(maxsize=1)
def _stem_frequency() -> dict[str, float]:
    best: dict[str, float] = {}
    for word, frequency in _lexicon().frequency.items():
        best[stem(word)] = max(best.get(stem(word), 0.0), frequency)
    return best
