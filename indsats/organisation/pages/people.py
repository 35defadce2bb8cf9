"""One role of a person: since when, until when, who stands in, and what may be done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from indsats.foundation.audit.models import Event
from indsats.organisation.models import Mandate
from indsats.organisation.pages.sentences import name_at
from indsats.organisation.rules import can_end_mandate, can_name_substitute
from indsats.organisation.services.trees import load_history, tree_as_of

if TYPE_CHECKING:
    from datetime import date, datetime

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict


_SAID = {
    "organisation.mandate.granted": _("Role granted"),
    "organisation.mandate.ended": _("End of the role kept"),
}


@dataclass(frozen=True, slots=True)
class Substitute:
    """Somebody who stands in; ``until`` is the last day."""

    id: int
    person: str
    since: date
    until: date | None


@dataclass(frozen=True, slots=True)
class LogLine:
    """What was done to the role, when, by whom and why."""

    action: str
    at: datetime
    by: str
    why: str


@dataclass(frozen=True, slots=True)
class MandatePage:
    """The whole page."""

    id: int
    person: str
    email: str
    role: str
    unit_id: int
    unit_name: str
    units_below: int
    committee: str
    since: date
    until: date | None
    holds: bool
    stands_in_for: Substitute | None
    substitutes: tuple[Substitute, ...]
    log: tuple[LogLine, ...]
    end: Verdict
    name_substitute: Verdict


def mandate_page(*, mandate: Mandate, viewer: User, on: date) -> MandatePage:
    """Gather the page; ``mandate`` brings its person, unit and committee along."""
    tree = tree_as_of(on)
    original = mandate.substitute_for
    return MandatePage(
        id=mandate.pk,
        person=mandate.user.name,
        email=mandate.user.email,
        role=str(mandate.get_role_display()),
        unit_id=mandate.unit_id,
        unit_name=name_at(load_history(), mandate.unit_id, on),
        units_below=len(tree.descendants(mandate.unit_id)) - 1 if mandate.unit_id in tree else 0,
        committee=mandate.committee.name if mandate.committee else "",
        since=mandate.valid_from,
        until=_last_day(mandate),
        holds=Mandate.objects.in_force(on).filter(pk=mandate.pk).exists() and mandate.unit_id in tree,
        stands_in_for=_substitute(original) if original else None,
        substitutes=tuple(
            _substitute(other) for other in mandate.substitutes.select_related("user").order_by("valid_from", "pk")
        ),
        log=tuple(
            LogLine(str(_SAID.get(event.action, event.action)), event.at, event.by.name if event.by else "", event.why)
            for event in Event.objects.on(mandate).select_related("by")
        ),
        end=can_end_mandate(viewer, mandate),
        name_substitute=can_name_substitute(viewer, mandate),
    )


def _substitute(mandate: Mandate) -> Substitute:
    return Substitute(mandate.pk, mandate.user.name, mandate.valid_from, _last_day(mandate))


def _last_day(mandate: Mandate) -> date | None:
    return mandate.valid_to - timedelta(days=1) if mandate.valid_to else None
