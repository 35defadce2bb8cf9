"""What ``indsats read`` returns: one ``Reading`` a document, with its records and warnings.

The contract is described in docs/develop/reading.md.
A record is a kind, its source and its fields. Fields are a plain mapping because each kind has its own list
(``FIELDS_OF_KIND``); ``Record.as_json`` writes every field of the kind, null where the document is silent.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

GENRES = ("action_plan", "catalogue", "programme_plan", "booklet", "call", "register", "other")

INITIATIVE_FIELDS = ("organisation", "unit", "period_text", "start_year", "end_year", "open_ended", "phase")
GROUPINGS = ("target_groups", "themes")

FIELDS_OF_KIND: dict[str, tuple[str, ...]] = {
    "action_plan_initiative": (
        "goal_number",
        "goal_title",
        "priority_year",
        "period_text",
        "start_year",
        "end_year",
        "open_ended",
        "status_text",
        "responsible",
        *GROUPINGS,
    ),
    "regional_initiative": (*INITIATIVE_FIELDS, "target_text", "status_text", "responsible", *GROUPINGS),
    "local_initiative": (*INITIATIVE_FIELDS, "target_text", "status_text", "responsible", *GROUPINGS),
    "programme_objective": ("status_text", "responsible"),
    "budget_decision": (
        "parent",
        "amount_dkk",
        "amount_text",
        "amount_period",
        "years",
        "recurring",
        "funding_source",
        "budget_year",
        "earmark_text",
        "earmark_min_share",
    ),
    "activity": (
        "parent",
        "launch_text",
        "launch_year",
        "launch_quarter",
        "duration_days",
        "responsible",
        "deadline",
        "headcount",
        "status_text",
        *GROUPINGS,
    ),
    "recommendation": ("number",),
    "example": ("recommendation", "regions", "site", "links"),
    "resource": ("recommendation", "url"),
    "quote": ("text", "speaker"),
    "support_type": ("name", "purpose", "contents", "requirements", "steps", "duration_text"),
    "criterion": ("number", "text"),
    "intake_question": ("number", "text"),
    "process_step": ("number", "text"),
    "deadline": ("date", "text"),
    "contact": ("name", "email"),
    "organiser": ("name",),
}  # fmt: skip -- one kind a paragraph reads as the table it is

WARNING_CODES = (
    "goal_mismatch",
    "impossible_period",
    "unknown_abbreviation",
    "status_not_in_legend",
    "duplicate_initiative",
    "missing_responsible",
    "personal_data",
    "unreadable_page",
    "lossy_text",
)  # fmt: skip -- as above


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a file: a 1-based page and the first and last 1-based line on it (in the file, for plain text)."""

    page: int
    line_start: int
    line_end: int

    def as_json(self) -> dict[str, int]:
        """Return the place as the contract prints it."""
        return {"page": self.page, "line_start": self.line_start, "line_end": self.line_end}


@dataclass(frozen=True, slots=True)
class Source:
    """Where a record stands, and for each field the words it was read from, exactly as printed."""

    place: Place
    quotes: dict[str, str] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """Return the source as the contract prints it."""
        return {**self.place.as_json(), "quotes": dict(self.quotes)}


@dataclass(frozen=True, slots=True)
class Record:
    """One thing the document says. ``fields`` holds what the document states; the others are null."""

    kind: str
    title: str
    source: Source
    description: str | None = None
    fields: dict[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a field that the record's kind does not have: a misspelt field would vanish silently."""
        stray = set(self.fields) - set(FIELDS_OF_KIND[self.kind])
        if stray:
            message = f"{self.kind} has no field {', '.join(sorted(stray))}"
            raise ValueError(message)

    def as_json(self) -> dict[str, Any]:
        """Return the record as the contract prints it, lists empty and other fields null where nothing is stated."""
        empty: dict[str, Any] = {name: [] if name in GROUPINGS else None for name in FIELDS_OF_KIND[self.kind]}
        return {
            "kind": self.kind,
            "title": self.title,
            "description": self.description,
            **empty,
            **self.fields,
            "source": self.source.as_json(),
        }


@dataclass(frozen=True, slots=True)
class ReadingWarning:
    """Something a person should look at before the records are used. ``message`` is plain Danish."""

    code: str
    message: str
    place: Place
    records: tuple[int, ...] = ()
    suggestions: tuple[dict[str, Any], ...] = ()
    """Ways out to choose between: ``{"field", "value", "record"}`` mappings, empty where only a person can tell."""

    def as_json(self) -> dict[str, Any]:
        """Return the warning as the contract prints it."""
        return {
            "code": self.code,
            "message": self.message,
            "place": self.place.as_json(),
            "records": list(self.records),
            "suggestions": [dict(suggestion) for suggestion in self.suggestions],
        }


@dataclass(frozen=True, slots=True)
class Reading:
    """One document, read."""

    file: str
    format: str
    genre: str
    title: str | None
    organisation: str | None
    pages: int
    language: str = "da"
    goals: tuple[tuple[int, str], ...] = ()
    status_legend: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()
    warnings: tuple[ReadingWarning, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the document, its warnings and its records as the contract prints them."""
        return {
            "document": {
                "file": self.file,
                "format": self.format,
                "genre": self.genre,
                "title": self.title,
                "organisation": self.organisation,
                "language": self.language,
                "pages": self.pages,
                "goals": [{"number": number, "title": title} for number, title in self.goals],
                "status_legend": list(self.status_legend),
            },
            "warnings": [warning.as_json() for warning in self.warnings],
            "records": [record.as_json() for record in self.records],
        }
