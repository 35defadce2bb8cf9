"""What an act would change, seen before it is done: the act itself, tried and taken back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from collections.abc import Callable

    from indsats.organisation.domain.history import History


@dataclass(frozen=True, slots=True)
class BeforeAndAfter:
    """The history without the act, and with it."""

    before: History
    after: History


def tried(act: Callable[[], object]) -> BeforeAndAfter:
    """Do the act, look, and undo it; what it raises is raised. Nothing of it is kept, not even in the log."""
    with transaction.atomic():
        before = load_history()
        act()
        after = load_history()
        transaction.set_rollback(True)
    return BeforeAndAfter(before, after)
