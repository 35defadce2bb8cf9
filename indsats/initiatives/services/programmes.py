"""Programmes, their goals, and the money that was decided."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.initiatives.domain.fields import to_json
from indsats.initiatives.models import Goal, MoneyLine, Programme
from indsats.initiatives.rules import can_edit_initiative, can_manage_programmes

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.foundation.access.verdict import Verdict
    from indsats.foundation.files.models import StoredFile
    from indsats.initiatives.models import Initiative
    from indsats.organisation.models import Unit


@transaction.atomic
def create_programme(
    *,
    by: User | None,
    at: datetime,
    title: str,
    kind: str,
    unit: Unit | None = None,
    first_year: int | None = None,
    last_year: int | None = None,
    purpose: str = "",
    source: StoredFile | None = None,
) -> Programme:
    """Make a programme, of a unit or of the whole region.

    Raises:
        ValidationError: the title is empty, the kind unknown, or it would end before it begins.
    """
    require(can_manage_programmes(by, unit.pk if unit else None))
    programme = Programme(
        title=title.strip(),
        kind=kind,
        unit=unit,
        first_year=first_year,
        last_year=last_year,
        purpose=purpose,
        source=source,
        created_at=at,
    )
    programme.full_clean()
    programme.save()
    record("initiatives.programme.created", on=programme, by=by, at=at, changes={"title": [None, programme.title]})
    return programme


@transaction.atomic
def keep_goal(
    *,
    programme: Programme,
    by: User | None,
    at: datetime,
    number: int | None,
    title: str,
    description: str = "",
    position: int = 0,
    goal: Goal | None = None,
) -> Goal:
    """Give the programme a goal, or a goal that it has another title and text.

    That is the goal which is given, else the one of that number, else (without a number) the one of that title.

    Raises:
        ValidationError: the title is empty.
    """
    require(can_manage_programmes(by, programme.unit_id))
    title = title.strip()
    same = {"number": number} if number is not None else {"number": None, "title": title}
    goal = goal or Goal.objects.filter(programme=programme, **same).first() or Goal(programme=programme, number=number)
    before = {"title": goal.title, "description": goal.description, "position": goal.position}
    goal.title, goal.description, goal.position = title, description or goal.description, position or goal.position
    after = {"title": goal.title, "description": goal.description, "position": goal.position}
    if goal.pk is not None and before == after:
        return goal
    goal.full_clean()
    event = "initiatives.goal.changed" if goal.pk else "initiatives.goal.created"
    goal.save()
    changes = {name: [before[name], value] for name, value in after.items() if before[name] != value}
    record(event, on=goal, by=by, at=at, changes=changes)
    return goal


@transaction.atomic
def add_money_line(
    *,
    by: User | None,
    at: datetime,
    programme: Programme | None = None,
    goal: Goal | None = None,
    initiative: Initiative | None = None,
    **fields: Any,  # noqa: ANN401 -- the model's own fields
) -> MoneyLine:
    """Add a budget decision to a programme, a goal or an initiative.

    Raises:
        ValidationError: it belongs nowhere, the amount is negative, or the earmarked share is not between 0 and 1.
    """
    require(_may_add_money(by, programme, goal, initiative))
    line = MoneyLine(programme=programme, goal=goal, initiative=initiative, **fields)
    if programme is None and goal is None and initiative is None:
        raise ValidationError(_("Say which programme, goal or initiative the money is for."))
    line.full_clean()
    line.save()
    amount = to_json(line.amount_dkk)
    record("initiatives.money.added", on=line, by=by, at=at, changes={"amount_dkk": [None, amount]})
    return line


@transaction.atomic
def change_money_line(*, line: MoneyLine, by: User | None, at: datetime, **fields: Any) -> MoneyLine:  # noqa: ANN401 -- as above
    """Give a budget decision other words or another amount; a decision that says the same already is left alone.

    Raises:
        ValidationError: the amount is negative, or the earmarked share is not between 0 and 1.
    """
    require(_may_add_money(by, line.programme, line.goal, line.initiative))
    held = MoneyLine.objects.select_for_update().get(pk=line.pk)
    before = {name: _plain(getattr(held, name)) for name in fields}
    for name, value in fields.items():
        setattr(held, name, value)
    held.full_clean()
    after = {name: _plain(getattr(held, name)) for name in fields}
    changes = {name: [before[name], value] for name, value in after.items() if before[name] != value}
    if changes:
        held.save(update_fields=list(changes))
        record("initiatives.money.changed", on=held, by=by, at=at, changes=changes)
    return held


def _plain(value: object) -> object:
    """Return the value as the log keeps it; the years of a decision are a list already."""
    return value if isinstance(value, list) else to_json(value)


def _may_add_money(
    by: User | None, programme: Programme | None, goal: Goal | None, initiative: Initiative | None
) -> Verdict:
    if programme is None and goal is None and initiative is not None:
        return can_edit_initiative(by, initiative)
    owner = programme or (goal.programme if goal else None)
    return can_manage_programmes(by, owner.unit_id if owner else None)
