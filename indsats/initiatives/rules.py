"""Who may do what to an initiative, and the reason when not.

Programme officers act at their unit and below, and on initiatives that have no unit. The owner acts on their own.
Department and ward leaders act on local initiatives of units that they lead. A unit that has closed is looked after by
those who look after the units that took over. ``None`` is the system itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.initiatives.domain.lifecycle import move_between
from indsats.organisation.models import Mandate
from indsats.organisation.services.trees import tree_as_of, with_predecessors

if TYPE_CHECKING:
    from datetime import date

    from indsats.accounts.models import User
    from indsats.initiatives.models import FieldChange, Initiative

OFFICERS = (Mandate.Role.PROGRAMME_OFFICER,)
LEADERS = (Mandate.Role.DEPARTMENT_LEADER, Mandate.Role.WARD_LEADER)

_NOT_YOURS = _(
    "Only the unit's programme officers, the owner and, for local initiatives, the unit's leader can do this."
)


@dataclass(frozen=True, slots=True)
class Reach:
    """The units at which a person acts as programme officer, and those that they lead, closed ones included."""

    officer_at: frozenset[int]
    leads: frozenset[int]

    @property
    def is_officer(self) -> bool:
        """Whether the person is a programme officer anywhere."""
        return bool(self.officer_at)

    def covers(self, unit_id: int | None, origin: str) -> bool:
        """Whether the person looks after initiatives of the unit with this origin."""
        if unit_id is None:
            return self.is_officer
        return unit_id in self.officer_at or (origin == "local" and unit_id in self.leads)


def reach_of(user: User, on: date | None = None) -> Reach:
    """Return where the person acts that day."""
    day = on or timezone.localdate()
    held = Mandate.objects.in_force(day).of(user, (*OFFICERS, *LEADERS)).values_list("role", "unit_id")
    if not user.is_active or not held:
        return Reach(frozenset(), frozenset())
    tree = tree_as_of(day)
    officer_at = tree.below_any(unit for role, unit in held if role in OFFICERS)
    leads = tree.below_any(unit for role, unit in held if role in LEADERS)
    return Reach(with_predecessors(officer_at), with_predecessors(leads))


def _looks_after(user: User | None, initiative: Initiative) -> bool:
    if user is None or (user.is_active and initiative.owner_id == user.pk):
        return True
    return reach_of(user).covers(initiative.unit_id, initiative.origin)


def can_create_initiative(user: User | None, unit_id: int | None = None, origin: str = "local") -> Verdict:
    """Whether the person may create an initiative of the unit; without one, a programme officer anywhere."""
    if user is None:
        return YES
    reach = reach_of(user)
    if reach.covers(unit_id, origin):
        return YES
    if unit_id is not None and unit_id in reach.leads:
        return no(_("You can create local initiatives of the units that you lead. Set the origin to “Local”."))
    if reach.leads:
        return no(_("Choose one of the units that you lead."))
    if reach.is_officer:
        return no(_("You are not a programme officer of this unit."))
    return no(_("Only programme officers and leaders of departments and wards can create initiatives."))


def can_create_somewhere(user: User) -> Verdict:
    """Whether there is any unit at which the person may create an initiative."""
    reach = reach_of(user)
    return YES if reach.is_officer or reach.leads else can_create_initiative(user)


def can_edit_initiative(user: User | None, initiative: Initiative) -> Verdict:
    """Whether the person may change the initiative's fields."""
    return YES if _looks_after(user, initiative) else no(_NOT_YOURS)


def can_place_initiative(user: User | None, initiative: Initiative, unit_id: int | None, origin: str) -> Verdict:
    """Whether the person may give the initiative this unit and origin: its owner anywhere, others where they act."""
    if user is None or initiative.owner_id == user.pk:
        return YES
    return can_create_initiative(user, unit_id, origin)


def can_set_light(user: User | None, initiative: Initiative) -> Verdict:
    """Whether the person may say how the initiative goes."""
    return can_edit_initiative(user, initiative)


def can_publish_initiative(user: User | None, initiative: Initiative) -> Verdict:
    """Whether the person may let everyone see the initiative."""
    return _publish(initiative, can_edit_initiative(user, initiative))


def can_withdraw_initiative(user: User | None, initiative: Initiative) -> Verdict:
    """Whether the person may take the initiative out of the portfolio."""
    return _withdraw(initiative, can_edit_initiative(user, initiative))


def can_restore(user: User | None, change: FieldChange) -> Verdict:
    """Whether the person may give a field the value that it had before a change."""
    return can_edit_initiative(user, change.initiative)


def can_follow(user: User, initiative: Initiative) -> Verdict:
    """Whether the person may follow the initiative: whoever sees it may."""
    return YES if initiative.state == "published" and user.is_active else can_edit_initiative(user, initiative)


@dataclass(frozen=True, slots=True)
class Acts:
    """What one person may do to one initiative."""

    edit: Verdict
    set_light: Verdict
    publish: Verdict
    withdraw: Verdict
    restore: Verdict
    follow: Verdict


def acts_on(user: User, initiative: Initiative) -> Acts:
    """Judge everything at once, asking for the person's mandates only once."""
    edit = can_edit_initiative(user, initiative)
    return Acts(
        edit=edit,
        set_light=edit,
        publish=_publish(initiative, edit),
        withdraw=_withdraw(initiative, edit),
        restore=edit,
        follow=YES if initiative.state == "published" and user.is_active else edit,
    )


def _publish(initiative: Initiative, edit: Verdict) -> Verdict:
    if move_between(initiative.state, "published") is None:
        return no(_("The initiative is published already."))
    return edit


def _withdraw(initiative: Initiative, edit: Verdict) -> Verdict:
    if move_between(initiative.state, "withdrawn") is None:
        return no(_("The initiative is withdrawn already."))
    return edit


def can_manage_programmes(user: User | None, unit_id: int | None = None) -> Verdict:
    """Whether the person may make programmes, goals and money lines: programme officers, at their unit and below."""
    if user is None:
        return YES
    officer_at = reach_of(user).officer_at
    if not officer_at:
        return no(_("Only programme officers can change programmes, their goals and their money."))
    if unit_id is not None and unit_id not in officer_at:
        return no(_("You are not a programme officer of this unit."))
    return YES
