"""What an event would change, line by line, before anybody confirms it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.organisation.domain.problems import ImpossibleEvent
from indsats.organisation.models import Mandate
from indsats.organisation.pages.sentences import Part, name_at
from indsats.organisation.services.trees import load_history

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from django_stubs_ext import StrOrPromise

    from indsats.organisation.domain.history import History, Version
    from indsats.organisation.models import UnitEvent
    from indsats.organisation.services.preview import BeforeAndAfter


@dataclass(frozen=True, slots=True)
class Change:
    """One unit and what is different about it."""

    unit: str
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RoleLost:
    """A role at a unit that closes: from that day on it holds nowhere."""

    person: str
    role: str
    unit: str


@dataclass(frozen=True, slots=True)
class Changes:
    """All that an act would change."""

    changes: tuple[Change, ...]
    roles_lost: tuple[RoleLost, ...]


@dataclass(frozen=True, slots=True)
class ChangePage:
    """An event being recorded: about which unit, and what it would change once that is known."""

    unit_id: int
    unit: str
    act: StrOrPromise
    on: date
    seen: Changes | None


@dataclass(frozen=True, slots=True)
class TakeBackPage:
    """An event that may be taken back; ``hindrance`` says why not."""

    on: date
    kind: str
    note: str
    units: tuple[Part, ...]
    seen: Changes | None
    hindrance: str


def take_back_page(*, event: UnitEvent, attempt: Callable[[], BeforeAndAfter]) -> TakeBackPage:
    """Try to take the event back, and say what that would change or what stands in the way."""
    history = load_history()
    units = tuple(
        Part(name_at(history, unit, event.on), unit) for unit in event.units.order_by("pk").values_list("pk", flat=True)
    )
    seen, hindrance = None, ""
    try:
        seen = changes_between(attempt(), event.on)
    except ImpossibleEvent as problem:
        hindrance = str(problem)
    return TakeBackPage(event.on, str(event.get_kind_display()), event.note, units, seen, hindrance)


def changes_between(seen: BeforeAndAfter, on: date) -> Changes:
    """Compare the day without the act and with it."""
    before, after = seen.before.as_of(on), seen.after.as_of(on)
    touched = [unit for unit in dict.fromkeys((*before, *after)) if before.get(unit) != after.get(unit)]
    changes = (
        Change(name_at(seen.after, unit, on) or name_at(seen.before, unit, on), sentences)
        for unit in touched
        if (sentences := tuple(_differences(unit, before.get(unit), after.get(unit), seen.after, on)))
    )
    closing = [unit for unit in touched if unit in before and unit not in after]
    return Changes(tuple(changes), _roles_lost(closing, seen.before, on))


def _differences(unit: int, old: Version | None, new: Version | None, after: History, on: date) -> list[str]:
    if new is None:
        heirs = [name_at(after, heir, on) for heir in after.successors(unit)]
        if not heirs:
            return [_("No longer exists.")]
        return [_("Closes. Carried on by %(names)s.") % {"names": _(" and ").join(heirs)}]
    if old is None:
        above = name_at(after, new.parent, on) if new.parent else ""
        return [_("New unit below %(parent)s.") % {"parent": above} if above else _("New unit at the top.")]
    said = []
    if old.name != new.name:
        said.append(_("Renamed from “%(old)s” to “%(new)s”.") % {"old": old.name, "new": new.name})
    if old.short_name != new.short_name:
        said.append(
            _("New abbreviation: “%(new)s” in place of “%(old)s”.")
            % {"old": old.short_name or "–", "new": new.short_name or "–"}
        )
    if old.parent != new.parent:
        names = {"old": _name(after, old.parent, on), "new": _name(after, new.parent, on)}
        said.append(_("Moves from %(old)s to %(new)s.") % names)
    return said


def _name(history: History, unit: int | None, on: date) -> str:
    return name_at(history, unit, on) if unit is not None else "–"


def _roles_lost(units: list[int], before: History, on: date) -> tuple[RoleLost, ...]:
    held = Mandate.objects.in_force(on).filter(unit__in=units).with_names().order_by("user__name", "pk")
    return tuple(
        RoleLost(mandate.user.name, str(mandate.get_role_display()), name_at(before, mandate.unit_id, on))
        for mandate in held
    )
