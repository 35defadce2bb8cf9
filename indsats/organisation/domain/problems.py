"""Why an event cannot have happened, in sentences for the person who wants to record it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise


class Problem(StrEnum):
    """What is wrong with an event."""

    NOT_OPEN = "not_open"
    ALREADY_EXISTS = "already_exists"
    LATER_EVENTS = "later_events"
    CYCLE = "cycle"
    NOT_ONE_REGION = "not_one_region"
    PARENT_NOT_OPEN = "parent_not_open"
    OPEN_CHILDREN = "open_children"
    NOT_A_CHILD = "not_a_child"
    SUCCESSOR_NOT_OPEN = "successor_not_open"
    SUCCEEDS_ITSELF = "succeeds_itself"
    SAME_DAY = "same_day"
    NO_CHANGE = "no_change"
    TOO_FEW = "too_few"
    NO_NAME = "no_name"
    BUILT_UPON = "built_upon"
    NOT_FROM_EVENTS = "not_from_events"
    IN_USE = "in_use"


SENTENCES: dict[Problem, Promise] = {
    Problem.NOT_OPEN: _("The unit does not exist on that date."),
    Problem.ALREADY_EXISTS: _("The unit has been established before."),
    Problem.LATER_EVENTS: _("The unit has events after that date. Choose a later date."),
    Problem.CYCLE: _("A unit cannot lie below itself."),
    Problem.NOT_ONE_REGION: _("There must always be exactly one region at the top."),
    Problem.PARENT_NOT_OPEN: _("The unit that it should belong to does not exist on that date or is closed later."),
    Problem.OPEN_CHILDREN: _("There are units below it. Say where they go, or close them along with it."),
    Problem.NOT_A_CHILD: _("Only units right below the one that closes can be given a new place."),
    Problem.SUCCESSOR_NOT_OPEN: _("The unit that takes over does not exist on that date."),
    Problem.SUCCEEDS_ITSELF: _("A unit that closes cannot take over after itself."),
    Problem.SAME_DAY: _("A unit cannot close on the day when its latest change takes effect. Choose a later date."),
    Problem.NO_CHANGE: _("Nothing is changed by this."),
    Problem.TOO_FEW: _("Choose the units that it concerns."),
    Problem.NO_NAME: _("A unit must have a name."),
    Problem.BUILT_UPON: _("Later events build on this one. Take those back first."),
    Problem.NOT_FROM_EVENTS: _("Not all of the organisation was recorded as events, so none can be taken back."),
    Problem.IN_USE: _("The unit that it established is in use: it has roles, names, committees or initiatives."),
}


class ImpossibleEvent(Exception):
    """An event that would make nonsense of the organisation. ``str()`` is a sentence to show."""

    def __init__(self, problem: Problem, unit: int | None = None) -> None:
        super().__init__(problem, unit)
        self.problem = problem
        self.unit = unit

    def __str__(self) -> str:
        """Say what is wrong, in the reader's language."""
        return str(SENTENCES[self.problem])
