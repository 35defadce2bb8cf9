"""Budget decisions: money lines of the objective that they stand under, or of the programme."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from indsats.initiatives.services import add_money_line, change_money_line
from indsats.intake.domain.kinds import Becomes, becomes

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.intake.models import Proposal
    from indsats.intake.services.publishing.context import Publishing


def publish_money(work: Publishing, accepted: Sequence[Proposal]) -> None:
    """Add each accepted decision that is new, and change each that the document changed."""
    for proposal in accepted:
        if becomes(proposal.kind) is Becomes.MONEY and proposal.change in ("added", "changed"):
            _publish(work, proposal)


def _publish(work: Publishing, proposal: Proposal) -> None:
    fields = money_fields(proposal.values)
    if proposal.money is not None:
        change_money_line(line=proposal.money, by=work.by, at=work.at, **fields)
        return
    goal = work.goals_by_proposal.get(proposal.parent_id or 0)
    programme = None if goal else work.programme
    proposal.money = add_money_line(by=work.by, at=work.at, goal=goal, programme=programme, **fields)
    proposal.save(update_fields=["money"])


def money_fields(values: dict[str, Any]) -> dict[str, Any]:
    """Return a money line's fields from the record's."""
    return {
        "title": values["title"][:500],
        "description": values.get("description") or "",
        "amount_dkk": _decimal(values.get("amount_dkk")),
        "amount_text": (values.get("amount_text") or "")[:200],
        "per": values.get("amount_period") or "",
        "years": values.get("years") or [],
        "recurring": values.get("recurring"),
        "funding_source": (values.get("funding_source") or "")[:300],
        "budget_year": values.get("budget_year"),
        "earmark_text": values.get("earmark_text") or "",
        "earmark_min_share": _decimal(values.get("earmark_min_share")),
    }


def _decimal(value: float | str | None) -> Decimal | None:
    return None if value is None else Decimal(str(value))
