"""What every part of one publishing needs to know."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.initiatives.models import Goal, Programme
    from indsats.intake.models import Edition
    from indsats.intake.services.names import Places


@dataclass(slots=True)
class Publishing:
    """One publishing under way: who, when, of what, and the goals that have come to stand so far."""

    edition: Edition
    by: User | None
    at: datetime
    places: Places
    programme: Programme | None = None
    goals_by_number: dict[int, Goal] = field(default_factory=dict)
    goals_by_proposal: dict[int, Goal] = field(default_factory=dict)
