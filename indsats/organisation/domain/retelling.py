"""The history told again from its events, in the order in which they were recorded: what if one of them was not?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.organisation.domain.history import History
from indsats.organisation.domain.problems import ImpossibleEvent, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from indsats.organisation.domain.events import OrganisationEvent
    from indsats.organisation.domain.history import Link


def told(events: Mapping[int, OrganisationEvent]) -> History:
    """Return the history of these events, each judged anew.

    Raises:
        ImpossibleEvent: one of them makes no sense after those before it.
    """
    history = History()
    for event in events.values():
        history = history.after(event)
    return history


def without(
    number: int,
    events: Mapping[int, OrganisationEvent],
    present: History,
    links: Collection[Link],
    units: Collection[int],
) -> History:
    """Return the history as it is when one event is taken back.

    Args:
        number: the event's key in ``events``.
        events: all events in the order in which they were recorded.
        present: the history as it stands.
        links: the successions that the event made.
        units: the units that the event concerns; nobody else may notice that it is taken back.

    Raises:
        ImpossibleEvent: others build on the event, or the history is not the one that the events tell.
    """
    if not _tell(events, present):
        raise ImpossibleEvent(Problem.NOT_FROM_EVENTS)
    try:
        history = told({key: event for key, event in events.items() if key != number})
    except ImpossibleEvent as problem:
        raise ImpossibleEvent(Problem.BUILT_UPON, problem.unit) from problem
    if set(history.links) != set(present.links) - set(links):
        raise ImpossibleEvent(Problem.BUILT_UPON)
    for unit, versions in present.versions.items():
        if unit not in units and history.versions.get(unit) != versions:
            raise ImpossibleEvent(Problem.BUILT_UPON, unit)
    return history


def _tell(events: Mapping[int, OrganisationEvent], present: History) -> bool:
    """Whether the events tell the present history; the order in which links are kept says nothing."""
    try:
        history = told(events)
    except ImpossibleEvent:
        return False
    return dict(history.versions) == dict(present.versions) and set(history.links) == set(present.links)
