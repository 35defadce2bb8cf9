"""``indsats read``: documents in, records out, as JSON for a program or a short table for a person."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from indsats.reading.errors import UnreadableFile

if TYPE_CHECKING:
    from indsats.reading.records import Reading, Record

UNREADABLE = 2
TITLE_WIDTH = 56
GENRE_NAMES = {
    "action_plan": "handleplan",
    "catalogue": "inspirationskatalog",
    "programme_plan": "programplan",
    "booklet": "inspirationshæfte",
    "call": "opslag",
    "register": "koordinatorark",
    "other": "andet dokument, der ikke indeholder indsatser i en kendt form",
}


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
    _write(_as_json(readings) if options.json else "\n".join(_as_text(reading) for reading in readings))
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
    """Print as UTF-8 whatever the terminal's own encoding, so that Danish letters and JSON arrive whole."""
    if text:
        sys.stdout.flush()
        getattr(sys.stdout, "reconfigure", lambda **_: None)(encoding="utf-8", errors="replace")
        sys.stdout.write(text + "\n")


def _as_json(readings: list[Reading]) -> str:
    return json.dumps([reading.as_json() for reading in readings], ensure_ascii=False, indent=2, allow_nan=False)


def _as_text(reading: Reading) -> str:
    """Give one document as a heading, a line for each record and a line for each warning."""
    head = [
        reading.file,
        f"  {GENRE_NAMES[reading.genre]}: {reading.title or 'uden titel'}"
        + (f" ({reading.organisation})" if reading.organisation else ""),
        f"  {len(reading.records)} poster, {len(reading.warnings)} advarsler",
        "",
    ]
    rows = [_row(index, record) for index, record in enumerate(reading.records)]
    warnings = [
        f"  ! {_where(warning.place.page, warning.place.line_start)}: {warning.message}" for warning in reading.warnings
    ]
    return "\n".join([*head, *rows, *([""] if rows and warnings else []), *warnings, ""])


def _row(index: int, record: Record) -> str:
    place = record.source.place
    title = record.title if len(record.title) <= TITLE_WIDTH else record.title[: TITLE_WIDTH - 1] + "…"
    period = record.fields.get("period_text") or record.fields.get("amount_text") or ""
    status = record.fields.get("status_text") or ""
    row = f"  {index:>4}  {title:<{TITLE_WIDTH}}  {period:<18}  {status:<18}  {_where(place.page, place.line_start)}"
    return row.rstrip()


def _where(page: int, line: int) -> str:
    return f"side {page}, linje {line}"
