"""One module a file format: bytes in, the neutral document model out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, cast

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats.recognise import Format, format_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from indsats.reading.model import SourceDocument

READERS: dict[Format, tuple[str, str]] = {
    "pdf": ("pdf", "read_pdf"),
    "docx": ("docx", "read_docx"),
    "pptx": ("pptx", "read_pptx"),
    "xlsx": ("spreadsheet", "read_xlsx"),
    "ods": ("spreadsheet", "read_ods"),
    "csv": ("delimited", "read_csv"),
    "html": ("html", "read_html"),
    "txt": ("text", "read_text"),
}
"""The module and function of each format; named, not imported, so that reading a text starts no PDF engine."""

DAMAGED = (
    "Filen er beskadiget og kan ikke læses. Gem dokumentet igen i det program, det er lavet i, og prøv med den nye fil."
)


def open_document(data: bytes, file: str) -> SourceDocument:
    """Lay out a file by its content, whatever its name says. Raises ``UnreadableFile`` and nothing else."""
    module, function = READERS[format_of(data, file)]
    read = cast("Callable[[bytes, str], SourceDocument]", getattr(import_module(f"{__name__}.{module}"), function))
    try:
        return read(data, file)
    except UnreadableFile:
        raise
    except Exception as error:
        raise UnreadableFile(file, "not_what_it_claims", DAMAGED) from error
