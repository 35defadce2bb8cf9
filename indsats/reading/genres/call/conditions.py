"""What a call asks and how it goes on: criteria, questions to answer, steps of the process."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from indsats.reading.genres.call.outline import Item, Section, place_of
from indsats.reading.records import Record, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

CRITERIA = re.compile(
    r"hvem kan\b|\bkriteri|\bhvad lægger vi vægt|\bhvem er målgruppen|\bbetingelser for", re.IGNORECASE
)
SAYS_CRITERIA = re.compile(r"\bkriterier|\bprincipper for, hvem|lægger vægt på", re.IGNORECASE)
PROCESS = re.compile(
    r"\bforegår det|\bhvordan kan i være med|\bsådan (?:søger|gør|kommer)|\bprocessen\b|\bfremgangsmåde|"
    r"\bhvordan søger",
    re.IGNORECASE,
)
QUESTIONS = re.compile(r"\bspørgsmål\b|\bansøgningen skal|\bdet skal i (?:svare|skrive)", re.IGNORECASE)
ASKS = re.compile(
    r"informationer,? (?:som )?vi har brug for|besvare? (?:følgende|spørgsmål)|svar på (?:følgende|spørgsmål)|"
    r"ansøgningen skal indeholde|oplysninger,? (?:som )?vi har brug for",
    re.IGNORECASE,
)


def criteria_of(sections: Sequence[Section]) -> list[Record]:
    """Give the points that say who may take part."""
    for section in sections:
        told = any(SAYS_CRITERIA.search(item.text) for item in section.items)
        if CRITERIA.search(section.heading) or told:
            points = [item for item in section.items if item.kind != "text"]
            if points:
                return [_numbered("criterion", item, place) for place, item in enumerate(points, start=1)]
    return []


def questions_of(sections: Sequence[Section]) -> list[Record]:
    """Give the questions an application must answer: the list below a heading or a sentence that asks for them."""
    headed = [section.items for section in sections if QUESTIONS.search(section.heading)]
    asked = [
        section.items[place:]
        for section in sections
        for place, item in enumerate(section.items)
        if item.kind == "text" and ASKS.search(item.text)
    ]
    for items in (*headed, *asked):
        points = [item for item in items if item.kind != "text"]
        if points:
            return [_numbered("intake_question", item, place) for place, item in enumerate(points, start=1)]
    return []


def steps_of(sections: Sequence[Section]) -> list[Record]:
    """Give the steps of the process: numbered points, or headings below the one that asks how it goes on."""
    for place, section in enumerate(sections):
        if not PROCESS.search(section.heading):
            continue
        points = [item for item in section.items if item.kind != "text"]
        if points:
            return [_numbered("process_step", item, number) for number, item in enumerate(points, start=1)]
        below = list(_below(sections, place))
        if below:
            return [_headed(step, number) for number, step in enumerate(below, start=1)]
    return []


def _below(sections: Sequence[Section], place: int) -> Iterator[Section]:
    for section in sections[place + 1 :]:
        if section.level <= sections[place].level:
            return
        yield section


def _numbered(kind: str, item: Item, place: int) -> Record:
    return Record(
        kind=kind,
        title=item.text,
        fields={"number": item.number or place, "text": item.text},
        source=Source(item.place, {"text": item.printed}),
    )


def _headed(step: Section, number: int) -> Record:
    text = " ".join(item.text for item in step.items)
    return Record(
        kind="process_step",
        title=step.heading,
        description=text or None,
        fields={"number": number, "text": text or step.heading},
        source=Source(
            place_of(step.all_lines),
            {"title": step.heading, "text": "\n".join(item.printed for item in step.items) or step.heading},
        ),
    )
