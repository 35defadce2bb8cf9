"""What is known before a document is opened."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Knowledge:
    """The region's own names.

    ``organisations`` maps every name by which an organisation goes in documents (full name, abbreviation, former name,
    known misprint) to its full name. Empty: the reader knows only what the document itself says.
    """

    organisations: Mapping[str, str] = field(default_factory=dict)
