"""Taking back an event that was recorded by mistake, as if it had never been, while nothing builds on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import ProtectedError

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.organisation.domain.history import Link
from indsats.organisation.domain.problems import ImpossibleEvent, Problem
from indsats.organisation.domain.retelling import without
from indsats.organisation.domain.written import from_words
from indsats.organisation.models import Unit, UnitEvent
from indsats.organisation.rules import can_take_back
from indsats.organisation.services.chronicle import hold_chronicle, write_versions
from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User


@transaction.atomic
def take_back_event(*, event: UnitEvent, by: User | None, at: datetime, why: str) -> list[int]:
    """Take the event out of the chronicle, and with it the units that it established; return the units it concerned.

    Everything after it is judged anew. The log keeps what the event said.

    Raises:
        ImpossibleEvent: later events build on it, or a unit that it established is in use.
    """
    units = list(event.units.order_by("pk"))
    require(can_take_back(by, [unit.pk for unit in units]))
    hold_chronicle()
    before = load_history()
    rows = UnitEvent.objects.order_by("pk").values_list("pk", "details")
    events = {number: from_words(details) for number, details in rows if details}
    links = [Link(row.predecessor_id, row.successor_id, event.on) for row in event.successions.order_by("pk")]
    concerned = [unit.pk for unit in units]
    after = without(event.pk, events, before, links, concerned)
    record(
        "organisation.event.taken_back",
        on=event,
        by=by,
        at=at,
        why=why,
        changes={"event": [event.details, None]},
    )
    event.successions.all().delete()
    write_versions(before, after)
    event.delete()
    _forget([unit for unit in units if unit.pk not in after.versions])
    return [unit for unit in concerned if unit in after.versions]


def _forget(units: list[Unit]) -> None:
    """Delete units that no event establishes any more."""
    try:
        Unit.objects.filter(pk__in=[unit.pk for unit in units]).delete()
    except ProtectedError as used:
        raise ImpossibleEvent(Problem.IN_USE) from used
