"""Two editions of a document, record by record: what is new, changed, gone or the same.

Records are paired in passes, from the surest to the least sure: the same words at the same place first, then the same
title, then a title or a text that is nearly the same. A record is paired at most once and only with its own kind.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from indsats.intake.domain.likeness import folded, likeness, words

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence

SIMILAR_TITLE = 0.75
SIMILAR_TEXT = 0.85
MOVED_TITLE = 0.9
LIST_SIGNS = frozenset("•‣▪◦·–-*")
LONG_ENOUGH = 60
"""A description shorter than this says too little to recognise a renamed record by."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One record as far as comparing needs it: what it is called, where, and everything that it says."""

    kind: str
    title: str
    place: str = ""
    fields: Mapping[str, Any] = field(default_factory=dict)

    @property
    def description(self) -> str:
        """The text, or nothing."""
        return str(self.fields.get("description") or "")


@dataclass(frozen=True, slots=True)
class Pair:
    """A record in the earlier and the later edition by index; None where it is in one of them only."""

    earlier: int | None
    later: int | None
    differences: tuple[str, ...] = ()

    @property
    def change(self) -> str:
        """Say in one word what happened to the record."""
        if self.earlier is None:
            return "added"
        if self.later is None:
            return "dropped"
        return "changed" if self.differences else "unchanged"


def compare(earlier: Sequence[Entry], later: Sequence[Entry]) -> tuple[Pair, ...]:
    """Pair the records of two editions; later's order, then what has gone in earlier's order."""
    partner = _aligned(earlier, later)
    pairs = [
        Pair(partner.get(index), index, _differences(earlier, partner.get(index), entry))
        for index, entry in enumerate(later)
    ]
    kept = set(partner.values())
    return (*pairs, *(Pair(index, None) for index in range(len(earlier)) if index not in kept))


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[str, ...]:
    """Name the fields that say something else.

    Spacing and the signs before list items do not count, so that a plan says the same in Word and PDF; nothing is
    nothing however it is written.
    """
    names = dict.fromkeys((*after, *before))
    return tuple(name for name in names if _said(before.get(name)) != _said(after.get(name)))


def _differences(earlier: Sequence[Entry], index: int | None, entry: Entry) -> tuple[str, ...]:
    return () if index is None else differences(earlier[index].fields, entry.fields)


def _said(value: object) -> object:
    if isinstance(value, str):
        return " ".join(word for word in value.split() if word not in LIST_SIGNS) or None
    if isinstance(value, list | tuple):
        return tuple(value) or None
    return value


def _aligned(earlier: Sequence[Entry], later: Sequence[Entry]) -> dict[int, int]:
    """Return for each paired index of ``later`` its partner in ``earlier``."""
    partner: dict[int, int] = {}
    for key in (_same_words, _same_title_and_place):
        _pair_equal(earlier, later, partner, key)
    _pair_alike(earlier, later, partner, _alike_at_the_same_place)
    _pair_alike(earlier, later, partner, _alike_anywhere)
    return partner


def _same_words(entry: Entry) -> Hashable:
    return entry.kind, folded(entry.title), folded(entry.place), folded(entry.description)


def _same_title_and_place(entry: Entry) -> Hashable:
    return entry.kind, folded(entry.title), folded(entry.place)


def _pair_equal(
    earlier: Sequence[Entry], later: Sequence[Entry], partner: dict[int, int], key: Callable[[Entry], Hashable]
) -> None:
    """Pair what has the same key, first with first."""
    free: dict[Hashable, list[int]] = defaultdict(list)
    for index in _unpaired(range(len(earlier)), partner.values()):
        free[key(earlier[index])].append(index)
    for index in _unpaired(range(len(later)), partner):
        if waiting := free.get(key(later[index])):
            partner[index] = waiting.pop(0)


def _pair_alike(
    earlier: Sequence[Entry], later: Sequence[Entry], partner: dict[int, int], score: Callable[[Entry, Entry], float]
) -> None:
    """Pair the most alike first; of two as alike, the ones that stand nearest to each other."""
    free = _unpaired(range(len(earlier)), partner.values())
    with_word: dict[str, list[int]] = defaultdict(list)
    for index in free:
        for word in words(earlier[index].title) | words(earlier[index].description):
            with_word[word].append(index)
    candidates: list[tuple[float, int, int, int]] = []
    for index in _unpaired(range(len(later)), partner):
        shared = words(later[index].title) | words(later[index].description)
        near = sorted({known for word in shared for known in with_word.get(word, ())})
        scored = ((score(earlier[known], later[index]), known) for known in near)
        candidates += [(-value, abs(known - index), known, index) for value, known in scored if value > 0]
    taken: set[int] = set()
    for _score, _distance, known, index in sorted(candidates):
        if known not in taken and index not in partner:
            partner[index] = known
            taken.add(known)


def _unpaired(indices: Iterable[int], paired: Iterable[int]) -> list[int]:
    known = set(paired)
    return [index for index in indices if index not in known]


def _alike_at_the_same_place(one: Entry, other: Entry) -> float:
    """Score a pair of one kind and place: a title with other words, or a text that kept its words under a new title."""
    if one.kind != other.kind or folded(one.place) != folded(other.place):
        return 0.0
    title = likeness(one.title, other.title)
    if title >= SIMILAR_TITLE:
        return 1 + title
    long_enough = min(len(one.description), len(other.description)) >= LONG_ENOUGH
    text = likeness(one.description, other.description) if long_enough else 0.0
    return text if text >= SIMILAR_TEXT else 0.0


def _alike_anywhere(one: Entry, other: Entry) -> float:
    """Score a pair whose place has changed: the title must be all but the same."""
    title = likeness(one.title, other.title) if one.kind == other.kind else 0.0
    return title if title >= MOVED_TITLE else 0.0
