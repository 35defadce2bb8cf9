"""What happened to a unit, said in a sentence whose units can be followed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import singledispatchmethod
from string import Formatter
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from indsats.organisation.domain.events import Close, Establish, Merge, Move, OrganisationEvent, Rename, Split

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from indsats.organisation.domain.history import History


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of a sentence: plain words, or the name of a unit with its id."""

    text: str
    unit_id: int | None = None


Sentence = tuple[Part, ...]


def in_words(sentence: Sentence) -> str:
    """Return the sentence without its links."""
    return "".join(part.text for part in sentence)


def what_happened(event: OrganisationEvent, unit: int, history: History) -> Sentence:
    """Say what the event meant for the unit: as the one it was about, as one that carries on, or as one below."""
    return _Teller(unit, history, event.on).tell(event)


class _Teller:
    """Tells of one unit on one day; names are those that units had on it, or at last."""

    def __init__(self, unit: int, history: History, on: date) -> None:
        self.unit = unit
        self.history = history
        self.on = on
        self.day_before = on - timedelta(days=1)
        self.before = history.version(unit, self.day_before)
        self.after = history.version(unit, on)

    @singledispatchmethod
    def tell(self, event: OrganisationEvent) -> Sentence:
        raise TypeError(event)

    @tell.register
    def _(self, _event: Establish) -> Sentence:
        if self.after is None or self.after.parent is None:
            return self.say(_("Established."))
        return self.say(_("Established below {parent}."), parent=[self.after.parent])

    @tell.register
    def _(self, event: Rename) -> Sentence:
        if self.before is None:
            return self.say(_("Renamed to “{new}”."), new=event.name)
        if self.before.name == event.name:
            old, new = self.before.short_name or "–", event.short_name or "–"
            return self.say(_("New abbreviation: “{new}” in place of “{old}”."), old=old, new=new)
        return self.say(_("Renamed from “{old}” to “{new}”."), old=self.before.name, new=event.name)

    @tell.register
    def _(self, _event: Move) -> Sentence:
        return self.moved()

    @tell.register
    def _(self, event: Merge) -> Sentence:
        if self.unit in event.units:
            return self.say(_("Merged into {heirs}."), heirs=[event.into])
        if self.unit != event.into:
            return self.moved()
        text = _("Took over {units}.") if event.new is None else _("Established by a merger of {units}.")
        return self.say(text, units=event.units)

    @tell.register
    def _(self, event: Split) -> Sentence:
        if self.unit == event.unit:
            return self.say(_("Split into {heirs}."), heirs=event.into)
        if self.unit not in event.into:
            return self.moved()
        text = (
            _("Took over a part of {unit}.") if event.into[self.unit] is None else _("Established as a part of {unit}.")
        )
        return self.say(text, unit=[event.unit])

    @tell.register
    def _(self, event: Close) -> Sentence:
        if self.after is None:
            return self.say(_("Closed. Carried on by {heirs}."), heirs=self.history.successors(self.unit))
        if self.unit in self.history.successors(event.unit):
            return self.say(_("Took over when {unit} closed."), unit=[event.unit])
        return self.moved()

    def moved(self) -> Sentence:
        if self.before is None or self.after is None or self.before.parent is None or self.after.parent is None:
            return self.say(_("Moved."))
        return self.say(_("Moved from {old} to {new}."), old=[self.before.parent], new=[self.after.parent])

    def say(self, pattern: str, **values: Iterable[int] | str) -> Sentence:
        return tuple(self.parts(pattern, values))

    def parts(self, pattern: str, values: dict[str, Iterable[int] | str]) -> Iterator[Part]:
        for words, name, _spec, _conversion in Formatter().parse(pattern):
            if words:
                yield Part(words)
            if name:
                value = values[name]
                yield from [Part(value)] if isinstance(value, str) else self.units(tuple(value))

    def units(self, units: tuple[int, ...]) -> Iterator[Part]:
        for place, unit in enumerate(units):
            if place:
                yield Part(_(" and ") if place == len(units) - 1 else ", ")
            yield Part(name_at(self.history, unit, self.on), unit)


def name_at(history: History, unit: int, on: date) -> str:
    """Return what the unit was called on the day, or at last before it, or at first after it."""
    versions = history.versions.get(unit, ())
    began = [version for version in versions if version.valid_from <= on] or versions[:1]
    return began[-1].name if began else ""
