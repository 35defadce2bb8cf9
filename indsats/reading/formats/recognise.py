"""Which format a file is in, told by its content; what can never be read is refused before it is unpacked."""

from __future__ import annotations

from typing import Literal

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats.archive import format_of_archive
from indsats.reading.formats.encoding import decoded, is_text
from indsats.reading.formats.separator import separator_of

Format = Literal["pdf", "docx", "pptx", "xlsx", "ods", "csv", "html", "txt"]

LARGEST_FILE = 50 * 1024 * 1024
PDF_HEADER_WITHIN = 1024

COMPOUND_FILE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
PROGRAMS = (b"MZ", b"\x7fELF", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe")
ARCHIVES = (b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\x1f\x8b", b"BZh", b"\xfd7zXZ")
OLD_OFFICE = {
    "WordDocument": "et gammelt Word-dokument (.doc). Åbn det i Word, og gem det som .docx",
    "PowerPoint Document": "en gammel PowerPoint (.ppt). Åbn den i PowerPoint, og gem den som .pptx",
    "Workbook": "et gammelt Excel-ark (.xls). Åbn det i Excel, og gem det som .xlsx",
    "Book": "et gammelt Excel-ark (.xls). Åbn det i Excel, og gem det som .xlsx",
}


def format_of(data: bytes, file: str) -> Format:
    """Tell a file's format. Raises ``UnreadableFile`` where the content is of no kind that can be read."""
    if not data.strip(b"\x00\t\n\r\x0b\x0c "):
        raise UnreadableFile(file, "empty", "Filen er tom. Find den rigtige fil, og prøv igen.")
    if len(data) > LARGEST_FILE:
        reason = f"Filen fylder mere end {LARGEST_FILE // 1024 // 1024} MB. Del den op, eller gem den uden billeder."
        raise UnreadableFile(file, "too_large", reason)
    if b"%PDF-" in data[:PDF_HEADER_WITHIN]:
        return "pdf"
    if data.startswith(b"PK"):
        return format_of_archive(data, file)
    if data.startswith(COMPOUND_FILE):
        raise _compound_file(data, file)
    refuse_other_binaries(data, file)
    return _format_of_text(decoded(data).text, file)


def _compound_file(data: bytes, file: str) -> UnreadableFile:
    """Tell a locked Office file from an old one: both are the same container."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        return UnreadableFile(
            file, "encrypted", "Filen er låst med adgangskode. Åbn den, fjern adgangskoden, og gem den igen."
        )
    for stream, advice in OLD_OFFICE.items():
        if stream.encode("utf-16-le") in data:
            return UnreadableFile(file, "unsupported", f"Filen er {advice}.")
    return UnreadableFile(
        file, "unsupported", "Filen er gemt i et gammelt Office-format. Gem den som .docx, .pptx eller .xlsx."
    )


def refuse_other_binaries(data: bytes, file: str) -> None:
    """Raise ``UnreadableFile`` for pictures, programs, archives and any other file that is not text."""
    if is_text(data):
        if data.startswith(b"{\\rtf"):
            raise UnreadableFile(file, "unsupported", "Filen er i RTF-format. Åbn den i Word, og gem den som .docx.")
        return
    if data.startswith(PICTURES) or data[8:12] == b"WEBP" or data[4:8] == b"ftyp":
        reason = (
            "Filen er et billede eller en film uden tekst. Find dokumentet selv, eller få det gjort til tekst først."
        )
    elif data.startswith(PROGRAMS):
        reason = "Filen er et program og ikke et dokument. Find det rigtige dokument, og prøv igen."
    elif data.startswith(ARCHIVES):
        reason = "Filen er en pakket samling af filer. Pak den ud, og indlæs dokumenterne enkeltvis."
    else:
        reason = (
            "Filen er ikke et dokument, der kan læses. Brug PDF, Word, PowerPoint, Excel, OpenDocument-regneark, CSV, "
            "HTML eller ren tekst."
        )
    raise UnreadableFile(file, "unsupported", reason)


def _format_of_text(text: str, file: str) -> Format:
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    if start.startswith(("<!doctype html", "<html", "<head", "<body")) or (start.startswith("<") and "<html" in start):
        return "html"
    named_csv = file.lower().endswith((".csv", ".tsv"))
    return "csv" if separator_of(text, named_csv=named_csv) else "txt"
