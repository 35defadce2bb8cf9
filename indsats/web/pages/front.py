"""The front page: a greeting and what waits for the person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

    from indsats.accounts.models import User
    from indsats.foundation.ui.waiting import Waiting

MORNING_ENDS, EVENING_BEGINS = 10, 18

# Every context answers for itself what waits for a person.
CONTEXTS: tuple[Callable[[User, date], tuple[Waiting, ...]], ...] = ()


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows one person."""

    greeting: str
    waiting: tuple[Waiting, ...]

    @classmethod
    def build(cls, *, viewer: User, now: datetime) -> FrontPage:
        """Collect it for this person at this hour."""
        found = [each for waiting_for in CONTEXTS for each in waiting_for(viewer, now.date())]
        waiting = sorted(found, key=lambda each: (each.rank, str(each.text)))
        return cls(greeting=greeting(viewer.name, now.hour), waiting=tuple(waiting))


def greeting(name: str, hour: int) -> str:
    """Greet by the time of day and the first name."""
    first = name.split(maxsplit=1)[0]
    if hour < MORNING_ENDS:
        return _("Good morning, %(name)s") % {"name": first}
    if hour >= EVENING_BEGINS:
        return _("Good evening, %(name)s") % {"name": first}
    return _("Hello, %(name)s") % {"name": first}
