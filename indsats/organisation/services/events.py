"""What happens to units: each verb checks who asks, lets the domain judge the event, and writes versions and log."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.organisation.domain.events import Close, Establish, Merge, Move, Place, Rename, Split
from indsats.organisation.models import Succession, Unit, UnitEvent, UnitVersion
from indsats.organisation.rules import can_change_organisation
from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date

    from indsats.accounts.models import User
    from indsats.organisation.domain.events import OrganisationEvent
    from indsats.organisation.domain.history import History, Version


@dataclass(frozen=True, slots=True)
class NewUnit:
    """A unit that an event establishes; ``parent`` is None for the region."""

    key: str
    kind: str
    name: str
    parent: Unit | None
    short_name: str = ""

    def place(self) -> Place:
        """Return the name and place for the domain."""
        return Place(self.name, self.parent.pk if self.parent else None, self.short_name)


@transaction.atomic
def establish_unit(*, new: NewUnit, on: date, by: User | None, note: str = "") -> Unit:
    """Establish a unit from a day on. The first one of all is the region."""
    require(can_change_organisation(by, _ids([new.parent])))
    unit = _make(new)
    _happen(Establish(on, unit.pk, new.place()), UnitEvent.Kind.ESTABLISH, by, note, [unit])
    return unit


@transaction.atomic
def rename_unit(*, unit: Unit, on: date, name: str, by: User | None, short_name: str = "", note: str = "") -> Unit:
    """Give the unit another name, another abbreviation or both from a day on."""
    require(can_change_organisation(by, [unit.pk]))
    _happen(Rename(on, unit.pk, name, short_name), UnitEvent.Kind.RENAME, by, note, [unit])
    return unit


@transaction.atomic
def move_unit(*, unit: Unit, on: date, parent: Unit, by: User | None, note: str = "") -> Unit:
    """Let the unit, and all that lies below it, belong to another from a day on."""
    require(can_change_organisation(by, [unit.pk, parent.pk]))
    _happen(Move(on, unit.pk, parent.pk), UnitEvent.Kind.MOVE, by, note, [unit])
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
) -> Unit:
    """Close the units and let one carry on; what lay below them comes below it, or where ``moves`` says."""
    asked = [*units, into.parent if isinstance(into, NewUnit) else into]
    require(can_change_organisation(by, _ids(asked)))
    heir = _make(into) if isinstance(into, NewUnit) else into
    new = into.place() if isinstance(into, NewUnit) else None
    event = Merge(on, tuple(unit.pk for unit in units), heir.pk, new, _parents(moves))
    _happen(event, UnitEvent.Kind.MERGE, by, note, [*units, heir])
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
) -> list[Unit]:
    """Close the unit and let several carry on; ``moves`` names for each unit right below it the key of its new parent.

    Raises:
        ImpossibleEvent: a unit below is not told where to go, or another rule of the history is broken.
    """
    asked = [unit, *(part.parent if isinstance(part, NewUnit) else part for part in into)]
    require(can_change_organisation(by, _ids(asked)))
    parts = [_make(part) if isinstance(part, NewUnit) else part for part in into]
    places = [part.place() if isinstance(part, NewUnit) else None for part in into]
    by_key = {part.key: part.pk for part in parts}
    event = Split(
        on,
        unit.pk,
        dict(zip((part.pk for part in parts), places, strict=True)),
        {child: by_key[key] for child, key in (moves or {}).items()},
    )
    _happen(event, UnitEvent.Kind.SPLIT, by, note, [unit, *parts])
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
) -> Unit:
    """Close the unit; its successors take over, or the unit above it where none are named."""
    require(can_change_organisation(by, _ids([unit, *successors])))
    event = Close(on, unit.pk, tuple(heir.pk for heir in successors), _parents(moves), along)
    _happen(event, UnitEvent.Kind.CLOSE, by, note, [unit])
    return unit


def _happen(event: OrganisationEvent, kind: UnitEvent.Kind, by: User | None, note: str, units: Sequence[Unit]) -> None:
    """Let the domain judge the event, and write what it changes; events come one after the other, never at once."""
    list(Unit.objects.select_for_update().order_by("pk").values_list("pk", flat=True)[:1])
    before = load_history()
    after = before.after(event)
    row = UnitEvent.objects.create(kind=kind, on=event.on, note=note, recorded_by=by)
    touched = _write_versions(before, after)
    Succession.objects.bulk_create(
        Succession(event=row, predecessor_id=link.predecessor, successor_id=link.successor)
        for link in after.links[len(before.links) :]
    )
    row.units.set({*(unit.pk for unit in units), *touched})
    record(
        f"organisation.unit.{_PAST_TENSE[kind]}",
        on=units[0],
        by=by,
        why=note,
        changes={str(unit): [_words(before, unit, event.on), _words(after, unit, event.on)] for unit in touched},
    )


_PAST_TENSE = {
    UnitEvent.Kind.ESTABLISH: "established",
    UnitEvent.Kind.RENAME: "renamed",
    UnitEvent.Kind.MOVE: "moved",
    UnitEvent.Kind.MERGE: "merged",
    UnitEvent.Kind.SPLIT: "split",
    UnitEvent.Kind.CLOSE: "closed",
}


def _write_versions(before: History, after: History) -> list[int]:
    """Write the versions that differ and return the units they belong to. Ends are written before new beginnings."""
    touched = [unit for unit, versions in after.versions.items() if versions != before.versions.get(unit, ())]
    codes = dict(UnitVersion.objects.filter(unit__in=touched).order_by("valid_from").values_list("unit_id", "codes"))
    begun: list[Version] = []
    for unit in touched:
        known = {version.valid_from: version for version in before.versions.get(unit, ())}
        for version in after.versions[unit]:
            old = known.get(version.valid_from)
            if old is None:
                begun.append(version)
            elif old != version:
                UnitVersion.objects.filter(unit_id=unit, valid_from=version.valid_from).update(
                    name=version.name,
                    short_name=version.short_name,
                    parent_id=version.parent,
                    valid_to=version.valid_to,
                )
    UnitVersion.objects.bulk_create(
        UnitVersion(
            unit_id=version.unit,
            name=version.name,
            short_name=version.short_name,
            parent_id=version.parent,
            valid_from=version.valid_from,
            valid_to=version.valid_to,
            codes=codes.get(version.unit, {}),
        )
        for version in begun
    )
    return touched


def _words(history: History, unit: int, on: date) -> dict[str, str | int | None] | None:
    version = history.version(unit, on)
    if version is None:
        return None
    return {"name": version.name, "short_name": version.short_name, "parent": version.parent}


def _make(new: NewUnit) -> Unit:
    unit = Unit(key=new.key, kind=new.kind)
    unit.full_clean()
    unit.save()
    return unit


def _ids(units: Iterable[Unit | None]) -> list[int]:
    return [unit.pk for unit in units if unit is not None]


def _parents(moves: Mapping[int, Unit] | None) -> dict[int, int]:
    return {child: parent.pk for child, parent in (moves or {}).items()}
