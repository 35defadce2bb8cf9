"""Giving a role to a person, known or new."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.accounts.models import User
from indsats.accounts.services import create_user
from indsats.foundation.access.verdict import require
from indsats.organisation.rules import can_manage_people
from indsats.organisation.services.mandates import grant_mandate

if TYPE_CHECKING:
    from datetime import date, datetime

    from indsats.organisation.models import Mandate, MedCommittee, Unit

PASSWORD_BYTES = 12


@dataclass(frozen=True, slots=True)
class Appointment:
    """The role that was given. ``password`` is what somebody new signs in with the first time; it is kept nowhere."""

    mandate: Mandate
    password: str = ""


@transaction.atomic
def appoint(
    *,
    email: str,
    name: str,
    role: str,
    unit: Unit,
    valid_from: date,
    by: User | None,
    at: datetime,
    valid_to: date | None = None,
    committee: MedCommittee | None = None,
    substitute_for: Mandate | None = None,
    note: str = "",
) -> Appointment:
    """Give the person with the address a role; somebody new gets an account first, under the name.

    Raises:
        ValidationError: the address or the name is none, or the role cannot be given as asked.
    """
    require(can_manage_people(by, unit.pk, valid_from))
    user = User.objects.filter(email=email.lower()).first()
    password = ""
    if user is None:
        password = secrets.token_urlsafe(PASSWORD_BYTES)
        user = create_user(email=email, name=name, password=password, by=by, at=at)
    mandate = grant_mandate(
        user=user,
        role=role,
        unit=unit,
        valid_from=valid_from,
        valid_to=valid_to,
        committee=committee,
        substitute_for=substitute_for,
        by=by,
        at=at,
        note=note,
    )
    return Appointment(mandate, password)
