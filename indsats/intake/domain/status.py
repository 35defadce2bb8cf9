"""What a printed status means for an initiative's light and phase; words that mean neither are left alone."""

from __future__ import annotations

LIGHTS = {
    "planmæssigt": "on_plan",
    "planmæssig": "on_plan",
    "følger planen": "on_plan",
    "på sporet": "on_plan",
    "grøn": "on_plan",
    "øget opmærksomhed": "attention",
    "kræver opmærksomhed": "attention",
    "gul": "attention",
    "kritisk": "critical",
    "rød": "critical",
}
PHASES = {
    "afsluttet": "completed",
    "gennemført": "completed",
    "stoppet": "stopped",
    "indstillet": "stopped",
    "i drift": "running",
    "i gang": "running",
    "igangsat": "running",
    "idé": "idea",
    "under planlægning": "in_preparation",
    "planlagt": "in_preparation",
    "forberedes": "in_preparation",
}


def light_of(status: str | None) -> str | None:
    """Return the light that the words name, if they name one."""
    return LIGHTS.get(_words(status))


def phase_of(status: str | None) -> str | None:
    """Return the phase that the words name, if they name one."""
    return PHASES.get(_words(status))


def _words(status: str | None) -> str:
    return " ".join((status or "").casefold().strip(" .").split())
