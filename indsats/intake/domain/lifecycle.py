"""Where an upload, an edition and a proposal may go next: three tables that a case worker can read.

An upload is read once. An edition is reviewed, then published or discarded for good. A proposal can be decided and
taken back as often as wanted while its edition is in review.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

UPLOAD: Mapping[str, frozenset[str]] = {
    "waiting": frozenset({"read", "unchanged", "unreadable"}),
    "read": frozenset(),
    "unchanged": frozenset(),
    "unreadable": frozenset({"waiting"}),
}
EDITION: Mapping[str, frozenset[str]] = {
    "in_review": frozenset({"published", "discarded"}),
    "published": frozenset(),
    "discarded": frozenset(),
}
PROPOSAL: Mapping[str, frozenset[str]] = {
    "waiting": frozenset({"accepted", "rejected", "merged"}),
    "accepted": frozenset({"waiting", "rejected", "merged"}),
    "rejected": frozenset({"waiting", "accepted"}),
    "merged": frozenset({"waiting"}),
}


def may_move(table: Mapping[str, frozenset[str]], state: str, to: str) -> bool:
    """Whether the table has the move."""
    return to in table[state]
