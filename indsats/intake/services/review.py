"""What a reviewer does with one proposal. Every verb says which version it saw; a newer one wins and is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils.translation import gettext as _

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.intake.domain.correction import NOTHING, Correction
from indsats.intake.domain.kinds import PARENTS
from indsats.intake.domain.lifecycle import PROPOSAL, may_move
from indsats.intake.models import Edition, Finding, Proposal
from indsats.intake.rules import can_review
from indsats.intake.services.findings import resolve_corrected, resolve_rejected

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User

Decision = Proposal.Decision


class ReviewConflict(Exception):
    """Someone else decided about the proposal in the meantime; ``current`` is what they left."""

    def __init__(self, current: Proposal) -> None:
        super().__init__(
            _("%(name)s has changed this record in the meantime. Look at it, and decide again.")
            % {"name": current.decided_by or _("Someone else")}
        )
        self.current = current


def hold(proposal: Proposal, version: int, by: User | None) -> Proposal:
    """Lock the proposal for a decision.

    Raises:
        Refused: this person cannot review it, or its edition is closed.
        ReviewConflict: it is no longer the version that was seen.
    """
    edition = Edition.objects.select_for_update().get(pk=proposal.edition_id)
    require(can_review(by, edition))
    held = Proposal.objects.select_for_update(of=("self",)).select_related("edition", "decided_by").get(pk=proposal.pk)
    if held.version != version:
        raise ReviewConflict(held)
    return held


def snapshot(proposal: Proposal) -> dict[str, Any]:
    """Return what undoing an act brings back."""
    return {
        "decision": proposal.decision,
        "edited": proposal.edited,
        "declined": proposal.declined,
        "ending": proposal.ending,
        "parent": proposal.parent_id,
        "initiative": proposal.initiative_id,
        "change": proposal.change,
        "base": proposal.base,
    }


def keep(proposal: Proposal, act: str, by: User | None, at: datetime, before: dict[str, Any] | None) -> Proposal:
    """Save what an act left, one version on, and tell the log."""
    changes = {
        name: [before[name] if before else None, value]
        for name, value in snapshot(proposal).items()
        if before is None or before[name] != value
    }
    proposal.previous = before
    proposal.title = str(proposal.values.get("title") or proposal.title)[:500]
    proposal.version += 1
    proposal.decided_at, proposal.decided_by = at, by
    proposal.full_clean(exclude=["proposed", "edited", "base", "declined", "previous", "quotes"])
    proposal.save()
    record(f"intake.proposal.{act}", on=proposal, by=by, at=at, changes=changes)
    return proposal


def _move(proposal: Proposal, to: str) -> None:
    if proposal.decision != to and not may_move(PROPOSAL, proposal.decision, to):
        raise ValidationError(
            _("A record that is »%(state)s« cannot become »%(to)s«. Take it back first.")
            % {"state": proposal.get_decision_display().lower(), "to": Decision(to).label.lower()}
        )
    proposal.decision = to


def _correct(proposal: Proposal, correction: Correction) -> None:
    """Write down what differs from what the document says.

    Raises:
        ValidationError: the record would come to stand under something of another document.
    """
    proposal.edited = correction.edited(proposal.proposed, proposal.edited)
    if correction.declined is not None:
        proposal.declined = [name for name in correction.declined if name in proposal.base]
    if correction.ending:
        proposal.ending = correction.ending
    if correction.moves:
        others = proposal.edition.proposals.filter(kind__in=PARENTS.get(proposal.kind, ()))
        proposal.parent = others.filter(pk=correction.parent).first() if correction.parent else None
        if correction.parent and proposal.parent is None:
            raise ValidationError(_("Choose one of the records of this document."))


@transaction.atomic
def save_proposal(
    *, proposal: Proposal, version: int, by: User | None, at: datetime, correction: Correction = NOTHING
) -> Proposal:
    """Keep corrections without deciding; warnings about the corrected fields are resolved by it."""
    held = hold(proposal, version, by)
    before = snapshot(held)
    _correct(held, correction)
    keep(held, "corrected", by, at, before)
    resolve_corrected(proposal=held, by=by, at=at)
    return held


@transaction.atomic
def accept_proposal(
    *, proposal: Proposal, version: int, by: User | None, at: datetime, correction: Correction = NOTHING
) -> Proposal:
    """Accept what was found, with the corrections that are given; what is gone gets its ending."""
    held = hold(proposal, version, by)
    before = snapshot(held)
    _correct(held, correction)
    _move(held, Decision.ACCEPTED)
    keep(held, "accepted", by, at, before)
    resolve_corrected(proposal=held, by=by, at=at)
    return held


@transaction.atomic
def reject_proposal(*, proposal: Proposal, version: int, by: User | None, at: datetime) -> Proposal:
    """Leave the record out; warnings about nothing else than it are resolved by that."""
    held = hold(proposal, version, by)
    before = snapshot(held)
    _move(held, Decision.REJECTED)
    keep(held, "rejected", by, at, before)
    resolve_rejected(proposal=held, by=by, at=at)
    return held


@transaction.atomic
def reopen_proposal(*, proposal: Proposal, version: int, by: User | None, at: datetime) -> Proposal:
    """Let a decided record wait again; corrections stay, and warnings that its rejection resolved come back."""
    held = hold(proposal, version, by)
    before = snapshot(held)
    _move(held, Decision.WAITING)
    held.merged_into = None
    keep(held, "reopened", by, at, before)
    reopen_findings(held)
    return held


@transaction.atomic
def undo(*, proposal: Proposal, version: int, by: User | None, at: datetime) -> Proposal:
    """Take back the last act on the record, with what a split or a merge did to its neighbour.

    Raises:
        ValidationError: there is nothing to take back.
    """
    held = hold(proposal, version, by)
    if held.previous is None:
        raise ValidationError(_("There is nothing to take back here."))
    partner, part = _partner(held), held.previous.get("part")
    for each in filter(None, (held, partner)):
        _bring_back(each, by, at)
    held.parts.filter(pk=part, version=1).delete()
    return held


def _partner(held: Proposal) -> Proposal | None:
    """Return the record that was merged with this one in its last act, while nothing has happened to it since."""
    together = (held.previous or {}).get("with")
    if together is None:
        return None
    return Proposal.objects.select_for_update().filter(pk=together, previous__with=held.pk).first()


def _bring_back(proposal: Proposal, by: User | None, at: datetime) -> None:
    now, before = snapshot(proposal), proposal.previous or {}
    proposal.decision, proposal.edited = before["decision"], before["edited"]
    proposal.declined, proposal.ending = before["declined"], before["ending"]
    proposal.parent_id = before["parent"]
    proposal.initiative_id, proposal.change, proposal.base = before["initiative"], before["change"], before["base"]
    if proposal.decision != Decision.MERGED:
        proposal.merged_into = None
    keep(proposal, "undone", by, at, now)
    Proposal.objects.filter(pk=proposal.pk).update(previous=None)
    proposal.previous = None
    reopen_findings(proposal)


def reopen_findings(proposal: Proposal) -> None:
    """Bring back the warnings that were resolved only because the record was rejected."""
    if proposal.decision != Decision.REJECTED:
        proposal.findings.filter(resolution=Finding.Resolution.GONE).update(
            resolution="", resolved_how="", resolved_at=None, resolved_by=None
        )


@transaction.atomic
def make_new(*, proposal: Proposal, version: int, by: User | None, at: datetime) -> Proposal:
    """Say that the record is not the initiative it was taken for: it becomes one of its own."""
    held = hold(proposal, version, by)
    if held.change != Proposal.Change.CHANGED:
        raise ValidationError(_("The record is new already."))
    before = snapshot(held)
    held.change, held.base, held.declined, held.initiative = Proposal.Change.ADDED, {}, [], None
    return keep(held, "made_new", by, at, before)


@transaction.atomic
def accept_all_without_warnings(*, edition: Edition, by: User | None, at: datetime) -> int:
    """Accept every waiting record that no unresolved warning is about, and return how many that were.

    What is gone from the document is left to be decided one by one: it changes what is in the portfolio.
    """
    held = Edition.objects.select_for_update().get(pk=edition.pk)
    require(can_review(by, held))
    waiting = held.proposals.waiting().without_warnings().exclude(change=Proposal.Change.DROPPED)
    chosen = list(waiting.select_for_update(of=("self",)).order_by("pk").select_related("edition"))
    for proposal in chosen:
        before = snapshot(proposal)
        proposal.decision, proposal.previous = Decision.ACCEPTED, before
        proposal.version += 1
        proposal.decided_at, proposal.decided_by = at, by
    Proposal.objects.bulk_update(chosen, ["decision", "previous", "version", "decided_at", "decided_by"])
    if chosen:
        accepted = {"accepted": [None, [proposal.pk for proposal in chosen]]}
        record("intake.edition.accepted_without_warnings", on=held, by=by, at=at, changes=accepted)
    return len(chosen)
