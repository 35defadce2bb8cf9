"""The region's own names: what the reader is told before it opens a document, and which unit a printed name means."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from indsats.organisation.domain.names import fold
from indsats.organisation.models import UnitAlias, UnitVersion
from indsats.organisation.services.names import Names, names_as_of
from indsats.organisation.services.trees import tree_as_of
from indsats.reading.knowledge import Knowledge

if TYPE_CHECKING:
    from datetime import date

    from indsats.organisation.domain.tree import Tree

MOST_SUGGESTIONS = 3
LIKELY = 0.6


def knowledge_as_of(on: date) -> Knowledge:
    """Return every name that units have gone by, each with the name that it stands for on that day."""
    current = dict(UnitVersion.objects.as_of(on).values_list("unit_id", "name"))
    versions = UnitVersion.objects.values_list("unit_id", "name", "short_name")
    called = [(unit, text) for unit, *texts in versions for text in texts]
    called += UnitAlias.objects.values_list("unit_id", "text")
    return Knowledge({text: current[unit] for unit, text in called if text and unit in current})


@dataclass(frozen=True, slots=True)
class Places:
    """Units by the names that documents print."""

    names: Names
    tree: Tree

    def unit_of(self, organisation: str, unit: str) -> int | None:
        """Return the unit: within the organisation where one is known, else the one that goes by the name."""
        whole = self.names.called(organisation) if organisation else None
        if not unit:
            return whole
        if whole is None or whole not in self.tree:
            return self.names.called(unit)
        below = self.tree.descendants(whole)
        known = self.names.called(unit)
        if known in below:
            return known
        wanted = fold(unit)
        same = [each for each in below if wanted in (fold(self.tree.name(each)), fold(self.tree.node(each).short_name))]
        return same[0] if len(same) == 1 else whole

    def knows(self, text: str) -> bool:
        """Whether exactly one unit goes by the name."""
        return self.names.called(text) is not None

    def like(self, text: str) -> tuple[str, ...]:
        """Return the names of a few units that the text may be a misprint of, the likeliest first."""
        wanted = fold(text)
        scored: dict[str, float] = {}
        for unit in self.tree:
            node = self.tree.node(unit)
            nearest = max(_closeness(wanted, fold(name)) for name in (node.name, node.short_name or node.name))
            scored[node.name] = max(nearest, scored.get(node.name, 0))
        likely = sorted((name for name in scored if scored[name] >= LIKELY), key=lambda name: (-scored[name], name))
        return tuple(likely[:MOST_SUGGESTIONS])


def places_as_of(on: date) -> Places:
    """Return the names and the tree of a day, with four queries."""
    return Places(names_as_of(on), tree_as_of(on))


def _closeness(one: str, other: str) -> float:
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return matcher.ratio() if matcher.real_quick_ratio() >= LIKELY and matcher.quick_ratio() >= LIKELY else 0.0
