"""Summing a figure of the units up through the tree: as it was then, or in the structure of another day.

The two sum to the same: a closed unit's figure goes to those that carry it on, in equal parts where they are several.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from indsats.organisation.domain.history import History


def rolled_up(figures: Mapping[int, Fraction | int], history: History, on: date) -> dict[int, Fraction]:
    """Return for every unit open on the day the sum of its own figure and those below it."""
    units = history.as_of(on)
    sums = dict.fromkeys(units, Fraction(0))
    for unit, figure in figures.items():
        at: int | None = unit
        while at is not None:
            sums[at] += figure
            at = units[at].parent
    return sums


def in_structure_of(figures: Mapping[int, Fraction | int], history: History, on: date) -> dict[int, Fraction]:
    """Return the same figures on the units that are open on a later day: what closed is shared by its successors."""
    carried: dict[int, Fraction] = {}
    for unit, figure in figures.items():
        for heir, part in history.shares(unit, on).items():
            carried[heir] = carried.get(heir, Fraction(0)) + figure * part
    return carried
