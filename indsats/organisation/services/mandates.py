"""Granting roles and taking them back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.organisation.models import Mandate
from indsats.organisation.rules import can_end_mandate, can_manage_people
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from indsats.accounts.models import User
    from indsats.organisation.models import MedCommittee, Unit


@transaction.atomic
def grant_mandate(
    *,
    user: User,
    role: str,
    unit: Unit,
    valid_from: date,
    by: User | None,
    valid_to: date | None = None,
    committee: MedCommittee | None = None,
    substitute_for: Mandate | None = None,
    note: str = "",
    at: datetime | None = None,
) -> Mandate:
    """Give a person a role at a unit and all below it; ``valid_to`` is the first day without it.

    Raises:
        ValidationError: the unit is not open that day, the dates are wrong, or a substitute would stand in for a
            substitute, for another role or for themselves.
    """
    require(can_manage_people(by, unit.pk, valid_from))
    mandate = Mandate(
        user=user,
        role=role,
        unit=unit,
        committee=committee,
        valid_from=valid_from,
        valid_to=valid_to,
        substitute_for=substitute_for,
    )
    mandate.full_clean()
    if unit.pk not in tree_as_of(valid_from):
        raise ValidationError({"unit": _("The unit does not exist on that date.")})
    if substitute_for is not None:
        _check_substitute(mandate, substitute_for)
    mandate.save()
    record(
        "organisation.mandate.granted",
        on=mandate,
        by=by,
        at=at,
        why=note,
        changes={
            "user": [None, user.pk],
            "role": [None, role],
            "unit": [None, unit.key],
            "valid_from": [None, valid_from.isoformat()],
            "valid_to": [None, valid_to.isoformat() if valid_to else None],
        },
    )
    return mandate


def _check_substitute(mandate: Mandate, original: Mandate) -> None:
    if original.substitute_for_id is not None:
        raise ValidationError({"substitute_for": _("A substitute cannot have a substitute.")})
    if original.user_id == mandate.user_id:
        raise ValidationError({"substitute_for": _("Nobody can stand in for themselves.")})
    if (original.role, original.unit_id) != (mandate.role, mandate.unit_id):
        raise ValidationError({"substitute_for": _("A substitute has the same role at the same unit.")})


@transaction.atomic
def end_mandate(*, mandate: Mandate, on: date, by: User | None, note: str = "", at: datetime | None = None) -> Mandate:
    """End the role: ``on`` is the first day without it, from midnight.

    Raises:
        ValidationError: it would end before it begins, or has ended already.
    """
    require(can_end_mandate(by, mandate))
    held = Mandate.objects.select_for_update().get(pk=mandate.pk)
    if held.valid_to is not None and held.valid_to <= on:
        raise ValidationError({"on": _("The role has ended already.")})
    before, held.valid_to = held.valid_to, on
    if on <= held.valid_from:
        raise ValidationError({"on": _("The role must hold for at least one day.")})
    held.full_clean()
    held.save(update_fields=["valid_to"])
    change = [before.isoformat() if before else None, on.isoformat()]
    record("organisation.mandate.ended", on=held, by=by, at=at, why=note, changes={"valid_to": change})
    return held
