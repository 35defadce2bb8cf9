"""Ending sessions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F

from indsats.foundation.audit.services import record

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User


@transaction.atomic
def sign_out_everywhere(*, user: User, by: User, at: datetime) -> User:
    """End every session of the person: their session hash changes, and with it each session stops to count."""
    user.sign_outs = F("sign_outs") + 1
    user.save(update_fields=["sign_outs"])
    user.refresh_from_db(fields=["sign_outs"])
    record("accounts.sessions.ended", on=user, by=by, at=at)
    return user
