"""The log: what people did, for administrators."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from indsats.foundation.access.verdict import require
from indsats.foundation.documents.sheets import xlsx_response
from indsats.web.exports import log_sheet
from indsats.web.pages.log import LogPage
from indsats.web.rules import can_read_log

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def log(request: SignedInRequest) -> HttpResponse:
    """Show what was done, newest first, narrowed by who, what, when and to which object."""
    require(can_read_log(request.user))
    page = LogPage.build(request.GET)
    return render(request, "web/log.html", {"page": page})


@require_safe
def log_excel(request: SignedInRequest) -> HttpResponse:
    """Give the same as an Excel file."""
    require(can_read_log(request.user))
    page = LogPage.build(request.GET)
    name = _("log %(day)s") % {"day": timezone.localdate().isoformat()}
    return xlsx_response(name, [log_sheet(page.events)])
