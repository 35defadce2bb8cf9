"""Bringing files in: they are put away at once and read one by one, by a worker or here and now."""

from __future__ import annotations

import os
import socket
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from indsats.foundation.access.verdict import require
from indsats.foundation.audit.services import record
from indsats.foundation.files.services import store
from indsats.foundation.tasks.models import Progress
from indsats.foundation.tasks.services import begin, finish, plan, release, stalled, step
from indsats.intake.models import Batch, Upload
from indsats.intake.rules import can_import
from indsats.intake.services.reading import read_upload

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime

    from indsats.accounts.models import User


@transaction.atomic
def import_files(
    *,
    files: Sequence[tuple[str, bytes]],
    by: User | None,
    at: datetime,
    wait: bool = False,
    told: Callable[[Upload], None] | None = None,
) -> Batch:
    """Put the files away as one batch and have them read after commit: by a worker, or here when told to wait.

    A file that is too large is not put away; it gets its sentence here, and the others go on. ``told`` is called with
    each file as it is done by whoever waits.

    Raises:
        ValidationError: there is no file.
    """
    require(can_import(by))
    if not files:
        raise ValidationError(_("Choose at least one file."))
    title = ngettext("Import of %(count)s file", "Import of %(count)s files", len(files)) % {"count": len(files)}
    batch = Batch.objects.create(created_at=at, created_by=by, progress=plan(title=title, steps_total=len(files)))
    Upload.objects.bulk_create(_upload(batch, position, *file) for position, file in enumerate(files, start=1))
    record("intake.batch.imported", on=batch, by=by, at=at, changes={"files": [None, [name for name, _data in files]]})
    _have_read(batch, wait=wait, told=told, at=at)
    return batch


def _upload(batch: Batch, position: int, name: str, data: bytes) -> Upload:
    upload = Upload(batch=batch, position=position, name=PurePath(name).name[:255], size_bytes=len(data))
    if len(data) > settings.INDSATS.max_upload_bytes:
        upload.state = Upload.State.UNREADABLE
        upload.sentence = too_large()
    else:
        upload.stored = store(data=data, name=upload.name)
    return upload


def too_large() -> str:
    """Say that a file is larger than this server takes."""
    most = settings.INDSATS.max_upload_bytes // (1024 * 1024)
    return _("The file is larger than %(most)s MB. Divide it, or save it without pictures.") % {"most": most}


def _have_read(batch: Batch, *, wait: bool, at: datetime, told: Callable[[Upload], None] | None = None) -> None:
    from indsats.intake.tasks import read_batch

    here = partial(read_waiting_files, batch=batch, told=told, at=at)
    transaction.on_commit(here if wait else partial(read_batch.enqueue, batch.pk))


def read_waiting_files(
    *, batch: Batch, told: Callable[[Upload], None] | None = None, at: datetime | None = None
) -> Batch:
    """Read what waits in the batch, each file in a transaction of its own; nothing when another worker has the batch.

    What is read while somebody waits for it is read at their time; a worker reads each file at its own.
    A worker that is killed leaves the files that it had not come to waiting, and the one it was at as if untouched.
    """
    if not begin(batch.progress):
        return batch
    Batch.objects.filter(pk=batch.pk).update(reader=_this_process())
    waiting = list(batch.uploads.filter(state=Upload.State.WAITING))
    for index, upload in enumerate(waiting):
        step(batch.progress, done=batch.progress.steps_total - len(waiting) + index, note=upload.name)
        done = read_upload(upload=upload, by=batch.created_by, at=at or timezone.now())
        if told is not None:
            told(done)
    finish(batch.progress)
    return batch


@transaction.atomic
def resume_batch(
    *, batch: Batch, by: User | None, at: datetime, wait: bool = False, told: Callable[[Upload], None] | None = None
) -> Batch:
    """Go on with a batch whose worker stopped; one that is being read is left to its worker."""
    require(can_import(by))
    held = Batch.objects.select_for_update().get(pk=batch.pk)
    if not is_stopped(held, at=at):
        return held
    release(held.progress)
    record("intake.batch.resumed", on=held, by=by, at=at)
    _have_read(held, wait=wait, told=told, at=at)
    return held


@transaction.atomic
def retry_upload(*, upload: Upload, by: User | None, at: datetime) -> Upload:
    """Read a file once more that could not be read: after the reader was improved, or the server had too much to do."""
    require(can_import(by))
    held = Upload.objects.select_for_update().get(pk=upload.pk)
    if held.state != Upload.State.UNREADABLE or held.stored_id is None:
        return held
    held.state, held.sentence = Upload.State.WAITING, ""
    held.save(update_fields=["state", "sentence"])
    resume_batch(batch=held.batch, by=by, at=at)
    return held


def is_stopped(batch: Batch, *, at: datetime) -> bool:
    """Whether files wait in the batch and nobody is reading them."""
    if not batch.uploads.filter(state=Upload.State.WAITING).exists():
        return False
    if batch.progress.state != Progress.State.RUNNING:
        return True
    return stalled(at=at).filter(pk=batch.progress_id).exists() or _is_gone(batch.reader)


def _this_process() -> str:
    return f"{socket.gethostname()}:{os.getpid()}"


def _is_gone(reader: str) -> bool:
    """Whether the process was one of this machine and is no more; of another machine's only the heartbeat tells."""
    host, _colon, process = reader.rpartition(":")
    if host != socket.gethostname() or not process.isdecimal():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except PermissionError:
        return False
    return False
