"""The portfolio in time: from which year to which each initiative runs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.foundation.charts import Chart, timeline
from indsats.initiatives.pages import lights
from indsats.initiatives.tables import PER_PAGE, CountedPaginator

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from django.core.paginator import Page

    from indsats.initiatives.models import Initiative
    from indsats.initiatives.querysets import InitiativeQuerySet

MOST_YEARS = 12


@dataclass(frozen=True, slots=True)
class Years:
    """The timeline of one page of initiatives, and how many have no years to be drawn with."""

    chart: Chart
    page: Page[Initiative]
    without_years: int


def years_of(chosen: InitiativeQuerySet, *, count: int, page: str, on: date) -> Years:
    """Draw a page of the chosen initiatives, those that begin first at the top; two queries."""
    dated = chosen.with_years()
    columns = ("title", "light", "start_year", "priority_year", "end_year", "open_ended")
    paginator = CountedPaginator(dated.only(*columns), PER_PAGE, count=dated.count())
    shown = paginator.get_page(page)
    return Years(timeline_of(list(shown.object_list), on=on), shown, count - paginator.count)


def timeline_of(initiatives: Sequence[Initiative], *, on: date) -> Chart:
    """Draw initiatives of which a year is known; far-away years are cut at the edge and written beside."""
    begins = [begin_of(each) for each in initiatives]
    ends = [end_of(each) for each in initiatives]
    first = max(min(begins, default=on.year), on.year - MOST_YEARS)
    last = min(max([on.year, *(end for end in ends if end), *begins]), first + 2 * MOST_YEARS)
    rows = [
        (each.title, begin, end, f"light-{each.light}", each.get_absolute_url())
        for each, begin, end in zip(initiatives, begins, ends, strict=True)
    ]
    return timeline(
        _("When the initiatives run"),
        _("From the first to the last year of each initiative. An arrow means that no end has been set."),
        rows=rows,
        first_year=min(first, last),
        last_year=last,
        legend=[(word, css) for _light, word, css in lights.series()],
    )


def begin_of(initiative: Initiative) -> int:
    """Return the first year that is known of it."""
    return initiative.start_year or initiative.priority_year or initiative.end_year or 0


def end_of(initiative: Initiative) -> int | None:
    """Return the last year; None only for what has no end."""
    begin = begin_of(initiative)
    if initiative.end_year is None:
        return None if initiative.open_ended else begin
    return max(initiative.end_year, begin)
