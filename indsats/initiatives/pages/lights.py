"""The lights as parts of a bar: worst first, as everywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.initiatives.domain.lifecycle import LIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

WORST_FIRST = ("critical", "attention", "on_plan", "not_updated")


def series() -> list[tuple[str, str, str]]:
    """Return the lights as a chart's series: key, name, class."""
    return [(light, str(LIGHTS[light]), f"light-{light}") for light in WORST_FIRST]


def by_light(rows: Iterable[Mapping[str, Any]], key: str) -> dict[Any, dict[str, int]]:
    """Return the counted rows as ``{key: {light: count}}``."""
    counts: dict[Any, dict[str, int]] = {}
    for row in rows:
        counts.setdefault(row[key], {})[row["light"]] = row["count"]
    return counts
