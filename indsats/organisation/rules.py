"""Who stands where, and who may change the organisation.

A mandate holds at its unit and everything below it, as the tree is on the day. Days are Danish: a mandate that ends
on a date is gone at midnight before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.organisation.models import Mandate
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from indsats.accounts.models import User

ADMINISTRATOR = (Mandate.Role.ADMINISTRATOR,)


def units_where(user: User, roles: Iterable[str], on: date | None = None) -> frozenset[int]:
    """Return the units at which the person has one of the roles that day, those below included. Two queries."""
    day = on or timezone.localdate()
    held = list(Mandate.objects.in_force(day).of(user, roles).values_list("unit_id", flat=True))
    return tree_as_of(day).below_any(held) if held and user.is_active else frozenset()


def has_role(user: User, roles: Iterable[str], unit_id: int | None = None, on: date | None = None) -> bool:
    """Whether the person has one of the roles that day: at the unit (or above it), or anywhere when none is named."""
    where = units_where(user, roles, on)
    return bool(where) if unit_id is None else unit_id in where


def can_change_organisation(user: User | None, unit_ids: Iterable[int] = ()) -> Verdict:
    """Administrators change the units that they are administrators of; the system itself (None) changes all."""
    if user is None:
        return YES
    where = units_where(user, ADMINISTRATOR)
    if not where:
        return no(_("Only an administrator can change the organisation."))
    if not frozenset(unit_ids) <= where:
        return no(_("You are not an administrator of all the units that this concerns."))
    return YES


def can_manage_people(user: User | None, unit_id: int | None = None) -> Verdict:
    """Administrators grant and end roles at the units that they are administrators of."""
    if user is None:
        return YES
    where = units_where(user, ADMINISTRATOR)
    if not where:
        return no(_("Only an administrator can grant and end roles."))
    if unit_id is not None and unit_id not in where:
        return no(_("You are not an administrator of this unit."))
    return YES
