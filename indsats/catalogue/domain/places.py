"""Where initiatives are, as the catalogue's shelves: the organisation's top units, or a place as printed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from indsats.organisation.domain.tree import Tree


@dataclass(frozen=True, slots=True)
class Place:
    """One shelf; ``key`` is what stands in the address: a unit's number, or the place as printed."""

    key: str
    name: str


@dataclass(frozen=True)
class Places:
    """The organisation of a day, and which units carried on after those that have closed."""

    tree: Tree
    successors: Mapping[int, int]

    def today(self, unit_id: int) -> int | None:
        """Return the unit, or the one that carries on after it; None when nobody does."""
        seen: set[int] = set()
        current: int | None = unit_id
        while current is not None and current not in self.tree and current not in seen:
            seen.add(current)
            current = self.successors.get(current)
        return current if current is not None and current in self.tree else None

    def shelf_of(self, unit_id: int | None, printed: str = "") -> str:
        """Return the key of the shelf on which an initiative stands; the empty key when nobody said where it is."""
        unit = None if unit_id is None else self.today(unit_id)
        return str(self._top[unit]) if unit is not None else ("" if unit_id is not None else printed)

    def units_of(self, keys: Collection[str]) -> frozenset[int]:
        """Return every unit on the shelves, those below and those that have closed included."""
        chosen = {int(key) for key in keys if key.isdecimal()}
        region = chosen.intersection(self.tree.roots)
        here = self.tree.below_any(chosen - region) | region
        return here | {unit for unit in self.successors if self.today(unit) in here}

    def printed_of(self, keys: Collection[str]) -> tuple[str, ...]:
        """Return the keys that are places as printed."""
        return tuple(key for key in keys if not key.isdecimal())

    def in_order(self, keys: Iterable[str]) -> list[Place]:
        """Return the shelves in the order of the organisation, printed places after it by name."""
        places = [Place(key, self.name(key)) for key in dict.fromkeys(keys) if key]
        return sorted(places, key=lambda place: (self._position.get(place.key, len(self._position)), place.name))

    def name(self, key: str) -> str:
        """Return what the shelf is called."""
        unit = self.today(int(key)) if key.isdecimal() else None
        return key if unit is None else self.tree.name(unit)

    def full_name(self, unit_id: int | None, printed: str = "") -> str:
        """Return where an initiative is, with everything above it but the region."""
        unit = None if unit_id is None else self.today(unit_id)
        return printed if unit is None else ", ".join(reversed(self.tree.path(unit)))

    @cached_property
    def _top(self) -> dict[int, int]:
        """The region's own initiatives stand on the region's shelf; every other unit on that of the unit below it."""
        above = {unit: (*self.tree.ancestors(unit), unit) for unit in self.tree}
        return {unit: path[1] if len(path) > 1 else unit for unit, path in above.items()}

    @cached_property
    def _position(self) -> dict[str, int]:
        return {str(unit): position for position, unit in enumerate(self.tree)}
