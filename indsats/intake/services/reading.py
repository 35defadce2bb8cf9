"""Reading one uploaded file and keeping what came of it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from indsats.foundation.audit.services import one_operation
from indsats.foundation.files.services import read_stored
from indsats.intake.models import Edition, Upload
from indsats.intake.services.editions import keep_reading
from indsats.intake.services.names import knowledge_as_of
from indsats.reading.errors import UnreadableFile
from indsats.reading.isolated import Limits, read_isolated

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.accounts.models import User
    from indsats.foundation.files.models import StoredFile

logger = logging.getLogger(__name__)


def read_upload(*, upload: Upload, by: User | None, at: datetime) -> Upload:
    """Read the file in a process of its own and keep all that was found, or nothing and a sentence that says why.

    Whatever goes wrong with one file stays with that file: the next one is read all the same.
    """
    with one_operation():
        try:
            return _read(upload, by, at)
        except UnreadableFile as error:
            return _refuse(upload, error.reason, at)
        except (FileNotFoundError, ValueError):
            logger.exception("The original of upload %s is lost or has changed.", upload.pk)
            return _refuse(upload, _("The file has been lost on the server. Bring it in again."), at)
        except Exception:
            logger.exception("Upload %s was read, but could not be kept.", upload.pk)
            sentence = _("The file was read, but could not be saved. Try again, and tell your administrator.")
            return _refuse(upload, sentence, at)


def _read(upload: Upload, by: User | None, at: datetime) -> Upload:
    stored = upload.stored
    if stored is None:
        raise FileNotFoundError(upload.name)
    if (same := edition_of(stored)) is not None:
        return _unchanged(upload, same, at)
    limits = Limits(seconds=settings.INDSATS.read_seconds, memory_mb=settings.INDSATS.read_memory_mb)
    found = read_isolated(read_stored(stored), upload.name, knowledge_as_of(timezone.localdate(at)), limits)
    return keep_reading(upload=upload, found=found, by=by, at=at)


def edition_of(stored: StoredFile) -> Edition | None:
    """Return the edition that these very bytes are already kept as, if it has not been discarded."""
    return Edition.objects.exclude(state=Edition.State.DISCARDED).filter(stored=stored).first()


@transaction.atomic
def _unchanged(upload: Upload, edition: Edition, at: datetime) -> Upload:
    upload.state, upload.edition, upload.read_at = Upload.State.UNCHANGED, edition, at
    upload.sentence = _("No changes: the file is the same as edition %(number)s of »%(title)s«.") % {
        "number": edition.number,
        "title": edition.title,
    }
    upload.save(update_fields=["state", "edition", "read_at", "sentence"])
    return upload


@transaction.atomic
def _refuse(upload: Upload, sentence: str, at: datetime) -> Upload:
    upload.state, upload.edition, upload.read_at = Upload.State.UNREADABLE, None, at
    upload.sentence = sentence[:400]
    upload.save(update_fields=["state", "edition", "read_at", "sentence"])
    return upload
