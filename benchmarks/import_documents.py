"""How long documents take to be read and imported: ``python -m benchmarks.import_documents [FOLDER]``.

For the sample documents, and for the documents in FOLDER where it is given and there: the raw text by the format's own
library (the limit), laying out, reading, and the import through the services (storing, reading in a process of its own,
keeping the edition for review).
"""

import argparse
import os
import sys
import tempfile
import time
from io import BytesIO
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
ENDINGS = (".pdf", ".docx", ".pptx", ".xlsx", ".txt")


def main(arguments=None):
    parser = argparse.ArgumentParser(prog="python -m benchmarks.import_documents", description="Measure imports.")
    parser.add_argument("folder", nargs="?", type=Path, help="a folder with more documents")
    parser.add_argument("--runs", type=int, default=5, help="runs of each reading (5)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory(prefix="indsats-benchmark-") as data:
        os.environ |= {"INDSATS_MODE": "test", "INDSATS_DATA": data, "DATABASE_URL": ""}
        os.environ["DJANGO_SETTINGS_MODULE"] = "indsats.web.settings"
        import django

        django.setup()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        _tell("samples", _documents(SAMPLES), options.runs)
        if options.folder is None:
            return 0
        if not options.folder.is_dir():
            print(f"\n{options.folder} is not there; its documents are left out.")
            return 0
        _tell(str(options.folder), _documents(options.folder), options.runs)
    return 0


def _documents(folder):
    return sorted(path for path in folder.iterdir() if path.suffix in ENDINGS)


def _tell(name, paths, runs):
    from benchmarks.timing import measured, ratio, table
    from indsats.reading.formats import open_document
    from indsats.reading.reader import read_document

    rows, totals = [], [0.0, 0.0, 0.0, 0.0]
    for path in paths:
        data = path.read_bytes()
        limit = measured(lambda: _raw_text(data, path.suffix), runs).median  # noqa: B023 -- called before the next turn
        laid = measured(lambda: open_document(data, path.name), runs).median  # noqa: B023 -- as above
        read = measured(lambda: read_document(data, path.name), runs).median  # noqa: B023 -- as above
        imported, found = _import(path)
        records = len(read_document(data, path.name).records)
        totals = [total + time for total, time in zip(totals, (limit, laid, read, imported), strict=True)]
        cells = (
            f"{limit:.1f}",
            f"{laid:.0f}",
            f"{read:.0f}",
            ratio(read, limit) if limit >= 1 else "",
            f"{imported:.0f}",
            records,
            found,
        )
        rows.append((path.name, *cells))
    rows.append(
        ("in all", *(f"{totals[at]:.0f}" for at in range(3)), ratio(totals[2], totals[0]), f"{totals[3]:.0f}", "", "")
    )
    headings = [
        "document",
        "raw text ms",
        "laid out ms",
        "read ms",
        "read / raw",
        "imported ms",
        "records",
        "to review",
    ]
    print(f"\n{name}: median of {runs} runs; imported once\n")
    print(table(headings, rows))


def _raw_text(data, ending):
    """Return the text as the format's own library gives it: the least that any reader has to do."""
    return {".pdf": _of_pdf, ".docx": _of_docx, ".pptx": _of_pptx, ".xlsx": _of_xlsx}.get(ending, bytes.decode)(
        data, *(() if ending != ".txt" else ("utf-8", "replace"))
    )


def _of_pdf(data):
    import pypdfium2

    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(data))


def _of_docx(data):
    import docx

    document = docx.Document(BytesIO(data))
    cells = (cell.text for table in document.tables for row in table.rows for cell in row.cells)
    return "\n".join((*(paragraph.text for paragraph in document.paragraphs), *cells))


def _of_pptx(data):
    import pptx

    slides = pptx.Presentation(BytesIO(data)).slides
    return "\n".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame)


def _of_xlsx(data):
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _import(path):
    """Import the file as a person would, and return the milliseconds and how many records wait for review."""
    from django.utils import timezone

    from indsats.intake.models import Proposal
    from indsats.intake.services.imports import import_files

    before = Proposal.objects.count()
    start = time.perf_counter()
    import_files(files=[(path.name, path.read_bytes())], by=None, at=timezone.now(), wait=True)
    return (time.perf_counter() - start) * 1000, Proposal.objects.count() - before


if __name__ == "__main__":
    sys.exit(main())
