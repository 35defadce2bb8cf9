"""The sample documents, brought in and decided about as the demo's programme officer does it.

What the officer decides, everywhere in the same way:

- where a goal's number and title disagree, the title is believed;
- any other warning that has suggestions is resolved by the first of them;
- a warning that stands in the way of publishing and has none is resolved by leaving its records out;
- any other warning has been looked at and is left as it is;
- a record that ends before it begins loses its last year;
- everything else that was found is accepted.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from django.db import transaction

from indsats.initiatives.models import Initiative
from indsats.intake.domain.correction import Correction
from indsats.intake.models import Batch, Edition, Proposal, Upload
from indsats.intake.rules import ends_early
from indsats.intake.services.findings import resolve_finding, set_aside_finding
from indsats.intake.services.imports import import_files, is_stopped, resume_batch
from indsats.intake.services.publishing import publish_edition
from indsats.intake.services.review import accept_all_without_warnings, accept_proposal, reject_proposal

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    from indsats.accounts.models import User
    from indsats.intake.models import Finding

LOOKED_AT = "Set efter: det står sådan i dokumentet."


class NotRead(Exception):
    """A sample could not be read; ``str()`` is the sentence that the import gave."""


def bring_in(path: Path, *, by: User, at: datetime) -> Edition:
    """Import the file, unless its very bytes have been imported before, and return its edition.

    Raises:
        NotRead: the reader refuses the file.
    """
    known = _edition(path)
    if known is not None:
        return known
    batch = import_files(files=[(path.name, path.read_bytes())], by=by, at=at, wait=True)
    upload = Upload.objects.select_related("edition").get(batch=batch)
    if upload.edition is None:
        raise NotRead(f"{path.name}: {upload.sentence}")
    return upload.edition


def _edition(path: Path) -> Edition | None:
    """Find what became of the file: an edition in any state, also one that somebody has discarded since.

    A file that says the same as another, as the PDF of a Word document does, may have become no edition of its own.
    """
    sha256 = hashlib.sha256(path.read_bytes()).hexdigest()
    return Edition.objects.filter(uploads__stored__sha256=sha256).order_by("pk").first()


def take_up_stopped(*, by: User, at: datetime) -> int:
    """Go on with imports that were killed, and return how many there were."""
    stopped = [batch for batch in Batch.objects.order_by("pk") if is_stopped(batch, at=at)]
    for batch in stopped:
        resume_batch(batch=batch, by=by, at=at, wait=True)
    return len(stopped)


@transaction.atomic
def decide_and_publish(edition: Edition, *, by: User, at: datetime) -> frozenset[int]:
    """Resolve, accept and publish, and return the initiatives that this made."""
    before = set(Initiative.objects.values_list("pk", flat=True))
    for finding in edition.findings.open().order_by("position"):
        _resolve(finding, by, at)
    for proposal in edition.proposals.waiting().select_related("edition").order_by("position", "pk"):
        if proposal.change == Proposal.Change.DROPPED:
            _accept(proposal, by, at, Correction(ending=Proposal.Ending.KEEP))
        elif ends_early(proposal.values):
            _accept(proposal, by, at, Correction(fields={"end_year": None}))
    accept_all_without_warnings(edition=edition, by=by, at=at)
    publish_edition(edition=edition, by=by, at=at)
    return frozenset(Initiative.objects.exclude(pk__in=before).values_list("pk", flat=True))


def _accept(proposal: Proposal, by: User, at: datetime, correction: Correction) -> None:
    accept_proposal(proposal=proposal, version=proposal.version, by=by, at=at, correction=correction)


def _resolve(finding: Finding, by: User, at: datetime) -> None:
    if finding.suggestions:
        fields = [suggestion["field"] for suggestion in finding.suggestions]
        choice = fields.index("goal_number") if "goal_number" in fields else 0
        resolve_finding(finding=finding, choice=choice, by=by, at=at)
    elif not finding.is_blocking:
        set_aside_finding(finding=finding, by=by, at=at, why=LOOKED_AT)
    else:
        for proposal in finding.proposals.waiting().select_related("edition"):
            reject_proposal(proposal=proposal, version=proposal.version, by=by, at=at)
