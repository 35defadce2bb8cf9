"""How alike two texts are, and whether two documents are versions of one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

SAME_TITLE = 0.8
SHARED_RECORDS = 0.5
SHARED_RECORDS_OF_OTHER_YEARS = 0.8
_WORD = re.compile(r"\w+")
_YEAR = re.compile(r"\b20\d\d\b")
_VERSION_WORDS = frozenset(
    "udgave version revideret opdateret udkast endelig rev ver kopi copy final draft ny".split()  # noqa: SIM905 -- a word list
)


@lru_cache(maxsize=20_000)
def folded(text: str) -> str:
    """Return the words alone, in small letters with single spaces: spelling varies in the rest."""
    return " ".join(_WORD.findall(text.casefold()))


@lru_cache(maxsize=20_000)
def words(text: str) -> frozenset[str]:
    """Return the words of a text that are longer than two letters, without repetition."""
    return frozenset(word for word in folded(text).split() if len(word) > 2)  # noqa: PLR2004 -- og, i, på say nothing


def likeness(one: str, other: str) -> float:
    """Say from 0 to 1 how alike two texts are: in their words whatever the order, or in their letters."""
    first, second = sorted((folded(one), folded(other)))  # the matcher's answer depends on the order
    if first == second:
        return 1.0 if first else 0.0
    mine, theirs = words(one), words(other)
    in_words = 2 * len(mine & theirs) / ((len(mine) + len(theirs)) or 1)
    letters = SequenceMatcher(None, first, second, autojunk=False)
    return max(in_words, letters.ratio()) if letters.quick_ratio() > in_words else in_words


@dataclass(frozen=True, slots=True)
class Outline:
    """A document as far as recognising it needs: what it is, what it is called, and the titles of its records."""

    genre: str
    title: str
    organisation: str = ""
    records: frozenset[str] = frozenset()


def resemblance(known: Outline, new: Outline) -> float:
    """Say from 0 to 1 how surely two documents are versions of one; 0 is another document.

    The titles must be alike and speak of the same years; where the titles say nothing, half of the records must be
    shared. A plan for other years is another plan, however alike the titles are.
    """
    if known.genre != new.genre or not _same_organisation(known, new):
        return 0.0
    shared = _shared(known, new)
    years = [frozenset(_YEAR.findall(each.title)) for each in (known, new)]
    other_years = all(years) and years[0] != years[1]
    title = likeness(_bare(known.title), _bare(new.title))
    if other_years:
        return shared if shared > SHARED_RECORDS_OF_OTHER_YEARS else 0.0
    if title >= SAME_TITLE:
        return max(title, shared)
    return shared if shared >= SHARED_RECORDS else 0.0


def _same_organisation(known: Outline, new: Outline) -> bool:
    one, other = folded(known.organisation), folded(new.organisation)
    return not one or not other or one == other


def _shared(known: Outline, new: Outline) -> float:
    most = max(len(known.records), len(new.records))
    return len(known.records & new.records) / most if most else 0.0


def _bare(title: str) -> str:
    """Take away what tells one version from another: years, dates and words such as »revideret«."""
    kept = [word for word in folded(title).split() if not word.isdecimal() and word not in _VERSION_WORDS]
    return " ".join(kept)
