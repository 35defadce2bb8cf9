"""Two people at the same initiative: the second is shown what differs, and nothing is overwritten."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.initiatives.models import FieldChange
from indsats.initiatives.services.values import values_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indsats.initiatives.domain.fields import Json
    from indsats.initiatives.models import Initiative


@dataclass(frozen=True, slots=True)
class Difference:
    """One field: as it was when the person began (base), as it is now (theirs), as the person wants it (mine)."""

    field: str
    base: Json
    theirs: Json
    mine: Json

    @property
    def is_contested(self) -> bool:
        """Whether both have changed it, to different values: only a person can choose."""
        return self.theirs not in (self.base, self.mine) and self.mine != self.base

    @property
    def suggestion(self) -> str:
        """``theirs`` where only they have changed it, else ``mine``."""
        return "theirs" if self.mine == self.base else "mine"


class EditConflict(Exception):
    """The initiative was changed by someone else meanwhile. Nothing has been written."""

    def __init__(self, current: Initiative, differences: tuple[Difference, ...]) -> None:
        super().__init__(current.pk)
        self.current = current
        self.differences = differences

    def __str__(self) -> str:
        """Say what has happened, in the reader's language."""
        return _("Someone else has changed the initiative since you opened it. Nothing of yours has been saved yet.")


def differences_since(current: Initiative, version: int, mine: Mapping[str, Json]) -> tuple[Difference, ...]:
    """Return the fields in which the person's values differ from what stands now; two or three queries."""
    theirs = values_of(current, mine)
    base = values_at(current, version, theirs)
    return tuple(
        Difference(name, base[name], theirs[name], value) for name, value in mine.items() if theirs[name] != value
    )


def values_at(current: Initiative, version: int, values: Mapping[str, Json]) -> dict[str, Json]:
    """Return the values as they were at an earlier version: what the first later change of each field replaced."""
    base = dict(values)
    later = FieldChange.objects.filter(initiative=current, version__gt=version, field__in=list(values))
    for change in later.order_by("-version", "-id"):
        base[change.field] = change.before
    return base
