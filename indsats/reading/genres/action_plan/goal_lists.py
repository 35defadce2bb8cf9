"""Where a plan lists its goals: of all that it numbers, the list that its rows speak of."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.genres.action_plan.goals import Goals, NamedGoal, plain
from indsats.reading.genres.action_plan.headings import goal_of_heading
from indsats.reading.joined_lines import joined
from indsats.reading.model import Block

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from indsats.reading.model import SourceDocument

NUMBERED = re.compile(r"\s*(?P<number>\d{1,2})[.):]?\s+(?P<title>\S.*)")
BULLET = re.compile(r"\s*(?:[•◦▪‣·●■➢\uf0b7*]|[-–]\s)\s*(?P<title>\S.*)")
MEANS_GOALS = re.compile(r"\bmål(?:sætning(?:er|erne)?|ene)?\b|\bgoals?\b", re.IGNORECASE)
FEWEST_GOALS = 2
MOST_GOALS = 25
MOST_WORDS = 14


@dataclass(slots=True)
class NumberedList:
    """A list as it stands: titles by number, and whether the words before it speak of goals."""

    titles: dict[int, str] = field(default_factory=dict)
    introduced_as_goals: bool = False
    numbers_printed: bool = False


def lists_in(document: SourceDocument) -> list[NumberedList]:
    """Give every list of short points that could be a plan's goals."""
    blocks = [
        item for page in document.pages for item in page.items if isinstance(item, Block) and item.kind != "other"
    ]
    found = [one for one in _lists(blocks) if FEWEST_GOALS <= len(one.titles) <= MOST_GOALS]
    headings = dict(goal for block in blocks if (goal := goal_of_heading(joined(_texts(block)))))
    if len(headings) >= FEWEST_GOALS:
        found.append(NumberedList(headings, introduced_as_goals=True, numbers_printed=True))
    return found


def _texts(block: Block) -> list[str]:
    return [line.text for line in block.lines]


def _lists(blocks: Sequence[Block]) -> Iterator[NumberedList]:
    """Walk down the blocks: a point continues the list above it, anything else ends it."""
    current = NumberedList()
    before = ""
    for block in blocks:
        for text, is_item in _points(block):
            number, title = _numbered(text, is_item, current)
            if title is not None and (number == len(current.titles) + 1):
                current.titles[number] = title
                current.numbers_printed = NUMBERED.match(text) is not None
                continue
            if current.titles:
                yield current
            current = NumberedList(introduced_as_goals=bool(MEANS_GOALS.search(before or text)))
            if title is not None and number == 1:
                current.titles[1] = title
            before = text
            current.introduced_as_goals = bool(MEANS_GOALS.search(before)) or current.introduced_as_goals
    if current.titles:
        yield current


def _points(block: Block) -> Iterator[tuple[str, bool]]:
    """Give the points of a block as running text, and for the rest what stands before and between them."""
    group: list[str] = []
    for line in block.lines:
        is_new = bool(NUMBERED.match(line.text) or BULLET.match(line.text))
        goes_on = group and not is_new and (line.text.lstrip()[:1].islower() or group[-1].rstrip().endswith("-"))
        if group and not goes_on:
            yield joined(group), block.kind == "list_item"
            group = []
        group.append(line.text)
    if group:
        yield joined(group), block.kind == "list_item"


def _numbered(text: str, is_item: bool, current: NumberedList) -> tuple[int, str | None]:  # noqa: FBT001 -- what Word says
    printed = NUMBERED.match(text)
    bullet = BULLET.match(text)
    if len(text.split()) > MOST_WORDS or not (printed or bullet or is_item):
        return 0, None
    if printed and not bullet:
        return int(printed["number"]), printed["title"].strip(" .:")
    title = bullet["title"] if bullet else text
    return (0, None) if current.numbers_printed else (len(current.titles) + 1, title.strip(" .:"))


def chosen(lists: Iterable[NumberedList], named: Sequence[NamedGoal]) -> Goals:
    """Choose the list that the rows speak of; without one, take the goals from the rows themselves."""
    scored = [(_agreement(one, named), one.introduced_as_goals, -index, one) for index, one in enumerate(lists)]
    likely = [one for one in scored if one[0] or (one[1] and not named and one[3].numbers_printed)]
    if likely:
        return Goals(max(likely, key=lambda one: one[:3])[3].titles)
    return Goals(_said_by_rows(named))


def _agreement(one: NumberedList, named: Sequence[NamedGoal]) -> int:
    """Count the rows that name a goal of this list, twice where number and title both agree."""
    numbers = {plain(title): number for number, title in one.titles.items()}
    agreeing = [goal for goal in named if goal.title and plain(goal.title) in numbers]
    return len(agreeing) + sum(numbers[plain(goal.title or "")] == goal.number for goal in agreeing)


def _said_by_rows(named: Sequence[NamedGoal]) -> dict[int, str]:
    """Give each number the title that most rows give it; a title goes to the number it has most often."""
    votes = Counter((goal.number, goal.title) for goal in named if goal.number and goal.title)
    titles: defaultdict[int, str] = defaultdict(str)
    taken: set[str] = set()
    for (number, title), _ in votes.most_common():
        if number and title and number not in titles and plain(title) not in taken:
            titles[number] = title
            taken.add(plain(title))
    return dict(sorted(titles.items()))
