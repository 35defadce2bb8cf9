"""The lines of a description that a card shows: the first, or those where the answer to the question stands."""

from __future__ import annotations

from indsats.language.queries import Piece, Query, pieces

_LENGTH = 260
_BEFORE = 60


def excerpt(text: str, query: Query, length: int = _LENGTH) -> tuple[Piece, ...]:
    """Return about ``length`` letters of the text, cut between words, with the answers in it marked."""
    flat = " ".join(text.split())
    start = _start(flat, query, length)
    end = _end(flat, start + length)
    opening = (Piece("… "),) if start else ()
    ending = (Piece(" …"),) if end < len(flat) else ()
    return (*opening, *pieces(flat[start:end].strip(), query), *ending)


def _start(flat: str, query: Query, length: int) -> int:
    if len(flat) <= length or not query:
        return 0
    at = 0
    for piece in pieces(flat, query):
        if piece.hit:
            break
        at += len(piece.text)
    if at >= len(flat) or at + _BEFORE < length:
        return 0
    start = flat.rfind(" ", 0, at - _BEFORE) + 1
    return min(start, flat.rfind(" ", 0, len(flat) - length) + 1)


def _end(flat: str, wanted: int) -> int:
    if wanted >= len(flat):
        return len(flat)
    space = flat.rfind(" ", 0, wanted)
    return space if space > 0 else wanted
