"""The portfolio and its Excel file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indsats.foundation.documents.sheets import xlsx_response
from indsats.initiatives.exports import portfolio_sheets
from indsats.initiatives.pages.portfolio import Portfolio, asked_for
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def portfolio(request: SignedInRequest) -> HttpResponse:
    """Show the initiatives that the address asks for, in the way that it asks for."""
    page = Portfolio.build(request.GET, viewer=request.user, on=timezone.localdate())
    return render(request, "initiatives/portfolio.html", {"page": page})


@require_safe
def portfolio_excel(request: SignedInRequest) -> HttpResponse:
    """Give the same initiatives as an Excel file."""
    today = timezone.localdate()
    tree = tree_as_of(today)
    asked = asked_for(request.GET, viewer=request.user, on=today, tree=tree)
    return xlsx_response(_("portfolio %(day)s") % {"day": today.isoformat()}, portfolio_sheets(asked.qs, tree))
