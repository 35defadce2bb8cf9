"""The objectives of a programme: what stands below each, and which of them a decision belongs to."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from indsats.reading.fields.launch import LAUNCH
from indsats.reading.fields.money import CITATION, amounts_in, sentences_of
from indsats.reading.genres.programme_plan.parts import DEEPEST, capital_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from indsats.reading.genres.programme_plan.parts import Part
    from indsats.reading.model import Line

DECIDES = re.compile(
    r"[”»“\"]?\s*(?:aftaleparterne|aftalepartierne|forligs\w+|budgetpart\w+|parterne|partierne|regionsrådet|regionen|"
    r"region\s+[a-zæøå]+|der\s+(?:er\s+)?(?:afsættes|afsat|bevilges|bevilget|afsatte))\b",
    re.IGNORECASE,
)
GIVES_MONEY = re.compile(
    r"\b(?:afsætte[rst]?|afsat|bevilge[rst]?|bevilget|tildele[rst]?|tildelt|giver|givet|reserve\w+)\b", re.IGNORECASE
)
LETTERS = re.compile(r"[a-zæøåéü]{5,}")
STEM = 6
FEWEST_WORDS = 4


@dataclass(slots=True)
class Section:
    """What stands below one heading."""

    title: tuple[Line, ...]
    name: str
    parts: list[Part] = field(default_factory=list)
    opening: tuple[Line, ...] = ()
    """The lines of the name and what runs on after it."""
    description: str = ""
    is_named_in_capitals: bool = False
    level: int = 0
    decisions: list[Part] = field(default_factory=list)

    @property
    def is_objective(self) -> bool:
        """Whether it is an objective: it is decided about, has a status, or holds something with a launch."""
        if self.decisions or any(part.kind == "status" for part in self.parts):
            return True
        return any(part.kind == "point" and LAUNCH.search(part.text) for part in self.parts)

    def words(self) -> tuple[set[str], set[str]]:
        """Give the beginnings of the words of its name and opening, and of all its paragraphs."""
        text = " ".join(part.text for part in self.parts if part.kind == "paragraph")
        return stems(f"{self.name} {self.description}"), stems(text)


def stems(text: str) -> set[str]:
    """Give the beginnings of a text's longer words, where the parts of a Danish compound meet those of another."""
    return {word[:STEM] for word in LETTERS.findall(text.casefold())}


def sections_of(parts: Sequence[Part]) -> tuple[list[Section], list[Part]]:
    """Give the sections with their decisions, and the decisions that belong to none."""
    sections: list[Section] = [Section((), "")]
    found: list[tuple[Part, int, bool]] = []
    in_status = at_page_top = False
    for part in parts:
        at_page_top = part.kind == "point" and (part.after_break or at_page_top)
        if part.kind in {"heading", "objective"} and not _is_below(part, sections[-1]):
            sections.append(_section(part))
            in_status = False
            continue
        in_status = in_status or part.kind == "status"
        if is_decision(part, in_status=in_status):
            found.append((part, len(sections) - 1, at_page_top))
        else:
            sections[-1].parts.append(part)
    return sections, _placed(found, sections)


def _is_below(part: Part, section: Section) -> bool:
    """Tell whether a heading stands inside an objective that is a heading itself: it leads in to what follows."""
    deeper = part.kind == "heading" and 0 < section.level < part.level and section.level != DEEPEST
    return deeper and any(one.kind == "status" for one in section.parts)


def _section(part: Part) -> Section:
    text = part.text
    count = capital_words(text)
    if not count:
        return Section(part.lines, text.strip(" .:"), opening=part.lines, level=part.level)
    words = text.split()
    name, rest = " ".join(words[:count]), " ".join(words[count:])
    name_only = part.lines[:1]
    if part.kind == "objective" and name.endswith(" I") and rest:
        name, rest = name[:-2], f"I {rest}"
    return Section(
        name_only,
        name.strip(" .:,"),
        opening=part.lines,
        description=rest,
        is_named_in_capitals=True,
        level=part.level,
    )


def is_decision(part: Part, *, in_status: bool) -> bool:
    """Tell whether a point or paragraph is a budget decision and not an activity or a report on one."""
    if part.kind not in {"point", "paragraph"} or len(part.text.split()) < FEWEST_WORDS:
        return False
    text = part.text
    cited = CITATION.search(text) is not None
    if part.kind == "point" and not in_status:
        return bool(
            (part.marker == "o" and DECIDES.match(text))
            or (cited and (part.marker == "o" or DECIDES.match(text)))
            or (DECIDES.match(text) and amounts_in(text))
        )  # fmt: skip -- three ways to be one
    if part.kind == "point":
        return bool(DECIDES.match(text) and (cited or amounts_in(text)))
    return not in_status and bool(DECIDES.match(text) and GIVES_MONEY.search(text) and amounts_in(text))


def told_decisions(section: Section) -> list[Part]:
    """Give paragraphs of an objective that tell of money given which none of its decisions has given yet."""
    given = {amount.kroner for part in section.decisions for amount in amounts_in(part.text)}
    told: list[Part] = []
    for part in section.parts:
        first = sentences_of(part.text)[0] if part.kind == "paragraph" and part.text.strip() else ""
        amounts = {amount.kroner for amount in amounts_in(first)}
        if amounts and not amounts & given and GIVES_MONEY.search(first):
            told.append(part)
            given |= amounts
    return told


def _placed(found: Sequence[tuple[Part, int, bool]], sections: Sequence[Section]) -> list[Part]:
    """Give each decision to its section. At a page's top, a column may stand before the heading it goes with."""
    homeless: list[Part] = []
    for part, index, at_page_top in found:
        candidates = [section for section in _candidates(index, sections, at_page_top=at_page_top) if section.name]
        if not candidates:
            homeless.append(part)
            continue
        home = max(candidates, key=lambda section: _likeness(part, section))
        home.decisions.append(part)
    return homeless


def _candidates(index: int, sections: Sequence[Section], *, at_page_top: bool) -> Iterator[Section]:
    above = sections[index]
    following = sections[index + 1] if index + 1 < len(sections) else None
    leads = (
        above.is_named_in_capitals or any(part.kind == "status" for part in above.parts) or not _has_capitals(sections)
    )
    if leads:
        yield above
    if following and (at_page_top or not leads) and (following.is_named_in_capitals or not _has_capitals(sections)):
        yield following


def _has_capitals(sections: Sequence[Section]) -> bool:
    return any(section.is_named_in_capitals for section in sections)


def _likeness(part: Part, section: Section) -> int:
    words = stems(part.text)
    opening, text = section.words()
    return 2 * len(words & opening) + len(words & text)
