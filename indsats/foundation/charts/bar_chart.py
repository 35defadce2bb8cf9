"""Bars: one number a row, longest is the full width."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from indsats.foundation.charts.chart import Chart
from indsats.foundation.charts.drawing import WIDTH, Sheet, number, text_width
from indsats.foundation.charts.palette import SERIES

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR = 22
GAP = 16
SHORT_UNIT = 3


def bars(title: str, description: str, *, rows: Sequence[tuple[str, float, str | None]], unit: str = "") -> Chart:
    """Draw rows of (label, value, address or None); every value is zero or more.

    Raises:
        ValueError: a value is below zero, which a bar cannot show.
    """
    if any(value < 0 for _label, value, _url in rows):
        raise ValueError("A bar cannot show a number below zero.")
    sheet = Sheet(title, description, kind="bars", has_links=any(url for _label, _value, url in rows))
    shown = [_with_unit(value, unit) for _label, value, _url in rows]
    room = WIDTH - max(map(text_width, shown), default=0) - 10
    longest = max((value for _label, value, _url in rows), default=0) or 1
    for (label, value, url), words in zip(rows, shown, strict=True):
        sheet.lines(label, width=WIDTH, url=url)
        length = room * value / longest
        sheet.add("rect", x=0, y=sheet.height, width=room, height=BAR, rx=4, fill="#e9eef1", class_="chart-track")
        sheet.add("rect", x=0, y=sheet.height, width=length, height=BAR, rx=4, fill=SERIES[0], class_="chart-bar")
        sheet.text(length + 8, sheet.height + BAR - 4, words, class_="chart-value", font_weight=600)
        sheet.height += BAR + GAP
    if not rows:
        sheet.lines(_("There are no figures to show."), width=WIDTH)
    columns = ("", unit or pgettext("chart", "Number"))
    return Chart(title, description, sheet.finished(), columns, tuple((label, value) for label, value, _url in rows))


def _with_unit(value: float, unit: str) -> str:
    """Write short units beside every number; a longer one is said once, in the description and the table."""
    return f"{number(value)} {unit}" if unit and len(unit) <= SHORT_UNIT else number(value)
