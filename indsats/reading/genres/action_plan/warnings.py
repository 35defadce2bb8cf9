"""What contradicts itself in a plan, or is missing from it, with the ways out where there are any."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from indsats.reading.duplicates import duplicate_warnings
from indsats.reading.records import Place, ReadingWarning

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.action_plan.goals import Goals
    from indsats.reading.genres.action_plan.plan_records import PlanRecords
    from indsats.reading.genres.action_plan.rows import PlanRow
    from indsats.reading.model import Line


def plan_warnings(plan: PlanRecords) -> list[ReadingWarning]:
    """Give every warning in the order of the plan."""
    found = [
        *_goal_warnings(plan),
        *_period_warnings(plan),
        *_status_warnings(plan),
        *_lost_lights_warnings(plan),
        *_responsible_warnings(plan),
        *duplicate_warnings(dict(enumerate(plan.records))),
    ]
    return sorted(found, key=lambda one: (one.place.page, one.place.line_start))


def torn_row_warnings(torn: Sequence[Line]) -> list[ReadingWarning]:
    """Warn of each row whose beginning a page's end has torn from the table."""
    message = (
        "En række er delt over to sider, og dens begyndelse er ikke kommet med. "
        "Find rækken i det oprindelige dokument, og skriv den ind."
    )
    return [ReadingWarning("lossy_text", message, Place(line.page, line.number, line.number)) for line in torn]


def _goal_warnings(plan: PlanRecords) -> Iterator[ReadingWarning]:
    for index, (row, record) in enumerate(zip(plan.rows, plan.records, strict=True)):
        number, title = record.fields["goal_number"], record.fields["goal_title"]
        if number is None or not plan.goals.titles or _agree(plan.goals, number, title):
            continue
        message, ways_out = _mismatch(plan.goals, number, title), _ways_out(plan.goals, index, number, title)
        place = _place_of(row, "goal") or record.source.place
        yield ReadingWarning("goal_mismatch", message, place, (index,), tuple(ways_out))


def _agree(goals: Goals, number: int, title: str | None) -> bool:
    return number in goals.titles and (title is None or goals.is_wording_of(title, number))


def _mismatch(goals: Goals, number: int, title: str | None) -> str:
    own = goals.titles.get(number)
    meant = goals.number_called(title) if title else None
    said = f"Her står målsætning {number}: »{title}«" if title else f"Her står målsætning {number}"
    listed = (
        f"Planen har ingen målsætning {number}" if own is None else f"I planens liste er målsætning {number} »{own}«"
    )
    also = f", og »{title}« er målsætning {meant}" if meant else ""
    return f"{said}. {listed}{also}. Vælg den rigtige."


def _ways_out(goals: Goals, record: int, number: int, title: str | None) -> Iterator[dict[str, Any]]:
    """Keep the number and take its title, or keep the title and take its number."""
    own = goals.titles.get(number)
    meant = goals.number_called(title) if title else None
    if own is not None:
        yield {"field": "goal_title", "value": own, "record": record}
    if meant is not None:
        yield {"field": "goal_number", "value": meant, "record": record}


def _period_warnings(plan: PlanRecords) -> Iterator[ReadingWarning]:
    for index, (row, period) in enumerate(zip(plan.rows, plan.periods, strict=True)):
        if period.problem:
            yield ReadingWarning("impossible_period", period.problem, _place_of(row, "period") or row.place, (index,))


def _status_warnings(plan: PlanRecords) -> Iterator[ReadingWarning]:
    for index, (row, record) in enumerate(zip(plan.rows, plan.records, strict=True)):
        status = record.fields["status_text"]
        if status and plan.legend.words and not plan.legend.holds(status):
            words = ", ".join(plan.legend.words)
            message = f"Status »{status}« er ikke en af planens egne ({words}). Se efter, hvad der menes."
            yield ReadingWarning("status_not_in_legend", message, _place_of(row, "status") or row.place, (index,))


def _lost_lights_warnings(plan: PlanRecords) -> Iterator[ReadingWarning]:
    """Say it once where a plan explains its lights and not one of its rows shows any: they were colours alone."""
    has_column = any("status" in row.columns for row in plan.rows)
    shown = any(plan.legend.holds(record.fields["status_text"] or "") for record in plan.records)
    if has_column and plan.legend.words and not shown:
        message = (
            "Planen har en kolonne med status, men lysene er farver, som ikke er kommet med i filen. "
            "Find dem i det oprindelige dokument."
        )
        yield ReadingWarning("lossy_text", message, plan.records[0].source.place)


def _responsible_warnings(plan: PlanRecords) -> Iterator[ReadingWarning]:
    for index, (row, record) in enumerate(zip(plan.rows, plan.records, strict=True)):
        if "responsible" in row.columns and not record.fields["responsible"]:
            message = f"Der står ingen ansvarlig ved »{record.title}«. Skriv, hvem der har ansvaret."
            yield ReadingWarning("missing_responsible", message, row.place, (index,))


def _place_of(row: PlanRow, meaning: str) -> Place | None:
    """Give where a row's column stands; of one that goes over a page's end, the part before it."""
    lines = row.lines.get(meaning)
    if not lines:
        return None
    page = lines[0].page
    numbers = [line.number for line in lines if line.page == page]
    return Place(page, min(numbers), max(numbers))
