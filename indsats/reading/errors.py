"""Why a file could not be read, in words that tell its owner what to do."""

from __future__ import annotations

from typing import Literal

UnreadableCode = Literal[
    "encrypted",
    "truncated",
    "empty",
    "too_large",
    "not_what_it_claims",
    "unsupported",
    "took_too_long",
    "took_too_much_memory",
    "broke_the_reader",
]


class UnreadableFile(Exception):
    """A file that gives no text. ``reason`` is one plain Danish sentence that ends with what to do about it."""

    def __init__(self, file: str, code: UnreadableCode, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.code = code
        self.reason = reason
