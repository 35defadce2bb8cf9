"""What can happen to units. An event takes effect at the beginning of its day ``on``."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


@dataclass(frozen=True, slots=True)
class Place:
    """The name and the place in the tree of a unit that an event establishes; ``parent`` is None for the region."""

    name: str
    parent: int | None
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Establish:
    """A new unit."""

    on: date
    unit: int
    place: Place


@dataclass(frozen=True, slots=True)
class Rename:
    """A new name, a new abbreviation or both."""

    on: date
    unit: int
    name: str
    short_name: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """A new parent; what lies below moves along."""

    on: date
    unit: int
    parent: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Units close and one carries on: one that exists (``new`` is None) or one that is established by the merger.

    ``moves`` gives units right below the closing ones a parent; the others come below ``into``.
    """

    on: date
    units: tuple[int, ...]
    into: int
    new: Place | None = None
    moves: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Split:
    """A unit closes and several carry on: ``into`` names each, with its place where the split establishes it.

    ``moves`` gives every unit right below the closing one its new parent.
    """

    on: date
    unit: int
    into: Mapping[int, Place | None]
    moves: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Close:
    """A unit closes. Without ``successors`` the unit above takes over.

    Units below are given a new parent by ``moves``, or ``along`` closes all the others with it.
    """

    on: date
    unit: int
    successors: tuple[int, ...] = ()
    moves: Mapping[int, int] = field(default_factory=dict)
    along: bool = False


OrganisationEvent = Establish | Rename | Move | Merge | Split | Close
