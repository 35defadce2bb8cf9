"""Making people known, and what they say about themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from indsats.accounts.models import User
from indsats.foundation.audit.services import record

if TYPE_CHECKING:
    from datetime import datetime


@transaction.atomic
def create_user(
    *,
    email: str,
    name: str,
    password: str | None,
    by: User | None,
    at: datetime,
    is_demo: bool = False,
    language: str = "da",
) -> User:
    """Make someone known who can then sign in; what they may do is granted as a role by ``organisation``.

    Raises:
        ValidationError: the address is taken or is none, or the name is empty.
    """
    user = User.objects.create_user(email, password, name=name, is_demo=is_demo, language=language)
    record("accounts.user.created", on=user, by=by, at=at, changes={"email": [None, user.email], "name": [None, name]})
    return user


@transaction.atomic
def change_profile(*, user: User, name: str, language: str, by: User, at: datetime) -> User:
    """Keep what people say about themselves: what they are called and which language they read."""
    before = {"name": user.name, "language": user.language}
    user.name, user.language = name, language
    user.full_clean(exclude=["password"])
    user.save(update_fields=["name", "language"])
    changes = {field: [old, getattr(user, field)] for field, old in before.items() if old != getattr(user, field)}
    if changes:
        record("accounts.profile.changed", on=user, by=by, at=at, changes=changes)
    return user


def choose_language(*, user: User, language: str, by: User, at: datetime) -> User:
    """Read indsats in another language from now on."""
    return change_profile(user=user, name=user.name, language=language, by=by, at=at)
