"""Action plan: goals, and for each year a table of initiatives with period and status."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.reading.front_matter import organisation_of
from indsats.reading.genres.action_plan.goal_lists import chosen, lists_in
from indsats.reading.genres.action_plan.looks import likelihood, title_of_plan
from indsats.reading.genres.action_plan.noise import plan_text
from indsats.reading.genres.action_plan.plan_records import PlanRecords, goal_of
from indsats.reading.genres.action_plan.running_text import rows_of_text
from indsats.reading.genres.action_plan.status import legend_of
from indsats.reading.genres.action_plan.tables import rows_of_tables
from indsats.reading.genres.action_plan.warnings import plan_warnings, torn_row_warnings
from indsats.reading.records import Reading

if TYPE_CHECKING:
    from indsats.reading.genres.action_plan.rows import PlanRow
    from indsats.reading.genres.action_plan.status import Legend
    from indsats.reading.knowledge import Knowledge
    from indsats.reading.model import SourceDocument

__all__ = ["GENRE", "likelihood", "read"]

GENRE = "action_plan"


def read(document: SourceDocument, knowledge: Knowledge) -> Reading:
    """Give one record a row, whether the rows are tables or text that a program wrote column after column."""
    legend = legend_of(document)
    lists = lists_in(document)
    known = {title for one in lists for title in one.titles.values()}
    rows, torn = rows_of_tables(document)
    rows = rows or _rows_of_running_text(document, legend, known)
    for row in rows:
        row.part_goal_from_description(known)
    goals = chosen(lists, [named for row in rows if (named := goal_of(row))])
    plan = PlanRecords(rows, goals, legend)
    title = title_of_plan(document)
    return Reading(
        file=document.file,
        format=document.format,
        genre=GENRE,
        title=title,
        organisation=organisation_of(document, knowledge, title),
        pages=len(document.pages),
        goals=tuple(sorted(goals.titles.items())),
        status_legend=legend.words,
        records=plan.records,
        warnings=(*torn_row_warnings(torn), *plan_warnings(plan)),
    )


def _rows_of_running_text(document: SourceDocument, legend: Legend, known: set[str]) -> list[PlanRow]:
    plan = plan_text(document, legend)
    return rows_of_text(plan, known) if plan else []
