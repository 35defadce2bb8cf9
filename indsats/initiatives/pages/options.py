"""What the portfolio can be narrowed to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from django.db.models import Exists, Max, Min, OuterRef, Q
from django.utils.translation import gettext as _

from indsats.accounts.models import User
from indsats.initiatives.models import Goal, Initiative, Programme
from indsats.initiatives.pages.names import unit_names
from indsats.initiatives.rules import reach_of

if TYPE_CHECKING:
    from datetime import date

    from indsats.organisation.domain.tree import Tree

Choices: TypeAlias = list[tuple[str, str]]
Grouped: TypeAlias = list[tuple[str, Choices]]

FIRST_YEAR = 2000
YEARS_AHEAD = 10
INDENT = "\u2002\u2002"


@dataclass(frozen=True, slots=True)
class Options:
    """The choices of each filter, in the order in which people look for them."""

    programmes: Choices
    goals: Grouped
    years: Choices
    units: Choices
    owners: Choices

    @classmethod
    def build(cls, *, viewer: User, tree: Tree, on: date) -> Options:
        """Gather the choices with four queries; the tree is given."""
        programmes = list(Programme.objects.visible_to(viewer).values_list("pk", "title"))
        return cls(
            programmes=[(str(pk), title) for pk, title in programmes],
            goals=_goals(programmes),
            years=_years(on),
            units=indented(tree),
            owners=_owners(),
        )


def indented(tree: Tree) -> Choices:
    """Return every open unit, each below the one that it belongs to."""
    return [(str(unit), INDENT * len(tree.ancestors(unit)) + tree.name(unit)) for unit in tree]


def _goals(programmes: list[tuple[int, str]]) -> Grouped:
    below: dict[int, Choices] = {}
    for goal in Goal.objects.filter(programme__in=[pk for pk, _title in programmes]):
        below.setdefault(goal.programme_id, []).append((str(goal.pk), str(goal)))
    return [(title, below[pk]) for pk, title in programmes if pk in below]


def _years(on: date) -> Choices:
    """Return the years from the first to the last that anything covers; misprints far away are left out."""
    ends = Initiative.objects.published().aggregate(
        first=Min("start_year"),
        first_priority=Min("priority_year"),
        last=Max("end_year"),
        priority=Max("priority_year"),
    )
    first = min((year for year in (ends["first"], ends["first_priority"]) if year), default=on.year)
    last = max((year for year in (ends["last"], ends["priority"]) if year), default=on.year)
    years = range(max(first, FIRST_YEAR), min(max(last, on.year), on.year + YEARS_AHEAD) + 1)
    return [(str(year), str(year)) for year in reversed(years)]


def _owners() -> Choices:
    owns = Initiative.objects.published().filter(owner=OuterRef("pk"))
    return [
        (str(pk), name) for pk, name in User.objects.filter(Exists(owns)).order_by("name").values_list("pk", "name")
    ]


@dataclass(frozen=True, slots=True)
class FormOptions:
    """What can be chosen when an initiative is written."""

    unit: Choices
    owner: Choices
    programmes: Choices
    goals: Grouped

    @classmethod
    def build(cls, *, viewer: User, tree: Tree, initiative: Initiative | None = None) -> FormOptions:
        """Gather the choices. A new initiative can be put where the person may create one; an old one stays open."""
        programmes = list(Programme.objects.visible_to(viewer).values_list("pk", "title"))
        return cls(
            unit=[("", _("The whole region")), *_places(viewer, tree, initiative)],
            owner=[("", _("Nobody")), *_people(initiative)],
            programmes=[(str(pk), title) for pk, title in programmes],
            goals=_goals(programmes),
        )


def _places(viewer: User, tree: Tree, initiative: Initiative | None) -> Choices:
    if initiative is None:
        reach = reach_of(viewer)
        allowed = reach.officer_at | reach.leads
        return [(key, name) for key, name in indented(tree) if int(key) in allowed]
    if initiative.unit_id is None or initiative.unit_id in tree:
        return indented(tree)
    former = unit_names([initiative.unit_id]).get(initiative.unit_id, "")
    return [(str(initiative.unit_id), _("%(name)s (closed)") % {"name": former}), *indented(tree)]


def _people(initiative: Initiative | None) -> Choices:
    """Return those who can sign in, and the owner that there is."""
    people = User.objects.filter(Q(is_active=True) | Q(pk=initiative.owner_id if initiative else None))
    return [(str(pk), name) for pk, name in people.order_by("name", "pk").values_list("pk", "name")]
