"""Following an initiative, and having seen it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.initiatives.models import Follower, Initiative
from indsats.initiatives.rules import can_follow

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User


@transaction.atomic
def follow(*, initiative: Initiative, user: User, at: datetime) -> Follower:
    """Let its changes stand on the person's front page; following twice is following once."""
    require(can_follow(user, initiative))
    follower, made = Follower.objects.get_or_create(
        user=user, initiative=initiative, defaults={"since": at, "seen_at": at}
    )
    if made:
        record("initiatives.initiative.followed", on=initiative, by=user, at=at)
    return follower


@transaction.atomic
def unfollow(*, initiative: Initiative, user: User, at: datetime) -> None:
    """No longer tell the person of its changes."""
    gone, _each = Follower.objects.filter(user=user, initiative=initiative).delete()
    if gone:
        record("initiatives.initiative.unfollowed", on=initiative, by=user, at=at)


def mark_seen(*, initiative: Initiative, user: User, at: datetime) -> None:
    """Remember that the person has looked at it: what changed until now is no longer news. Not an event."""
    Follower.objects.filter(user=user, initiative=initiative, seen_at__lt=initiative.changed_at).update(seen_at=at)
