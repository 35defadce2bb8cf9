"""Who stands where, and who may change the organisation.

A mandate holds at its unit and everything below it, as the tree is on the day. Days are Danish: a mandate that ends
on a date is gone at midnight before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.organisation.models import Mandate, UnitVersion
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
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


def can_change_organisation(user: User | None, unit_ids: Iterable[int] = (), on: date | None = None) -> Verdict:
    """Administrators change the units that they are administrators of; the system itself (None) changes all.

    What counts is the tree of today, or of the day to come on which the change takes effect: who once was an
    administrator of a unit does not change its past.
    """
    today = timezone.localdate()
    return _administers(user, dict.fromkeys(unit_ids, max(on or today, today)))


def can_change_unit(user: User | None, unit_id: int) -> Verdict:
    """As above, but for a unit that has closed on its last day, and for one to come on its first."""
    return _administers(user, {unit_id: last_day(unit_id)})


def can_take_back(user: User | None, unit_ids: Iterable[int]) -> Verdict:
    """Who may change all the units that an event concerns may take it back; also those that it closed."""
    return _administers(user, {unit: last_day(unit) for unit in unit_ids} if user else {})


def can_manage_people(user: User | None, unit_id: int | None = None, on: date | None = None) -> Verdict:
    """Administrators grant and end roles at the units that they are administrators of."""
    if user is None:
        return YES
    held = _administered(user)
    if not held:
        return no(_("Only an administrator can grant and end roles."))
    if unit_id is not None and unit_id not in {*held, *tree_as_of(on or timezone.localdate()).below_any(held)}:
        return no(_("You are not an administrator of this unit."))
    return YES


def can_end_mandate(user: User | None, mandate: Mandate) -> Verdict:
    """As for granting, on the last day of a unit that has closed since."""
    return can_manage_people(user, mandate.unit_id, last_day(mandate.unit_id))


def last_day(unit_id: int) -> date:
    """Return the day on which to look at a unit: today, or its last day when it has closed, its first when to come."""
    return UnitVersion.objects.last_day(unit_id, timezone.localdate())


def _administers(user: User | None, days: Mapping[int, date]) -> Verdict:
    """Whether the person is administrator of every unit, as the tree is on the unit's day."""
    if user is None:
        return YES
    held = _administered(user)
    if not held:
        return no(_("Only an administrator can change the organisation."))
    for day in set(days.values()):
        asked = {unit for unit, its_day in days.items() if its_day == day}
        if not asked <= tree_as_of(day).below_any(held):
            return no(_("You are not an administrator of all the units that this concerns."))
    return YES


def _administered(user: User) -> list[int]:
    """Return the units that the person is made administrator of today; what lies below depends on the day."""
    if not user.is_active:
        return []
    mandates = Mandate.objects.in_force(timezone.localdate()).of(user, ADMINISTRATOR)
    return list(mandates.order_by("pk").values_list("unit_id", flat=True))


def can_name_substitute(user: User | None, mandate: Mandate) -> Verdict:
    """Who may end a role may let somebody stand in, while the role holds and is not itself a substitute's."""
    if mandate.substitute_for_id is not None:
        return no(_("A substitute cannot have a substitute."))
    if mandate.valid_to is not None and mandate.valid_to <= timezone.localdate():
        return no(_("The role has ended already."))
    return can_end_mandate(user, mandate)
