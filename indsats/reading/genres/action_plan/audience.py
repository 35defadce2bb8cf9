"""Whom a plan's initiative is for: a title that says so decides; who sits on a board is not whom it is for."""

from __future__ import annotations

import re

from indsats.reading.fields.target_groups import TargetGroup, found_target_groups, target_groups_of

FOR_WHOM = re.compile(r"\b(?:for|af|på|til gavn for)\s+(?:de\s+|alle\s+)?(?P<whom>\S.*)", re.IGNORECASE)
AIMED_AT = re.compile(
    r"\b(?:rettes?|rettet|målrettes?|målrettet)\s+(?:primært\s+|især\s+|særligt\s+)?mod\s+(?P<whom>[^.,;]+)",
    re.IGNORECASE,
)
MADE_UP_OF = re.compile(r"\b(?:bestående af|sammensat af|med deltagelse af)\b[^.]*", re.IGNORECASE)
NOT_CLOSE = {"other", "all_staff"}


def audience(title: str, description: str | None) -> list[TargetGroup]:
    """Give the groups that an initiative is for."""
    whom = FOR_WHOM.search(title)
    decided = [group for group in found_target_groups(whom["whom"]) if group.key not in NOT_CLOSE] if whom else []
    aim = AIMED_AT.search(description or "")
    decided = decided or (found_target_groups(aim["whom"]) if aim else [])
    if decided:
        return decided
    text = MADE_UP_OF.sub("", description) if description else None
    named = {group.key: group for group in found_target_groups(title) if group.key not in NOT_CLOSE}
    for group in target_groups_of(title, text):
        named.setdefault(group.key, group)
    close = [group for group in named.values() if group.key != "other"]
    return close or list(named.values())
