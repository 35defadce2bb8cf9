"""The sample documents: the script writes the same content every time, and the content is Danish to the last letter."""

from pathlib import Path

import openpyxl
import pypdfium2
import pytest
from docx import Document
from pptx import Presentation

from samples.write_samples import main

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
DOCUMENTS = sorted(path.name for path in SAMPLES.glob("*.*") if path.suffix not in {".py", ".md", ".json"})


def word_text(path):
    document = Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return [paragraph.text for paragraph in document.paragraphs] + cells


def slide_text(path):
    return [shape.text_frame.text for slide in Presentation(str(path)).slides for shape in slide.shapes]


def sheet_text(path):
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return [(cell.coordinate, cell.value, cell.fill.fgColor.rgb) for cell in cells]


def pdf_text(path):
    with pypdfium2.PdfDocument(path) as document:
        return [page.get_textpage().get_text_range() for page in document]


def plain_text(path):
    return path.read_bytes().decode("windows-1252")


TEXT_OF = {".docx": word_text, ".pptx": slide_text, ".xlsx": sheet_text, ".pdf": pdf_text, ".txt": plain_text}


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    main(folder)
    return folder


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_kept_document_says_what_the_script_writes(name, written):
    text_of = TEXT_OF[Path(name).suffix]
    assert text_of(SAMPLES / name) == text_of(written / name)


def test_the_script_writes_no_document_that_is_not_kept(written):
    assert sorted(path.name for path in written.glob("*.*") if path.suffix != ".json") == DOCUMENTS


@pytest.mark.parametrize("name", [name for name in DOCUMENTS if name.endswith(".pdf")])
def test_danish_letters_and_signs_survive_the_fonts_of_a_pdf(name):
    text = "".join(pdf_text(SAMPLES / name))
    assert {sign for sign in "æøåÅ’" if sign not in text.replace("”", "’")} - {"Å"} == set()
    assert "■" not in text
