"""What an initiative is about: the themes whose words weigh most in its title and text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.fields.lexicon import lexicon
from indsats.reading.vocabulary import THEMES

if TYPE_CHECKING:
    from collections.abc import Mapping

IN_TITLE = 2.5
"""How much more a word weighs in the title than in the text."""
REPEATED = 0.35
"""What the same theme's further words add: many words on one thing do not make it more than one thing."""
LEAST = 1.0
SHARE_OF_STRONGEST = 0.33
MOST = 3


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme, how much its words weigh together, and the words as printed."""

    key: str
    weight: float
    words: tuple[str, ...]


def themes_of(title: str, description: str | None = None) -> list[str]:
    """Give the keys of the themes, the strongest first; at most three."""
    return [theme.key for theme in found_themes(title, description)]


def found_themes(title: str, description: str | None = None) -> list[Theme]:
    """Give the themes with the words that speak for each."""
    return _weighed(title, description or "", weak=False) or _weighed(title, description or "", weak=True)


def _weighed(title: str, description: str, *, weak: bool) -> list[Theme]:
    """Weigh the themes; words that are weak (»fastholde«) count only where nothing else says what it is about."""
    evidence: dict[str, dict[str, float]] = {}
    for text, share in ((title, IN_TITLE), (description, 1.0)):
        for found in lexicon("themes").found_in(text):
            for key in found.entry.keys if weak or not found.entry.weak else ():
                words = evidence.setdefault(key, {})
                word = found.words.lower()
                words[word] = max(words.get(word, 0.0), found.entry.weight * share)
    weighed = sorted(
        (Theme(key, _weight(words), tuple(words)) for key, words in evidence.items() if key in THEMES),
        key=lambda theme: (-theme.weight, THEMES.index(theme.key)),
    )
    least = max(0.0 if weak else LEAST, SHARE_OF_STRONGEST * weighed[0].weight) if weighed else 0.0
    return [theme for theme in weighed[:MOST] if theme.weight >= least]


def _weight(words: Mapping[str, float]) -> float:
    strongest, *others = sorted(words.values(), reverse=True)
    return strongest + REPEATED * sum(others)
