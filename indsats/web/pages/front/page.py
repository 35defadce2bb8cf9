"""The front page of one person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indsats.initiatives.pages.waiting import waiting_for as initiatives_waiting_for
from indsats.intake.pages import waiting_for as documents_waiting_for
from indsats.organisation.models import Mandate
from indsats.organisation.pages.waiting import waiting_for as roles_waiting_for
from indsats.web.pages.front import panels
from indsats.web.pages.front.viewpoint import Viewpoint
from indsats.web.rules import can_read_log

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.foundation.ui.waiting import Waiting
    from indsats.web.pages.front.panel import Panel

Role = Mandate.Role
MORNING_ENDS, EVENING_BEGINS = 10, 18
CONTEXTS = (initiatives_waiting_for, documents_waiting_for, roles_waiting_for)
"""Every context answers for itself what waits for a person."""

FITTING: Mapping[str, tuple[Callable[[Viewpoint], Panel], ...]] = {
    Role.PROGRAMME_OFFICER: (panels.programmes, panels.reviews, panels.not_updated),
    Role.INITIATIVE_OWNER: (panels.mine, panels.programmes),
    Role.DEPARTMENT_LEADER: (panels.led_by_me, panels.inspiration),
    Role.WARD_LEADER: (panels.led_by_me, panels.inspiration),
    Role.WORK_ENVIRONMENT_REP: (panels.led_by_me, panels.inspiration),
    Role.SHOP_STEWARD: (panels.led_by_me, panels.inspiration),
    Role.MED_MEMBER: (panels.programmes, panels.lower_lights),
    Role.ANALYST: (panels.programmes, panels.not_updated),
    Role.ASSESSOR: (panels.inspiration, panels.programmes),
    Role.POLITICIAN: (panels.programmes, panels.lower_lights),
    Role.EMPLOYEE: (panels.where_i_work, panels.inspiration),
    Role.ADMINISTRATOR: (panels.latest_events, panels.programmes),
}
"""What people of each role come here to see. Who has several roles sees all of it once."""
WITHOUT_ROLE = (panels.programmes, panels.inspiration)


@dataclass(frozen=True, slots=True)
class FrontPage:
    """What the front page shows one person."""

    greeting: str
    day: str
    waiting: tuple[Waiting, ...]
    panels: tuple[Panel, ...]

    @classmethod
    def build(cls, *, viewer: User, now: datetime) -> FrontPage:
        """Collect it for this person at this hour."""
        found = [each for waiting_for in CONTEXTS for each in waiting_for(viewer, now.date())]
        waiting = sorted(found, key=lambda each: (each.rank, str(each.text)))
        day = date_format(now, "l j. F Y")
        return cls(greeting(viewer.name, now.hour), day, tuple(waiting), fitting(Viewpoint(viewer, now.date())))


def fitting(view: Viewpoint) -> tuple[Panel, ...]:
    """Return the parts for the person's roles, in the order of the roles above, each once."""
    chosen = [part for role, parts in FITTING.items() if role in view.roles for part in parts]
    if panels.latest_events in chosen and not can_read_log(view.viewer):
        chosen.remove(panels.latest_events)
    return tuple(part(view) for part in dict.fromkeys(chosen or WITHOUT_ROLE))


def greeting(name: str, hour: int) -> str:
    """Greet by the time of day and the first name."""
    first = name.split(maxsplit=1)[0]
    if hour < MORNING_ENDS:
        return _("Good morning, %(name)s") % {"name": first}
    if hour >= EVENING_BEGINS:
        return _("Good evening, %(name)s") % {"name": first}
    return _("Hello, %(name)s") % {"name": first}
