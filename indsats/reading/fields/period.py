"""Periods as people write them: years, quarters, seasons, and the words they write instead."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from indsats.reading.fields.year import years_of

IDEA = r"\bidé|\bide(?:fase|stadie?|oplæg)?\b|\bidea\b|på tegnebrættet|overvejes|under overvejelse"
PILOT = r"\bforsøg|\bpilot|\bprøve(?:periode|handling)|\bafprøv"
PERMANENT = r"\bpermanent|\bvarig\b"
IN_PREPARATION = (
    r"\bi proces|\bunder (?:udvikling|planlægning|forberedelse|opstart|opbygning|etablering|udarbejdelse|"
    r"implementering|udrulning)|\bi (?:opstart|udvikling|støbeskeen)|\blancer|\bimplementer|\bplanlagt|"
    r"\bplanlægges|\bforberedes|\budvikles|\betableres|\bopstart|\bstarter\b|\bbegynder\b|\bigangsættes|"
    r"\bforventes|\bkommende\b|^\s*(?:fra|pr\.)\s"
)
RUNNING = (
    r"\bi (?:fuld |delvis )?drift|\bi gang\b|\bigangværende|\bløbende|\bfortløbende|\brunning\b|\bongoing\b|"
    r"\b(?:årlige?t?|fast|faste|fortsat|tilbagevendende|vedvarende)\b"
)
PHASES = (
    ("idea", IDEA),
    ("pilot", PILOT),
    ("permanent", PERMANENT),
    ("in_preparation", IN_PREPARATION),
    ("running", RUNNING),
)  # fmt: skip -- the earlier phase wins
PHASE_WORDS = tuple((phase, re.compile(words, re.IGNORECASE)) for phase, words in PHASES)
OVER = re.compile(r"\bafslutte|\bophørt|\bstoppet|\bnedlagt|\bgennemført\b|\bslut\b|\budløbet", re.IGNORECASE)
"""Words that tell of an end: none of the phases above, and so none is given."""
GOES_ON = re.compile(
    r"\bi (?:fuld |delvis )?drift|\bi gang\b|\bløbende|\bfortløbende|\bpermanent|\bfaste?\b|\bfortsat|\bvedvarende|"
    r"\btilbagevendende|\bongoing\b|\bårlige?t?\b|\bhvert år\b|\bog frem\b|\bog fremefter|\bfremadrettet|\bff\.?$|"
    r"\bfra (?:og med )?(?:\w+ ){0,2}\d{4}\s*$|\bsiden\b|\d\s*[-–—+]\s*$|[-–—]\s*$|[-–—]\s*\?$",
    re.IGNORECASE,
)
UNTIL = re.compile(r"^\s*(?:frem |ind)?til\b|^\s*[-–—]\s*\d", re.IGNORECASE)
NO_END = re.compile(
    r"\blancer|\bimplementer|\bstarter\b|\bbegynder\b|\bopstart|\bigangsættes|\bplanlagt|^\s*pr\.", re.IGNORECASE
)  # fmt: skip -- one pattern
"""Words that name when something begins and leave its end unsaid."""
SPEAKS_OF_TIME = re.compile(
    r"\b(?:år|året|årigt?e?|måneder|mdr|uger|dage|kvartal|halvår|forår|sommer|efterår|vinter|primo|medio|ultimo|"
    r"skoleår|januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)\b",
    re.IGNORECASE,
)
FILLER = re.compile(
    r"(?:(?:i|fra|til|og|med|på|af|den|pr|ca|hvert|hver|om|over|de|et|en|to|tre|fire|fem|halvt|delvis|delvist|fuld|"
    r"under|budget|foreløbig|foreløbigt|start|slut|begge|år|års|året|årig|årigt|periode|perioden|frem|fremefter|"
    r"pulje|projekt|forsøg|forsøgsprojekt|q[1-4]|k[1-4]|uge|\d+)\b|[\W_])*",
    re.IGNORECASE,
)
MOST_WORDS = 9


@dataclass(frozen=True, slots=True)
class Period:
    """What a text says about time. ``problem`` is a plain Danish sentence where it cannot be right."""

    text: str | None
    start_year: int | None = None
    end_year: int | None = None
    open_ended: bool = False
    phase: str | None = None
    problem: str | None = None


NOTHING = Period(None)


def period_of_text(text: str) -> Period:
    """Read a period from its printed words. Years that cannot be are put right or left out, and the reason given."""
    printed = " ".join(text.split())
    if not any(letter.isalnum() for letter in printed):
        return NOTHING
    found = years_of(printed)
    goes_on = bool(GOES_ON.search(printed)) and len(found.years) < len(("first", "last"))
    first, last = (found.years[0], found.years[-1]) if found.years else (None, None)
    if goes_on or (len(found.years) == 1 and NO_END.search(printed)):
        last = None
    if len(found.years) == 1 and (UNTIL.search(printed) or OVER.search(printed)):
        first, last, goes_on = None, found.years[0], False
    period = Period(printed, first, last, goes_on, phase_of_text(printed), found.problem)
    return in_order(period)


def phase_of_text(text: str) -> str | None:
    """Tell the phase: by its words, or running where there are years and no word that says otherwise."""
    worded = next((phase for phase, words in PHASE_WORDS if words.search(text)), None)
    if worded or OVER.search(text):
        return worded
    return "running" if years_of(text).years or years_of(text).problem else None


def is_period(text: str) -> bool:
    """Tell whether a text, such as what stands in a bracket, speaks of time or phase and of little else."""
    words = text.split()
    if not words or len(words) > MOST_WORDS:
        return False
    signals = [found for _, pattern in PHASE_WORDS if (found := pattern.search(text))]
    if OVER.search(text) or years_of(text).printed:
        return True
    return bool(signals) or bool(SPEAKS_OF_TIME.search(text) and FILLER.fullmatch(SPEAKS_OF_TIME.sub("", text)))


def in_order(period: Period, *, backwards: bool = False) -> Period:
    """Leave both years out where the period ends before it begins: nobody can tell which one is wrong."""
    if backwards or (period.start_year and period.end_year and period.end_year < period.start_year):
        problem = f"Perioden »{period.text}« slutter, før den begynder. Se efter, og ret den."
        return replace(period, start_year=None, end_year=None, problem=problem)
    return period
