"""The words for units, people, programmes and goals that the history keeps as numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.accounts.models import User
from indsats.initiatives.domain.fields import BY_NAME, Json, Kind, Names
from indsats.initiatives.models import Goal, Programme
from indsats.organisation.models import UnitVersion

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.organisation.domain.tree import Tree


def unit_names(unit_ids: Iterable[int]) -> dict[int, str]:
    """Return what each unit is called, or was called last, with one query."""
    versions = UnitVersion.objects.filter(unit__in=set(unit_ids)).order_by("unit_id", "valid_from")
    return dict(versions.values_list("unit_id", "name"))


def place_of(unit_id: int | None, tree: Tree) -> str:
    """Return the unit's path, from below the region down; empty where there is no unit or it has closed."""
    return " › ".join(tree.path(unit_id)) if unit_id is not None and unit_id in tree else ""


def names_for(values: Iterable[tuple[str, Json]]) -> Names:
    """Return the names that these values of these fields need; a query for each kind that occurs."""
    wanted: dict[Kind, set[int]] = {Kind.UNIT: set(), Kind.PERSON: set(), Kind.PROGRAMMES: set(), Kind.GOALS: set()}
    for field, value in values:
        keys = wanted.get(BY_NAME[field].kind)
        if keys is not None and value is not None:
            keys.update(int(key) for key in (value if isinstance(value, list) else [value]))
    programmes = Programme.objects.filter(pk__in=wanted[Kind.PROGRAMMES]).values_list("pk", "title")
    people = User.objects.filter(pk__in=wanted[Kind.PERSON]).values_list("pk", "name")
    return Names(
        units=unit_names(wanted[Kind.UNIT]),
        people=dict(people),
        programmes=dict(programmes),
        goals={goal.pk: str(goal) for goal in Goal.objects.filter(pk__in=wanted[Kind.GOALS])},
    )
