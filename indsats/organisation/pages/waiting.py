"""What waits for administrators: roles that are about to end."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import ngettext

from indsats.foundation.ui.waiting import Waiting
from indsats.organisation.models import Mandate
from indsats.organisation.rules import ADMINISTRATOR, units_where

if TYPE_CHECKING:
    from datetime import date

    from indsats.accounts.models import User

SOON = timedelta(days=30)


def waiting_for(user: User, on: date) -> tuple[Waiting, ...]:
    """Return one line about the roles that end within thirty days at the person's units; none, when none do."""
    where = units_where(user, ADMINISTRATOR, on)
    if not where:
        return ()
    ending = Mandate.objects.in_force(on).ending_by(on + SOON).filter(unit__in=where).count()
    if not ending:
        return ()
    text = ngettext("%(count)d role ends within 30 days", "%(count)d roles end within 30 days", ending) % {
        "count": ending
    }
    return (Waiting(text, f"{reverse('organisation:people')}?naar=ending", ending, rank=60),)
