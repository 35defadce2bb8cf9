"""The goals of a programme: an action plan's numbered list, a programme plan's objectives, a booklet's advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.initiatives.services import keep_goal
from indsats.intake.domain.kinds import Becomes, becomes
from indsats.intake.models import Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.initiatives.models import Goal, Programme
    from indsats.intake.services.publishing.context import Publishing


def publish_goals(work: Publishing, accepted: Sequence[Proposal]) -> None:
    """Keep the document's own list of goals, then one goal for each accepted objective or recommendation."""
    for position, goal in enumerate(work.edition.goals, start=1):
        kept = _keep(work, number=goal["number"], title=goal["title"], position=position)
        work.goals_by_number[goal["number"]] = kept
    for proposal in accepted:
        if becomes(proposal.kind) is Becomes.GOAL and proposal.change != Proposal.Change.DROPPED:
            _publish(work, proposal)


def _publish(work: Publishing, proposal: Proposal) -> None:
    values = proposal.values
    number = values.get("number")
    goal = _keep(
        work,
        number=number,
        title=values["title"],
        description=_description(values),
        position=proposal.position,
        goal=proposal.goal,
    )
    work.goals_by_proposal[proposal.pk] = proposal.goal = goal
    if number is not None:
        work.goals_by_number[number] = goal
    proposal.save(update_fields=["goal"])


def _description(values: dict[str, object]) -> str:
    """Return the text, with status and who is responsible below it: a goal has no fields of its own for them."""
    said = [str(values.get("description") or "")]
    if values.get("status_text"):
        said.append(_("Status: %(status)s") % {"status": values["status_text"]})
    if values.get("responsible"):
        said.append(_("Responsible: %(responsible)s") % {"responsible": values["responsible"]})
    return "\n\n".join(filter(None, said))


def _keep(
    work: Publishing,
    *,
    number: int | None,
    title: str,
    position: int,
    description: str = "",
    goal: Goal | None = None,
) -> Goal:
    programme: Programme | None = work.programme
    if programme is None:
        raise ValueError("Goals belong to a programme.")
    return keep_goal(
        programme=programme,
        by=work.by,
        at=work.at,
        number=number,
        title=title[:500],
        description=description,
        position=position,
        goal=goal,
    )
