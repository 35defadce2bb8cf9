"""Documents: the list, one document, and its original."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_tables2 import RequestConfig

from indsats.foundation.documents.sheets import xlsx_response
from indsats.foundation.files.services import open_stored
from indsats.intake.exports import documents_sheet
from indsats.intake.filters import DocumentFilter
from indsats.intake.models import Document, Edition
from indsats.intake.pages.document import DocumentPage
from indsats.intake.pages.source import Source, place_asked_for
from indsats.intake.rules import can_import
from indsats.intake.tables import DocumentTable

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest

ROWS = 25


@require_safe
def documents(request: SignedInRequest) -> HttpResponse:
    """List the documents that this person may see, or hand the same list out as a spreadsheet."""
    importer = can_import(request.user)
    alive = Document.objects.visible_to(request.user).alive().with_newest_edition(published_only=not importer)
    chosen = DocumentFilter(request.GET, queryset=alive.order_by("title", "pk"))
    table = DocumentTable(chosen.qs)
    RequestConfig(request, paginate={"per_page": ROWS}).configure(table)
    if request.GET.get("format") == "xlsx":
        return xlsx_response(_("documents.xlsx"), [documents_sheet(row.record for row in table.rows)])
    query = request.GET.copy()
    query["format"] = "xlsx"
    table.export_url = f"?{query.urlencode()}"
    return render(request, "intake/documents.html", {"table": table, "filter": chosen, "importer": importer})


@require_safe
def document(request: SignedInRequest, pk: int) -> HttpResponse:
    """Show a document, with one of its editions."""
    found = get_object_or_404(Document.objects.visible_to(request.user).select_related("programme"), pk=pk)
    number = request.GET.get("udgave", "")
    page = DocumentPage.build(found, viewer=request.user, number=int(number) if number.isdecimal() else None)
    return render(request, "intake/document.html", {"page": page})


@require_safe
def original(request: SignedInRequest, pk: int) -> HttpResponse | FileResponse:
    """Hand out an original as it came in; asked for a place, show its text there with the passage marked."""
    editions = Edition.objects.visible_to(request.user).exclude(state=Edition.State.DISCARDED)
    edition = get_object_or_404(editions.select_related("stored", "document"), stored=pk)
    if "side" in request.GET or "linje" in request.GET:
        source = Source.build(edition, *place_asked_for(request.GET, edition.page_count))
        return render(request, "intake/original.html", {"edition": edition, "source": source})
    try:
        file = open_stored(edition.stored)
    except FileNotFoundError as error:
        raise Http404(_("The original is no longer on the server.")) from error
    response = FileResponse(
        file, as_attachment=True, filename=edition.file_name, content_type="application/octet-stream"
    )
    response.headers["X-Content-Type-Options"] = "nosniff"
    return response
