"""Colours and patterns of series: eight that differ in lightness too, and the lights' own."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indsats.foundation.charts.drawing import Sheet

SERIES = ("#14506b", "#b0531f", "#4d7326", "#74478c", "#1f7480", "#806200", "#9c3457", "#525f69")
KNOWN = {
    "light-on_plan": "#1b6e45",
    "light-attention": "#8a5200",
    "light-critical": "#b0231b",
    "light-not_updated": "#525f69",
}
OWN_PATTERN = {"light-on_plan": 0, "light-attention": 1, "light-critical": 4, "light-not_updated": 3}
PATTERNS = ("", "M-2 10 10 -2 M2 14 14 2", "M6 0V12", "M0 6H12", "M0 0 12 12 M12 0 0 12")


def colour(css_class: str, index: int) -> str:
    """Return the colour of a series, for where there is no style sheet."""
    return KNOWN.get(css_class, SERIES[index % len(SERIES)])


def pattern(sheet: Sheet, css_class: str, index: int) -> str:
    """Define the lines that tell series apart without colour, and return how to paint with them.

    A light has the same lines in every chart, whichever place it takes there.
    """
    lines = PATTERNS[OWN_PATTERN.get(css_class, index % len(PATTERNS))]
    if not lines:
        return "none"
    name = f"{sheet.key}-pattern-{index}"
    tile = sheet.add("pattern", id=name, width=12, height=12, patternUnits="userSpaceOnUse")
    sheet.add("path", tile, d=lines, stroke="#fff", stroke_width=2, stroke_opacity="0.4", fill="none")
    return f"url(#{name})"
