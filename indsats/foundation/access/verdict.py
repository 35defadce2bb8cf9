"""A rule's answer: yes, or no with a sentence that the screen can show."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Refused(PermissionDenied):
    """Someone tried what a rule forbids. ``str()`` is the rule's reason, ready to show."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether an act is allowed; ``reason`` says why not in one full, translated sentence and is empty for a yes."""

    allowed: bool
    reason: StrOrPromise = ""

    def __bool__(self) -> bool:
        """A verdict is true when it allows, so that templates can ask ``{% if page.edit %}``."""
        return self.allowed


YES = Verdict(allowed=True)


def no(reason: StrOrPromise) -> Verdict:
    """Refuse for a reason."""
    return Verdict(allowed=False, reason=reason)


def require(verdict: Verdict) -> None:
    """Go on when the verdict allows.

    Raises:
        Refused: it does not; the message is the verdict's reason.
    """
    if not verdict.allowed:
        raise Refused(str(verdict.reason))
