"""What waits for a person in the portfolio."""

from __future__ import annotations

from datetime import datetime, time
from typing import TYPE_CHECKING
from urllib.parse import urlencode

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import ngettext

from indsats.foundation.ui.waiting import Waiting
from indsats.initiatives.models import Initiative

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from indsats.accounts.models import User


def waiting_for(user: User, on: date) -> tuple[Waiting, ...]:
    """Return what the person should look at that day: own initiatives, drafts to publish, news of what they follow."""
    return tuple(each for each in _waiting(user, on) if each.count)


def _waiting(user: User, on: date) -> Iterator[Waiting]:
    midnight = timezone.make_aware(datetime.combine(on, time.min))
    count = Initiative.objects.published().owing_a_status(user, midnight).count()
    text = ngettext(
        "Say how it goes with the initiative that you own.",
        "Say how it goes with the %(count)d initiatives that you own.",
        count,
    )
    yield Waiting(text % {"count": count}, _portfolio(mine="due"), count, 20)

    count = Initiative.objects.visible_to(user).drafts().count()
    text = ngettext("A draft can be published.", "%(count)d drafts can be published.", count)
    yield Waiting(text % {"count": count}, _portfolio(state="draft"), count, 40)

    count = Initiative.objects.published().changed_since_seen_by(user).count()
    text = ngettext(
        "An initiative that you follow has changed.", "%(count)d initiatives that you follow have changed.", count
    )
    yield Waiting(text % {"count": count}, _portfolio(mine="news"), count, 60)


def _portfolio(**query: str) -> str:
    return f"{reverse('initiatives:portfolio')}?{urlencode(query)}"
