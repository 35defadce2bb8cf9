"""Recognising what stands in the portfolio already: the same title at the same unit is the same initiative."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indsats.initiatives.models import Initiative
from indsats.intake.domain.comparison import differences
from indsats.intake.domain.likeness import folded
from indsats.intake.models import Proposal

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.intake.services.names import Places

KINDS = frozenset({"local_initiative", "regional_initiative"})
COMPARABLE = {
    "title": "title",
    "description": "description",
    "period_text": "period_text",
    "start_year": "start_year",
    "end_year": "end_year",
    "open_ended": "open_ended",
    "phase": "phase",
    "status_text": "status_text",
    "responsible": "owner_text",
    "target_text": "target_text",
}
"""A record's fields and the initiative's that say the same thing."""


def recognise(proposals: Sequence[Proposal], places: Places) -> None:
    """Turn the proposals of what is known already into changes to it; silence of the document changes nothing."""
    units = {id(each): unit_of(each, places) for each in proposals if each.kind in KINDS}
    known = _by_title_and_unit({unit for unit in units.values() if unit is not None})
    for proposal in proposals:
        initiative = known.pop((folded(proposal.title), units.get(id(proposal))), None)
        if initiative is not None:
            _is_known(proposal, initiative)


def unit_of(proposal: Proposal, places: Places) -> int | None:
    """Return the unit that the proposal's printed names mean."""
    values = proposal.values
    return places.unit_of(str(values.get("organisation") or ""), str(values.get("unit") or ""))


def known_values(initiative: Initiative) -> dict[str, Any]:
    """Return an initiative's fields under the names that records use."""
    return {name: getattr(initiative, field) or None for name, field in COMPARABLE.items()}


def _by_title_and_unit(units: set[int]) -> dict[tuple[str, int | None], Initiative]:
    found = Initiative.objects.published().filter(unit_id__in=units).order_by("-pk") if units else []
    return {(folded(each.title), each.unit_id): each for each in found}


def _is_known(proposal: Proposal, initiative: Initiative) -> None:
    said = {name: value for name, value in proposal.proposed.items() if name in COMPARABLE and value not in (None, "")}
    before = known_values(initiative)
    proposal.initiative = initiative
    proposal.change = Proposal.Change.CHANGED
    proposal.base = {name: before[name] for name in differences({name: before[name] for name in said}, said)}
