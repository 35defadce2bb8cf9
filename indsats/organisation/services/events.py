"""What happens to units: each verb checks who asks and writes the event into the organisation's chronicle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.foundation.access.verdict import require
from indsats.organisation.domain.events import Close, Establish, Merge, Move, Place, Rename, Split
from indsats.organisation.models import Unit, UnitVersion
from indsats.organisation.rules import can_change_organisation
from indsats.organisation.services.chronicle import record_event

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date, datetime

    from indsats.accounts.models import User


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that an event establishes; ``parent`` is None for the region."""

    key: str
    kind: str
    name: str
    parent: Unit | None
    short_name: str = ""
    codes: Mapping[str, str] = field(default_factory=dict)

    def place(self) -> Place:
        """Return the name and place for the domain."""
        return Place(self.name, self.parent.pk if self.parent else None, self.short_name)


@transaction.atomic
def establish_unit(*, new: NewUnit, on: date, by: User | None, note: str = "", at: datetime | None = None) -> Unit:
    """Establish a unit from a day on. The first one of all is the region."""
    require(can_change_organisation(by, _ids([new.parent]), on))
    unit = _make(new)
    record_event(Establish(on, unit.pk, new.place()), by=by, at=at, note=note, units=[unit])
    _keep_codes([new])
    return unit


@transaction.atomic
def rename_unit(
    *,
    unit: Unit,
    on: date,
    name: str,
    by: User | None,
    short_name: str = "",
    note: str = "",
    at: datetime | None = None,
) -> Unit:
    """Give the unit another name, another abbreviation or both from a day on."""
    require(can_change_organisation(by, [unit.pk], on))
    record_event(Rename(on, unit.pk, name, short_name), by=by, at=at, note=note, units=[unit])
    return unit


@transaction.atomic
def move_unit(
    *, unit: Unit, on: date, parent: Unit, by: User | None, note: str = "", at: datetime | None = None
) -> Unit:
    """Let the unit, and all that lies below it, belong to another from a day on."""
    require(can_change_organisation(by, [unit.pk, parent.pk], on))
    record_event(Move(on, unit.pk, parent.pk), by=by, at=at, note=note, units=[unit])
    return unit


@transaction.atomic
def merge_units(
    *,
    units: Sequence[Unit],
    into: Unit | NewUnit,
    on: date,
    by: User | None,
    moves: Mapping[int, Unit] | None = None,
    note: str = "",
    at: datetime | None = None,
) -> Unit:
    """Close the units and let one carry on; what lay below them comes below it, or where ``moves`` says."""
    asked = [*units, into.parent if isinstance(into, NewUnit) else into, *(moves or {}).values()]
    require(can_change_organisation(by, _ids(asked), on))
    heir = _make(into) if isinstance(into, NewUnit) else into
    new = into.place() if isinstance(into, NewUnit) else None
    event = Merge(on, tuple(unit.pk for unit in units), heir.pk, new, _parents(moves))
    record_event(event, by=by, at=at, note=note, units=[*units, heir])
    _keep_codes([into])
    return heir


@transaction.atomic
def split_unit(
    *,
    unit: Unit,
    into: Sequence[Unit | NewUnit],
    on: date,
    by: User | None,
    moves: Mapping[int, str] | None = None,
    note: str = "",
    at: datetime | None = None,
) -> list[Unit]:
    """Close the unit and let several carry on; ``moves`` names for each unit right below it the key of its new parent.

    Raises:
        ImpossibleEvent: a unit below is not told where to go, or another rule of the history is broken.
    """
    asked = [unit, *(part.parent if isinstance(part, NewUnit) else part for part in into)]
    require(can_change_organisation(by, _ids(asked), on))
    parts = [_make(part) if isinstance(part, NewUnit) else part for part in into]
    places = [part.place() if isinstance(part, NewUnit) else None for part in into]
    by_key = {part.key: part.pk for part in parts}
    event = Split(
        on,
        unit.pk,
        dict(zip((part.pk for part in parts), places, strict=True)),
        {child: by_key[key] for child, key in (moves or {}).items()},
    )
    record_event(event, by=by, at=at, note=note, units=[unit, *parts])
    _keep_codes(into)
    return parts


@transaction.atomic
def close_unit(
    *,
    unit: Unit,
    on: date,
    by: User | None,
    successors: Sequence[Unit] = (),
    moves: Mapping[int, Unit] | None = None,
    along: bool = False,
    note: str = "",
    at: datetime | None = None,
) -> Unit:
    """Close the unit; its successors take over, or the unit above it where none are named."""
    require(can_change_organisation(by, _ids([unit, *successors, *(moves or {}).values()]), on))
    event = Close(on, unit.pk, tuple(heir.pk for heir in successors), _parents(moves), along)
    record_event(event, by=by, at=at, note=note, units=[unit])
    return unit


def _make(new: NewUnit) -> Unit:
    unit = Unit(key=new.key, kind=new.kind)
    unit.full_clean()
    unit.save()
    return unit


def _keep_codes(units: Iterable[Unit | NewUnit]) -> None:
    for new in units:
        if isinstance(new, NewUnit) and new.codes:
            UnitVersion.objects.filter(unit__key=new.key).update(codes=dict(new.codes))


def _ids(units: Iterable[Unit | None]) -> list[int]:
    return [unit.pk for unit in units if unit is not None]


def _parents(moves: Mapping[int, Unit] | None) -> dict[int, int]:
    return {child: parent.pk for child, parent in (moves or {}).items()}
