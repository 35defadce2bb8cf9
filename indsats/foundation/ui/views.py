"""The style guide, and the choice of language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.decorators import login_not_required
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_POST
from django.views.i18n import set_language

from indsats.foundation.ui import pages

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Keep the chosen language in a cookie and go back to where the person was."""
    return set_language(request)


@require_GET
def style_guide(request: HttpRequest) -> HttpResponse:
    """Show every component in every state."""
    return render(request, "ui/style_guide.html", {"guide": pages.style_guide(request.GET)})
