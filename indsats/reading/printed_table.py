"""A reading as a person sees it in a terminal: what was found, one line each, and what to look at."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indsats.reading.records import Place, Reading, Record

GENRE_NAMES = {
    "action_plan": "Handleplan",
    "catalogue": "Inspirationskatalog",
    "programme_plan": "Programplan",
    "booklet": "Inspirationshæfte",
    "call": "Opslag",
    "register": "Koordinatorark",
    "other": "Et andet dokument, uden indsatser i en kendt form",
}
KIND_NAMES: Mapping[str, tuple[str, str]] = {
    "action_plan_initiative": ("initiativ", "initiativer"),
    "regional_initiative": ("regional indsats", "regionale indsatser"),
    "local_initiative": ("lokal indsats", "lokale indsatser"),
    "programme_objective": ("målsætning", "målsætninger"),
    "budget_decision": ("bevilling", "bevillinger"),
    "activity": ("aktivitet", "aktiviteter"),
    "recommendation": ("anbefaling", "anbefalinger"),
    "example": ("eksempel", "eksempler"),
    "resource": ("henvisning", "henvisninger"),
    "quote": ("citat", "citater"),
    "support_type": ("støtte", "former for støtte"),
    "criterion": ("kriterium", "kriterier"),
    "intake_question": ("spørgsmål", "spørgsmål"),
    "process_step": ("trin", "trin"),
    "deadline": ("frist", "frister"),
    "contact": ("kontakt", "kontakter"),
    "organiser": ("afsender", "afsendere"),
}
TITLE_WIDTH, COLUMN_WIDTH = 60, 32
ISO_DATE = re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)")
WHEN = ("period_text", "amount_text", "launch_text", "deadline", "date")
SEVERAL = 2


def printed_table(reading: Reading) -> str:
    """Give one document as a heading, a line for each record and a line for each warning."""
    title = reading.title or "uden titel"
    organisation = f" ({reading.organisation})" if reading.organisation and reading.organisation not in title else ""
    head = [reading.file, f"  {GENRE_NAMES[reading.genre]}: {title}{organisation}", f"  {_counted(reading)}"]
    rows = _aligned([_cells(index, record, reading) for index, record in enumerate(reading.records)])
    warnings = [f"  ! {_where(warning.place, reading)}: {warning.message}" for warning in reading.warnings]
    return "\n".join([*head, *([""] if rows else []), *rows, *([""] if warnings else []), *warnings, ""])


def _counted(reading: Reading) -> str:
    kinds = Counter(record.kind for record in reading.records)
    found = [f"{count} {KIND_NAMES[kind][count > 1]}" for kind, count in kinds.items()]
    warned = len(reading.warnings)
    ending = f"{warned} {'ting' if warned > 1 else 'sted'} at se på" if warned else "intet at se på"
    return f"{_listed(found) if found else 'Ingen poster'}; {ending}."


def _listed(words: list[str]) -> str:
    return words[0] if len(words) < SEVERAL else f"{', '.join(words[:-1])} og {words[-1]}"


def _cells(index: int, record: Record, reading: Reading) -> list[str]:
    """Give the columns of a record's line: number, kind where there are several, title, when, status, where."""
    kinds = {one.kind for one in reading.records}
    when = next((_danish(str(record.fields[name])) for name in WHEN if record.fields.get(name)), "")
    status = record.fields.get("status_text") or ""
    belongs = record.fields.get("parent") is not None or record.fields.get("recommendation") is not None
    title = _cut(f"{'  ' * belongs}{record.title or record.fields.get('text') or ''}", TITLE_WIDTH)
    return [
        f"{index:>4}",
        *([KIND_NAMES[record.kind][0]] if len(kinds) > 1 else []),
        title,
        _cut(when, COLUMN_WIDTH),
        status if len(status) <= COLUMN_WIDTH else "",
        _where(record.source.place, reading),
    ]


def _aligned(rows: list[list[str]]) -> list[str]:
    """Give rows whose columns begin below each other; a column that is empty throughout takes no room."""
    columns = [column for column in zip(*rows, strict=True) if any(column)]
    widths = [max(len(cell) for cell in column) for column in columns]
    return [
        "  " + "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in zip(*columns, strict=True)
    ]


def _danish(when: str) -> str:
    """Write a date the Danish way; any other text stays as it was printed."""
    date = ISO_DATE.fullmatch(when)
    return f"{int(date['day'])}.{int(date['month'])}.{date['year']}" if date else when


def _cut(text: str, width: int) -> str:
    line = " ".join(text.split()) if not text.startswith(" ") else text
    return line if len(line) <= width else line[: width - 1] + "…"


def _where(place: Place, reading: Reading) -> str:
    """Say where a line stands; a document of one page has no need of its number."""
    line = f"linje {place.line_start}"
    return line if reading.pages == 1 else f"side {place.page}, {line}"
