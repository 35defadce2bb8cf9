"""A timeline: from which year to which, row by row; what has no end runs on past the edge as an arrow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from indsats.foundation.charts.chart import Chart
from indsats.foundation.charts.drawing import LINE, QUIET, RULE, WIDTH, Sheet, text_width
from indsats.foundation.charts.palette import colour

if TYPE_CHECKING:
    from collections.abc import Sequence

BAR = 20
GAP = 14
TIP = 14
TICK_ROOM = 72

Row = tuple[str, int, int | None, str, str | None]


def timeline(title: str, description: str, *, rows: Sequence[Row], first_year: int, last_year: int) -> Chart:
    """Draw rows of (label, first year, last year or None for no end, css class, address or None).

    What begins before ``first_year`` or ends after ``last_year`` is cut at the edge; its years are written beside it.

    Raises:
        ValueError: the last year is before the first.
    """
    if last_year < first_year:
        raise ValueError("A timeline's last year cannot be before its first.")
    sheet = Sheet(title, description, kind="timeline", has_links=any(url for *_rest, url in rows))
    year_width = WIDTH / (last_year + 1 - first_year)
    grid = sheet.add("g", class_="chart-grid")
    _draw_years(sheet, first_year, last_year, year_width)
    for label, start, end, css, url in rows:
        years = _years(start, end)
        top = sheet.height
        sheet.lines(label, width=WIDTH - text_width(years) - 20, url=url)
        sheet.text(WIDTH, top + LINE - 8, years, class_="chart-quiet", text_anchor="end").set("fill", QUIET)
        left = (min(max(start, first_year), last_year + 1) - first_year) * year_width
        right = WIDTH if end is None else (min(max(end + 1, first_year), last_year + 1) - first_year) * year_width
        _draw_span(sheet, left, max(right, left), css=css, fill=colour(css, 0), open_end=end is None)
        sheet.height += BAR + GAP
    if not rows:
        sheet.lines(_("There are no figures to show."), width=WIDTH)
    for year in range(first_year, last_year + 1):
        x = (year - first_year) * year_width
        sheet.add("line", grid, x1=x, x2=x, y1=LINE, y2=sheet.height, stroke=RULE)
    table = tuple((label, start, _("no end") if end is None else end) for label, start, end, _css, _url in rows)
    return Chart(title, description, sheet.finished(), ("", pgettext("chart", "From"), pgettext("chart", "To")), table)


def _years(start: int, end: int | None) -> str:
    if end is None:
        return f"{start} –"
    return str(start) if start == end else f"{start}–{end}"


def _draw_years(sheet: Sheet, first_year: int, last_year: int, year_width: float) -> None:
    step = max(1, -(-TICK_ROOM // max(int(year_width), 1)))
    for year in range(first_year, last_year + 1, step):
        x = (year - first_year) * year_width
        if x + text_width(str(year)) <= WIDTH:
            sheet.text(x + 4, LINE - 8, str(year), class_="chart-quiet").set("fill", QUIET)
    sheet.height += LINE + 6


def _draw_span(sheet: Sheet, left: float, right: float, *, css: str, fill: str, open_end: bool) -> None:
    top, bottom, middle = sheet.height, sheet.height + BAR, sheet.height + BAR / 2
    tip = min(TIP, right - left) if open_end else 0
    shape = (
        f"M{left:.2f} {top:.2f}H{right - tip:.2f}L{right:.2f} {middle:.2f}L{right - tip:.2f} {bottom:.2f}H{left:.2f}Z"
    )
    if right == left:
        edge = min(max(left, 1), WIDTH - 1)
        sheet.add("circle", cx=edge, cy=middle, r=1, fill=fill, class_=f"chart-span {css}")
        return
    sheet.add("path", d=shape, fill=fill, stroke_linejoin="round", class_=f"chart-span {css}")
