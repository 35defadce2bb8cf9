"""The stem of a Danish word: what its inflections share."""

from __future__ import annotations

from functools import lru_cache
from typing import Protocol, cast


class _Stemmer(Protocol):
    """What we use of the library, which ships no types."""

    def stemWord(self, word: str) -> str: ...  # noqa: N802 -- the library's own name


@lru_cache(maxsize=1)
def _stemmer() -> _Stemmer:
    import snowballstemmer

    return cast("_Stemmer", snowballstemmer.stemmer("danish"))


@lru_cache(maxsize=100_000)
def stem(folded: str) -> str:
    """Return the stem of a folded word, by Snowball's Danish rules."""
    return _stemmer().stemWord(folded)
