"""The page for the second of two: what it was, what it is now, what I wrote, and a choice for each field."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.initiatives.domain.fields import BY_NAME, shown
from indsats.initiatives.pages.history import name_of
from indsats.initiatives.pages.names import names_for

if TYPE_CHECKING:
    from collections.abc import Iterable

    from django.forms import BoundField

    from indsats.initiatives.forms import InitiativeForm
    from indsats.initiatives.models import Initiative
    from indsats.initiatives.services import EditConflict


@dataclass(frozen=True, slots=True)
class Choice:
    """One field to choose in. ``mine_field`` is the widget with what was typed, so that the two can be joined."""

    name: str
    label: str
    base: str
    theirs: str
    mine: str
    is_contested: bool
    suggestion: str
    mine_field: BoundField


@dataclass(frozen=True, slots=True)
class ConflictPage:
    """What differs, and everything that was typed: the fields that agree go along hidden."""

    current: Initiative
    changed_by: str
    choices: tuple[Choice, ...]
    hidden: tuple[BoundField, ...]

    @classmethod
    def build(cls, conflict: EditConflict, form: InitiativeForm) -> ConflictPage:
        """Put the differences into words; up to four queries for the names in them."""
        differences = conflict.differences
        names = names_for((each.field, value) for each in differences for value in (each.base, each.theirs, each.mine))
        choices = tuple(
            Choice(
                name=each.field,
                label=str(BY_NAME[each.field].label),
                base=shown(each.field, each.base, names),
                theirs=shown(each.field, each.theirs, names),
                mine=shown(each.field, each.mine, names),
                is_contested=each.is_contested,
                suggestion=each.suggestion,
                mine_field=form[each.field],
            )
            for each in differences
        )
        hidden = _others(form, {each.field for each in differences})
        return cls(conflict.current, name_of(conflict.current.changed_by), choices, tuple(hidden))


def _others(form: InitiativeForm, shown_names: set[str]) -> Iterable[BoundField]:
    return (bound for bound in form if bound.name not in shown_names and bound.name != "version")
