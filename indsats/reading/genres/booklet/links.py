"""Which address belongs to what: those printed below a page are matched with the words that were links on it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from indsats.reading.genres.booklet.units import addresses_of, text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.booklet.chapters import Event
    from indsats.reading.genres.booklet.units import Unit

LINK_WORDS = re.compile(
    r"\b(?:læs mere|læs publikation\w*|læs en |læs rapport\w*|se mere|download|hent |findes her|downloades her|"
    r"læses her)",
    re.IGNORECASE,
)
AROUND = 160
"""Letters after a link's first word that tell what it is about."""
WORD = re.compile(r"[a-z]{4,}")
ALIKE = 5
"""Letters from a word's beginning that must be the same."""
FOLDED = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "é": "e"})
MOST_PAIRS = 2_500
NEVER = -1_000_000
ADDRESS_WORDS = frozenset(("http", "https", "html", "aspx", "ashx", "media", "sider", "nyheder", "print"))


@dataclass(frozen=True, slots=True)
class Anchor:
    """What may be a link: the number of an event (an example's title or an entry) and the words around it."""

    event: int
    context: str


def links_of(events: Sequence[Event]) -> dict[int, list[str]]:
    """Give for each example's title and each entry, by its number among the events, the addresses that are its."""
    found: dict[int, list[str]] = {}
    anchors: list[Anchor] = []
    title = -1
    texts: list[Unit] = []
    for number, event in enumerate(events):
        if event.kind in {"title", "entry", "addresses"}:
            anchors.extend(_in_text(title, events, texts))
            texts = []
        if event.kind == "title":
            title = number
        elif event.kind == "text":
            texts.append(event.unit)
        elif event.kind == "entry":
            anchors.append(Anchor(number, event.unit.text))
        elif event.kind == "addresses":
            addresses = addresses_of(event.unit)
            for address, owner in zip(addresses, _owners(addresses, anchors, events, number), strict=True):
                found.setdefault(owner, []).append(address)
            anchors = []
    return found


def _in_text(title: int, events: Sequence[Event], texts: Sequence[Unit]) -> list[Anchor]:
    """Give an anchor for each place of an example's text that reads like a link."""
    if title < 0:
        return []
    text = text_of(texts)
    about = events[title].unit.text
    return [
        Anchor(title, f"{about} {text[max(0, link.start() - AROUND) : link.start() + AROUND]}")
        for link in LINK_WORDS.finditer(text)
    ]


def _owners(addresses: Sequence[str], anchors: Sequence[Anchor], events: Sequence[Event], place: int) -> list[int]:
    """Match addresses with anchors in order; without any anchor, with the examples whose words they share."""
    if len(addresses) == len(anchors):
        return [anchor.event for anchor in anchors]
    candidates = list(anchors) or _examples_before(events, place)
    if not candidates:
        return [-1 for _ in addresses]
    return [candidates[index].event for index in _best_order(addresses, candidates)]


def _examples_before(events: Sequence[Event], place: int) -> list[Anchor]:
    """Give the examples since the addresses before, and the one that was begun before those."""
    since = max((number for number in range(place) if events[number].kind == "addresses"), default=-1)
    titles = [number for number in range(place) if events[number].kind == "title"]
    here = [number for number in titles if number > since] or titles[-1:]
    earlier = [number for number in titles if number < here[0]][-1:] if here else []
    found = []
    for number in (*earlier, *here):
        following = next((other for other in titles if other > number), place)
        said = [event.unit for event in events[number:following] if event.kind != "addresses"]
        found.append(Anchor(number, text_of(said)))
    return found


def _best_order(addresses: Sequence[str], anchors: Sequence[Anchor]) -> list[int]:
    """Choose an anchor for each address, never going back, so that they share as many words as can be.

    An anchor is used once as long as there are enough of them. On a page with more links than a person would print
    they are taken in order.
    """
    if len(addresses) * len(anchors) > MOST_PAIRS:
        return [min(place, len(anchors) - 1) for place in range(len(addresses))]
    step = 1 if len(anchors) >= len(addresses) else 0
    contexts = [_starts(anchor.context) for anchor in anchors]
    best: list[tuple[int, list[int]]] = []
    for row, address in enumerate(addresses):
        shares = [_shared(address, context) for context in contexts]
        following: list[tuple[int, list[int]]] = []
        for index, share in enumerate(shares):
            before = max(best[: index + 1 - step], key=lambda one: one[0], default=None) if row else (0, [])
            following.append((before[0] + share, [*before[1], index]) if before else (NEVER, []))
        best = following
    return max(best, key=lambda one: one[0])[1]


def _starts(text: str) -> set[str]:
    """Give how the longer words of a text begin."""
    return {word[:ALIKE] for word in WORD.findall(text.lower().translate(FOLDED)) if len(word) >= ALIKE}


def _shared(address: str, starts: set[str]) -> int:
    """Count the words of an address that begin as words around an anchor do."""
    own = set(WORD.findall(unquote(address).lower().translate(FOLDED))) - ADDRESS_WORDS
    return sum(any(start in word for word in own) for start in starts)
