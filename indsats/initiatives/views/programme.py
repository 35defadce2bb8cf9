"""One programme and its Excel file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsats.foundation.documents.sheets import xlsx_response
from indsats.initiatives.exports import programme_sheets
from indsats.initiatives.models import Initiative
from indsats.initiatives.pages.programme import ProgrammePage
from indsats.initiatives.views.doors import programme_for
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def programme(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show what the programme wants, what it costs and how it goes."""
    page = ProgrammePage.build(programme_for(request.user, pk), viewer=request.user, on=timezone.localdate())
    return render(request, "initiatives/programme.html", {"page": page})


@require_safe
def programme_excel(request: SignedInRequest, pk: int) -> HttpResponse:
    """Give the programme's initiatives and its money as an Excel file."""
    found = programme_for(request.user, pk)
    chosen = Initiative.objects.visible_to(request.user).published().of_programme(found)
    sheets = programme_sheets(found, chosen, tree_as_of(timezone.localdate()))
    return xlsx_response(found.title, sheets)
