"""Keeping what was read: as a new edition of a document that is known, or as the first of one that is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.intake.domain.likeness import Outline, folded, resemblance
from indsats.intake.models import Document, Edition, EditionPage, Proposal, Upload
from indsats.intake.rules import can_review
from indsats.intake.services.findings import keep_findings
from indsats.intake.services.names import places_as_of
from indsats.intake.services.proposals import keep_proposals, says_the_same, start_afresh

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.reading.isolated import IsolatedReading


@transaction.atomic
def keep_reading(*, upload: Upload, found: IsolatedReading, by: User | None, at: datetime) -> Upload:
    """Keep the reading as an edition in review, unless it says the same as the edition that is there already.

    A new version of a document that is still in review takes its place; decisions about what did not change are kept.
    """
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if held.state != Upload.State.WAITING:
        return held
    document = _document_of(found.reading)
    newest = document.editions.exclude(state=Edition.State.DISCARDED).first() if document else None
    if newest is not None and says_the_same(newest, found.reading["records"]):
        return _close(held, Upload.State.UNCHANGED, newest, _same_words(newest), at)
    edition = _keep_edition(document, held, found, by, at)
    return _close(held, Upload.State.READ, edition, _what_was_found(edition), at)


def _keep_edition(
    document: Document | None, upload: Upload, found: IsolatedReading, by: User | None, at: datetime
) -> Edition:
    published = document.editions.filter(state=Edition.State.PUBLISHED).first() if document else None
    replaced = document.editions.in_review().first() if document else None
    if replaced is not None:
        why = _("A newer version of the document came in.")
        discard_edition(edition=replaced, by=None, at=at, why=why)
    edition = _new_edition(document or _new_document(found.reading, upload, at), upload, found, by, at)
    places = places_as_of(timezone.localdate(at))
    proposals = keep_proposals(
        edition=edition, records=found.reading["records"], published=published, replaced=replaced, places=places
    )
    before = [each for each in (published, replaced) if each is not None]
    keep_findings(
        edition=edition, warnings=found.reading["warnings"], proposals=proposals, before=before, places=places, at=at
    )
    record("intake.edition.read", on=edition, by=by, at=at, changes={"records": [None, len(proposals)]})
    return edition


@transaction.atomic
def discard_edition(*, edition: Edition, by: User | None, at: datetime, why: str = "") -> Edition:
    """Put an edition away unpublished; the same file can be brought in again."""
    held = Edition.objects.select_for_update().get(pk=edition.pk)
    require(can_review(by, held))
    held.state, held.closed_at, held.closed_by, held.closed_why = Edition.State.DISCARDED, at, by, why[:300]
    held.save(update_fields=["state", "closed_at", "closed_by", "closed_why"])
    record("intake.edition.discarded", on=held, by=by, at=at, why=why)
    return held


@transaction.atomic
def make_own_document(*, edition: Edition, by: User | None, at: datetime) -> Edition:
    """Say that an edition in review is no version of the document that it was taken for, but the first of its own.

    Everything in it is new then, and what had gone has not.

    Raises:
        ValidationError: it is the only edition of its document.
    """
    held = Edition.objects.select_for_update().get(pk=edition.pk)
    require(can_review(by, held))
    former = held.document
    if not former.editions.exclude(pk=held.pk).exists():
        raise ValidationError(_("This is the first edition of its document already."))
    held.document = Document.objects.create(
        genre=former.genre, title=held.title, organisation=held.organisation, created_at=at
    )
    held.number = 1
    held.save(update_fields=["document", "number"])
    start_afresh(held)
    record(
        "intake.edition.made_own_document", on=held, by=by, at=at, changes={"document": [former.pk, held.document_id]}
    )
    return held


def _document_of(reading: dict[str, Any]) -> Document | None:
    """Return the document that the reading is a version of: the one that it resembles most, if it resembles any."""
    new = _outline(reading["document"], (entry["title"] for entry in reading["records"]))
    candidates = list(Document.objects.alive().filter(genre=new.genre).order_by("pk"))
    scored = [(resemblance(_known_outline(each), new), -each.pk, each) for each in candidates]
    best = max(scored, default=None, key=lambda one: one[:2])
    return best[2] if best and best[0] > 0 else None


def _outline(document: dict[str, Any], titles: Iterable[str]) -> Outline:
    records = frozenset(folded(title) for title in titles)
    return Outline(document["genre"], document["title"] or "", document["organisation"] or "", records)


def _known_outline(document: Document) -> Outline:
    newest = document.editions.exclude(state=Edition.State.DISCARDED).first()
    titles = Proposal.objects.filter(edition=newest).printed().values_list("proposed__title", flat=True)
    about = {"genre": document.genre, "title": document.title, "organisation": document.organisation}
    return _outline(about, (title or "" for title in titles))


def _new_document(reading: dict[str, Any], upload: Upload, at: datetime) -> Document:
    about = reading["document"]
    return Document.objects.create(
        genre=about["genre"],
        title=_title(about, upload),
        organisation=(about["organisation"] or "")[:200],
        created_at=at,
    )


def _title(about: dict[str, Any], upload: Upload) -> str:
    return str(about["title"] or upload.name)[:300]


def _new_edition(document: Document, upload: Upload, found: IsolatedReading, by: User | None, at: datetime) -> Edition:
    about, original = found.reading["document"], upload.stored
    if original is None:
        raise FileNotFoundError(upload.name)
    number = (document.editions.aggregate(highest=Max("number"))["highest"] or 0) + 1
    edition = Edition.objects.create(
        document=document,
        number=number,
        stored=original,
        file_name=upload.name,
        format=about["format"],
        title=_title(about, upload),
        organisation=(about["organisation"] or "")[:200],
        language=about["language"],
        page_count=about["pages"],
        goals=about["goals"],
        legend=about["status_legend"],
        read_at=at,
        imported_by=by,
    )
    EditionPage.objects.bulk_create(
        EditionPage(edition=edition, number=page.number, lines=page.lines, is_image=page.is_image)
        for page in found.pages
    )
    return edition


def _close(upload: Upload, state: Upload.State, edition: Edition, sentence: str, at: datetime) -> Upload:
    upload.state, upload.edition, upload.sentence, upload.read_at = state, edition, sentence, at
    upload.save(update_fields=["state", "edition", "sentence", "read_at"])
    return upload


def _same_words(edition: Edition) -> str:
    return _("No changes: the file says the same as edition %(number)s of »%(title)s«.") % {
        "number": edition.number,
        "title": edition.title,
    }


def _what_was_found(edition: Edition) -> str:
    """Say what waits for a reviewer, in one sentence."""
    changes = list(edition.proposals.values_list("change", flat=True))
    if not changes:
        return _("The document was read, but it holds no initiatives in a form that indsats knows.")
    if not any(change in changes for change in ("changed", "dropped", "unchanged")):
        return ngettext("%(count)s record found.", "%(count)s records found.", len(changes)) % {"count": len(changes)}
    return _("New edition: %(added)s new, %(changed)s changed, %(dropped)s gone.") % {
        change: changes.count(change) for change in ("added", "changed", "dropped")
    }
