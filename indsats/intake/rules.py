"""Who may bring documents in, review them and publish what they say: programme officers, and the system itself."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from indsats.foundation.access.verdict import YES, Verdict, no
from indsats.initiatives.rules import can_manage_programmes
from indsats.intake.domain.findings import CPR, MUST_CHOOSE
from indsats.organisation.models import Mandate
from indsats.organisation.rules import has_role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indsats.accounts.models import User
    from indsats.intake.models import Edition

OFFICERS = (Mandate.Role.PROGRAMME_OFFICER,)


def can_import(user: User | None) -> Verdict:
    """Programme officers bring documents in, wherever they have the role."""
    if user is None or has_role(user, OFFICERS):
        return YES
    return no(_("Only programme officers can bring documents in and review them."))


def can_review(user: User | None, edition: Edition) -> Verdict:
    """Programme officers decide about what was found, until the edition is published or discarded."""
    if not (allowed := can_import(user)):
        return allowed
    if edition.state == edition.State.PUBLISHED:
        return no(_("This edition is published. Corrections are made on the initiatives themselves."))
    if edition.state == edition.State.DISCARDED:
        return no(_("This edition was discarded. Bring the file in again to review it."))
    return YES


def can_publish(user: User | None, edition: Edition) -> Verdict:
    """Whoever may review it publishes it, once every record is decided and no contradiction is left. Four queries."""
    if not (allowed := can_review(user, edition)):
        return allowed
    if waiting := edition.proposals.waiting().count():
        return no(
            ngettext(
                "%(count)s record still waits for a decision.", "%(count)s records still wait for a decision.", waiting
            )
            % {"count": waiting}
        )
    if edition.findings.open().filter(Q(code__in=MUST_CHOOSE) | Q(message=CPR)).exists():
        return no(_("A warning that must be resolved is still open. See the warnings at the top."))
    if backwards := next(
        (each.title for each in edition.proposals.filter(decision="accepted") if ends_early(each.values)), None
    ):
        return no(_("»%(title)s« ends before it begins. Correct the years.") % {"title": backwards})
    programme = edition.document.programme
    return can_manage_programmes(user, programme.unit_id) if programme else YES


def ends_early(values: Mapping[str, Any]) -> bool:
    """Whether the last year lies before the first."""
    first, last = values.get("start_year"), values.get("end_year")
    return first is not None and last is not None and last < first
