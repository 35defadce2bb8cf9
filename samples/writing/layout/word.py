"""What the Word documents of the region share: fonts, Danish as language, shaded cells, a fixed date."""

import datetime as dt
import zipfile
from pathlib import Path

from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

WRITTEN = dt.datetime(2026, 3, 2, 9, 0, 0, tzinfo=dt.UTC)
ZIP_DATE = (2026, 3, 2, 9, 0, 0)


def plain_document(title: str):
    document = Document()
    document.core_properties.title = title
    document.core_properties.author = "Center for HR og Arbejdsmiljø, Region Nordhavet"
    document.core_properties.language = "da-DK"
    document.core_properties.created = document.core_properties.modified = WRITTEN
    document.styles["Normal"].font.name = "Calibri"
    document.styles["Normal"].font.size = Pt(11)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.2)
    return document


def shade(cell, colour: str) -> None:
    shading = OxmlElement("w:shd")
    shading.set(qn("w:val"), "clear")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def save(document, path: Path) -> None:
    document.save(path)
    steady(path)


def steady(path: Path) -> None:
    """Write an Office file again with one date on every part, so that the same content gives the same file."""
    with zipfile.ZipFile(path) as archive:
        parts = [(info.filename, archive.read(info)) for info in archive.infolist()]
    with zipfile.ZipFile(path, "w") as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, ZIP_DATE), data, compress_type=zipfile.ZIP_DEFLATED)
