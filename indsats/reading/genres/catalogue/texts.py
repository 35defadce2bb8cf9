"""What stands below a title: its text, and in it the sentence that says whom the initiative is for."""

from __future__ import annotations

import re
from dataclasses import dataclass

from indsats.reading.fields.target_groups import found_target_groups

OPENING = re.compile(
    r"(?:(?<=^)|(?<=[.!?:;)”\"•] )|(?<=\s))"
    r"(?P<opening>(?:(?:Indsats(?:en|erne)?|Tilbud(?:det|dene)?|Projekt(?:et)?|Forløb(?:et)?|Kurs(?:et)?|Ordning(?:en)?)"
    r"(?: er)?(?: primært| især| særligt| også)? (?:mål)?rette[dt]? mod|"
    r"Indsats(?:en|erne)? er(?: primært| især| særligt)? målrettet|"
    r"(?:Primært |Især |Særligt )?(?:[Mm]ål)?[Rr]ette[dt]? mod|"
    r"Målgruppen?(?: er|:)|Henvender sig til|Gælder for)\b)"
)
"""A capital in the middle of a text begins a sentence, whether or not the full stop before it was forgotten."""
AFTER_STOP = re.compile(r"(?<=[.!?] )(?P<opening>(?:primært |især )?(?:mål)?rettet mod\b)")
FIRST = re.compile(r"Målrettet (?!mod\b)")
STOP = re.compile(r"\.(?= *$)|(?<![0-9])[.!?](?=\s*[•A-ZÆØÅ”\"«»])|[.!?](?=[•A-ZÆØÅ][a-zæøå])|(?=\s•)")
NOT_A_STOP = re.compile(r"\b(?:ca|fx|f\.eks|bl\.a|inkl|evt|jf|nr|ift|kl|stud|prof|afd)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Text:
    """An initiative's text without the sentence about its target, and that sentence."""

    description: str
    target: str | None = None


def text_of(joined: str) -> Text:
    """Take the sentence about the target out of an initiative's text."""
    opening = _opening(joined)
    if opening is None:
        return Text(joined)
    end = _end_of_sentence(joined, opening)
    target = joined[opening:end].strip()
    rest = f"{joined[:opening].rstrip()} {joined[end:].lstrip()}".strip()
    return Text(rest, target)


def _opening(text: str) -> int | None:
    found = [match.start("opening") for pattern in (OPENING, AFTER_STOP) for match in pattern.finditer(text)]
    in_sentences = [start for start in found if not text[:start].rstrip().endswith("•")]
    if in_sentences:
        return min(in_sentences)
    if FIRST.match(text) and found_target_groups(text[: _end_of_sentence(text, 0)]):
        return 0
    return None


def _end_of_sentence(text: str, start: int) -> int:
    for stop in STOP.finditer(text, start):
        if not NOT_A_STOP.search(text[start : stop.start()]):
            return stop.end()
    return len(text)
