"""A transparent vocabulary: words, beginnings, endings and phrases that each stand for a key, kept as TOML.

Danish glues words together and bends them. So a word is found in any inflection, a ``head`` also as the last part of a
compound (what the compound is), a ``start`` as its first part. Where several fit, the longest decides, and a phrase
hides the words inside it.
"""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

TOKEN = re.compile(r"[^\W_]+(?:[.’'-][^\W_]+)*-?")
ENDINGS = (
    "",
    "s",
    "n",
    "ns",
    "en",
    "ens",
    "t",
    "ts",
    "et",
    "ets",
    "e",
    "es",
    "r",
    "rs",
    "er",
    "ers",
    "ere",
    "eres",
    "ne",
    "nes",
    "rne",
    "rnes",
    "erne",
    "ernes",
    "ene",
    "enes",
    "te",
)  # fmt: skip -- the endings of Danish nouns and adjectives
SHORTEST = 2
LONGEST_WORD = 80
"""A run of letters longer than this is no word; looking into it would only take time."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What an entry of the vocabulary stands for."""

    keys: tuple[str, ...]
    weight: float = 1.0
    weak: bool = False
    hidden: bool = False
    """The entry is there to keep other words from being found inside it."""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry found in a text: where, and the words as printed."""

    entry: Entry
    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text in lower case, and where it stands."""

    word: str
    start: int
    end: int


@dataclass(slots=True)
class Lexicon:
    """A vocabulary made ready for looking up."""

    words: dict[str, Entry] = field(default_factory=dict)
    heads: dict[str, Entry] = field(default_factory=dict)
    starts: dict[str, Entry] = field(default_factory=dict)
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = field(default_factory=lambda: defaultdict(list))
    known: dict[str, Entry | None] = field(default_factory=dict)
    """What has been looked up before."""

    def found_in(self, text: str) -> list[Found]:
        """Find every entry of a text from left to right, the longest where they overlap."""
        return list(self._walk(tokens_of(text), text))

    def entry_of(self, word: str) -> Entry | None:
        """Give the entry that a single word in lower case belongs to."""
        if word not in self.known:
            if len(self.known) > 100_000:  # noqa: PLR2004 -- a bound, so that a long-lived process stays small
                self.known.clear()
            self.known[word] = self._look_up(word)
        return self.known[word]

    def _walk(self, tokens: list[Token], text: str) -> Iterator[Found]:
        place = 0
        while place < len(tokens):
            length, entry = self._phrase_at(tokens, place)
            if entry is None:
                length, entry = 1, self.entry_of(tokens[place].word)
            if entry is not None and not entry.hidden:
                start, end = tokens[place].start, tokens[place + length - 1].end
                yield Found(entry, start, end, text[start:end])
            place += length

    def _phrase_at(self, tokens: list[Token], place: int) -> tuple[int, Entry | None]:
        best: tuple[int, Entry | None] = (0, None)
        for words, entry in self.phrases.get(tokens[place].word, ()):
            following = tokens[place : place + len(words)]
            if len(words) > best[0] and len(following) == len(words):
                pairs = zip(words, following, strict=True)
                if all(_same(word, token.word) for word, token in pairs):
                    best = (len(words), entry)
        return best

    def _look_up(self, word: str) -> Entry | None:
        best, length = None, 0
        for form in {word, word.replace("-", "")} if len(word) <= LONGEST_WORD else ():
            for base in _bases(form):
                if base in self.words and len(base) > length:
                    best, length = self.words[base], len(base)
                for first in range(len(base) - SHORTEST):
                    if base[first:] in self.heads:
                        if len(base) - first > length:
                            best, length = self.heads[base[first:]], len(base) - first
                        break
            for last in range(len(form), SHORTEST, -1):
                if form[:last] in self.starts:
                    if last > length:
                        best, length = self.starts[form[:last]], last
                    break
        return best


def tokens_of(text: str) -> list[Token]:
    """Split a text into words in lower case."""
    return [Token(match[0].lower().replace("’", "'"), match.start(), match.end()) for match in TOKEN.finditer(text)]


@cache
def lexicon(name: str) -> Lexicon:
    """Read ``vocabulary/<name>.toml`` once."""
    text = resources.files(__package__).joinpath("vocabulary", f"{name}.toml").read_text(encoding="utf-8")
    made = Lexicon()
    for key, table in tomllib.loads(text).items():
        _add(made, key, table, {})
    return made


def _add(made: Lexicon, key: str, table: Mapping[str, Any], inherited: Mapping[str, Any]) -> None:
    options = {**inherited, **{name: value for name, value in table.items() if name in {"also", "weight"}}}
    entry = Entry(
        keys=(key, *options.get("also", ())),
        weight=float(options.get("weight", 1.0)),
        weak=bool(options.get("weak")),
        hidden=key == "none",
    )
    for kind, place in (("words", made.words), ("heads", made.heads), ("starts", made.starts)):
        for word in table.get(kind, ()):
            place[word.lower().replace("’", "'")] = entry
    for phrase in table.get("phrases", ()):
        words = _words_of(phrase)
        made.phrases[words[0].rstrip("*")].append((words, entry))
    for name, inner in table.items():
        if isinstance(inner, dict):
            _add(made, key, inner, {**options, "weak": name == "weak"})


def _words_of(phrase: str) -> tuple[str, ...]:
    """Split a phrase as a text is split, keeping the stars."""
    words = [(token.word, phrase[token.end : token.end + 1] == "*") for token in tokens_of(phrase)]
    return tuple(word + "*" if starred else word for word, starred in words)


def _same(pattern: str, word: str) -> bool:
    return word.startswith(pattern[:-1]) if pattern.endswith("*") else word == pattern


def _bases(word: str) -> set[str]:
    """Give what a word may be without its ending; an apostrophe parts an abbreviation from its ending."""
    plain = word.rstrip("-")
    return {
        plain.removesuffix(ending).rstrip("'")
        for ending in ENDINGS
        if plain.endswith(ending) and len(plain) - len(ending) >= SHORTEST
    }
