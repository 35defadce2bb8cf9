"""Who is this person? The one place that answers; a region's own sign-on will stand beside it as a second backend."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.contrib.auth.backends import ModelBackend
from django.core.exceptions import PermissionDenied

from indsats.accounts.models import User
from indsats.accounts.rules import can_sign_in

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser
    from django.http import HttpRequest

BACKEND = "indsats.accounts.services.identity.LocalIdentity"


class LocalIdentity(ModelBackend):
    """Knows people by their e-mail address and password, and lets a session go on while its person may sign in."""

    def authenticate(
        self,
        request: HttpRequest | None,
        username: str | None = None,
        password: str | None = None,
        **kwargs: Any,  # noqa: ANN401 -- what another backend would ask for
    ) -> User:
        """Return the person.

        Raises:
            PermissionDenied: nobody is known by that, so no later backend is asked. An unknown address costs as much
                time as a wrong password (Django hashes it all the same).
        """
        person = super().authenticate(request, username=username, password=password, **kwargs)
        if person is None:
            raise PermissionDenied
        return person

    def user_can_authenticate(self, user: User | AnonymousUser | None) -> bool:
        """Ask the rule; also for a session that was begun before the rule changed its mind."""
        return isinstance(user, User) and bool(can_sign_in(user))


def address_as_kept(request: HttpRequest | None, credentials: dict[str, str] | None) -> str | None:
    """Return the address that was typed in the form it is kept in, so that no spelling of it escapes the lock-out."""
    typed = (credentials or {}).get("username") or (request.POST.get("username") if request else None)
    return typed.strip().lower()[:254] if typed else None
