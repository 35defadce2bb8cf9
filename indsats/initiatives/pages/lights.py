"""The lights as parts of a bar: worst first, as everywhere."""

from __future__ import annotations

from indsats.initiatives.domain.lifecycle import LIGHTS

WORST_FIRST = ("critical", "attention", "on_plan", "not_updated")


def series() -> list[tuple[str, str, str]]:
    """Return the lights as a chart's series: key, name, class."""
    return [(light, str(LIGHTS[light]), f"light-{light}") for light in WORST_FIRST]
