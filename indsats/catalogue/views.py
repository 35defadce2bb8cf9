"""The catalogue's pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_htmx.http import push_url

from indsats.catalogue.exports import catalogue_sheet
from indsats.catalogue.filters import PAGE, asked_in
from indsats.catalogue.models import Inspiration
from indsats.catalogue.pages import catalogue_page, entry_page
from indsats.foundation.documents.sheets import xlsx_response

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def catalogue(request: SignedInRequest) -> HttpResponse:
    """Search, narrow and look; htmx is given the part that changes."""
    page = catalogue_page(asked_in(request.GET), request.GET.get(PAGE), request.user)
    if not request.htmx or request.htmx.history_restore_request:
        return render(request, "catalogue/catalogue.html", {"page": page})
    response = render(request, "catalogue/catalogue.html#answer", {"page": page})
    return push_url(response, request.path + page.asked.address(page.page.number))


@require_safe
def entry(request: SignedInRequest, pk: int) -> HttpResponse:
    """One initiative as inspiration."""
    initiative = get_object_or_404(Inspiration.objects.visible_to(request.user), pk=pk)
    return render(request, "catalogue/entry.html", {"page": entry_page(initiative, request.user)})


@require_safe
def excel(request: SignedInRequest) -> HttpResponse:
    """Everything that was found, as a sheet."""
    return xlsx_response(_("catalogue"), [catalogue_sheet(asked_in(request.GET), request.user)])
