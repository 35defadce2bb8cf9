"""Documents for the tests of intake: the project's own samples, and small files written here."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

from indsats.intake.services.imports import import_files
from indsats.organisation.services.build import build_organisation

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)


def sample(name):
    return name, (SAMPLES / name).read_bytes()


def nordhavet():
    """Build the organisation that the sample documents speak of."""
    build_organisation(data=json.loads((SAMPLES / "organisation.json").read_text("utf-8")), at=AT, password="x" * 20)


def sheet(rows, title="Oversigt over lokale indsatser", headings=("Hospital", "Indsats", "Beskrivelse", "Ansvarlig")):
    """Return a coordinator's spreadsheet as bytes."""
    book = Workbook()
    book.active.append([title])
    book.active.append([])
    book.active.append(list(headings))
    for row in rows:
        book.active.append(list(row))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def brought_in(*files, by=None, at=AT):
    """Import the files at once and return their uploads."""
    batch = import_files(files=files, by=by, at=at)
    from indsats.intake.services.imports import read_waiting_files

    read_waiting_files(batch=batch)
    return list(batch.uploads.select_related("edition__document").order_by("position"))
