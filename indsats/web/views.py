"""The front page, and whether we are well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.db import connection
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from indsats.web.pages.front import FrontPage

if TYPE_CHECKING:
    from django.http import HttpRequest

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def front(request: SignedInRequest) -> HttpResponse:
    """Show what waits for this person."""
    page = FrontPage.build(viewer=request.user, now=timezone.localtime())
    return render(request, "web/front.html", {"page": page})


@login_not_required
@never_cache
@require_safe
def health(request: HttpRequest) -> HttpResponse:  # noqa: ARG001 -- every view is given the request
    """Answer whether the server runs and reaches its database; for a monitor, so without words for people."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return JsonResponse({"status": "ok"})
