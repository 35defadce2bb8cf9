"""Putting originals away and taking them out again."""

from __future__ import annotations

import hashlib
import os
import tempfile
from pathlib import Path
from typing import BinaryIO

from django.conf import settings

from indsats.foundation.files.models import StoredFile


def path_of(sha256: str) -> Path:
    """Return where the bytes with this hash lie: two levels of folders, so that none grows too large to list."""
    return Path(settings.INDSATS.data) / "originals" / sha256[:2] / sha256[2:4] / sha256


def store(*, data: bytes, name: str, media_type: str = "application/octet-stream") -> StoredFile:
    """Keep the bytes and return their row; bytes already kept give the row they have.

    The file is written beside its place and renamed into it, so that a full disk or a kill never leaves half a file
    under a hash that promises the whole. A file that is lost or has changed on the disk is put right by this.

    Raises:
        OSError: the disk is full or not writable; no row is made.
    """
    sha256 = hashlib.sha256(data).hexdigest()
    place = path_of(sha256)
    if not place.exists() or place.read_bytes() != data:
        place.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=place.parent, prefix="incoming-", delete=False) as half:
            try:
                half.write(data)
                half.flush()
                os.fsync(half.fileno())
                Path(half.name).replace(place)
            except OSError:
                Path(half.name).unlink(missing_ok=True)
                raise
    stored, _ = StoredFile.objects.get_or_create(
        sha256=sha256, defaults={"name": name[:255], "media_type": media_type, "size_bytes": len(data)}
    )
    return stored


def open_stored(stored: StoredFile) -> BinaryIO:
    """Open the original for reading.

    Raises:
        FileNotFoundError: the data folder has lost it.
    """
    return path_of(stored.sha256).open("rb")


def read_stored(stored: StoredFile) -> bytes:
    """Return the whole original, checked against its hash.

    Raises:
        FileNotFoundError: the data folder has lost it.
        ValueError: the bytes on the disk are no longer the ones that were stored.
    """
    data = path_of(stored.sha256).read_bytes()
    if hashlib.sha256(data).hexdigest() != stored.sha256:
        raise ValueError(f"The stored file {stored.name} has changed on the disk.")
    return data
