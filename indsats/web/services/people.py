"""Making a person known together with their role, as the first administrator of an installation must be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from indsats.accounts.services import create_user
from indsats.organisation.models import Mandate, Unit
from indsats.organisation.services.events import NewUnit, establish_unit
from indsats.organisation.services.mandates import grant_mandate

if TYPE_CHECKING:
    from datetime import date, datetime

    from indsats.accounts.models import User


@transaction.atomic
def welcome(*, email: str, name: str, password: str | None, role: str, unit: Unit, since: date, at: datetime) -> User:
    """Make someone known and give them a role: both, or neither."""
    user = create_user(email=email, name=name, password=password, by=None, at=at)
    grant_mandate(user=user, role=role, unit=unit, valid_from=since, by=None)
    return user


def region_or_new(*, name: str, since: date, at: datetime) -> Unit:
    """Return the region; where none is known yet, establish it under this name."""
    known = Unit.objects.filter(kind=Unit.Kind.REGION).order_by("id").first()
    new = NewUnit(key="region", kind=Unit.Kind.REGION, name=name, parent=None)
    return known or establish_unit(new=new, on=since, by=None, at=at)


ROLES = tuple(Mandate.Role.values)
