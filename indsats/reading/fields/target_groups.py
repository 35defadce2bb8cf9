"""Whom an initiative is for: the professions and groups that its texts name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.reading.fields.lexicon import lexicon
from indsats.reading.vocabulary import TARGET_GROUPS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from indsats.reading.fields.lexicon import Found

OPENING = re.compile(
    r"\b(?:rette[dt]?|målrette[dt]?|henvender sig|gælder|tilbydes)\b(?:\s+(?:primært|især|særligt))?"
    r"\s+(?:mod|til|for)?|\bmålgruppen?(?: er|:)|\bmålrettet\b",
    re.IGNORECASE,
)
CLAUSE = re.compile(
    r",? \b(?:der|som|med|i|på|fra|ved|inden for|indenfor|efter|over|under|hvor|så|ansat|og (?:er|skal|har|kan|bliver|"
    r"vil))\b.*|[(;:].*",
    re.IGNORECASE | re.DOTALL,
)  # fmt: skip -- where the list of groups ends and a clause about them begins
BETWEEN_ITEMS = re.compile(
    r"\s*(?:,|/|;|\bog\b|\bsamt\b|\beller\b|\bmen også\b|\bblandt andet\b| - )\s*", re.IGNORECASE
)
NO_ITEM = re.compile(r"(?:m\.?v\.?|m\.?m\.?|mm|etc\.?|o\.?l\.?|\W)*", re.IGNORECASE)
LONGEST_ITEM = 4
EVERYBODY = re.compile(r"\W*alle\W*", re.IGNORECASE)
NEWCOMER = re.compile(r"(?P<before>(?:\w+ ){0,2})\b(?:ny|nye) (?:\w+ og )?$", re.IGNORECASE)
WANTED = re.compile(r"rekrutter|tiltræk|ansætte|skaffe|søge", re.IGNORECASE)
"""New colleagues that are looked for have not come yet."""
MOVED = re.compile(r"\b(?:opgave|flytning|aflast)\w*\b.*?\bfra\b(?P<giver>.+?)\btil\b", re.IGNORECASE)
RELIEVED = re.compile(
    r"\b(?:aflast\w*(?: af)?|frigør\w*|frigive\w*|lette arbejds\w+ for)\s+(?:det |de |den )?(?:faste |øvrige )?",
    re.IGNORECASE,
)  # fmt: skip -- one pattern


@dataclass(frozen=True, slots=True)
class TargetGroup:
    """A group and the words that it was read from, as printed."""

    key: str
    words: tuple[str, ...]


def target_groups_in(text: str) -> list[str]:
    """Give the keys of the groups that a text names, in its order."""
    return [group.key for group in found_target_groups(text)]


def found_target_groups(text: str) -> list[TargetGroup]:
    """Give the groups that a text names with the words that name them.

    Words for staff in general (»medarbejderne«) count only where no group is named more closely.
    """
    found = lexicon("target_groups").found_in(text)
    close = [one for one in found if not one.entry.weak]
    groups = _grouped(close or found)
    new = [text[: one.end].split()[-2:] for one in close if _is_newcomer(text, one)]
    if new and not any(group.key == "new_employee" for group in groups):
        groups.append(TargetGroup("new_employee", tuple(" ".join(words) for words in new)))
    return groups


def _is_newcomer(text: str, found: Found) -> bool:
    """Tell whether a group is named as new (»de nye sygeplejersker«), and not as new ones that are wanted."""
    before = NEWCOMER.search(text[max(0, found.start - 40) : found.start])
    return bool(before and not WANTED.search(before["before"])) and found.entry.keys[0] not in {"other", "student"}


def target_groups_of(title: str, description: str | None, target_text: str | None = None) -> list[TargetGroup]:
    """Give the groups of an initiative: its own sentence decides, else whom it relieves, else all it names."""
    if target_text:
        return _of_sentence(target_text)
    relieved = _relieved(description or "")
    if relieved:
        return relieved
    moved = MOVED.search(title)
    receiver = title[: moved.start("giver")] + title[moved.end("giver") :] if moved else title
    named = found_target_groups(f"{receiver}\n{description or ''}")
    in_title = target_groups_in(title)
    told = [group for group in named if group.key != "other" or group.key in in_title]
    return told or named


def _of_sentence(sentence: str) -> list[TargetGroup]:
    """Read a sentence such as »Rettet mod læger, klovne og sekretærer«: what it lists and we do not know is other."""
    known = found_target_groups(sentence)
    opening = OPENING.search(sentence)
    listed = CLAUSE.sub("", sentence[opening.end() :] if opening else sentence)
    if EVERYBODY.fullmatch(listed):
        return [TargetGroup("all_staff", (listed.strip(" ."),))]
    unknown = [item for item in BETWEEN_ITEMS.split(listed) if _is_unknown(item)]
    if unknown and not any(group.key == "other" for group in known):
        return [*known, TargetGroup("other", tuple(unknown))]
    return known or [TargetGroup("other", (sentence,))]


def _is_unknown(item: str) -> bool:
    words = item.split()
    return (
        0 < len(words) <= LONGEST_ITEM
        and NO_ITEM.fullmatch(item) is None
        and not item.endswith("-")
        and not lexicon("target_groups").found_in(item)
    )


def _relieved(description: str) -> list[TargetGroup]:
    """Where work is moved from one group to another, the initiative is for those who are relieved of it."""
    for relief in RELIEVED.finditer(description):
        found = lexicon("target_groups").found_in(description[relief.end() : relief.end() + 60])
        if found and found[0].start <= 1:
            return _grouped(found[:1])
    return []


def _grouped(found: Iterable[Found]) -> list[TargetGroup]:
    words: dict[str, list[str]] = {}
    for one in found:
        for key in one.entry.keys:
            words.setdefault(key, []).append(one.words)
    return [TargetGroup(key, tuple(dict.fromkeys(said))) for key, said in words.items() if key in TARGET_GROUPS]
