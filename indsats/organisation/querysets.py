"""Reads of the organisation, as sentences."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Q
from django.db.models.functions import Coalesce

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from indsats.accounts.models import User
    from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitEvent, UnitVersion  # noqa: F401 -- the models these are querysets of


def _has(field: str, text: str) -> Q:
    """Compare without regard to case, also for æ, ø and å, which SQLite by itself only knows as they are written."""
    spellings = {text, text.lower(), text.upper(), text.capitalize(), text.title()}
    return Q(*((f"{field}__icontains", spelling) for spelling in sorted(spellings)), _connector=Q.OR)


class UnitQuerySet(models.QuerySet["Unit"]):
    """Units."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in may see the organisation."""
        return self if user.is_active else self.none()

    def called(self, text: str) -> Self:
        """Only those that have or had a name with the text in it, or are called so in documents."""
        from indsats.organisation.models import UnitAlias, UnitVersion

        own = models.OuterRef("pk")
        names = UnitVersion.objects.filter(_has("name", text) | _has("short_name", text), unit=own)
        aliases = UnitAlias.objects.filter(_has("text", text), unit=own)
        return self.filter(models.Exists(names) | models.Exists(aliases))


class UnitVersionQuerySet(models.QuerySet["UnitVersion"]):
    """Stretches of time in a unit's life."""

    def as_of(self, on: date) -> Self:
        """Only what held on that day."""
        return self.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=on), valid_from__lte=on)

    def last_day(self, unit_id: int, today: date) -> date:
        """Return today, or for a unit that has closed the last day of it, or for one to come its first."""
        own = self.filter(unit=unit_id).order_by("valid_from")
        days = list(own.values_list("valid_from", "valid_to"))
        if not days or days[0][0] > today:
            return days[0][0] if days else today
        closed = days[-1][1]
        return closed - timedelta(days=1) if closed and closed <= today else today


class UnitEventQuerySet(models.QuerySet["UnitEvent"]):
    """Events."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in may see what happened to units."""
        return self if user.is_active else self.none()

    def told(self) -> Self:
        """Only those that are kept in writing, so that a sentence can be made of them."""
        return self.exclude(details={})


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

    def ending_by(self, day: date) -> Self:
        """Only those whose end is known and is that day or earlier."""
        return self.filter(valid_to__isnull=False, valid_to__lte=day)

    def of(self, user: User, roles: Iterable[str]) -> Self:
        """Only this person's, in one of these roles."""
        return self.filter(user=user, role__in=tuple(roles))

    def called(self, text: str) -> Self:
        """Only those whose person, address or unit (under any name that it has or had) has the text in it."""
        from indsats.organisation.models import Unit

        units = models.Exists(Unit.objects.called(text).filter(pk=models.OuterRef("unit")))
        return self.filter(_has("user__name", text) | Q(user__email__icontains=text) | units)

    def with_unit_names(self, on: date) -> Self:
        """Annotate ``unit_name``: what the unit is called that day, or was called at last."""
        from indsats.organisation.models import UnitVersion

        names = UnitVersion.objects.filter(unit=models.OuterRef("unit"), valid_from__lte=on).order_by("-valid_from")
        return self.annotate(unit_name=models.Subquery(names.values("name")[:1]))

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

    def with_members(self, on: date) -> Self:
        """Count, as ``members``, those who sit in the committee that day."""
        from indsats.organisation.models import Mandate

        seats = Mandate.objects.in_force(on).filter(committee=models.OuterRef("pk")).order_by().values("committee")
        return self.annotate(
            members=Coalesce(
                models.Subquery(seats.annotate(count=models.Count("user", distinct=True)).values("count")), 0
            )
        )
