"""What a reviewer can do with one record: each act reads the request, calls one service and says what was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _

from indsats.intake.forms import ProposalForm
from indsats.intake.services import review, splitting

if TYPE_CHECKING:
    from collections.abc import Callable

    from indsats.foundation.access.http import SignedInRequest
    from indsats.intake.models import Proposal


class Unfinished(Exception):
    """What was typed cannot be kept; ``form`` says why and still has it all."""

    def __init__(self, form: ProposalForm) -> None:
        super().__init__()
        self.form = form


def form_of(request: SignedInRequest, proposal: Proposal, *, is_conflict: bool = False) -> ProposalForm:
    """Return the form as it was sent, with the version that the record has now: sending it again is then meant."""
    typed = request.POST.copy()
    typed["version"] = str(proposal.version)
    parents = proposal.edition.proposals.order_by("position", "pk")
    return ProposalForm(typed, proposal=proposal, parents=parents, is_conflict=is_conflict)


def seen_version(request: SignedInRequest) -> int:
    """Return the version that the person saw."""
    version = request.POST.get("version", "")
    return int(version) if version.isdecimal() and len(version) < 8 else 0  # noqa: PLR2004 -- longer is no version


def _checked(request: SignedInRequest, proposal: Proposal) -> ProposalForm:
    form = form_of(request, proposal)
    if seen_version(request) == proposal.version and not form.is_valid():
        raise Unfinished(form)
    form.is_valid()
    return form


def accept(request: SignedInRequest, proposal: Proposal) -> str:
    """Accept, with what was typed."""
    correction = _checked(request, proposal).correction()
    review.accept_proposal(
        proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now(), correction=correction
    )
    return _("Accepted: %(title)s") % {"title": proposal.title}


def save(request: SignedInRequest, proposal: Proposal) -> str:
    """Keep what was typed without deciding."""
    correction = _checked(request, proposal).correction()
    review.save_proposal(
        proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now(), correction=correction
    )
    return _("Saved. The record still waits for your decision.")


def reject(request: SignedInRequest, proposal: Proposal) -> str:
    """Leave the record out."""
    review.reject_proposal(proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now())
    return _("Rejected: %(title)s") % {"title": proposal.title}


def reopen(request: SignedInRequest, proposal: Proposal) -> str:
    """Let it wait again."""
    review.reopen_proposal(proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now())
    return _("Waits again: %(title)s") % {"title": proposal.title}


def undo(request: SignedInRequest, proposal: Proposal) -> str:
    """Take the last act back."""
    review.undo(proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now())
    return _("Taken back: %(title)s") % {"title": proposal.title}


def make_new(request: SignedInRequest, proposal: Proposal) -> str:
    """Say that it is another initiative than the one it was taken for."""
    review.make_new(proposal=proposal, version=seen_version(request), by=request.user, at=timezone.now())
    return _("»%(title)s« will be an initiative of its own.") % {"title": proposal.title}


def split(request: SignedInRequest, proposal: Proposal) -> str:
    """Divide the record where the person chose."""
    place = request.POST.get("place", "")
    if not place.isdecimal():
        raise ValidationError(_("Choose where the second record begins."))
    _first, second = splitting.split_proposal(
        proposal=proposal,
        version=seen_version(request),
        at_character=int(place),
        title=request.POST.get("second_title", ""),
        by=request.user,
        at=timezone.now(),
    )
    return _("Split. The second record is »%(title)s«.") % {"title": second.title}


def merge(request: SignedInRequest, proposal: Proposal) -> str:
    """Let the record be part of the one that the person chose; ``into`` is its number and version."""
    number, _colon, version = request.POST.get("into", "").partition(":")
    if not number.isdecimal() or not version.isdecimal():
        raise ValidationError(_("Choose the record to merge it with."))
    into = get_object_or_404(proposal.edition.proposals, pk=int(number))
    splitting.merge_proposals(
        proposal=proposal,
        version=seen_version(request),
        into=into,
        into_version=int(version),
        by=request.user,
        at=timezone.now(),
    )
    return _("Merged into »%(title)s«.") % {"title": into.title}


ACTS: dict[str, Callable[[SignedInRequest, Proposal], str]] = {
    "godkend": accept,
    "gem": save,
    "afvis": reject,
    "vent": reopen,
    "fortryd": undo,
    "ny": make_new,
    "del": split,
    "saml": merge,
}
"""The acts by the word that stands in the address."""

MOVE_ON = frozenset({"godkend", "afvis", "saml"})
"""After these the next record that waits comes in front; after the others the same one stays."""
