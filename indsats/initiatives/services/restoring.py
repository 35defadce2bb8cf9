"""Taking changes back, field by field or a whole edit at once. That is a change too, and can itself be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction
from django.utils.translation import gettext

from indsats.foundation.access.verdict import require
from indsats.initiatives.domain.fields import STATE, TOGETHER
from indsats.initiatives.models import FieldChange, Initiative
from indsats.initiatives.rules import can_edit_initiative, can_restore
from indsats.initiatives.services.editing import change_initiative
from indsats.initiatives.services.states import move_state

if TYPE_CHECKING:
    from datetime import datetime
    from uuid import UUID

    from indsats.accounts.models import User
    from indsats.initiatives.domain.fields import Json


@transaction.atomic
def restore_field(*, change: FieldChange, by: User | None, at: datetime) -> Initiative:
    """Give the field the value that it had before the change.

    What is judged by another field comes back together with it: a lower light with the reason that it had.

    Raises:
        ValidationError: the old value no longer goes together with the rest.
    """
    require(can_restore(by, change))
    held = Initiative.objects.get(pk=change.initiative_id)
    return _restore(held, {change.field: change.before, **_belongs_to(change)}, by, at)


@transaction.atomic
def undo_operation(
    *, initiative: Initiative, operation: UUID, by: User | None, at: datetime, version: int
) -> Initiative:
    """Take a whole edit back, right after it was made; ``version`` is the one that the edit gave.

    Raises:
        EditConflict: someone else has changed the initiative since.
    """
    require(can_edit_initiative(by, initiative))
    changes = FieldChange.objects.filter(initiative=initiative, operation=operation)
    return _restore(initiative, {change.field: change.before for change in changes}, by, at, version)


def _belongs_to(change: FieldChange) -> dict[str, Json]:
    """Return the field's companions, as far as they were changed together with it: a light and its reason, say."""
    names = next((pair for pair in TOGETHER if change.field in pair), frozenset())
    pair = FieldChange.objects.filter(initiative_id=change.initiative_id, version=change.version, field__in=names)
    return {each.field: each.before for each in pair}


def _restore(
    held: Initiative, values: dict[str, Json], by: User | None, at: datetime, version: int | None = None
) -> Initiative:
    why = gettext("Taken back")
    state = values.pop(STATE.name, None)
    if state is not None:
        held = move_state(initiative=held, by=by, at=at, to=str(state), why=why)
    if not values:
        return held
    seen = held.version if version is None else version
    return change_initiative(initiative=held, by=by, at=at, fields=values, version=seen, why=why)
