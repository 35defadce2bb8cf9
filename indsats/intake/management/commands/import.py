"""``indsats import``: bring documents in from the command line. Nothing is published unseen."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.urls import reverse
from django.utils import timezone

from indsats.accounts.models import User
from indsats.foundation.access.verdict import Refused
from indsats.intake.models import Batch, Upload
from indsats.intake.services.imports import import_files, is_stopped, resume_batch

if TYPE_CHECKING:
    from argparse import ArgumentParser
    from collections.abc import Callable

UNREADABLE, NOT_ALLOWED = 2, 3


class Command(BaseCommand):
    """Read files into documents that wait to be reviewed."""

    help = (
        "Bring documents in: each file is read by itself and waits to be reviewed; nothing is published. "
        "Ends with 0 when all files were read, 2 when one could not be, 3 when the person may not import."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare what can be asked."""
        parser.add_argument("files", nargs="*", type=Path, metavar="FILE", help="PDF, Word, PowerPoint, Excel, text …")
        parser.add_argument("--by", metavar="EMAIL", help="The programme officer who brings them in; else the system.")
        parser.add_argument("--resume", action="store_true", help="Go on with imports whose worker stopped.")
        parser.add_argument("--json", action="store_true", help="Print what came of each file as JSON.")

    def handle(self, *_args: Any, **options: Any) -> None:  # noqa: ANN401 -- Django's own signature
        """Read, and tell what came of each file."""
        if bool(options["files"]) == options["resume"]:
            raise CommandError("Name the files to bring in, or say --resume.", returncode=UNREADABLE)
        by, quiet = _person(options["by"]), options["json"]
        told = partial(self._tell, quiet=quiet)
        try:
            batches = _resumed(by, told) if options["resume"] else [_brought_in(options["files"], by, told)]
        except Refused as error:
            raise CommandError(str(error), returncode=NOT_ALLOWED) from error
        uploads = list(Upload.objects.filter(batch__in=batches).select_related("edition").order_by("batch", "position"))
        if quiet:
            self.stdout.write(json.dumps([_as_json(each) for each in uploads], ensure_ascii=False, indent=2))
        elif not uploads:
            self.stdout.write("There is nothing to go on with.")
        for upload in (each for each in uploads if each.stored_id is None):
            told(upload)
        if any(each.state == Upload.State.UNREADABLE for each in uploads):
            raise SystemExit(UNREADABLE)

    def _tell(self, upload: Upload, *, quiet: bool) -> None:
        line = f"{upload.position}. {upload.name}: {upload.sentence}"
        if upload.state == Upload.State.UNREADABLE:
            self.stderr.write(line)
        elif not quiet:
            self.stdout.write(line)


def _person(email: str | None) -> User | None:
    if email is None:
        return None
    found = User.objects.filter(email=email.strip().lower(), is_active=True).first()
    if found is None:
        raise CommandError(f"Nobody can sign in as {email}.", returncode=NOT_ALLOWED)
    return found


def _brought_in(paths: list[Path], by: User | None, told: Callable[[Upload], None]) -> Batch:
    """Read the files. One that cannot be opened stops all of them before anything is kept."""
    files = []
    for path in paths:
        try:
            files.append((path.name, _contents(path)))
        except OSError as error:
            raise CommandError(f"{path}: {error.strerror}.", returncode=UNREADABLE) from error
    return import_files(files=files, by=by, at=timezone.now(), wait=True, told=told)


def _contents(path: Path) -> bytes:
    """Return the bytes, of a file that is too large only as many as show it."""
    with path.open("rb") as file:
        return file.read(settings.INDSATS.max_upload_bytes + 1)


def _resumed(by: User | None, told: Callable[[Upload], None]) -> list[Batch]:
    now = timezone.now()
    stopped = [each for each in Batch.objects.unfinished().select_related("progress") if is_stopped(each, at=now)]
    return [resume_batch(batch=each, by=by, at=now, wait=True, told=told) for each in stopped]


def _as_json(upload: Upload) -> dict[str, Any]:
    edition = upload.edition
    return {
        "file": upload.name,
        "state": upload.state,
        "message": upload.sentence,
        "document": edition.document_id if edition else None,
        "edition": edition.number if edition else None,
        "records": edition.proposals.count() if edition else 0,
        "warnings": edition.findings.open().count() if edition else 0,
        "review": reverse("intake:review", args=[edition.pk]) if edition and edition.is_open else None,
    }
