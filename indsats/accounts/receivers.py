"""What Django and axes tell about signing in goes to the audit log; what was typed does not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from axes.signals import user_locked_out
from django.contrib.auth.signals import user_logged_in, user_logged_out, user_login_failed
from django.dispatch import receiver

from indsats.accounts.models import User
from indsats.accounts.services.identity import address_as_kept
from indsats.foundation.audit.services import record

if TYPE_CHECKING:
    from django.http import HttpRequest


@receiver(user_logged_in)
def signed_in(user: User, **_: Any) -> None:  # noqa: ANN401 -- the rest of a signal
    """Someone came in."""
    record("accounts.sign_in.succeeded", on=user, by=user)


@receiver(user_logged_out)
def signed_out(user: User | None, **_: Any) -> None:  # noqa: ANN401 -- the rest of a signal
    """Someone left."""
    if user is not None:
        record("accounts.signed_out", on=user, by=user)


@receiver(user_login_failed)
def sign_in_failed(
    credentials: dict[str, str],
    request: HttpRequest | None = None,
    **_: Any,  # noqa: ANN401 -- the rest of a signal
) -> None:
    """Someone did not come in. An address that nobody has is an event too, and costs the same time."""
    record("accounts.sign_in.failed", on=_who(address_as_kept(request, credentials)), by=None)


@receiver(user_locked_out)
def locked_out(request: HttpRequest, username: str | None, **_: Any) -> None:  # noqa: ANN401 -- the rest of a signal
    """The failure that locks an account is told once; axes repeats itself at every later attempt."""
    if getattr(request, "axes_failures_since_start", None):
        record("accounts.sign_in.locked", on=_who(username), by=None)


def _who(address: str | None) -> User | None:
    return User.objects.filter(email=address or "").first()
