"""The review of an edition: one page, and one address for each thing that a reviewer does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from indsats.foundation.access.verdict import Refused, require
from indsats.intake.models import Edition, Finding, Proposal
from indsats.intake.pages.review import ReviewPage, Shown, next_waiting
from indsats.intake.rules import can_import
from indsats.intake.services.editions import discard_edition, make_own_document
from indsats.intake.services.findings import reopen_finding, resolve_finding, set_aside_finding
from indsats.intake.services.publishing import publish_edition
from indsats.intake.services.review import ReviewConflict, accept_all_without_warnings
from indsats.intake.views.acts import ACTS, MOVE_ON, Unfinished, form_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest
    from indsats.intake.forms import ProposalForm


@require_safe
def review(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show the review; a closed edition is shown by its document."""
    edition = _edition(request, pk)
    require(can_import(request.user))
    return _show(request, edition) if edition.is_open else redirect(edition.document)


@require_POST
def decide(request: SignedInRequest, pk: int, act: str) -> HttpResponse:
    """Do one thing with one record, and go on; what cannot be done is said, and what was typed stays."""
    proposals = Proposal.objects.visible_to(request.user).select_related("edition__document__programme", "parent")
    proposal = get_object_or_404(proposals, pk=pk)
    if act not in ACTS:
        raise Http404
    try:
        messages.success(request, ACTS[act](request, proposal))
    except Unfinished as problem:
        return _show(request, proposal.edition, problem.form, status=422)
    except ReviewConflict as conflict:
        return _show_conflict(request, proposal, conflict)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
        return _back_to(request, proposal)
    return _go_on(request, proposal) if act in MOVE_ON else _back_to(request, proposal)


def _edition(request: SignedInRequest, pk: int) -> Edition:
    return get_object_or_404(Edition.objects.visible_to(request.user).select_related("document__programme"), pk=pk)


def _show(
    request: SignedInRequest, edition: Edition, form: ProposalForm | None = None, *, status: int = 200
) -> HttpResponse:
    """Show the page, with the form as it was typed where there is one."""
    shown = Shown.asked_for(request.GET)
    if form is not None:
        shown = shown.of(form.proposal.pk)
    page = ReviewPage.build(edition=edition, viewer=request.user, shown=shown, form=form)
    return render(request, "intake/review.html", {"page": page}, status=status)


def _show_conflict(request: SignedInRequest, proposal: Proposal, conflict: ReviewConflict) -> HttpResponse:
    """Tell the second of two reviewers, beside what they typed; sending it again is then meant."""
    messages.warning(request, str(conflict))
    if not {"title", "ending"} & request.POST.keys():
        return _back_to(request, proposal)
    return _show(request, proposal.edition, form_of(request, conflict.current, is_conflict=True), status=409)


def _back_to(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    return redirect(Shown.asked_for(request.GET).of(proposal.pk).url(proposal.edition_id))


def _go_on(request: SignedInRequest, proposal: Proposal) -> HttpResponse:
    shown = Shown.asked_for(request.GET)
    return redirect(shown.of(next_waiting(proposal, shown)).url(proposal.edition_id))


@require_POST
def accept_all(request: SignedInRequest, pk: int) -> HttpResponse:
    """Accept what no warning is about."""
    edition = _edition(request, pk)
    count = accept_all_without_warnings(edition=edition, by=request.user, at=timezone.now())
    said = ngettext("%(count)s record is accepted.", "%(count)s records are accepted.", count) % {"count": count}
    messages.success(request, said)
    return redirect(Shown.asked_for(request.GET).of(None).url(edition.pk))


@require_POST
def resolve(request: SignedInRequest, pk: int) -> HttpResponse:
    """Resolve a warning by one of its suggestions, leave things as they are, or let the warning count again."""
    finding = get_object_or_404(Finding.objects.visible_to(request.user).select_related("edition"), pk=pk)
    choice = request.POST.get("choice", "")
    by, at = request.user, timezone.now()
    try:
        if choice == "reopen":
            reopen_finding(finding=finding, by=by, at=at)
        elif choice == "leave":
            set_aside_finding(finding=finding, by=by, at=at)
        else:
            resolve_finding(finding=finding, choice=int(choice) if choice.isdecimal() else -1, by=by, at=at)
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(Shown.asked_for(request.GET).url(finding.edition_id))


@require_POST
def publish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Publish what was accepted, or say what still stands in the way."""
    edition = _edition(request, pk)
    try:
        publish_edition(edition=edition, by=request.user, at=timezone.now())
    except (Refused, ValidationError) as error:
        messages.error(request, " ".join(getattr(error, "messages", [str(error)])))
        return redirect("intake:review", edition.pk)
    messages.success(request, _("»%(title)s« is published.") % {"title": edition.title})
    return redirect(edition.document)


@require_POST
def own_document(request: SignedInRequest, pk: int) -> HttpResponse:
    """Say that the edition is no version of the document it was taken for."""
    edition = _edition(request, pk)
    try:
        make_own_document(edition=edition, by=request.user, at=timezone.now())
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("intake:review", edition.pk)


@require_POST
def discard(request: SignedInRequest, pk: int) -> HttpResponse:
    """Put the edition away unpublished."""
    edition = _edition(request, pk)
    discard_edition(edition=edition, by=request.user, at=timezone.now(), why=request.POST.get("why", ""))
    messages.success(request, _("Edition %(number)s is discarded.") % {"number": edition.number})
    return redirect("intake:documents")
