"""Which part of a long document to lay beside a record: the passage with some lines around it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WHOLE_PAGE = 160
"""A page with no more lines than this is shown whole."""
AROUND = 40


@dataclass(frozen=True, slots=True)
class Window:
    """Some of a page's lines; ``before`` and ``after`` say how many are left out."""

    lines: tuple[tuple[int, str], ...]
    before: int = 0
    after: int = 0


def window(lines: Sequence[tuple[int, str]], start: int, end: int) -> Window:
    """Return the whole of a short page, and of a long one the lines around the passage."""
    if len(lines) <= WHOLE_PAGE:
        return Window(tuple(lines))
    kept = [index for index, (number, _text) in enumerate(lines) if start - AROUND <= number <= end + AROUND]
    if not kept:
        return Window(tuple(lines[:WHOLE_PAGE]), 0, len(lines) - WHOLE_PAGE)
    return Window(tuple(lines[kept[0] : kept[-1] + 1]), kept[0], len(lines) - kept[-1] - 1)
