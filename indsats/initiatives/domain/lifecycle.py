"""Where an initiative can go: who sees it (state), how far it is (phase), and how it goes (light).

The tables below are read by people: a programme officer can check them against how work is really done. Values are the
ones that the database keeps; names are translated.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

STATES: dict[str, Promise] = {
    "draft": _("Draft"),
    "published": _("Published"),
    "withdrawn": _("Withdrawn"),
}
PHASES: dict[str, Promise] = {
    "idea": _("Idea"),
    "in_preparation": _("In preparation"),
    "running": _("Running"),
    "permanent": _("Permanent"),
    "pilot": _("Pilot"),
    "completed": _("Completed"),
    "stopped": _("Stopped"),
}
LIGHTS: dict[str, Promise] = {
    "on_plan": _("On plan"),
    "attention": _("Needs attention"),
    "critical": _("Critical"),
    "not_updated": _("Not updated"),
}
LOWER_LIGHTS = frozenset({"attention", "critical"})
SILENT_AFTER = timedelta(days=90)  # a status older than this is asked for again
OVER = frozenset({"completed", "stopped"})


@dataclass(frozen=True, slots=True)
class Move:
    """From one state to another; ``event`` is what the log calls it, ``needs_reason`` whether a person must say why."""

    event: str
    start: str
    to: str
    needs_reason: bool = False


STATE_MOVES: tuple[Move, ...] = (
    Move("published", "draft", "published"),
    Move("published", "withdrawn", "published"),
    Move("withdrawn", "draft", "withdrawn", needs_reason=True),
    Move("withdrawn", "published", "withdrawn", needs_reason=True),
    Move("taken_back", "published", "draft"),
    Move("taken_back", "withdrawn", "draft"),
)

# How work usually goes on. Another move is a correction: allowed, but the person says why.
USUAL_PHASES: Mapping[str, tuple[str, ...]] = {
    "": tuple(PHASES),
    "idea": ("in_preparation", "pilot", "running", "stopped"),
    "in_preparation": ("pilot", "running", "permanent", "completed", "stopped"),
    "pilot": ("in_preparation", "running", "permanent", "completed", "stopped"),
    "running": ("permanent", "completed", "stopped"),
    "permanent": ("completed", "stopped"),
    "completed": ("running", "permanent"),
    "stopped": ("idea", "in_preparation"),
}


def moves_from(state: str) -> tuple[Move, ...]:
    """Return the moves that a state allows."""
    return tuple(move for move in STATE_MOVES if move.start == state)


def move_between(state: str, to: str) -> Move | None:
    """Return the move from one state to another, or None where there is none."""
    return next((move for move in moves_from(state) if move.to == to), None)


def is_usual_phase(phase: str, to: str) -> bool:
    """Whether work usually goes on from the one phase to the other; staying is usual too."""
    return to == phase or to in USUAL_PHASES.get(phase, ())


def needs_reason(light: str) -> bool:
    """Whether the light may only be set with a reason."""
    return light in LOWER_LIGHTS
