"""The front page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from indsats.web.pages.front import FrontPage

if TYPE_CHECKING:
    from django.http import HttpResponse

    from indsats.foundation.access.http import SignedInRequest


@require_safe
def front(request: SignedInRequest) -> HttpResponse:
    """Show what waits for this person, and what fits their roles."""
    page = FrontPage.build(viewer=request.user, now=timezone.localtime())
    return render(request, "web/front.html", {"page": page})
