"""An initiative's history as a person reads it: who changed what, when and why, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.initiatives.domain.fields import BY_NAME, Json, Names, shown
from indsats.initiatives.models import FieldChange, Initiative
from indsats.initiatives.pages.names import names_for
from indsats.initiatives.rules import can_edit_initiative

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import datetime
    from uuid import UUID

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Line:
    """One field of an edit; ``is_current`` where it holds that value still, so that there is nothing to restore."""

    change_id: int
    label: str
    before: str
    after: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class Edit:
    """What one person changed at one time."""

    operation: UUID
    at: datetime
    who: str
    why: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class HistoryPage:
    """All edits, the newest first; and how it began."""

    initiative: Initiative
    edits: tuple[Edit, ...]
    created_by: str
    restore: Verdict

    @classmethod
    def build(cls, initiative: Initiative, *, viewer: User) -> HistoryPage:
        """Gather the whole history; the number of queries does not depend on its length."""
        changes = list(FieldChange.objects.filter(initiative=initiative).newest_first())
        return cls(
            initiative=initiative,
            edits=edits_of(changes),
            created_by=name_of(initiative.created_by),
            restore=can_edit_initiative(viewer, initiative),
        )


def edits_of(changes: Sequence[FieldChange]) -> tuple[Edit, ...]:
    """Put changes, the newest first, together to edits; up to four queries for the names in them."""
    names = names_for((change.field, value) for change in changes for value in (change.before, change.after))
    now = _values_now(changes)
    edits = (list(group) for _version, group in groupby(changes, key=lambda change: change.version))
    return tuple(_edit(group, names, now) for group in edits)


def name_of(user: User | None) -> str:
    """Return who it was; what nobody did was done by the system."""
    return user.name if user is not None else _("The system")


def _values_now(changes: Iterable[FieldChange]) -> dict[str, Json]:
    """Return what each changed field holds now: what its newest change gave."""
    now: dict[str, Json] = {}
    for change in changes:
        now.setdefault(change.field, change.after)
    return now


def _edit(changes: list[FieldChange], names: Names, now: dict[str, Json]) -> Edit:
    first = changes[0]
    lines = (
        Line(
            change_id=change.pk,
            label=str(BY_NAME[change.field].label) if change.field in BY_NAME else change.field,
            before=shown(change.field, change.before, names),
            after=shown(change.field, change.after, names),
            is_current=now[change.field] == change.before,
        )
        for change in changes
    )
    return Edit(first.operation, first.at, name_of(first.by), first.why, tuple(lines))
