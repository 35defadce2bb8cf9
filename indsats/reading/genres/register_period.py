"""The period and phase of a row: one column of words, or a column for the start and one for the end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from indsats.reading.fields.period import Period, in_order, period_of_text, phase_of_text

DATE = re.compile(r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-]((?:19|20|21)\d{2})(?!\d)")


def period_of(period: str, start: str, end: str, phase: str) -> Period:
    """Read a row's period from its printed cells; empty texts are cells that say nothing."""
    read = period_of_text(period) if period else _of_two(start, end)
    return replace(read, phase=phase_of_text(phase) or read.phase) if phase else read


def _of_two(start: str, end: str) -> Period:
    """Put a start and an end together; each is read by itself, so that an end in words counts as one."""
    text = " - ".join(part for part in (start, end) if part)
    first, last = period_of_text(start), period_of_text(end)
    period = Period(
        text or None,
        start_year=first.start_year,
        end_year=None if last.open_ended else last.end_year or last.start_year,
        open_ended=last.open_ended or (first.open_ended and not end),
        phase=phase_of_text(text),
        problem=first.problem or last.problem,
    )
    begun, ended = _date(start), _date(end)
    return in_order(period, backwards=bool(begun and ended and ended < begun))


def _date(text: str) -> date | None:
    found = DATE.search(text)
    try:
        return date(int(found[3]), int(found[2]), int(found[1])) if found else None
    except ValueError:
        return None
