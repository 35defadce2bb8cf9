"""Reads of the organisation, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from datetime import date

    from indsats.accounts.models import User
    from indsats.organisation.models import Mandate, Unit, UnitVersion  # noqa: F401 -- the models these are querysets of


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in may see the organisation."""
        return self if user.is_active else self.none()


class UnitVersionQuerySet(models.QuerySet["UnitVersion"]):
    """Stretches of time in a unit's life."""

    def as_of(self, on: date) -> Self:
        """Only what held on that day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Mandates."""

    def in_force(self, on: date) -> Self:
        """Only those that hold on that day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)
