"""Small files written on the spot, one function a format, with fictional Danish text."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import openpyxl
import pptx
from openpyxl.styles import PatternFill
from pptx.util import Pt
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def pdf(*pages, password=None):
    """A page is a list of (left, top, text) or (left, top, text, font)."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), encrypt=StandardEncryption(password) if password else None)
    for page in pages:
        for left, top, text, *font in page:
            canvas.setFont(font[0] if font else "Helvetica", 10)
            canvas.drawString(left, 842 - top, text)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def picture_pdf():
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def word(build):
    document = docx.Document()
    build(document)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def slides(*slides_of_boxes):
    """A slide is a list of (left, top, width, height, text) in points."""
    presentation = pptx.Presentation()
    for boxes in slides_of_boxes:
        slide = presentation.slides.add_slide(presentation.slide_layouts[6])
        for left, top, width, height, text in boxes:
            slide.shapes.add_textbox(Pt(left), Pt(top), Pt(width), Pt(height)).text_frame.text = text
    out = BytesIO()
    presentation.save(out)
    return out.getvalue()


def workbook(rows, *, name="Ark", fills=None, merged=()):
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = name
    for row in rows:
        sheet.append(row)
    for place, colour in (fills or {}).items():
        sheet[place].fill = PatternFill("solid", start_color=colour)
    for area in merged:
        sheet.merge_cells(area)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def archive(**members):
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, content in members.items():
            zipped.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def calc(rows):
    cells = "".join(
        "<table:table-row>"
        + "".join(
            f'<table:table-cell office:value-type="string"><text:p>{text}</text:p></table:table-cell>' for text in row
        )
        + "</table:table-row>"
        for row in rows
    )
    content = (
        '<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Ark">{cells}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}"/></manifest:manifest>'
    )
    return archive(**{"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content})


def compound_file(stream):
    return COMPOUND_FILE + b"\x00" * 504 + stream.encode("utf-16-le") + b"\x00" * 512
