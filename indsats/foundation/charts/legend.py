"""Keys: what a colour stands for, in words, with the lines that say it again without colour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.foundation.charts.drawing import LINE, WIDTH, text_width, wrapped
from indsats.foundation.charts.palette import colour, pattern

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.foundation.charts.drawing import Sheet

SWATCH = 20


@dataclass(frozen=True, slots=True)
class Key:
    """What one series is called, and how it is painted: a colour below, lines above."""

    label: str
    css_class: str
    fill: str
    lines: str

    @property
    def coats(self) -> tuple[tuple[str, str], tuple[str, str]]:
        """Return the two coats of paint, each with the class that pages style it by."""
        return (self.fill, f"chart-part {self.css_class}".strip()), (self.lines, "chart-pattern")


def keys(sheet: Sheet, labels: Iterable[tuple[str, str]]) -> tuple[Key, ...]:
    """Make a key for every (label, css class), in their order."""
    return tuple(
        Key(label, css_class, colour(css_class, index), pattern(sheet, css_class, index))
        for index, (label, css_class) in enumerate(labels)
    )


def draw_legend(sheet: Sheet, legend: Iterable[Key]) -> None:
    """Draw the keys on as many lines as they need, and move down past them."""
    x = 0.0
    for key in legend:
        width = SWATCH + 10 + text_width(key.label)
        if x and x + width > WIDTH:
            x, sheet.height = 0.0, sheet.height + LINE
        top = sheet.height + 5
        for fill, classes in key.coats:
            sheet.add("rect", x=x, y=top, width=SWATCH, height=SWATCH, rx=4, fill=fill, class_=classes)
        sheet.text(x + SWATCH + 8, top + SWATCH - 3, wrapped(key.label, WIDTH - SWATCH - 10)[0], class_="chart-key")
        x += width + 20
    sheet.height += LINE + 10
