"""Documents for the tests of intake: the project's own samples, and small files written here."""

import io
import json
from datetime import UTC, datetime
from pathlib import Path

from openpyxl import Workbook

from indsats.intake.services.imports import import_files, read_waiting_files
from indsats.organisation.services.build import build_organisation

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
LATER = datetime(2026, 6, 1, 9, 0, tzinfo=UTC)
PLAN = "handleplan_nordhavet.docx"
SHEET = "koordinatorark_nordhavet.xlsx"

MENTOR = ("Fjordby Hospital", "Mentorordning", "Alle nye sygeplejersker får en mentor det første halve år.", "HR")
QUIET = ("Bakkeby Sygehus", "Ro på vagten", "Ingen afbrydelser, når der gøres medicin klar.", "Ledelsen")
SENIOR = ("Fjordby Hospital", "Seniorsamtaler", "Alle over 58 år tilbydes en samtale hvert år.", "HR")
HEADINGS = ("Hospital", "Indsats", "Beskrivelse", "Ansvarlig")


def sample(name):
    return name, (SAMPLES / name).read_bytes()


def nordhavet():
    """Build the organisation that the sample documents speak of."""
    build_organisation(data=json.loads((SAMPLES / "organisation.json").read_text("utf-8")), at=AT, password="x" * 20)


def sheet(*rows, title="Oversigt over lokale indsatser i Havregionen", headings=HEADINGS):
    """Return a coordinator's spreadsheet as bytes; a row is hospital, title, text and who is responsible."""
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
    read_waiting_files(batch=batch)
    return list(batch.uploads.select_related("edition__document").order_by("position"))


def edition_of(data, name="ark.xlsx", **doing):
    """Import one file and return the edition that it became or is."""
    [upload] = brought_in((name, data), **doing)
    return upload.edition
