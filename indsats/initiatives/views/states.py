"""Publishing and withdrawing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from indsats.foundation.access.verdict import require
from indsats.initiatives.forms import WithdrawForm
from indsats.initiatives.rules import can_withdraw_initiative
from indsats.initiatives.services import publish_initiative, withdraw_initiative
from indsats.initiatives.views.doors import initiative_for

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_POST
def publish(request: SignedInRequest, pk: int) -> HttpResponse:
    """Let everyone see it."""
    found = initiative_for(request.user, pk)
    try:
        publish_initiative(initiative=found, by=request.user, at=timezone.now())
        messages.success(request, _("The initiative is published. Everyone who can sign in sees it."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect(found)


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: SignedInRequest, pk: int) -> HttpResponse:
    """Take it out of the portfolio, with a reason."""
    found = initiative_for(request.user, pk)
    require(can_withdraw_initiative(request.user, found))
    form = WithdrawForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        withdraw_initiative(initiative=found, by=request.user, at=timezone.now(), why=form.cleaned_data["why"])
        messages.success(request, _("The initiative is withdrawn. It is kept, and can be published again."))
        return redirect(found)
    return render(request, "initiatives/withdraw.html", {"form": form, "initiative": found})
