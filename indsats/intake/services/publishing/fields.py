"""A record's fields as an initiative's, and the passages that they were read from."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from indsats.initiatives.domain.passage import Passage
from indsats.initiatives.models import Initiative
from indsats.intake.domain.status import light_of, phase_of
from indsats.reading.personal_data import kinds_of_personal_data

if TYPE_CHECKING:
    from indsats.initiatives.models import Goal
    from indsats.intake.models import Proposal
    from indsats.intake.services.publishing.context import Publishing

ORIGINS = {
    "action_plan_initiative": Initiative.Origin.POLITICAL,
    "regional_initiative": Initiative.Origin.REGIONAL,
    "activity": Initiative.Origin.REGIONAL,
}
"""Who wanted it, by the kind of record; everything else is local."""

MODEL_FIELDS: dict[str, tuple[str, ...]] = {
    "organisation": ("unit", "unit_text"),
    "unit": ("unit", "unit_text"),
    "site": ("unit_text",),
    "regions": ("unit_text",),
    "responsible": ("owner_text",),
    "status_text": ("status_text", "light", "light_reason", "phase"),
    "goal_number": ("goals",),
    "goal_title": ("goals",),
    "launch_text": ("period_text",),
    "launch_year": ("start_year",),
    "recommendation": ("goals",),
}
"""The initiative's fields that a record's field decides; the others have the same name on both sides."""


def initiative_fields(work: Publishing, proposal: Proposal) -> dict[str, Any]:
    """Return the initiative's fields as the reviewed record has them."""
    values = proposal.values
    goal = goal_of(work, proposal)
    return {
        "title": values["title"][:300],
        "description": values.get("description") or "",
        "origin": ORIGINS.get(proposal.kind, Initiative.Origin.LOCAL),
        **_place(work, proposal),
        **_period(values),
        **_status(work, proposal),
        "owner_text": (values.get("responsible") or "")[:200],
        "target_text": values.get("target_text") or "",
        "target_groups": values.get("target_groups") or [],
        "themes": values.get("themes") or [],
        "programmes": [work.programme],
        "goals": [goal] if goal else [],
    }


def _place(work: Publishing, proposal: Proposal) -> dict[str, Any]:
    """Return the unit, where the printed names mean one, and the names as printed.

    What a whole plan decides belongs to the unit that is responsible for it, or to the region whose plan it is. An
    example in a booklet keeps its place of work as printed: it is another's, and may be another region's.
    """
    values = proposal.values
    if proposal.kind == "example":
        names = filter(None, (values.get("site"), *(values.get("regions") or [])))
        return {"unit": None, "unit_text": ", ".join(names)[:200]}
    printed = [values.get("unit"), values.get("organisation")]
    unit_id = work.places.unit_of(values.get("organisation") or "", values.get("unit") or "")
    if unit_id is None and not any(printed):
        responsible = values.get("responsible")
        unit_id = work.places.names.called(responsible) if responsible else None
        unit_id = unit_id or (work.programme.unit_id if work.programme else None)
    return {"unit": unit_id, "unit_text": ", ".join(filter(None, printed))[:200]}


def _period(values: dict[str, Any]) -> dict[str, Any]:
    duration, deadline = values.get("duration_days"), values.get("deadline")
    return {
        "period_text": (values.get("period_text") or values.get("launch_text") or "")[:120],
        "start_year": values.get("start_year") or values.get("launch_year"),
        "end_year": values.get("end_year"),
        "open_ended": bool(values.get("open_ended")),
        "priority_year": values.get("priority_year"),
        "launch_quarter": values.get("launch_quarter"),
        "duration_days": None if duration is None else Decimal(str(duration)),
        "deadline": date.fromisoformat(deadline) if deadline else None,
    }


def _status(work: Publishing, proposal: Proposal) -> dict[str, Any]:
    """Return status, light and phase; a light that is not green gets the document for its reason."""
    values = proposal.values
    printed = values.get("status_text") or ""
    light = light_of(printed)
    reason = _("»%(title)s« says so on page %(page)s.") % {"title": work.edition.title, "page": proposal.page}
    return {
        "status_text": printed[:200],
        "light": light or Initiative.Light.NOT_UPDATED,
        "light_reason": reason if light in (Initiative.Light.ATTENTION, Initiative.Light.CRITICAL) else "",
        "phase": phase_of(printed) or values.get("phase") or "",
    }


def goal_of(work: Publishing, proposal: Proposal) -> Goal | None:
    """Return the goal that the record names or stands under."""
    values = proposal.values
    if proposal.parent_id in work.goals_by_proposal:
        return work.goals_by_proposal[proposal.parent_id]
    number = values.get("goal_number") or values.get("recommendation")
    return work.goals_by_number.get(number) if number else None


def passages_of(proposal: Proposal) -> list[Passage]:
    """Return for each field of the initiative the words that it was read from; a CPR number is not carried on."""
    edition = proposal.edition
    return [
        Passage(
            field=field,
            file_id=edition.stored_id,
            document_title=edition.title,
            page=proposal.page,
            line_start=proposal.line_start,
            line_end=proposal.line_end,
            quote=quote,
        )
        for name, quote in proposal.quotes.items()
        for field in MODEL_FIELDS.get(name, (name,))[:1]
        if "cpr" not in kinds_of_personal_data(quote)
    ]
