"""Objectives and activities made into records, each field with the words it was read from."""

from __future__ import annotations

import re
from itertools import dropwhile
from typing import TYPE_CHECKING, Any

from indsats.reading.fields.launch import deadline_in, duration_in, headcount_in
from indsats.reading.fields.money import sentences_of
from indsats.reading.fields.target_groups import target_groups_of
from indsats.reading.fields.themes import themes_of
from indsats.reading.records import Place, ReadingWarning, Record, Source

if TYPE_CHECKING:
    from collections.abc import Sequence

    from indsats.reading.genres.programme_plan.activities import Activity
    from indsats.reading.genres.programme_plan.parts import Part
    from indsats.reading.genres.programme_plan.sections import Section
    from indsats.reading.model import Line

RESPONSIBLE = re.compile(r"\b(?:ansvarlige?|tovholdere?)\s*:\s*(?P<who>[^.;]+)\.?", re.IGNORECASE)
NAMED = r"[A-ZÆØÅ][\w&-]*"
ACTOR = re.compile(
    rf"(?P<who>(?:Koncern|Center for|Region|Enhed for|Afdeling for)\s+{NAMED}(?:(?:,|\s+og|\s+&)?\s+{NAMED})*|"
    rf"(?:{NAMED}\s+){{1,3}}(?:[Hh]ospital|[Ss]ygehuse?t?|[Uu]niversitetshospital))\s+"
    r"(?:udbyder|planlægger|arbejder|har\s+(?:desuden\s+)?(?:igangsat|iværksat|udviklet|fået|søgt)|er\s+(?:ved|i gang)|"
    r"vil|ønsker|igangsætter|afholder)\b"
)
IS_RESPONSIBLE = re.compile(r"(?P<who>[^.,;]{2,60}?)\s+er\s+(?:hver\s+især\s+)?ansvarlige?t?\b", re.IGNORECASE)

Said = tuple[str, str]
"""A value and the words it was read from."""


def objective_record(section: Section, status: str | None) -> Record:
    """Give an objective's record. Its place is its heading with what runs on after it."""
    before = _before_status(section)
    description = " ".join(text for text in (section.description, *(part.text for part in before)) if text)
    responsible = _responsible_for(section)
    quotes = {
        "title": _printed(section.title),
        "description": _printed([*section.opening, *(line for part in before for line in part.lines)]),
    }
    quotes |= {"status_text": status} if status else {}
    quotes |= {"responsible": responsible[1]} if responsible else {}
    return Record(
        "programme_objective",
        section.name,
        Source(place_of(section.opening), quotes),
        description or None,
        {"status_text": status, "responsible": responsible[0] if responsible else None},
    )


def _before_status(section: Section) -> list[Part]:
    found: list[Part] = []
    for part in section.parts:
        if part.kind == "status":
            break
        if part.kind == "paragraph":
            found.append(part)
    return found


def status_of(section: Section, used: Sequence[Part]) -> str | None:
    """Give the first paragraph below the objective's status line, without the words that name who is responsible."""
    below = False
    for part in section.parts:
        if part.kind == "status":
            below = True
        elif below and part.kind == "paragraph":
            return RESPONSIBLE.sub("", part.text).strip() or None
        elif below and part in used:
            return None
    return None


def _responsible_for(section: Section) -> Said | None:
    """Give who is responsible for an objective: said outright, or the one its status opens with."""
    texts = [part.text for part in section.parts if part.kind in {"paragraph", "lead_in"}]
    said = next((found for text in texts if (found := RESPONSIBLE.search(text))), None)
    below = [*dropwhile(lambda part: part.kind != "status", section.parts)][1:2]
    opens = below and below[0].kind in {"paragraph", "lead_in"}
    return _who(said or (ACTOR.match(below[0].text) if opens else None))


def _who(found: re.Match[str] | None) -> Said | None:
    return (" ".join(found["who"].split()), found[0]) if found else None


def activity_record(activity: Activity, parent: int) -> Record:
    """Give an activity's record."""
    text = activity.text
    duration, deadline, headcount = duration_in(text), deadline_in(text), headcount_in(text)
    launch = activity.launch
    responsible = _responsible_for_activity(activity)
    description = RESPONSIBLE.sub("", text).strip()
    said: dict[str, tuple[Any, str]] = {}
    if launch:
        said |= {"launch_text": (launch.text, launch.text), "launch_year": (launch.year, launch.text)}
        said |= {"launch_quarter": (launch.quarter, launch.text)} if launch.quarter else {}
    if duration:
        said["duration_days"] = duration.days, duration.text
    if deadline:
        said["deadline"] = deadline.on.isoformat(), deadline.text
    if headcount:
        said["headcount"] = [headcount.low, headcount.high], headcount.text
    if responsible:
        said["responsible"] = responsible
    if activity.status_text:
        said["status_text"] = activity.status_text, activity.status_text
    fields = {name: value for name, (value, _) in said.items()}
    fields |= {
        "parent": parent,
        "target_groups": [group.key for group in target_groups_of(activity.title, description)],
        "themes": themes_of(activity.title, description),
    }
    quotes = {"title": activity.title_printed, "description": activity.part.printed}
    quotes |= {name: quote for name, (_, quote) in said.items()}
    shown = description if description.strip(" .") != activity.title else None
    return Record("activity", activity.title, Source(place_of(activity.part.lines), quotes), shown, fields)


def _responsible_for_activity(activity: Activity) -> Said | None:
    """Give who is responsible for an activity: said outright, or the one who does what the sentence plans."""
    said = RESPONSIBLE.search(activity.text)
    if said or not activity.is_prose:
        return _who(said)
    sentences = (activity.title_printed, *sentences_of(activity.text))
    found = (IS_RESPONSIBLE.match(sentence) or ACTOR.match(sentence) for sentence in sentences)
    return _who(next((match for match in found if match), None))


def launch_warning(activity: Activity, index: int) -> ReadingWarning | None:
    """Give a warning where an activity's launch names a quarter that is none."""
    launch = activity.launch
    if launch is None or launch.problem is None:
        return None
    return ReadingWarning("impossible_period", launch.problem, place_of(activity.part.lines), (index,))


def _printed(lines: Sequence[Line]) -> str:
    return "\n".join(line.text for line in lines)


def place_of(lines: Sequence[Line]) -> Place:
    """Give where lines stand; of lines that go over a page's end, those before it."""
    page = lines[0].page
    numbers = [line.number for line in lines if line.page == page]
    return Place(page, min(numbers), max(numbers))
