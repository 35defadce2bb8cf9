"""A whole organisation in a file: what each row says, read and checked before anything is built of it.

Units stand as they were first established, events as they happened since; rows refer to each other by key.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from django_stubs_ext import StrOrPromise

PARTS = ("units", "events", "committees", "people")


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one row: ``part`` and ``row`` say where, ``text`` is a sentence that says what to do."""

    part: str
    row: int
    text: StrOrPromise


class WrongOutline(Exception):
    """The file cannot be built from; every complaint is there at once, so that one correction of it is enough."""

    def __init__(self, complaints: Sequence[Complaint]) -> None:
        super().__init__(*complaints)
        self.complaints = tuple(complaints)


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit as it was established. One that an event establishes begins on the event's day."""

    row: int
    key: str
    kind: str
    name: str
    parent: str | None
    valid_from: date
    short_name: str = ""
    aliases: tuple[tuple[str, str], ...] = ()
    codes: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class EventRow:
    """Something that happened to units. ``into`` names those that carry on; ``new`` are established by the event."""

    row: int
    kind: str
    on: date
    units: tuple[str, ...]
    into: tuple[str, ...] = ()
    new: tuple[UnitRow, ...] = ()
    moves: Mapping[str, str] = field(default_factory=dict)
    name: str = ""
    short_name: str = ""
    along: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeRow:
    """A MED body at a unit."""

    row: int
    key: str
    name: str
    unit: str
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person and one role of theirs; someone with two roles has two rows with the same address."""

    row: int
    email: str
    name: str
    role: str
    unit: str
    valid_from: date
    valid_to: date | None = None
    committee: str | None = None
    demo: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """All rows of a file, each kind in an order in which they can be built."""

    units: tuple[UnitRow, ...]
    events: tuple[EventRow, ...]
    committees: tuple[CommitteeRow, ...]
    people: tuple[PersonRow, ...]
