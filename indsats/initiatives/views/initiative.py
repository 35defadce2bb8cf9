"""One initiative and its history; following it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from indsats.foundation.documents.sheets import xlsx_response
from indsats.initiatives.exports import history_sheet
from indsats.initiatives.forms import LightForm
from indsats.initiatives.pages.history import HistoryPage
from indsats.initiatives.pages.initiative import InitiativePage
from indsats.initiatives.services import follow as follow_it
from indsats.initiatives.services import mark_seen
from indsats.initiatives.services import unfollow as unfollow_it
from indsats.initiatives.views.doors import initiative_for

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest
    from indsats.initiatives.models import Initiative


@require_safe
def initiative(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show everything that is known of the initiative."""
    found = initiative_for(request.user, pk)
    mark_seen(initiative=found, user=request.user, at=timezone.now())
    return show(request, found, LightForm(initial={"version": found.version, "light": found.light}))


def show(request: SignedInRequest, found: Initiative, light_form: LightForm) -> HttpResponse:
    """Render the page, with the quick form for the light as it was filled in."""
    page = InitiativePage.build(found, viewer=request.user, on=timezone.localdate())
    return render(request, "initiatives/initiative.html", {"page": page, "light_form": light_form})


@require_safe
def history(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show every change, and let those who may restore what was."""
    page = HistoryPage.build(initiative_for(request.user, pk), viewer=request.user)
    return render(request, "initiatives/history.html", {"page": page})


@require_safe
def history_excel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the history as an Excel file."""
    page = HistoryPage.build(initiative_for(request.user, pk), viewer=request.user)
    return xlsx_response(_("history of initiative %(number)d") % {"number": pk}, [history_sheet(page)])


@require_POST
def follow(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let the person hear of changes."""
    found = initiative_for(request.user, pk)
    follow_it(initiative=found, user=request.user, at=timezone.now())
    messages.success(request, _("You follow the initiative. Its changes will stand on your front page."))
    return redirect(found)


@require_POST
def unfollow(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let the person hear no more."""
    found = initiative_for(request.user, pk)
    unfollow_it(initiative=found, user=request.user, at=timezone.now())
    messages.success(request, _("You no longer follow the initiative."))
    return redirect(found)
