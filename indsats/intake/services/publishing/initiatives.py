"""Initiatives out of proposals: made new, changed where the reviewer accepted a change, ended where they are gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from indsats.initiatives.models import Initiative
from indsats.initiatives.services import change_initiative, create_initiative, withdraw_initiative
from indsats.intake.domain.kinds import Becomes, becomes
from indsats.intake.models import Proposal
from indsats.intake.services.publishing.fields import MODEL_FIELDS, initiative_fields, passages_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.intake.services.publishing.context import Publishing


def publish_initiatives(work: Publishing, accepted: Sequence[Proposal]) -> None:
    """Publish every accepted proposal that is an initiative, in the document's order."""
    inside = set(Initiative.objects.filter(programmes=work.programme).values_list("pk", flat=True))
    for proposal in accepted:
        if becomes(proposal.kind) is not Becomes.INITIATIVE:
            continue
        if proposal.initiative is None:
            if proposal.change != Proposal.Change.DROPPED:
                _create(work, proposal)
        elif proposal.change == Proposal.Change.DROPPED:
            _end(work, proposal, proposal.initiative)
        else:
            _change(work, proposal, proposal.initiative, known_inside=proposal.initiative_id in inside)


def _create(work: Publishing, proposal: Proposal) -> None:
    proposal.initiative = create_initiative(
        by=work.by,
        at=work.at,
        fields=initiative_fields(work, proposal),
        passages=passages_of(proposal),
        publish=True,
        why=_why(work),
    )
    proposal.save(update_fields=["initiative"])


def _change(work: Publishing, proposal: Proposal, initiative: Initiative, *, known_inside: bool) -> None:
    """Write only what the reviewer accepted of what the document changed, and what they corrected by hand."""
    accepted = (set(proposal.base) | set(_corrected(proposal))) - set(proposal.declined)
    names = {model for name in accepted for model in MODEL_FIELDS.get(name, (name,))}
    fields = {name: value for name, value in initiative_fields(work, proposal).items() if name in names}
    if not known_inside:
        fields |= _also_in(work, proposal, initiative)
    if fields:
        change_initiative(
            initiative=initiative,
            by=work.by,
            at=work.at,
            fields=fields,
            version=initiative.version,
            passages=[passage for passage in passages_of(proposal) if passage.field in names or not known_inside],
            why=_why(work),
        )


def _corrected(proposal: Proposal) -> set[str]:
    """Return the fields whose correction is new: one that was carried over stands in the portfolio already."""
    before = proposal.earlier.edited if proposal.earlier else {}
    return {name for name, value in proposal.edited.items() if before.get(name) != value}


def _also_in(work: Publishing, proposal: Proposal, initiative: Initiative) -> dict[str, Any]:
    """Let an initiative that another document brought belong to this programme and its goal too."""
    new = initiative_fields(work, proposal)
    return {name: [*getattr(initiative, name).all(), *new.get(name, ())] for name in ("programmes", "goals")}


def _end(work: Publishing, proposal: Proposal, initiative: Initiative) -> None:
    why = _("It no longer stands in »%(title)s«.") % {"title": work.edition.title}
    if proposal.ending == Proposal.Ending.WITHDRAW:
        withdraw_initiative(initiative=initiative, by=work.by, at=work.at, why=why)
    elif proposal.ending == Proposal.Ending.COMPLETE:
        change_initiative(
            initiative=initiative,
            by=work.by,
            at=work.at,
            fields={"phase": Initiative.Phase.COMPLETED},
            version=initiative.version,
            why=why,
        )


def _why(work: Publishing) -> str:
    return _("From »%(title)s«, edition %(number)s.") % {"title": work.edition.title, "number": work.edition.number}
