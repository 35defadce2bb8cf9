"""What a person looks for, taken apart: each word with everything that counts as having found it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from indsats.language.analyser import other_spelling, parts_as_terms, places_in, term_of
from indsats.language.stems import stem
from indsats.language.synonyms import phrases_in
from indsats.language.words import is_stop_word, words_in

if TYPE_CHECKING:
    from collections.abc import Iterator

_MOST_WORDS = 12  # a pasted page is not a question
_SAME, _PART, _RING = 100, 50, 40  # hundredths that a term counts: the word itself, a part of it, another word for it


@dataclass(frozen=True, slots=True)
class Sought:
    """One word or phrase. Found by any one of ``terms``, or by all of ``parts`` together."""

    text: str
    terms: tuple[str, ...]
    parts: tuple[str, ...] = ()
    rings: tuple[str, ...] = ()

    @property
    def any_of(self) -> tuple[str, ...]:
        """Terms of which one is enough."""
        return (*self.terms, *self.rings)


@dataclass(frozen=True)
class Query:
    """A question to the catalogue; ``text`` is as typed."""

    text: str
    words: tuple[Sought, ...]

    def __bool__(self) -> bool:
        """A question asks for something when it has a word that means something."""
        return bool(self.words)

    @cached_property
    def weights(self) -> dict[str, int]:
        """Every term that counts, with how much in hundredths."""
        weighed: dict[str, int] = {}
        for word in self.words:
            for terms, weight in ((word.terms, _SAME), (word.parts, _PART), (word.rings, _RING)):
                for term in terms:
                    weighed[term] = max(weighed.get(term, 0), weight)
        return weighed


def read_query(text: str) -> Query:
    """Take the text apart. Words that only hold sentences together are left out."""
    words = [word for word in words_in(text) if not is_stop_word(word.folded)][:_MOST_WORDS]
    sought: list[Sought] = []
    at = 0
    for first, last, rings in phrases_in([stem(word.folded) for word in words]):
        sought.extend(_single(word.folded) for word in words[at:first])
        if last - first == 1:
            sought.append(_single(words[first].folded, rings))
        else:
            phrase = text[words[first].start : words[last - 1].end]
            sought.append(Sought(phrase, (), tuple(term_of(word.folded) for word in words[first:last]), rings))
        at = last
    sought.extend(_single(word.folded) for word in words[at:])
    return Query(text.strip(), tuple(dict.fromkeys(sought)))


def _single(folded: str, rings: tuple[str, ...] = ()) -> Sought:
    meant = other_spelling(folded)
    spellings = (folded, meant) if meant else (folded,)
    parts = parts_as_terms(meant or folded)
    terms = tuple(dict.fromkeys(term_of(spelling) for spelling in spellings))
    return Sought(folded, terms, parts if len(parts) > 1 else (), rings)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a text, and whether it answers the question."""

    text: str
    hit: bool = False


def pieces(text: str, query: Query) -> tuple[Piece, ...]:
    """Cut the text where it answers the question; the pieces put together are the text, letter for letter."""
    wanted = query.weights
    if not wanted:
        return (Piece(text),) if text else ()
    cut: list[Piece] = []
    at = 0
    for start, end in _joined(sorted((it.start, it.end) for it in places_in(text) if it.term in wanted)):
        if at < start:
            cut.append(Piece(text[at:start]))
        cut.append(Piece(text[start:end], hit=True))
        at = end
    if at < len(text):
        cut.append(Piece(text[at:]))
    return tuple(cut)


def _joined(spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    current: tuple[int, int] | None = None
    for start, end in spans:
        if current and start <= current[1]:
            current = (current[0], max(current[1], end))
        else:
            if current:
                yield current
            current = (start, end)
    if current:
        yield current
