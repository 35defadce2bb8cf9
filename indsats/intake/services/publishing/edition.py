"""Publishing an edition: its programme, goals, initiatives and money, in one transaction."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import one_operation, record
from indsats.initiatives.models import Programme
from indsats.initiatives.services import create_programme
from indsats.intake.domain.kinds import Becomes, becomes
from indsats.intake.models import Document, Edition, Proposal
from indsats.intake.rules import can_publish
from indsats.intake.services.names import places_as_of
from indsats.intake.services.publishing.context import Publishing
from indsats.intake.services.publishing.goals import publish_goals
from indsats.intake.services.publishing.initiatives import publish_initiatives
from indsats.intake.services.publishing.money import publish_money
from indsats.organisation.models import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from indsats.accounts.models import User

PROGRAMMES = {
    Document.Genre.ACTION_PLAN: Programme.Kind.ACTION_PLAN,
    Document.Genre.CATALOGUE: Programme.Kind.CATALOGUE,
    Document.Genre.PROGRAMME_PLAN: Programme.Kind.PROGRAMME_PLAN,
    Document.Genre.BOOKLET: Programme.Kind.BOOKLET,
    Document.Genre.REGISTER: Programme.Kind.REGISTER,
}
"""The genres that make a programme; a call is kept as a document with its facts."""
_YEARS = re.compile(r"\b(20\d\d)\b")


@transaction.atomic
def publish_edition(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """Let what was accepted stand in the portfolio, under the programme that the document makes.

    In order: the programme (once a document), its goals, its initiatives with the passages that their fields were
    read from, its money; then the document takes the edition's title. An edition that is published already is
    returned as it is.

    Raises:
        Refused: this person may not, or something in the review is still open; the message says what.
    """
    held = Edition.objects.select_for_update().get(pk=edition.pk)
    if held.state == Edition.State.PUBLISHED:
        return held
    require(can_publish(by, held))
    with one_operation():
        _publish_records(held, by, at)
        held.state, held.closed_at, held.closed_by = Edition.State.PUBLISHED, at, by
        held.save(update_fields=["state", "closed_at", "closed_by"])
        document = held.document
        document.title, document.organisation = held.title, held.organisation
        document.save(update_fields=["title", "organisation", "programme"])
        record("intake.edition.published", on=held, by=by, at=at, changes={"state": ["in_review", "published"]})
    return held


def _publish_records(edition: Edition, by: User | None, at: datetime) -> None:
    accepted = list(
        edition.proposals.filter(decision=Proposal.Decision.ACCEPTED)
        .select_related("parent", "initiative", "goal", "money", "edition", "earlier__edition")
        .order_by("position", "pk")
    )
    work = Publishing(edition=edition, by=by, at=at, places=places_as_of(timezone.localdate(at)))
    work.programme = _programme(work, accepted)
    if work.programme is None:
        return
    publish_goals(work, accepted)
    publish_initiatives(work, accepted)
    publish_money(work, accepted)


def _programme(work: Publishing, accepted: Sequence[Proposal]) -> Programme | None:
    """Return the document's programme, made now where it has none and something is to stand under it."""
    document = work.edition.document
    kind = PROGRAMMES.get(Document.Genre(document.genre))
    if document.programme is not None or kind is None:
        return document.programme
    if all(becomes(each.kind) is Becomes.FACT for each in accepted):
        return None
    unit_id = work.places.names.called(work.edition.organisation)
    years = sorted(int(year) for year in _YEARS.findall(work.edition.title))
    document.programme = create_programme(
        by=work.by,
        at=work.at,
        title=work.edition.title,
        kind=kind,
        unit=None if unit_id is None else Unit.objects.get(pk=unit_id),
        first_year=years[0] if years else None,
        last_year=years[-1] if years else None,
        source=work.edition.stored,
    )
    return document.programme
