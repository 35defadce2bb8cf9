"""Zipped formats (Word, PowerPoint, Excel, OpenDocument): what is inside, and whether it is safe to unpack."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Literal
from zipfile import BadZipFile, LargeZipFile, ZipFile

from indsats.reading.errors import UnreadableFile

ArchiveFormat = Literal["docx", "pptx", "xlsx", "ods"]

MOST_MEMBERS = 5_000
MOST_UNPACKED = 200 * 1024 * 1024
MOST_MARKUP_UNPACKED = 60 * 1024 * 1024
"""The markup alone is kept in memory several times over while it is read."""
MOST_RATIO = 150
RATIO_COUNTS_FROM = 1024 * 1024
ENCRYPTED_FLAG = 0x1
DECLARATIONS_WITHIN = 4096

MAIN_PARTS: dict[str, ArchiveFormat] = {
    "word/document.xml": "docx",
    "ppt/presentation.xml": "pptx",
    "xl/workbook.xml": "xlsx",
}
LOCKED = "Filen er låst med adgangskode. Åbn den, fjern adgangskoden, og gem den igen."
CUT_SHORT = "Filen er ikke kommet hel frem. Hent eller send den igen, og prøv med den nye fil."
SWOLLEN = "Filen fylder for meget, når den pakkes ud. Gem dokumentet igen uden billeder og indlejrede filer."


def format_of_archive(data: bytes, file: str) -> ArchiveFormat:
    """Tell which document a zip file is, once it is known to be whole and of a bearable size when unpacked."""
    try:
        with ZipFile(BytesIO(data)) as archive:
            refuse_swollen(archive, file)
            refuse_damaged(archive, file)
            return _format_inside(archive, file)
    except (BadZipFile, LargeZipFile, EOFError, zlib.error, ValueError, OSError) as error:
        raise UnreadableFile(file, "truncated", CUT_SHORT) from error
    except NotImplementedError as error:
        reason = "Filen er pakket på en måde, der ikke kan læses. Gem dokumentet igen, og prøv med den nye fil."
        raise UnreadableFile(file, "unsupported", reason) from error


def refuse_swollen(archive: ZipFile, file: str) -> None:
    """Refuse a locked archive or one that would fill the memory, from its list of contents alone."""
    members = archive.infolist()
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        raise UnreadableFile(file, "encrypted", LOCKED)
    unpacked = sum(member.file_size for member in members)
    markup = sum(member.file_size for member in members if member.filename.endswith((".xml", ".rels")))
    swollen = any(
        member.file_size > RATIO_COUNTS_FROM and member.file_size > MOST_RATIO * max(member.compress_size, 1)
        for member in members
    )
    if swollen or len(members) > MOST_MEMBERS or unpacked > MOST_UNPACKED or markup > MOST_MARKUP_UNPACKED:
        raise UnreadableFile(file, "too_large", SWOLLEN)


def refuse_damaged(archive: ZipFile, file: str) -> None:
    """Read every member once: it must be as long as the list says and add up to its checksum."""
    if archive.testzip() is not None:
        raise UnreadableFile(file, "truncated", CUT_SHORT)
    for member in archive.infolist():
        if member.filename.endswith((".xml", ".rels")):
            with archive.open(member) as part:
                if b"<!DOCTYPE" in part.read(DECLARATIONS_WITHIN):
                    reason = (
                        "Filen har indhold, som et Office-dokument ikke må have. Gem den igen, og prøv med den nye fil."
                    )
                    raise UnreadableFile(file, "not_what_it_claims", reason)


def _format_inside(archive: ZipFile, file: str) -> ArchiveFormat:
    names = set(archive.namelist())
    for part, found in MAIN_PARTS.items():
        if part in names:
            return found
    if "mimetype" in names and "content.xml" in names:
        kind = archive.read("mimetype")[:200].strip()
        if kind.startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
            return "ods"
        reason = "Filen er et OpenDocument, men ikke et regneark. Gem den som PDF, .docx eller .pptx."
        raise UnreadableFile(file, "unsupported", reason)
    if "xl/workbook.bin" in names:
        raise UnreadableFile(file, "unsupported", "Filen er et binært Excel-ark (.xlsb). Gem den som .xlsx.")
    reason = "Filen er en zip-fil og ikke et dokument. Pak den ud, og indlæs dokumenterne enkeltvis."
    raise UnreadableFile(file, "not_what_it_claims", reason)
