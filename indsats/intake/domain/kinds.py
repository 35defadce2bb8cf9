"""The kinds of records, what each becomes when it is published, and the fields that a reviewer sees.

The keys are the reading contract's (``indsats.reading.records``); here they get names, an order and a sort of input.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from indsats.reading.records import FIELDS_OF_KIND

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise


class Becomes(StrEnum):
    """What a record is in the portfolio. A fact stays with its document."""

    INITIATIVE = "initiative"
    GOAL = "goal"
    MONEY = "money"
    FACT = "fact"


class Sort(StrEnum):
    """What sort of value a field holds, and so how it is typed in."""

    LINE = "line"
    TEXT = "text"
    YEAR = "year"
    NUMBER = "number"
    DECIMAL = "decimal"
    FLAG = "flag"
    DATE = "date"
    PHASE = "phase"
    PER = "per"
    GOAL = "goal"
    TARGET_GROUPS = "target_groups"
    THEMES = "themes"
    NUMBERS = "numbers"
    LINES = "lines"


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record as a reviewer sees it."""

    name: str
    label: StrOrPromise
    sort: Sort = Sort.LINE


LABELS: dict[str, StrOrPromise] = {
    "action_plan_initiative": _("Initiative of the action plan"),
    "regional_initiative": _("Regional initiative"),
    "local_initiative": _("Local initiative"),
    "programme_objective": _("Objective"),
    "budget_decision": _("Budget decision"),
    "activity": _("Activity"),
    "recommendation": _("Recommendation"),
    "example": _("Example"),
    "resource": _("Where to read more"),
    "quote": _("Quote"),
    "support_type": _("Kind of support"),
    "criterion": _("Criterion"),
    "intake_question": _("Question to the applicant"),
    "process_step": _("Step of the process"),
    "deadline": pgettext_lazy("a record of a call", "Deadline"),
    "contact": _("Contact"),
    "organiser": _("Organiser"),
}

BECOMES: dict[str, Becomes] = {
    "action_plan_initiative": Becomes.INITIATIVE,
    "regional_initiative": Becomes.INITIATIVE,
    "local_initiative": Becomes.INITIATIVE,
    "activity": Becomes.INITIATIVE,
    "example": Becomes.INITIATIVE,
    "programme_objective": Becomes.GOAL,
    "recommendation": Becomes.GOAL,
    "budget_decision": Becomes.MONEY,
}

PARENTS: dict[str, tuple[str, ...]] = {
    "budget_decision": ("programme_objective",),
    "activity": ("programme_objective",),
    "example": ("recommendation",),
    "resource": ("recommendation",),
    "quote": ("recommendation",),
}
"""Which kinds a record may belong under."""

_NAMES: dict[str, tuple[StrOrPromise, Sort]] = {
    "title": (_("Title"), Sort.LINE),
    "description": (_("Description"), Sort.TEXT),
    "goal_number": (_("Goal"), Sort.GOAL),
    "goal_title": (_("Goal as printed"), Sort.LINE),
    "priority_year": (_("Priority year"), Sort.YEAR),
    "organisation": (_("Organisation"), Sort.LINE),
    "unit": (_("Unit"), Sort.LINE),
    "period_text": (_("Period as printed"), Sort.LINE),
    "start_year": (_("First year"), Sort.YEAR),
    "end_year": (_("Last year"), Sort.YEAR),
    "open_ended": (_("Without end"), Sort.FLAG),
    "phase": (_("Phase"), Sort.PHASE),
    "status_text": (_("Status as printed"), Sort.LINE),
    "responsible": (_("Responsible"), Sort.LINE),
    "target_text": (_("For whom, as printed"), Sort.TEXT),
    "target_groups": (_("For whom"), Sort.TARGET_GROUPS),
    "themes": (_("Themes"), Sort.THEMES),
    "amount_dkk": (_("Amount in kroner"), Sort.DECIMAL),
    "amount_text": (_("Amount as printed"), Sort.LINE),
    "amount_period": (_("The amount covers"), Sort.PER),
    "years": (_("Years"), Sort.NUMBERS),
    "recurring": (_("Every year"), Sort.FLAG),
    "funding_source": (_("Paid from"), Sort.LINE),
    "budget_year": (_("Budget year"), Sort.YEAR),
    "earmark_text": (_("Earmark"), Sort.TEXT),
    "earmark_min_share": (_("Earmarked share, at least"), Sort.DECIMAL),
    "launch_text": (_("Launch as printed"), Sort.LINE),
    "launch_year": (_("Launch year"), Sort.YEAR),
    "launch_quarter": (_("Launch quarter"), Sort.NUMBER),
    "duration_days": (_("Duration in days"), Sort.DECIMAL),
    "deadline": (_("Deadline"), Sort.DATE),
    "headcount": (_("Number of people, from and to"), Sort.NUMBERS),
    "number": (_("Number"), Sort.NUMBER),
    "recommendation": (_("Recommendation number"), Sort.NUMBER),
    "regions": (_("Regions"), Sort.LINES),
    "site": (_("Place of work"), Sort.LINE),
    "links": (_("Links"), Sort.LINES),
    "url": (_("Address"), Sort.LINE),
    "text": (_("Text"), Sort.TEXT),
    "speaker": (_("Who says it"), Sort.LINE),
    "name": (_("Name"), Sort.LINE),
    "purpose": (_("Purpose"), Sort.TEXT),
    "contents": (_("Contents"), Sort.TEXT),
    "requirements": (_("Requirements"), Sort.TEXT),
    "steps": (_("Steps"), Sort.TEXT),
    "duration_text": (_("Duration as printed"), Sort.LINE),
    "date": (_("Date"), Sort.DATE),
    "email": (_("E-mail"), Sort.LINE),
}


def fields_of(kind: str) -> tuple[Field, ...]:
    """Return the kind's fields in the order in which a reviewer reads them; what a record belongs under is no field."""
    names = ("title", "description", *(name for name in FIELDS_OF_KIND.get(kind, ()) if name != "parent"))
    return tuple(Field(name, *_NAMES[name]) for name in dict.fromkeys(names))


def label_of_field(name: str) -> str:
    """Return the field's name in the reader's language."""
    return str(_NAMES[name][0]) if name in _NAMES else name


def becomes(kind: str) -> Becomes:
    """Return what a record of the kind is in the portfolio."""
    return BECOMES.get(kind, Becomes.FACT)
