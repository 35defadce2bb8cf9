"""Stacked bars: what a number is made of, row by row. Every part has a colour, a pattern and its number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts.chart import Cell, Chart
from indsats.foundation.charts.drawing import WIDTH, Sheet, clean, number, text_width
from indsats.foundation.charts.legend import draw_legend, keys

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.foundation.charts.legend import Key

BAR = 34
GAP = 16

Series = tuple[str, str, str]
Row = tuple[str, "Mapping[str, float]", str | None]


def stacked_bars(title: str, description: str, *, series: Sequence[Series], rows: Sequence[Row]) -> Chart:
    """Draw rows of (label, values by the series' key, address or None); series are (key, label, css class).

    Raises:
        ValueError: a value is below zero, which a part of a bar cannot show.
    """
    if any(value < 0 for _label, values, _url in rows for value in values.values()):
        raise ValueError("A part of a bar cannot show a number below zero.")
    sheet = Sheet(title, description, kind="stacked", has_links=any(url for _label, _values, url in rows))
    legend = keys(sheet, ((name, css) for _key, name, css in series))
    draw_legend(sheet, legend)
    totals = [sum(values.get(key, 0) for key, _name, _css in series) for _label, values, _url in rows]
    room = WIDTH - max((text_width(number(total)) for total in totals), default=0) - 10
    for (label, values, url), total in zip(rows, totals, strict=True):
        sheet.lines(label, width=WIDTH, url=url)
        parts = [(key, values.get(name, 0)) for key, (name, _label, _css) in zip(legend, series, strict=True)]
        end = _draw_parts(sheet, parts, room / (max(totals) or 1))
        sheet.text(end + 8, sheet.height + BAR - 9, number(total), class_="chart-value", font_weight=600)
        sheet.height += BAR + GAP
    if not rows:
        sheet.lines(_("There are no figures to show."), width=WIDTH)
    table: tuple[tuple[Cell, ...], ...] = tuple(
        (label, *(values.get(key, 0) for key, _name, _css in series)) for label, values, _url in rows
    )
    return Chart(title, description, sheet.finished(), ("", *(name for _key, name, _css in series)), table)


def _draw_parts(sheet: Sheet, parts: Sequence[tuple[Key, float]], scale: float) -> float:
    """Draw one bar's parts from the left and return where it ends."""
    x = 0.0
    for key, value in parts:
        if not value:
            continue
        width = value * scale
        part = sheet.add("g", class_="chart-segment")
        sheet.add("title", part).text = clean(f"{key.label}: {number(value)}")
        for fill, classes in key.coats:
            sheet.add("rect", part, x=x, y=sheet.height, width=width, height=BAR, fill=fill, class_=classes)
        if text_width(number(value)) + 12 <= width:
            _draw_number(sheet, x + width / 2, number(value), key.coats[0])
        x += width
    return x


def _draw_number(sheet: Sheet, middle: float, words: str, plate: tuple[str, str]) -> None:
    """Write a number inside a part, on a plate that keeps the pattern away from it."""
    width = text_width(words) + 6
    sheet.add(
        "rect", x=middle - width / 2, y=sheet.height + 3, width=width, height=BAR - 6, fill=plate[0], class_=plate[1]
    )
    written = sheet.text(middle, sheet.height + BAR - 9, words, class_="chart-inside", text_anchor="middle")
    written.set("fill", "#fff")
    written.set("font-weight", "600")
