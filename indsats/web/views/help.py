"""The short guide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.views.decorators.http import require_safe

from indsats.web.pages.help import HelpPage

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def help_page(request: SignedInRequest) -> HttpResponse:
    """Show the guide, the person's own roles first."""
    return render(request, "web/help.html", {"page": HelpPage.build(viewer=request.user)})
