"""What a reviewer writes about one record."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indsats.intake.domain.comparison import differences

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Correction:
    """Fields with their values, changed fields that stay as they were, what becomes of something gone, and its parent.

    None leaves what is there; ``parent`` counts only where ``moves`` says so, because a record can be under nothing.
    """

    fields: Mapping[str, Any] | None = None
    declined: Sequence[str] | None = None
    ending: str = ""
    parent: int | None = None
    moves: bool = False

    def edited(self, proposed: Mapping[str, Any], before: Mapping[str, Any]) -> dict[str, Any]:
        """Return what the record says otherwise than the document, given what it said otherwise before."""
        written = self.fields or {}
        kept = {name: value for name, value in before.items() if name not in written}
        return kept | {name: written[name] for name in written if _differs(name, proposed, written)}


NOTHING = Correction()


def _differs(name: str, proposed: Mapping[str, Any], written: Mapping[str, Any]) -> bool:
    return bool(differences({name: proposed.get(name)}, {name: written[name]}))
