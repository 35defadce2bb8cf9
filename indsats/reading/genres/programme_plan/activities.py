"""The activities of an objective: points below a status, and what running text plans with a day or a headcount."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.fields.launch import ANY_TIME, LAUNCH, Launch, deadline_in, headcount_in, launch_in
from indsats.reading.fields.money import sentences_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.programme_plan.parts import Part

NOT_ACTIVITIES = re.compile(
    r"ansvarsområde|\bopgaver\b|tilkendegiver|bidrage til|kortlægge|\bformål|indsatsområde|betyder|fordele|principper|"
    r"kriterier|\brammer\b|anbefaling|udfordring|forudsætning|målsætninger",
    re.IGNORECASE,
)
UNDER_WAY = re.compile(
    r"\b(?:i gang(?:sat)?|igangsat|under (?:forberedelse|udvikling|planlægning)|"
    r"(?<=er )(?:gennemført|afsluttet|planlagt|udskudt|stoppet))\b",
    re.IGNORECASE,
)
PLANS = re.compile(
    r"\b(?:planlægger|afholder|afholdes|starter|igangsæt\w+|iværksæt\w+|ansættelsesproces|ansætte|ønsker at|ønske om|"
    r"vil afprøve|omfatte[rt]?|er ved at|har (?:\w+ )?søgt|søge[rs]?|ansøge[rs]?|ansøgningsproces|i gang med|"
    r"evaluere\w*|frist\w*|deadline|afsluttes med)\b",
    re.IGNORECASE,
)
CUTS = re.compile(
    r"\s+[–—]\s+(?![”»\"“])|\s+\((?=[-–])|,?\s+(?:målrettet|rettet mod|med fokus på|med henblik på|med sigte på)\b|"
    r",\s+(?:for|der|som|hvor|op til)\b|\s+der\s+\w+(?:er|es)\b|\s+(?:lancering|lanceres|afholdes|varighed)\b",
    re.IGNORECASE,
)
EXPLAINED = re.compile(r"\s[–—]\s|\((?=[-–])|\b(?:lancering|varighed|målrettet|rettet mod)\b", re.IGNORECASE)
SHORT_WORDS = 9
ASIDE = re.compile(
    r",?\s+(?:i samarbejde med|som en investering|som led i|med ansættelsesstart|med start|i hvert projekt|"
    r"til formålet|ved udgangen|senest|primo|medio|ultimo|i løbet af|med henblik på|er (?:i gang|ved))\b.*|"
    r"\s*\((?:[^\s()]+\s+){3,}.*|(?:\s+er)?\s+(?:den\s+)?\d{1,2}\.\s+[a-z]+\s+20\d\d.*",
    re.IGNORECASE | re.DOTALL,
)
"""What a sentence says beside what is planned."""
OPENINGS = re.compile(
    r"^.*?(?:\b(?:planlægger at|målet er at|ønsker at|ønske om at|vil|starter|processen afsluttes med|"
    r"ansvarlige?t? for at)|\b(?:midler|\w+midler|støtte|tilskud) til)\s+"
    r"(?:(?:afholde|gennemføre|igangsætte|etablere|afprøve|udvikle)\s+)?(?:(?:en|et)\s+)?",
    re.IGNORECASE | re.DOTALL,
)
GOES_ON_ABOUT_IT = ("Målet er", "Projektet er")
LONGEST_TITLE = 140


@dataclass(frozen=True, slots=True)
class Activity:
    """A planned activity: its name and the part of the plan that speaks of it."""

    title: str
    title_printed: str
    part: Part
    text: str
    status_text: str | None = None
    launch: Launch | None = None
    is_prose: bool = False


def activities_of(parts: Sequence[Part]) -> Iterator[Activity]:
    """Give the activities of an objective's parts, in order."""
    in_status = False
    lead_in: Part | None = None
    for index, part in enumerate(parts):
        if part.kind == "status":
            in_status, lead_in = True, None
        elif part.kind in {"lead_in", "heading"}:
            lead_in = part
        elif part.kind == "point" and _is_activity(part, lead_in, in_status=in_status):
            yield _from_point(part, lead_in)
        elif part.kind == "paragraph":
            yield from _from_paragraph(part, _aftermath(parts, index))
        if part.kind == "paragraph":
            lead_in = None


def _is_activity(point: Part, lead_in: Part | None, *, in_status: bool) -> bool:
    if LAUNCH.search(point.text):
        return True
    if lead_in and NOT_ACTIVITIES.search(lead_in.text):
        return False
    return in_status


def _from_point(point: Part, lead_in: Part | None) -> Activity:
    under_way = UNDER_WAY.search(point.text) or (UNDER_WAY.search(lead_in.text) if lead_in else None)
    title = title_of_point(point.text)
    launch = launch_in(point.text) or (launch_in(lead_in.text) if lead_in else None) or _season_in(point.text)
    return Activity(title, point.printed, point, point.text, under_way[0] if under_way else None, launch)


def _season_in(text: str) -> Launch | None:
    """Give the time a point names in passing, unless it is a year alone: that may be part of its name."""
    launch = launch_in(text, announced=False)
    return launch if launch and launch.text != str(launch.year) else None


def title_of_point(text: str) -> str:
    """Give a point's name: what stands before the dash, the clause or the sentence that explains it."""
    first = sentences_of(text)[0] if text.strip() else text
    if len(first.split()) > SHORT_WORDS or EXPLAINED.search(first):
        cut = next((found for found in CUTS.finditer(first) if found.start() and _outside_quotes(first, found)), None)
        first = first[: cut.start()] if cut else first
    return first.strip(" .,;:")


def _outside_quotes(text: str, found: re.Match[str]) -> bool:
    """Tell whether as many quotes were closed as were opened before a place."""
    return sum(text.count(mark, 0, found.start()) for mark in '”“"') % 2 == 0


def _aftermath(parts: Sequence[Part], index: int) -> str:
    """Give the next paragraph where it goes on about the same: it opens with the aim of what stands above."""
    following = parts[index + 1] if index + 1 < len(parts) else None
    if following is None or following.kind != "paragraph" or not following.text.startswith(GOES_ON_ABOUT_IT):
        return ""
    return following.text


def _from_paragraph(part: Part, aftermath: str) -> Iterator[Activity]:
    """Give the activity that a paragraph plans, if it says when or for how many."""
    if part.text.startswith(GOES_ON_ABOUT_IT):
        return
    text = f"{part.text} {aftermath}".strip()
    said = [sentence for sentence in sentences_of(text) if PLANS.search(sentence) and says_when_or_whom(sentence)]
    if not said:
        return
    opening = sentences_of(text)[0]
    named = opening if PLANS.search(opening) and _says_what(title_of_sentence(opening)) else said[0]
    under_way = UNDER_WAY.search(text)
    launch = launch_in(text) or (None if deadline_in(text) else launch_in(text, announced=False))
    status = under_way[0] if under_way else None
    yield Activity(title_of_sentence(named), named, part, text, status, launch, is_prose=True)


def _says_what(title: str) -> bool:
    """Tell whether a title says what is planned, and not only who plans it or that something is."""
    return not title.startswith("Der er") and not all(word[:1].isupper() for word in title.split())


def says_when_or_whom(sentence: str) -> bool:
    """Tell whether a sentence gives a day, a launch or a number of people."""
    if launch_in(sentence) or deadline_in(sentence) or headcount_in(sentence):
        return True
    return (
        ANY_TIME.search(sentence) is not None
        and re.search(r"\b(?:primo|medio|ultimo|starter|afholde\w*|ansætte\w*)\b", sentence, re.IGNORECASE) is not None
    )


def title_of_sentence(sentence: str) -> str:
    """Give what a sentence plans: without who plans it, and without when, with whom and why."""
    bare = OPENINGS.sub("", sentence, count=1)
    name = ASIDE.sub("", bare if bare.split() else sentence).strip(" .,;:")
    name = name or sentence.strip(" .,;:")
    if len(name) > LONGEST_TITLE:
        name = name[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    return name[:1].upper() + name[1:]
