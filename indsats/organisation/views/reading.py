"""Looking at the organisation: the tree of a day, and one unit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsats.foundation.documents.sheets import xlsx_response
from indsats.organisation.exports import organisation_sheets
from indsats.organisation.forms.looking import LookingForm
from indsats.organisation.models import Unit
from indsats.organisation.pages.organisation import organisation_page
from indsats.organisation.pages.unit import unit_page
from indsats.organisation.views.acts import ACTS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def organisation(request: SignedInRequest) -> HttpResponse:
    """Show the tree of a day, or the units that go by a name."""
    form = LookingForm(request.GET)
    page = organisation_page(
        on=form.on(),
        today=timezone.localdate(),
        query=form.query(),
        unfolded=form.unfolded(),
    )
    return render(request, "organisation/organisation.html", {"page": page, "form": form})


@require_safe
def excel(request: SignedInRequest) -> HttpResponse:
    """Give the tree of a day, and the MED bodies, as a file."""
    on = LookingForm(request.GET).on()
    return xlsx_response(f"organisation-{on:%Y-%m-%d}.xlsx", organisation_sheets(on))


@require_safe
def unit(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show one unit as it is today, and all that became of it."""
    found = get_object_or_404(Unit.objects.visible_to(request.user), pk=pk)
    page = unit_page(unit=found, viewer=request.user, on=timezone.localdate())
    return render(request, "organisation/unit.html", {"page": page, "acts": ACTS})
