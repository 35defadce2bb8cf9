"""Reads of the portfolio, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from indsats.accounts.models import User
    from indsats.initiatives.models import Initiative, Programme  # noqa: F401 -- the models these are querysets of


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    """Programmes."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in sees every programme; what is in it is seen by its own rule."""
        return self if user.is_active else self.none()


class InitiativeQuerySet(models.QuerySet["Initiative"]):
    """Initiatives."""

    def published(self) -> Self:
        """Only those that stand in the portfolio."""
        return self.filter(state="published")
