"""Who sees an initiative: publishing it, taking it back, withdrawing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import require
from indsats.initiatives.domain.lifecycle import move_between
from indsats.initiatives.models import Initiative
from indsats.initiatives.rules import can_edit_initiative, can_publish_initiative, can_withdraw_initiative
from indsats.initiatives.services.editing import keep_history
from indsats.initiatives.signals import initiative_published, initiative_withdrawn, tell

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User


def publish_initiative(*, initiative: Initiative, by: User | None, at: datetime, why: str = "") -> Initiative:
    """Let everyone who can sign in see it."""
    require(can_publish_initiative(by, initiative))
    return move_state(initiative=initiative, by=by, at=at, to="published", why=why)


def withdraw_initiative(*, initiative: Initiative, by: User | None, at: datetime, why: str) -> Initiative:
    """Take it out of the portfolio; it is kept, with its history, and can be published again.

    Raises:
        ValidationError: no reason is given.
    """
    require(can_withdraw_initiative(by, initiative))
    return move_state(initiative=initiative, by=by, at=at, to="withdrawn", why=why)


def take_back_initiative(*, initiative: Initiative, by: User | None, at: datetime, why: str = "") -> Initiative:
    """Make it a draft again, seen only by those who look after it."""
    require(can_edit_initiative(by, initiative))
    return move_state(initiative=initiative, by=by, at=at, to="draft", why=why)


@transaction.atomic
def move_state(*, initiative: Initiative, by: User | None, at: datetime, to: str, why: str) -> Initiative:
    """Move along the table of states; whoever comes second finds the move made, and makes none.

    Raises:
        ValidationError: the table has no such move, or it needs a reason and there is none.
    """
    held = Initiative.objects.select_for_update().get(pk=initiative.pk)
    if held.state == to:
        return held
    move = move_between(held.state, to)
    if move is None:
        raise ValidationError({"state": _("An initiative cannot go from the one state to the other.")})
    if move.needs_reason and not why.strip():
        raise ValidationError({"why": _("Write why the initiative is withdrawn.")})
    before = {"state": held.state}
    held.state, held.version = to, held.version + 1
    held.changed_at, held.changed_by = at, by
    held.save(update_fields=["state", "version", "changed_at", "changed_by"])
    keep_history(held, by=by, at=at, before=before, after={"state": to}, why=why, event=move.event)
    if to == Initiative.State.PUBLISHED:
        tell(initiative_published, held, by=by, at=at)
    elif before["state"] == Initiative.State.PUBLISHED:
        tell(initiative_withdrawn, held, by=by, at=at)
    return held
