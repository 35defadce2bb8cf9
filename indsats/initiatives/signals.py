"""What happened to an initiative, for contexts above; sent on commit, with ``initiative``, ``by`` and ``at``.

``initiative_changed`` tells of published initiatives only: what happens to a draft is nobody else's business.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from django.db import transaction
from django.dispatch import Signal

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.initiatives.models import Initiative

initiative_published = Signal()
initiative_changed = Signal()
initiative_withdrawn = Signal()  # by withdrawing it, or by making it a draft again


def tell(signal: Signal, initiative: Initiative, *, by: User | None, at: datetime) -> None:
    """Send the signal on commit; a listener that fails is logged and cannot undo what was done."""
    send = partial(signal.send_robust, sender=type(initiative), initiative=initiative, by=by, at=at)
    transaction.on_commit(send, robust=True)
