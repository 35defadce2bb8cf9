"""The menu: where this person can go, where they are, and how much waits behind a door."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from indsats.accounts.models import User
from indsats.intake.models import Edition
from indsats.organisation.models import Mandate
from indsats.web.rules import can_read_log

if TYPE_CHECKING:
    from django.http import HttpRequest


@dataclass(frozen=True, slots=True)
class MenuItem:
    """One door. ``badge`` is how much waits behind it; nothing is shown for none."""

    label: str
    url: str
    is_current: bool
    badge: int = 0


def navigation(request: HttpRequest) -> dict[str, Any]:
    """Give every page its menu; a page that shows none, such as a fragment, asks the database nothing."""
    return {"menu": SimpleLazyObject(lambda: menu_of(request))}


def menu_of(request: HttpRequest) -> tuple[MenuItem, ...]:
    """Return the doors that are open to this person; none before the sign-in."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return ()
    roles = roles_today(user)
    doors = [
        ("web:front", _("Front page"), "web:front", 0),
        ("initiatives", _("Portfolio"), "initiatives:portfolio", 0),
        ("catalogue", _("Catalogue"), "catalogue:catalogue", 0),
        ("intake", _("Documents"), "intake:documents", _in_review(roles)),
        ("organisation", _("Organisation"), "organisation:organisation", 0),
    ]
    if Mandate.Role.ADMINISTRATOR in roles and can_read_log(user):
        doors.append(("web:log", _("Log"), "web:log", 0))
    here = _context_of(request)
    return tuple(MenuItem(label, reverse(name), context == here, badge) for context, label, name, badge in doors)


def roles_today(user: User) -> frozenset[str]:
    """Return the roles that the person has anywhere today."""
    return frozenset(Mandate.objects.in_force(timezone.localdate()).filter(user=user).values_list("role", flat=True))


def _in_review(roles: frozenset[str]) -> int:
    if Mandate.Role.PROGRAMME_OFFICER not in roles:
        return 0
    return Edition.objects.filter(state=Edition.State.IN_REVIEW).count()


def _context_of(request: HttpRequest) -> str:
    """Return the context that the page belongs to; pages of the roof belong to themselves."""
    match = request.resolver_match
    if match is None:
        return ""
    return match.view_name if match.namespace == "web" else match.namespace
