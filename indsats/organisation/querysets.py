"""Reads of the organisation, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from indsats.accounts.models import User
    from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitVersion  # noqa: F401 -- the models these are querysets of


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

    def closed_since(self, unit_id: int) -> date | None:
        """Return the first day without the unit, or None where no end of it is known."""
        return self.filter(unit=unit_id).order_by("-valid_from").values_list("valid_to", flat=True).first()


class MandateQuerySet(models.QuerySet["Mandate"]):
    """Mandates."""

    def in_force(self, on: date) -> Self:
        """Only those that hold on that day; a substitute's holds only while the one it stands in for does too."""
        stands_alone = Q(substitute_for__isnull=True)
        original_holds = Q(substitute_for__valid_from__lte=on) & (
            Q(substitute_for__valid_to__isnull=True) | Q(substitute_for__valid_to__gt=on)
        )
        return self.filter(
            stands_alone | original_holds, Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on
        )

    def of(self, user: User, roles: Iterable[str]) -> Self:
        """Only this person's, in one of these roles."""
        return self.filter(user=user, role__in=tuple(roles))

    def with_names(self) -> Self:
        """Bring the person, the unit and the committee along."""
        return self.select_related("user", "unit", "committee", "substitute_for__user")

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in may see who stands where: it is known at every place of work."""
        return self if user.is_active else self.none()


class CommitteeQuerySet(models.QuerySet["MedCommittee"]):
    """MED committees."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in may see the committees."""
        return self if user.is_active else self.none()
