"""Setting up the MED bodies that stand beside the line organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.db import transaction

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.organisation.models import MedCommittee
from indsats.organisation.rules import can_change_organisation

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.organisation.models import Unit


@transaction.atomic
def establish_committee(
    *,
    key: str,
    name: str,
    unit: Unit,
    by: User | None,
    parent: MedCommittee | None = None,
    at: datetime | None = None,
) -> MedCommittee:
    """Set up a MED body at a unit, below another body or at the top.

    Raises:
        ValidationError: the key is taken, or the name is missing.
    """
    require(can_change_organisation(by, [unit.pk]))
    committee = MedCommittee(key=key, name=name.strip(), unit=unit, parent=parent)
    committee.full_clean()
    committee.save()
    record(
        "organisation.committee.established",
        on=committee,
        by=by,
        at=at,
        changes={"name": [None, committee.name], "unit": [None, unit.key]},
    )
    return committee
