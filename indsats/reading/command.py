"""``indsats read``: documents in, records out, as JSON for a program or a short table for a person."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indsats.reading.errors import UnreadableFile
from indsats.reading.printed_table import printed_table

if TYPE_CHECKING:
    from indsats.reading.records import Reading

UNREADABLE = 2


def main(argv: list[str]) -> int:
    """Read every file and print what it holds. Gives 0, or 2 where a file could not be read; the others still are."""
    options = _parser().parse_args(argv)
    readings: list[Reading] = []
    status = 0
    for name in options.files:
        try:
            readings.append(_read(name))
        except UnreadableFile as error:
            sys.stderr.write(f"{error.file}: {error.reason}\n")
            status = UNREADABLE
    _write(_as_json(readings) if options.json else "\n".join(printed_table(reading) for reading in readings))
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="indsats read",
        description="Læser dokumenter og viser de indsatser, mål, bevillinger og anbefalinger, der står i dem. "
        "Intet bliver gemt, og intet bliver sendt nogen steder hen.",
        epilog="Slutter med 0, når alle filer er læst, og med 2, når en fil ikke kunne læses.",
    )
    parser.add_argument(
        "files", metavar="FIL", nargs="+", help="PDF, Word, PowerPoint, Excel, OpenDocument-regneark, CSV, HTML, tekst"
    )
    parser.add_argument("--json", action="store_true", help="skriv alt som JSON, ét objekt for hvert dokument")
    return parser


def _read(name: str) -> Reading:
    """Read one file. Raises ``UnreadableFile`` also for a file that is not there or that may not be opened."""
    try:
        data = Path(name).read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(
            name, "unsupported", "Filen findes ikke. Se efter, om navnet er stavet rigtigt."
        ) from error
    except IsADirectoryError as error:
        raise UnreadableFile(name, "unsupported", "Det er en mappe. Skriv navnene på filerne i den.") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            name, "unsupported", "Filen kan ikke åbnes. Se efter, om du har adgang til den."
        ) from error
    from indsats.reading.reader import read_document

    return read_document(data, name)


def _write(text: str) -> None:
    """Print as UTF-8 whatever the terminal's own encoding; it is no fault when ``head`` wants no more."""
    if text:
        sys.stdout.flush()
        getattr(sys.stdout, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
        try:
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _as_json(readings: list[Reading]) -> str:
    return json.dumps([reading.as_json() for reading in readings], ensure_ascii=False, indent=2, allow_nan=False)
