"""Which unit a name in a document means."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.organisation.domain.names import fold
from indsats.organisation.models import Unit, UnitAlias
from indsats.organisation.rules import can_change_unit
from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date, datetime

    from indsats.accounts.models import User


@dataclass(frozen=True, slots=True)
class Names:
    """All names by which units are known on a day, most certain first: current, alias, former."""

    steps: tuple[Mapping[str, frozenset[int]], ...]

    def called(self, text: str) -> int | None:
        """Return the one unit that the text names, or None where no unit or several go by it."""
        folded = fold(text)
        found = next((step[folded] for step in self.steps if folded in step), frozenset())
        return next(iter(found)) if len(found) == 1 else None


def names_as_of(on: date) -> Names:
    """Gather the names of a day with three queries; a closed unit's name means its only successor."""
    history = load_history()
    current: dict[str, set[int]] = defaultdict(set)
    former: dict[str, set[int]] = defaultdict(set)
    aliases: dict[str, set[int]] = defaultdict(set)
    for unit, versions in history.versions.items():
        for version in versions:
            if version.valid_from > on:
                continue
            for name in filter(None, (fold(version.name), fold(version.short_name))):
                (current if version.holds(on) else former)[name] |= set(history.shares(unit, on))
    for unit, folded in UnitAlias.objects.values_list("unit_id", "folded"):
        if unit in history.versions and history.versions[unit][0].valid_from <= on:
            aliases[folded] |= set(history.shares(unit, on))
    return Names(tuple({name: frozenset(units) for name, units in step.items()} for step in (current, aliases, former)))


def unit_called(text: str, on: date) -> Unit | None:
    """Return the unit that goes by the name on that day: its name, abbreviation, former name or a known misprint."""
    unit_id = names_as_of(on).called(text)
    return None if unit_id is None else Unit.objects.get(pk=unit_id)


@transaction.atomic
def add_alias(*, unit: Unit, text: str, kind: str, by: User | None, at: datetime | None = None) -> UnitAlias:
    """Let documents call the unit by another name too.

    Raises:
        ValidationError: the unit has this name already, or there is nothing to compare in it.
    """
    require(can_change_unit(by, unit.pk))
    folded = fold(text)
    if not folded:
        raise ValidationError({"text": _("Write a name with letters or digits.")})
    if UnitAlias.objects.filter(unit=unit, folded=folded).exists():
        raise ValidationError({"text": _("The unit has this name already.")})
    alias = UnitAlias(unit=unit, text=text.strip(), folded=folded, kind=kind)
    alias.full_clean()
    alias.save()
    changes = {"alias": [None, alias.text], "kind": [None, kind]}
    record("organisation.alias.added", on=unit, by=by, at=at, changes=changes)
    return alias
