"""Searching everywhere at once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsats.web.pages.search import SearchPage

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def search(request: SignedInRequest) -> HttpResponse:
    """Show what the words find: initiatives, programmes, units and documents."""
    page = SearchPage.build(request.GET.get("q", ""), viewer=request.user, on=timezone.localdate())
    return render(request, "web/search.html", {"page": page})
