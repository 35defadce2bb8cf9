"""Every address is behind the sign-in, unless its view says otherwise with ``login_not_required``."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.contrib.auth.views import redirect_to_login
from django.utils.http import url_has_allowed_host_and_scheme
from django_htmx.http import HttpResponseClientRedirect

if TYPE_CHECKING:
    from collections.abc import Callable

    from django.http import HttpRequest, HttpResponseBase


class SignInRequired(LoginRequiredMiddleware):
    """Django's rule, with a way back that works: after the sign-in people return to a page they can read.

    A form that was sent after the session ran out, or a fragment that htmx asked for, has an address which is no page;
    then the way back is the page that the person was on.
    """

    def handle_no_permission(  # type: ignore[override]  # htmx is sent on by a header, not by a redirect
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """Send the person to the sign-in."""
        is_fragment = bool(getattr(request, "htmx", False)) or request.headers.get("HX-Request") == "true"
        if request.method in ("GET", "HEAD") and not is_fragment:
            return super().handle_no_permission(request, view_func)
        to_sign_in = redirect_to_login(_page_before(request), self.get_login_url(view_func), "next")
        return HttpResponseClientRedirect(to_sign_in.url) if is_fragment else to_sign_in


def _page_before(request: HttpRequest) -> str:
    before = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(before, {request.get_host()}, require_https=request.is_secure()):
        return "/"
    parts = urlsplit(before)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path or "/"
