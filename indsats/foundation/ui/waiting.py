"""What waits for a person: every context answers for itself, the front page lists the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing to do: a sentence, where to do it, and how many there are. The most urgent have the lowest rank."""

    text: StrOrPromise
    url: str
    count: int
    rank: int = 50
