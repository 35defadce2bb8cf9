"""Who may sign in, and how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no

if TYPE_CHECKING:
    from indsats.accounts.models import User

MODES_WITH_DEMO_LOGINS = ("demo", "test")


def demo_logins_exist() -> bool:
    """Whether this installation is one in which demo logins work."""
    return settings.INDSATS.mode in MODES_WITH_DEMO_LOGINS


def can_sign_in(user: User) -> Verdict:
    """Active people sign in; logins of the demo only where there is a demo."""
    if not user.is_active:
        return no(_("This account is closed."))
    if user.is_demo and not demo_logins_exist():
        return no(_("Demo logins work only in the demo."))
    return YES


def can_sign_in_without_password(user: User) -> Verdict:
    """Only the logins of the demo, and only in the demo."""
    if not user.is_demo or not demo_logins_exist():
        return no(_("Only demo logins can be used without a password, and only in the demo."))
    return can_sign_in(user)
