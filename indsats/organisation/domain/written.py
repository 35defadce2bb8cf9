"""An event in writing: plain words and numbers that a database can keep, and the event read back from them."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import TYPE_CHECKING, Any

from indsats.organisation.domain.events import Close, Establish, Merge, Move, OrganisationEvent, Place, Rename, Split

if TYPE_CHECKING:
    from collections.abc import Mapping

_EVENTS: dict[str, type[OrganisationEvent]] = {
    "establish": Establish,
    "rename": Rename,
    "move": Move,
    "merge": Merge,
    "split": Split,
    "close": Close,
}


def as_words(event: OrganisationEvent) -> dict[str, Any]:
    """Return the event as JSON values, its kind among them."""
    kind = next(kind for kind, made in _EVENTS.items() if isinstance(event, made))
    return {"event": kind} | {name: _plain(value) for name, value in asdict(event).items()}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {str(key): _plain(each) for key, each in value.items()}
    return list(value) if isinstance(value, tuple) else value


def from_words(words: Mapping[str, Any]) -> OrganisationEvent:
    """Return the event that was written: the inverse of ``as_words``."""
    fields = dict(words)
    made = _EVENTS[fields.pop("event")]
    fields["on"] = date.fromisoformat(fields["on"])
    if "moves" in fields:
        fields["moves"] = {int(unit): parent for unit, parent in fields["moves"].items()}
    for name in ("units", "successors"):
        if name in fields:
            fields[name] = tuple(fields[name])
    for name in ("place", "new"):
        if fields.get(name) is not None:
            fields[name] = Place(**fields[name])
    if made is Split:
        fields["into"] = {int(unit): place and Place(**place) for unit, place in fields["into"].items()}
    return made(**fields)
