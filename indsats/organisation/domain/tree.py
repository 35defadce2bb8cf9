"""The organisation on one day: who belongs under whom, and what they are called."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True)
class Node:
    """One open unit; ``parent_id`` is None for the region."""

    unit_id: int
    parent_id: int | None
    name: str
    short_name: str = ""
    kind: str = ""
    key: str = ""


@dataclass(frozen=True)
class Tree:
    """All units that are open on a day. Questions about a unit that is not open then raise ``KeyError``."""

    nodes: tuple[Node, ...]
    _by_id: dict[int, Node] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Index the units once; every question after that is a look-up."""
        object.__setattr__(self, "_by_id", {node.unit_id: node for node in self.nodes})

    def __contains__(self, unit_id: object) -> bool:
        """Whether the unit is open on the day."""
        return unit_id in self._by_id

    def __len__(self) -> int:
        """Return the number of open units."""
        return len(self.nodes)

    def __iter__(self) -> Iterator[int]:
        """Go through the units from the region down, each before those below it, siblings by name."""
        for root in self.roots:
            yield from self._downwards(root)

    @cached_property
    def _children(self) -> dict[int | None, tuple[int, ...]]:
        below: dict[int | None, list[Node]] = {}
        for node in self.nodes:
            below.setdefault(node.parent_id, []).append(node)
        return {
            parent: tuple(node.unit_id for node in sorted(nodes, key=lambda node: (node.name.casefold(), node.unit_id)))
            for parent, nodes in below.items()
        }

    @property
    def roots(self) -> tuple[int, ...]:
        """The units without a parent; exactly one, the region, once it has been established."""
        return self._children.get(None, ())

    def node(self, unit_id: int) -> Node:
        """Return everything known of the unit that day."""
        return self._by_id[unit_id]

    def children(self, unit_id: int) -> tuple[int, ...]:
        """Return the units right below, by name."""
        return self._children.get(self._by_id[unit_id].unit_id, ())

    def ancestors(self, unit_id: int) -> tuple[int, ...]:
        """Return the units above, from the region down to the parent; without the unit itself."""
        above: list[int] = []
        parent = self._by_id[unit_id].parent_id
        while parent is not None:
            above.append(parent)
            parent = self._by_id[parent].parent_id
        return tuple(reversed(above))

    def descendants(self, unit_id: int) -> frozenset[int]:
        """Return the unit itself and every unit below it."""
        return frozenset(self._downwards(self._by_id[unit_id].unit_id))

    def below_any(self, unit_ids: Iterable[int]) -> frozenset[int]:
        """Return these units and every unit below them; those that are not open give nothing."""
        return frozenset().union(*(self.descendants(unit_id) for unit_id in unit_ids if unit_id in self))

    def _downwards(self, unit_id: int) -> Iterator[int]:
        waiting = [unit_id]
        while waiting:
            current = waiting.pop()
            yield current
            waiting.extend(reversed(self._children.get(current, ())))

    def name(self, unit_id: int) -> str:
        """Return the unit's full name."""
        return self._by_id[unit_id].name

    def short_name(self, unit_id: int) -> str:
        """Return the abbreviation, or the full name of a unit that has none."""
        return self._by_id[unit_id].short_name or self._by_id[unit_id].name

    def kind(self, unit_id: int) -> str:
        """Return what sort of unit it is."""
        return self._by_id[unit_id].kind

    def path(self, unit_id: int) -> tuple[str, ...]:
        """Return the names from the one below the region down to the unit; the region's own path is its name."""
        names = [self.name(each) for each in (*self.ancestors(unit_id), unit_id)]
        return tuple(names[1:] or names)
