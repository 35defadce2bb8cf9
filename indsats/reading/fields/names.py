"""The organisations a document speaks of: their names, their abbreviations, and how the document spells them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from indsats.reading.knowledge import Knowledge

ABBREVIATION = re.compile(r"\b[A-ZÆØÅ]{2,5}\b")
DEFINED = re.compile(
    r"\b(?P<name>[A-ZÆØÅ][\wæøåÆØÅ.-]*(?: (?:og|for|af|i|på|[A-ZÆØÅ][\wæøåÆØÅ.-]*)){0,6}) \((?P<short>[A-ZÆØÅ]{2,5})\)"
)
"""»Center for HR og Uddannelse (CHRU)«: a document that explains its own abbreviation."""
SMALL_WORDS = frozenset(("og", "for", "i", "af", "på", "til", "ved", "med", "og/eller"))
LONGEST_INITIALS = 3
"""A word in capitals this short is an abbreviation (HR, IT), not a word."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names known while a document is read. ``full`` maps names and abbreviations in small letters."""

    full: Mapping[str, str] = field(default_factory=dict)
    region: str | None = None
    of_region: tuple[str, ...] = ()
    """The organisations that the region is known to have; empty where nobody has told."""

    def knows(self, text: str) -> bool:
        """Tell whether a text is a name or abbreviation that is known."""
        return _plain(text) in self.full

    def called(self, text: str) -> str | None:
        """Give the full name of a name or abbreviation."""
        return self.full.get(_plain(text))

    def spelt(self, text: str) -> str:
        """Give a heading's name as running text has it: as known, or in small letters where it was in capitals."""
        plain = " ".join(text.split()).strip(" .:")
        return self.called(plain) or (in_small_letters(plain) if plain.isupper() else plain)

    def nearly(self, abbreviation: str) -> str | None:
        """Give the one known abbreviation that this is a slip of the finger away from."""
        near = [
            short.upper()
            for short in self.full
            if len(short) == len(abbreviation) and " " not in short and _differences(short, abbreviation.lower()) == 1
        ]
        return near[0] if len(near) == 1 else None

    def with_organisations(self, organisations: Iterable[str], abbreviations: Iterable[str]) -> Names:
        """Give these names together with a document's own organisations and the abbreviations that fit one of them."""
        own = list(dict.fromkeys([*organisations]))
        full = {**{_plain(name): name for name in own}, **self.full}
        for short in abbreviations:
            fitting = [name for name in dict.fromkeys(full.values()) if abbreviates(short, name)]
            best = [name for name in fitting if _initials_of(name) == short.upper()] or fitting
            if _plain(short) not in full and len(best) == 1:
                full[_plain(short)] = best[0]
        return Names(full, self.region, self.of_region)


def names_of(text: str, region: str | None, knowledge: Knowledge) -> Names:
    """Give the names known before a document's headings are read: the region's own, the document's, the public ones."""
    public = _public().get(region or "", {})
    full = {_plain(short): name for name, shorts in public.items() for short in (name, *shorts)}
    defined = Counter((found["short"], " ".join(found["name"].split())) for found in DEFINED.finditer(text))
    for (short, name), _ in reversed(defined.most_common()):
        words = name.split()
        fitting = [
            " ".join(words[first:]) for first in range(len(words)) if abbreviates(short, " ".join(words[first:]))
        ]
        if fitting:
            full[_plain(short)] = full[_plain(fitting[-1])] = fitting[-1]
    full |= {_plain(name): told for name, told in knowledge.organisations.items()}
    full |= {_plain(told): told for told in knowledge.organisations.values()}
    return Names(full, region, tuple(dict.fromkeys(knowledge.organisations.values())) or tuple(public))


def abbreviates(short: str, name: str) -> bool:
    """Tell whether an abbreviation can stand for a name: its letters stand in it in order, the first one first.

    A word of the name may be skipped only if it is a small one, so that RH fits Rigshospitalet and not Regionens Hus
    for Hovedpine.
    """
    letters = [letter for letter in short.lower() if letter.isalpha()]
    words = [word for word in re.split(r"[\s-]+", name.lower()) if word and word not in SMALL_WORDS]
    if not words or len(letters) < len(words):
        return False
    return _spells(tuple(letters), tuple(words))


def _spells(letters: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Each word gives its first letter and may give more in its order; all letters must be used."""
    if not words:
        return not letters
    if not letters or words[0][0] != letters[0]:
        return False
    taken, place = 1, 0
    while True:
        if _spells(letters[taken:], words[1:]):
            return True
        if taken >= len(letters):
            return False
        place = words[0].find(letters[taken], place + 1)
        if place < 0:
            return False
        taken += 1


def in_small_letters(name: str) -> str:
    """Write a name that was printed in capitals as it is written in running text: »Center for IT og Byggeri«."""
    words = name.split()
    return " ".join(
        word.lower()
        if word.lower() in SMALL_WORDS and place
        else word
        if len(word) <= LONGEST_INITIALS and place and not _is_word(word)
        else "-".join(part.capitalize() for part in word.split("-"))
        for place, word in enumerate(words)
    )


def _is_word(word: str) -> bool:
    """Tell a short word (DEN, NYE) from initials: it can be spoken, for vowel and consonants take turns."""
    return (
        re.fullmatch(r"[^AEIOUYÆØÅ]{1,2}[AEIOUYÆØÅ][^AEIOUYÆØÅ]?|[AEIOUYÆØÅ][^AEIOUYÆØÅ][AEIOUYÆØÅ]", word) is not None
    )


def _initials_of(name: str) -> str:
    return "".join(word[0] for word in name.split() if word.lower() not in SMALL_WORDS).upper()


def _differences(one: str, other: str) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))


def _plain(text: str) -> str:
    return " ".join(text.split()).strip(" .:").lower()


@cache
def _public() -> dict[str, dict[str, list[str]]]:
    text = resources.files(__package__).joinpath("vocabulary", "organisations.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
