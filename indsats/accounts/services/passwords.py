"""Changing one's password."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.password_validation import validate_password
from django.db import transaction

from indsats.foundation.audit.services import record

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User


@transaction.atomic
def change_password(*, user: User, password: str, by: User | None, at: datetime) -> User:
    """Give a new password; every session of the person but the one that asks for it ends.

    Raises:
        ValidationError: the password is too weak; the messages say what is wrong with it.
    """
    validate_password(password, user)
    user.set_password(password)
    user.save(update_fields=["password"])
    record("accounts.password.changed", on=user, by=by, at=at)
    return user
