"""The organisation's chronicle: the domain judges an event, and what it changes is written, with the log.

Events come one after the other, never at once: whoever writes holds the region's row until the transaction ends.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from indsats.foundation.audit.services import record
from indsats.organisation.domain import written
from indsats.organisation.domain.events import Close, Establish, Merge, Move, Rename, Split
from indsats.organisation.models import Succession, Unit, UnitEvent, UnitVersion
from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date, datetime

    from indsats.accounts.models import User
    from indsats.organisation.domain.events import OrganisationEvent
    from indsats.organisation.domain.history import History, Version

_KINDS = {
    Establish: UnitEvent.Kind.ESTABLISH,
    Rename: UnitEvent.Kind.RENAME,
    Move: UnitEvent.Kind.MOVE,
    Merge: UnitEvent.Kind.MERGE,
    Split: UnitEvent.Kind.SPLIT,
    Close: UnitEvent.Kind.CLOSE,
}
_PAST_TENSE = {
    UnitEvent.Kind.ESTABLISH: "established",
    UnitEvent.Kind.RENAME: "renamed",
    UnitEvent.Kind.MOVE: "moved",
    UnitEvent.Kind.MERGE: "merged",
    UnitEvent.Kind.SPLIT: "split",
    UnitEvent.Kind.CLOSE: "closed",
}

_open: ContextVar[History | None] = ContextVar("open_chronicle", default=None)


@contextmanager
def many_events() -> Iterator[None]:
    """Read the history once for all events recorded inside; all of them are kept, or none when one is refused."""
    with transaction.atomic():
        hold_chronicle()
        token = _open.set(load_history())
        try:
            yield
        finally:
            _open.reset(token)


def hold_chronicle() -> None:
    """Let nobody else write events until the transaction ends; SQLite's transactions do so by themselves."""
    list(Unit.objects.select_for_update().order_by("pk").values_list("pk", flat=True)[:1])


def record_event(
    event: OrganisationEvent, *, by: User | None, at: datetime | None, note: str, units: Sequence[Unit]
) -> UnitEvent:
    """Let the domain judge the event, and write what it changes. The first of ``units`` stands for it in the log.

    Raises:
        ImpossibleEvent: the event makes no sense; nothing is written.
    """
    before = _open.get()
    if before is None:
        hold_chronicle()
        before = load_history()
    after = before.after(event)
    kind = _KINDS[type(event)]
    row = UnitEvent.objects.create(
        kind=kind,
        on=event.on,
        details=written.as_words(event),
        note=note,
        recorded_by=by,
        recorded_at=at or timezone.now(),
    )
    touched = write_versions(before, after)
    links = after.links[len(before.links) :]
    Succession.objects.bulk_create(
        Succession(event=row, predecessor_id=link.predecessor, successor_id=link.successor) for link in links
    )
    row.units.add(*{*(unit.pk for unit in units), *touched, *(link.successor for link in links)})
    changes = {str(unit): [_words(before, unit, event.on), _words(after, unit, event.on)] for unit in touched}
    record(f"organisation.unit.{_PAST_TENSE[kind]}", on=units[0], by=by, at=at, why=note, changes=changes)
    if _open.get() is not None:
        _open.set(after)
    return row


def write_versions(before: History, after: History) -> list[int]:
    """Write the versions that differ and return the units they belong to. Ends are written before new beginnings."""
    touched = [
        unit
        for unit in dict.fromkeys((*before.versions, *after.versions))
        if before.versions.get(unit, ()) != after.versions.get(unit, ())
    ]
    codes = dict(UnitVersion.objects.filter(unit__in=touched).order_by("valid_from").values_list("unit_id", "codes"))
    begun: list[Version] = []
    for unit in touched:
        known = {version.valid_from: version for version in before.versions.get(unit, ())}
        wanted = {version.valid_from: version for version in after.versions.get(unit, ())}
        if gone := known.keys() - wanted.keys():
            UnitVersion.objects.filter(unit_id=unit, valid_from__in=gone).delete()
        begun += [version for day, version in wanted.items() if day not in known]
        for day in (day for day in wanted if day in known and known[day] != wanted[day]):
            UnitVersion.objects.filter(unit_id=unit, valid_from=day).update(**_columns(wanted[day]))
    UnitVersion.objects.bulk_create(
        UnitVersion(
            unit_id=version.unit,
            valid_from=version.valid_from,
            codes=codes.get(version.unit, {}),
            **_columns(version),
        )
        for version in begun
    )
    return touched


def _columns(version: Version) -> dict[str, Any]:
    return {
        "name": version.name,
        "short_name": version.short_name,
        "parent_id": version.parent,
        "valid_to": version.valid_to,
    }


def _words(history: History, unit: int, on: date) -> dict[str, str | int | None] | None:
    version = history.version(unit, on)
    if version is None:
        return None
    return {"name": version.name, "short_name": version.short_name, "parent": version.parent}
