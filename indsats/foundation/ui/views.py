"""The style guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_GET

from indsats.foundation.ui import pages

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@require_GET
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "ui/style_guide.html", {"guide": pages.style_guide(request.GET)})
