"""What intake's pages say, and what waits for a reviewer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.foundation.ui.waiting import Waiting
from indsats.intake.models import Edition
from indsats.intake.rules import can_import

if TYPE_CHECKING:
    from datetime import date

    from indsats.accounts.models import User

RANK = 20
MOST_NAMED = 3


def waiting_for(user: User, on: date) -> tuple[Waiting, ...]:  # noqa: ARG001 -- every context is asked with the day
    """Return the reviews that wait for a programme officer: each by name while they are few, else their number."""
    if not can_import(user):
        return ()
    editions = list(Edition.objects.in_review().with_counts().order_by("read_at", "pk"))
    if len(editions) > MOST_NAMED:
        text = _("%(count)d documents wait to be reviewed and published.") % {"count": len(editions)}
        return (Waiting(text, reverse("intake:documents") + "?state=in_review", len(editions), RANK),)
    return tuple(_review(edition) for edition in editions)


def _review(edition: Edition) -> Waiting:
    url = reverse("intake:review", args=[edition.pk])
    if not edition.waiting_count:
        return Waiting(_("»%(title)s« is reviewed and can be published.") % {"title": edition.title}, url, 1, RANK)
    text = ngettext(
        "%(count)d record of »%(title)s« waits for a decision.",
        "%(count)d records of »%(title)s« wait for a decision.",
        edition.waiting_count,
    )
    return Waiting(text % {"count": edition.waiting_count, "title": edition.title}, url, edition.waiting_count, RANK)
