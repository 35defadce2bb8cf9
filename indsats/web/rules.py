"""Who may see what concerns the whole installation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.organisation.rules import ADMINISTRATOR, units_where
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from indsats.accounts.models import User


def can_read_log(user: User) -> Verdict:
    """Administrators of the whole region read the log: it tells of everybody."""
    where = units_where(user, ADMINISTRATOR)
    if where and where >= frozenset(tree_as_of(timezone.localdate()).roots):
        return YES
    return no(_("Only administrators of the whole region can read the log."))
