"""The organisation on a day, and through all time, out of the database."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db.models import F

from indsats.organisation.domain.history import History, Link, Version
from indsats.organisation.domain.tree import Node, Tree
from indsats.organisation.models import Succession, UnitVersion

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

INDENT = "\N{EM SPACE}"  # browsers drop plain spaces at the beginning of an option


def tree_as_of(on: date) -> Tree:
    """Return the tree of that day, with one query."""
    rows = (
        UnitVersion.objects.as_of(on)
        .annotate(kind=F("unit__kind"), key=F("unit__key"))
        .values_list("unit_id", "parent_id", "name", "short_name", "kind", "key", named=True)
    )
    return Tree(tuple(Node(row.unit_id, row.parent_id, row.name, row.short_name, row.kind, row.key) for row in rows))


def unit_choices(on: date) -> list[tuple[int, str]]:
    """Return every unit of that day for a list to choose from, each indented below the one above; with one query."""
    tree = tree_as_of(on)
    return [(unit, INDENT * len(tree.ancestors(unit)) + tree.name(unit)) for unit in tree]


def load_history() -> History:
    """Return all versions and successions, with two queries."""
    versions: dict[int, list[Version]] = {}
    columns = ("unit_id", "name", "short_name", "parent_id", "valid_from", "valid_to")
    for row in UnitVersion.objects.order_by("unit_id", "valid_from").values_list(*columns):
        versions.setdefault(row[0], []).append(Version(*row))
    links = Succession.objects.order_by("id").values_list("predecessor_id", "successor_id", "event__on")
    return History({unit: tuple(own) for unit, own in versions.items()}, tuple(Link(*row) for row in links))


def with_predecessors(unit_ids: Iterable[int]) -> frozenset[int]:
    """Return the units and every closed unit that they carry on after, with one query.

    What was recorded for a unit that has closed is looked after, and counted, where its successors are.
    """
    before: dict[int, list[int]] = {}
    for predecessor, successor in Succession.objects.values_list("predecessor_id", "successor_id"):
        before.setdefault(successor, []).append(predecessor)
    found: set[int] = set()
    waiting = list(unit_ids)
    while waiting:
        unit = waiting.pop()
        if unit not in found:
            found.add(unit)
            waiting.extend(before.get(unit, ()))
    return frozenset(found)
