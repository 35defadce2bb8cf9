"""The fields of an initiative that people change: what each is called, and how its value is kept in the history.

The history keeps JSON: texts, numbers, true and false, and sorted lists of keys. A unit, a person, a programme or a
goal is kept by its number, a theme or a target group by its key; ``Names`` turns them into words again.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum, auto
from typing import TYPE_CHECKING, TypeAlias

from django.utils.formats import date_format, number_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.domain.lifecycle import LIGHTS, PHASES, STATES
from indsats.initiatives.domain.themes import label_of as theme_label
from indsats.organisation.domain.target_groups import label_of as group_label

if TYPE_CHECKING:
    from collections.abc import Mapping

    from django.utils.functional import Promise

Json: TypeAlias = str | int | float | bool | list[str] | list[int] | None

ORIGINS: dict[str, Promise] = {
    "political": _("Political"),
    "regional": _("Regional"),
    "local": _("Local"),
}


class Kind(Enum):
    """What sort of value a field holds."""

    TEXT = auto()
    LONG_TEXT = auto()
    CHOICE = auto()
    YEAR = auto()
    NUMBER = auto()
    SWITCH = auto()
    DATE = auto()
    UNIT = auto()
    PERSON = auto()
    THEMES = auto()
    TARGET_GROUPS = auto()
    PROGRAMMES = auto()
    GOALS = auto()


MANY = frozenset({Kind.THEMES, Kind.TARGET_GROUPS, Kind.PROGRAMMES, Kind.GOALS})
ONE = frozenset({Kind.UNIT, Kind.PERSON})
WORDS = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.CHOICE})
TOGETHER = (frozenset({"light", "light_reason"}), frozenset({"start_year", "end_year"}))  # one is judged by the other


@dataclass(frozen=True, slots=True)
class Field:
    """One field: the model's name for it, what people call it, and where on the page it stands."""

    name: str
    label: Promise
    kind: Kind
    group: str
    choices: Mapping[str, Promise] = field(default_factory=dict)

    @property
    def is_many(self) -> bool:
        """Whether the value is a list of keys or numbers."""
        return self.kind in MANY

    @property
    def is_long(self) -> bool:
        """Whether the value is several sentences."""
        return self.kind is Kind.LONG_TEXT


GROUPS: dict[str, Promise] = {
    "what": _("What it is"),
    "where": _("Where and who"),
    "when": _("When"),
    "status": _("Status"),
    "whom": _("For whom and about what"),
    "belongs": _("Programmes and goals"),
}

FIELDS: tuple[Field, ...] = (
    Field("title", _("Title"), Kind.TEXT, "what"),
    Field("description", _("Description"), Kind.LONG_TEXT, "what"),
    Field("origin", _("Origin"), Kind.CHOICE, "where", ORIGINS),
    Field("unit", _("Organisation"), Kind.UNIT, "where"),
    Field("unit_text", _("Organisation as printed"), Kind.TEXT, "where"),
    Field("owner", _("Owner"), Kind.PERSON, "where"),
    Field("owner_text", _("Responsible as printed"), Kind.TEXT, "where"),
    Field("phase", _("Phase"), Kind.CHOICE, "when", PHASES),
    Field("period_text", _("Period as printed"), Kind.TEXT, "when"),
    Field("start_year", _("First year"), Kind.YEAR, "when"),
    Field("end_year", _("Last year"), Kind.YEAR, "when"),
    Field("open_ended", _("Without end"), Kind.SWITCH, "when"),
    Field("priority_year", _("Priority year"), Kind.YEAR, "when"),
    Field("launch_quarter", _("Launch quarter"), Kind.NUMBER, "when"),
    Field("duration_days", _("Duration in days"), Kind.NUMBER, "when"),
    Field("deadline", _("Deadline"), Kind.DATE, "when"),
    Field("light", _("Status"), Kind.CHOICE, "status", LIGHTS),
    Field("light_reason", _("Reason for the status"), Kind.LONG_TEXT, "status"),
    Field("status_text", _("Status as printed"), Kind.TEXT, "status"),
    Field("target_groups", _("For whom"), Kind.TARGET_GROUPS, "whom"),
    Field("target_text", _("For whom, as printed"), Kind.LONG_TEXT, "whom"),
    Field("themes", _("Themes"), Kind.THEMES, "whom"),
    Field("programmes", _("Programmes"), Kind.PROGRAMMES, "belongs"),
    Field("goals", _("Goals"), Kind.GOALS, "belongs"),
)
STATE = Field("state", _("Visibility"), Kind.CHOICE, "what", STATES)
BY_NAME: dict[str, Field] = {each.name: each for each in (*FIELDS, STATE)}


@dataclass(frozen=True, slots=True)
class Names:
    """The words for what the history keeps as numbers."""

    units: Mapping[int, str] = field(default_factory=dict)
    people: Mapping[int, str] = field(default_factory=dict)
    programmes: Mapping[int, str] = field(default_factory=dict)
    goals: Mapping[int, str] = field(default_factory=dict)

    def of(self, kind: Kind, key: str | int) -> str:
        """Return the name; what has gone since is called that."""
        if kind is Kind.THEMES:
            return theme_label(str(key))
        if kind is Kind.TARGET_GROUPS:
            return group_label(str(key))
        known = {
            Kind.UNIT: self.units,
            Kind.PERSON: self.people,
            Kind.PROGRAMMES: self.programmes,
            Kind.GOALS: self.goals,
        }[kind]
        return known.get(int(key)) or gettext("no longer known (number %(key)s)") % {"key": key}


def to_json(value: object) -> Json:
    """Return the plain value that the history keeps; related objects are given as their keys."""
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if isinstance(value, date):
        return value.isoformat()
    if value is None or isinstance(value, (bool, int, float, str)):
        return value
    raise TypeError(f"A {type(value).__name__} cannot stand in the history.")


def from_json(name: str, value: Json) -> object:
    """Return the value of a plain field as the model wants it."""
    kind = BY_NAME[name].kind
    if value is None:
        return None
    if kind is Kind.DATE:
        return date.fromisoformat(str(value))
    if name == "duration_days":
        return Decimal(str(value))
    return value


def shown(name: str, value: Json, names: Names) -> str:
    """Return the value as a person reads it; an empty one is an empty text."""
    described = BY_NAME[name]
    if isinstance(value, list):
        return ", ".join(names.of(described.kind, key) for key in value)
    if value is None or value == "":
        return ""
    return _shown_one(described, value, names)


def _shown_one(described: Field, value: str | float, names: Names) -> str:
    if described.kind in ONE:
        return names.of(described.kind, int(value))
    if described.kind is Kind.CHOICE:
        return str(described.choices.get(str(value), value))
    if described.kind is Kind.SWITCH:
        return gettext("Yes") if value else gettext("No")
    if described.kind is Kind.DATE:
        return date_format(date.fromisoformat(str(value)), "j. F Y")
    if described.kind is Kind.NUMBER:
        return number_format(Decimal(str(value)))
    return str(value)
