"""Warnings as the review shows them: with their ways out, the ones that stand in the way first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.urls import reverse
from django.utils.translation import gettext as _

from indsats.intake.domain.kinds import label_of_field
from indsats.intake.pages.values import shown_value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.intake.models import Edition, Finding
    from indsats.intake.pages.review import Shown

GOAL_FIELDS = {"goal_number": "number", "goal_title": "title"}


@dataclass(frozen=True, slots=True)
class Link:
    """Words and where they lead."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Warned:
    """One warning: what it says, where, about which records, and what can be chosen."""

    finding: Finding
    place: Link
    records: tuple[Link, ...]
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WarningGroup:
    """The unresolved warnings of one sort."""

    label: str
    is_blocking: bool
    warnings: tuple[Warned, ...]


def grouped(edition: Edition, findings: Iterable[Finding], shown: Shown) -> tuple[WarningGroup, ...]:
    """Return the warnings by sort, what stands in the way of publishing first."""
    groups: dict[tuple[bool, str], list[Finding]] = {}
    for finding in sorted(findings, key=lambda each: (not each.is_blocking, each.position)):
        groups.setdefault((finding.is_blocking, finding.code), []).append(finding)
    return tuple(
        WarningGroup(rows[0].label, rows[0].is_blocking, tuple(warned(edition, each, shown) for each in rows))
        for rows in groups.values()
    )


def warned(edition: Edition, finding: Finding, shown: Shown) -> Warned:
    """Put one warning together; its records have been fetched."""
    original = reverse("intake:original", args=[edition.stored_id])
    lines = f"{finding.line_start}-{finding.line_end}"
    return Warned(
        finding=finding,
        place=Link(
            _("Page %(page)s, line %(line)s") % {"page": finding.page, "line": finding.line_start},
            f"{original}?side={finding.page}&linje={lines}",
        ),
        records=tuple(Link(each.title, shown.of(each.pk).url(edition.pk)) for each in finding.proposals.all()),
        choices=tuple(_choice(edition, each) for each in finding.suggestions),
    )


def _choice(edition: Edition, suggestion: dict[str, Any]) -> str:
    """Say what a suggestion would write, a goal by its number and title."""
    field, value = suggestion["field"], suggestion["value"]
    goal = next((goal for goal in edition.goals if value == goal.get(GOAL_FIELDS.get(field, ""))), None)
    if goal is not None:
        return _("Goal %(number)s: %(title)s") % {"number": goal["number"], "title": goal["title"]}
    return f"{label_of_field(field)}: {shown_value(field, value)}"
