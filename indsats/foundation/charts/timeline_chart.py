"""A timeline: from which year to which, row by row; what has no end runs on past the edge as an arrow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from indsats.foundation.charts.chart import Chart
from indsats.foundation.charts.drawing import LINE, QUIET, RULE, WIDTH, Sheet, clean, text_width
from indsats.foundation.charts.legend import draw_legend, keys
from indsats.foundation.charts.palette import colour

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.foundation.charts.chart import Cell
    from indsats.foundation.charts.legend import Key

BAR = 20
GAP = 14
TIP = 14
TICK_ROOM = 72

Row = tuple[str, int, int | None, str, str | None]


def timeline(
    title: str,
    description: str,
    *,
    rows: Sequence[Row],
    first_year: int,
    last_year: int,
    legend: Sequence[tuple[str, str]] = (),
) -> Chart:
    """Draw rows of (label, first year, last year or None for no end, css class, address or None).

    What begins before ``first_year`` or ends after ``last_year`` is cut at the edge; its years are written beside it.
    Where the classes mean something, ``legend`` says it as (label, css class): in the drawing, and in the table.

    Raises:
        ValueError: the last year is before the first.
    """
    if last_year < first_year:
        raise ValueError("A timeline's last year cannot be before its first.")
    sheet = Sheet(title, description, kind="timeline", has_links=any(url for *_rest, url in rows))
    known = {key.css_class: key for key in keys(sheet, legend)}
    if known:
        draw_legend(sheet, known.values())
    span = _Years(first_year, last_year)
    grid = sheet.add("g", class_="chart-grid")
    grid_top = sheet.height + LINE
    _draw_years(sheet, span)
    for label, start, end, css, url in rows:
        years = _written(start, end)
        top = sheet.height
        sheet.lines(label, width=WIDTH - text_width(years) - 20, url=url)
        sheet.text(WIDTH, top + LINE - 8, years, class_="chart-quiet", text_anchor="end").set("fill", QUIET)
        left, right = span.at(start), WIDTH if end is None else span.at(end + 1)
        _draw_span(sheet, left, max(right, left), css=css, key=known.get(css), open_end=end is None)
        sheet.height += BAR + GAP
    if not rows:
        sheet.lines(_("There are no figures to show."), width=WIDTH)
    for year in range(first_year, last_year + 1):
        sheet.add("line", grid, x1=span.at(year), x2=span.at(year), y1=grid_top, y2=sheet.height, stroke=RULE)
    return Chart(title, description, sheet.finished(), *_table(rows, known))


def _table(rows: Sequence[Row], known: Mapping[str, Key]) -> tuple[tuple[str, ...], tuple[tuple[Cell, ...], ...]]:
    heads = ("", pgettext("chart", "From"), pgettext("chart", "To"))
    lines = [(label, start, _("no end") if end is None else end) for label, start, end, _css, _url in rows]
    if not known:
        return heads, tuple(lines)
    meant = [known[css].label if css in known else "" for _label, _start, _end, css, _url in rows]
    return (*heads, pgettext("chart", "Meaning")), tuple((*line, word) for line, word in zip(lines, meant, strict=True))


@dataclass(frozen=True, slots=True)
class _Years:
    """The years across the sheet."""

    first: int
    last: int

    @property
    def width(self) -> float:
        return WIDTH / (self.last + 1 - self.first)

    def at(self, year: int) -> float:
        """Return where a year begins, or the edge that it is beyond."""
        return (min(max(year, self.first), self.last + 1) - self.first) * self.width


def _written(start: int, end: int | None) -> str:
    if end is None:
        return f"{start} –"
    return str(start) if start == end else f"{start}–{end}"


def _draw_years(sheet: Sheet, span: _Years) -> None:
    step = max(1, -(-TICK_ROOM // max(int(span.width), 1)))
    for year in range(span.first, span.last + 1, step):
        if span.at(year) + text_width(str(year)) <= WIDTH:
            written = sheet.text(span.at(year) + 4, sheet.height + LINE - 8, str(year), class_="chart-quiet")
            written.set("fill", QUIET)
    sheet.height += LINE + 6


def _draw_span(sheet: Sheet, left: float, right: float, *, css: str, key: Key | None, open_end: bool) -> None:
    """Draw a row's years; years that are all beyond an edge leave a dot at it."""
    top, bottom, middle = sheet.height, sheet.height + BAR, sheet.height + BAR / 2
    coats = key.coats if key else ((colour(css, 0), ""),)
    drawn = sheet.add("g", class_=f"chart-span {css}".strip())
    if key:
        sheet.add("title", drawn).text = clean(key.label)
    if right == left:
        sheet.add("circle", drawn, cx=min(max(left, 1), WIDTH - 1), cy=middle, r=1, fill=coats[0][0])
        return
    tip = min(TIP, right - left) if open_end else 0
    shape = (
        f"M{left:.2f} {top:.2f}H{right - tip:.2f}L{right:.2f} {middle:.2f}L{right - tip:.2f} {bottom:.2f}H{left:.2f}Z"
    )
    for fill, classes in coats:
        sheet.add("path", drawn, d=shape, fill=fill, stroke_linejoin="round", class_=classes or "chart-part")
