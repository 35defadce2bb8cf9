"""What the pages of accounts say."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from axes.models import AccessAttempt
from django.conf import settings
from django.utils.module_loading import import_string

from indsats.accounts.models import User
from indsats.accounts.rules import demo_logins_exist

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class RoleLine:
    """A role that somebody has or had. ``until`` is the last day of it; empty while no end is known."""

    role: str
    place: str
    since: date
    until: date | None = None
    stands_in_for: str = ""
    in_force: bool = True


@dataclass(frozen=True, slots=True)
class DemoLogin:
    """A person of the demo whom a visitor can be with one press of a button."""

    id: int
    name: str
    email: str
    role: str
    place: str


def roles_of(people: Iterable[User]) -> dict[int, tuple[RoleLine, ...]]:
    """Return everybody's roles, newest first. Which these are is known further up in the house."""
    known: Callable[[Iterable[User]], dict[int, tuple[RoleLine, ...]]] = import_string(settings.ACCOUNTS_ROLES_OF)
    return known(people)


def demo_logins() -> tuple[DemoLogin, ...]:
    """Return one person a role, the first that was made; nobody where there is no demo."""
    if not demo_logins_exist():
        return ()
    people = list(User.objects.filter(is_demo=True, is_active=True).order_by("id"))
    roles = roles_of(people)
    logins = (
        DemoLogin(id=person.pk, name=person.name, email=person.email, role=line.role, place=line.place)
        for person in people
        for line in roles.get(person.pk, ())[:1]
    )
    first: dict[str, DemoLogin] = {}
    for login in logins:
        first.setdefault(login.role, login)
    return tuple(first.values())


def minutes_until_unlocked(*, address: str, at: datetime) -> int:
    """Return how many minutes somebody must wait who is locked out since the last failure that counted."""
    last = AccessAttempt.objects.filter(username=address).order_by("-attempt_time").first()
    opens = (last.attempt_time if last else at) + settings.AXES_COOLOFF_TIME
    return max(1, math.ceil((opens - at).total_seconds() / 60))
