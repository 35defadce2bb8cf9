"""Originals: kept under their hash, once, whole, and never half."""

import errno
import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from indsats.foundation.files.models import StoredFile
from indsats.foundation.files.services import open_stored, path_of, read_stored, store

pytestmark = pytest.mark.django_db
DATA = "Handleplan på to sider".encode()


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.INDSATS = replace(settings.INDSATS, data=tmp_path)
    return tmp_path


def files(folder):
    return sorted(path.name for path in folder.rglob("*") if path.is_file())


def test_bytes_are_kept_under_their_hash_and_come_back_as_they_were(folder):
    stored = store(data=DATA, name="plan.docx", media_type="application/x-docx")

    sha256 = hashlib.sha256(DATA).hexdigest()
    assert (stored.sha256, stored.name, stored.media_type, stored.size_bytes) == (
        sha256,
        "plan.docx",
        "application/x-docx",
        len(DATA),
    )
    assert path_of(sha256) == folder / "originals" / sha256[:2] / sha256[2:4] / sha256
    assert read_stored(stored) == DATA
    with open_stored(stored) as file:
        assert file.read() == DATA


def test_the_same_bytes_under_another_name_are_one_file_and_one_row(folder):
    first = store(data=DATA, name="plan.docx")
    second = store(data=DATA, name="plan (kopi).docx")

    assert (first.pk, second.name) == (second.pk, "plan.docx")
    assert StoredFile.objects.count() == 1
    assert files(folder) == [first.sha256]


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
def test_a_full_disk_leaves_neither_a_row_nor_half_a_file(folder, monkeypatch, step):
    def full(*_, **__):
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "write":
        monkeypatch.setattr("tempfile._TemporaryFileWrapper.write", full, raising=False)
    elif step == "fsync":
        monkeypatch.setattr("os.fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)

    with pytest.raises(OSError, match="No space left"):
        store(data=DATA, name="plan.docx")

    monkeypatch.undo()
    assert StoredFile.objects.count() == 0
    assert files(folder) == []


def test_after_a_full_disk_the_same_file_can_be_stored(monkeypatch):
    monkeypatch.setattr("os.fsync", lambda _: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(OSError, match="full"):
        store(data=DATA, name="plan.docx")
    monkeypatch.undo()

    assert read_stored(store(data=DATA, name="plan.docx")) == DATA


def test_a_lost_file_is_said_to_be_lost():
    stored = store(data=DATA, name="plan.docx")
    path_of(stored.sha256).unlink()

    with pytest.raises(FileNotFoundError):
        read_stored(stored)
    with pytest.raises(FileNotFoundError):
        open_stored(stored)


@pytest.mark.parametrize("spoil", [Path.unlink, lambda place: place.write_bytes(b"!")], ids=["lost", "changed"])
def test_a_file_that_was_lost_or_changed_is_put_right_when_the_same_bytes_are_stored_again(spoil):
    stored = store(data=DATA, name="plan.docx")
    spoil(path_of(stored.sha256))

    store(data=DATA, name="plan.docx")

    assert read_stored(stored) == DATA


def test_a_file_that_has_changed_on_the_disk_is_not_given_out_as_the_original():
    stored = store(data=DATA, name="plan.docx")
    path_of(stored.sha256).write_bytes(DATA + b"!")

    with pytest.raises(ValueError, match=r"plan\.docx has changed on the disk"):
        read_stored(stored)


def test_a_long_name_is_cut_and_the_bytes_are_kept():
    stored = store(data=DATA, name="x" * 300)

    assert stored.name == "x" * 255
    assert read_stored(stored) == DATA


def test_the_database_refuses_a_name_that_is_no_hash():
    with pytest.raises(IntegrityError, match="hash_is_64_hex_digits"), transaction.atomic():
        StoredFile.objects.create(sha256="../../etc/passwd", name="x", media_type="x", size_bytes=1)
