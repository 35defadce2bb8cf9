"""Signing in and out, and one's own profile."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import login, logout, update_session_auth_hash
from django.contrib.auth.decorators import login_not_required
from django.contrib.auth.views import LoginView
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from indsats.accounts import services
from indsats.accounts.forms import PasswordForm, ProfileForm, SignInForm
from indsats.accounts.models import User
from indsats.accounts.pages import demo_logins, minutes_until_unlocked, roles_of
from indsats.accounts.rules import can_sign_in_without_password
from indsats.accounts.services.identity import BACKEND, address_as_kept
from indsats.foundation.access.verdict import require

if TYPE_CHECKING:
    from django.contrib.auth.forms import AuthenticationForm
    from django.http import HttpRequest, HttpResponse

    from indsats.foundation.access.http import SignedInRequest

A_YEAR = 365 * 24 * 3600


class SignIn(LoginView):
    """Django's own view: it cycles the session and follows ``next`` only within this site."""

    template_name = "accounts/sign_in.html"
    authentication_form = SignInForm
    redirect_authenticated_user = True

    def form_valid(self, form: AuthenticationForm) -> HttpResponse:
        """Let the person in, and read to them in their own language."""
        return remember_language(super().form_valid(form), form.get_user().language)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:  # noqa: ANN401 -- Django's own
        """Add the demo's people."""
        return super().get_context_data(demo_logins=demo_logins(), **kwargs)


sign_in = SignIn.as_view()


@login_not_required
@require_POST
def sign_in_as_demo(request: HttpRequest) -> HttpResponse:
    """Be one of the demo's people."""
    person = get_object_or_404(User.objects.filter(is_demo=True), pk=_number(request.POST.get("person")))
    require(can_sign_in_without_password(person))
    login(request, person, backend=BACKEND)
    return remember_language(redirect(_next(request)), person.language)


@login_not_required
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Leave. Someone whose session has run out already has left."""
    logout(request)
    messages.success(request, _("You have signed out."))
    return redirect("accounts:sign_in")


def locked_out(
    request: HttpRequest, _response: HttpResponse | None, credentials: dict[str, str] | None
) -> HttpResponse:
    """Say that the account is locked and for how long; the same for an address that nobody has."""
    minutes = minutes_until_unlocked(address=address_as_kept(request, credentials) or "", at=timezone.now())
    response = render(request, "accounts/locked.html", {"minutes": minutes}, status=429)
    response.headers["Retry-After"] = str(minutes * 60)
    return response


@require_http_methods(["GET", "POST"])
def profile(request: SignedInRequest) -> HttpResponse:
    """Show who one is and where one stands; change name and language."""
    form = ProfileForm(request.POST or None, instance=get_object_or_404(User, pk=request.user.pk))
    if request.method == "POST" and form.is_valid():
        services.change_profile(user=request.user, by=request.user, at=timezone.now(), **form.cleaned_data)
        with override(request.user.language):
            messages.success(request, _("Your profile has been saved."))
        return remember_language(redirect("accounts:profile"), request.user.language)
    context = {"form": form, "roles": roles_of([request.user]).get(request.user.pk, ())}
    return render(request, "accounts/profile.html", context)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def password(request: SignedInRequest) -> HttpResponse:
    """Change one's password; this session goes on, the others end."""
    form = PasswordForm(request.user, request.POST or None)
    if request.method == "POST" and form.is_valid():
        new = form.cleaned_data["new_password1"]
        services.change_password(user=request.user, password=new, by=request.user, at=timezone.now())
        update_session_auth_hash(request, request.user)
        messages.success(request, _("Your password has been changed. You are signed out everywhere else."))
        return redirect("accounts:profile")
    return render(request, "accounts/password.html", {"form": form})


@require_POST
def sign_out_everywhere(request: SignedInRequest) -> HttpResponse:
    """End one's sessions on other machines; this one goes on."""
    services.sign_out_everywhere(user=request.user, by=request.user, at=timezone.now())
    update_session_auth_hash(request, request.user)
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("accounts:profile")


@login_not_required
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Go on reading in another language."""
    chosen = request.POST.get("language", "")
    response = redirect(_next(request))
    if chosen not in dict(settings.LANGUAGES):
        return response
    if isinstance(request.user, User):
        services.choose_language(user=request.user, language=chosen, by=request.user, at=timezone.now())
    return remember_language(response, chosen)


def remember_language(response: HttpResponse, chosen: str) -> HttpResponse:
    """Keep the language in a cookie, so that it holds before and after a session too."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        chosen,
        max_age=A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", "")
    safe = url_has_allowed_host_and_scheme(
        wanted, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return wanted if safe else reverse(settings.LOGIN_REDIRECT_URL)


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0  # noqa: PLR2004 -- fits in any key
