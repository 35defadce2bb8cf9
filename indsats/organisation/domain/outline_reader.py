"""Reading the rows of an organisation's file, with everything that is wrong in them told at once."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any, TypeVar

from django.utils.translation import gettext_lazy as _

from indsats.organisation.domain.outline import (
    CommitteeRow,
    Complaint,
    EventRow,
    Outline,
    PersonRow,
    UnitRow,
    WrongOutline,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from django_stubs_ext import StrOrPromise

PARTS = ("units", "events", "committees", "people")
HEIRS = {"rename": range(1), "move": range(1, 2), "merge": range(1, 2), "split": range(1, 100), "close": range(100)}
LABELS: Mapping[str, StrOrPromise] = {
    "key": _("Key"),
    "kind": _("Kind"),
    "name": _("Name"),
    "text": _("Name"),
    "parent": _("Belongs to"),
    "unit": _("Unit"),
    "email": _("E-mail"),
    "role": _("Role"),
    "on": _("Date"),
    "valid_from": _("From"),
    "valid_to": _("Until and including"),
}
Row = TypeVar("Row")


def read_outline(data: Mapping[str, Any], words: Mapping[str, Collection[str]]) -> Outline:
    """Read and check every row; ``words`` are the known kinds of unit, event and alias, and the roles.

    Raises:
        WrongOutline: some rows are wrong; it holds what is wrong with each.
    """
    reader = _Reader(words)
    outline = Outline(
        tuple(reader.rows(data, "units", reader.unit)),
        tuple(sorted(reader.rows(data, "events", reader.event), key=lambda event: event.on)),
        tuple(_parents_first(reader.rows(data, "committees", reader.committee))),
        tuple(reader.rows(data, "people", reader.person)),
    )
    if not reader.complaints:
        reader.check_references(outline)
    if reader.complaints:
        raise WrongOutline(sorted(reader.complaints, key=lambda each: (PARTS.index(each.part), each.row)))
    return outline


def _parents_first(rows: Iterable[CommitteeRow]) -> Iterator[CommitteeRow]:
    waiting = list(rows)
    placed: set[str | None] = {None, *({row.parent for row in waiting} - {row.key for row in waiting})}
    while waiting:
        ready = [row for row in waiting if row.parent in placed] or waiting
        yield from ready
        placed |= {row.key for row in ready}
        waiting = [row for row in waiting if row not in ready]


class _Wrong(Exception):
    """One thing that is wrong with the row being read."""

    def __init__(self, text: StrOrPromise) -> None:
        super().__init__(text)
        self.text = text


class _Reader:
    """Reads rows and keeps what is wrong with them."""

    def __init__(self, words: Mapping[str, Collection[str]]) -> None:
        self.words = words
        self.complaints: list[Complaint] = []

    def rows(self, data: Mapping[str, Any], part: str, read: Callable[[int, Mapping[str, Any]], Row]) -> Iterator[Row]:
        for place, values in enumerate(data.get(part, ()), start=1):
            row = values.get("row", place)
            try:
                yield read(row, values)
            except _Wrong as wrong:
                self.complaints.append(Complaint(part, row, wrong.text))

    def unit(self, row: int, values: Mapping[str, Any], on: date | None = None) -> UnitRow:
        return UnitRow(
            row,
            key=_text(values, "key"),
            kind=self.word(values, "kind", "unit_kinds"),
            name=_text(values, "name"),
            parent=values.get("parent") or None,
            short_name=values.get("short_name") or "",
            valid_from=on or _day(values, "valid_from"),
            aliases=tuple(
                (_text(each, "text"), self.word(each, "kind", "alias_kinds")) for each in values.get("aliases", ())
            ),
            codes=values.get("codes") or {},
        )

    def event(self, row: int, values: Mapping[str, Any]) -> EventRow:
        into = values.get("into") or ()
        parts = into if isinstance(into, list | tuple) else (into,)
        on = _day(values, "on")
        kind = self.word(values, "kind", "event_kinds")
        if len(parts) not in HEIRS[kind]:
            raise _Wrong(
                _("Write under “Becomes” which units carry on: the one it moves to or merges into, or the parts.")
            )
        if kind not in ("merge", "split") and not all(isinstance(part, str) for part in parts):
            raise _Wrong(_("Only a merger or a split establishes units. Write the key of a unit that exists."))
        return EventRow(
            row,
            kind=kind,
            on=on,
            units=tuple(values.get("units") or (_text(values, "unit"),)),
            into=tuple(part if isinstance(part, str) else _text(part, "key") for part in parts),
            new=tuple(self.unit(row, part, on) for part in parts if not isinstance(part, str)),
            moves=values.get("moves") or {},
            name=values.get("name") or "",
            short_name=values.get("short_name") or "",
            along=bool(values.get("along")),
            note=values.get("note") or "",
        )

    def committee(self, row: int, values: Mapping[str, Any]) -> CommitteeRow:
        return CommitteeRow(
            row,
            key=_text(values, "key"),
            name=_text(values, "name"),
            unit=_text(values, "unit"),
            parent=values.get("parent") or None,
        )

    def person(self, row: int, values: Mapping[str, Any]) -> PersonRow:
        return PersonRow(
            row,
            email=_text(values, "email").lower(),
            name=_text(values, "name"),
            role=self.word(values, "role", "roles"),
            unit=_text(values, "unit"),
            valid_from=_day(values, "valid_from"),
            valid_to=_day(values, "valid_to") if values.get("valid_to") else None,
            committee=values.get("committee") or None,
            demo=bool(values.get("demo")),
        )

    def word(self, values: Mapping[str, Any], name: str, known: str) -> str:
        text = _text(values, name)
        if text not in self.words[known]:
            raise _Wrong(
                _("“%(text)s” is not known as %(name)s. Write one of: %(known)s.")
                % {"text": text, "name": _label(name), "known": ", ".join(self.words[known])}
            )
        return text

    def check_references(self, outline: Outline) -> None:
        """Complain of rows that name what no row establishes, and of keys that two rows have."""
        units: set[str] = set()
        for part, row, key in _established(outline):
            self.unless(key not in units, part, row, _("There are two units with the key %(key)s."), key)
            units.add(key)
        committees: set[str] = set()
        for body in outline.committees:
            self.unless(
                body.key not in committees,
                "committees",
                body.row,
                _("There are two committees with the key %(key)s."),
                body.key,
            )
            committees.add(body.key)
        for part, row, key in _named_units(outline):
            self.unless(key in units, part, row, _("There is no unit with the key %(key)s."), key)
        for part, row, key in _named_committees(outline):
            self.unless(key in committees, part, row, _("There is no committee with the key %(key)s."), key)

    def unless(self, right: bool, part: str, row: int, text: StrOrPromise, key: str) -> None:  # noqa: FBT001 -- reads as a sentence
        if not right:
            self.complaints.append(Complaint(part, row, text % {"key": key}))


def _established(outline: Outline) -> Iterator[tuple[str, int, str]]:
    yield from (("units", unit.row, unit.key) for unit in outline.units)
    yield from (("events", event.row, unit.key) for event in outline.events for unit in event.new)


def _named_units(outline: Outline) -> Iterator[tuple[str, int, str]]:
    yield from (("units", unit.row, unit.parent) for unit in outline.units if unit.parent)
    for event in outline.events:
        above = [unit.parent for unit in event.new if unit.parent]
        for key in dict.fromkeys((*event.units, *event.into, *event.moves, *event.moves.values(), *above)):
            yield "events", event.row, key
    yield from (("committees", body.row, body.unit) for body in outline.committees)
    yield from (("people", person.row, person.unit) for person in outline.people)


def _named_committees(outline: Outline) -> Iterator[tuple[str, int, str]]:
    yield from (("committees", body.row, body.parent) for body in outline.committees if body.parent)
    yield from (("people", person.row, person.committee) for person in outline.people if person.committee)


def _label(name: str) -> StrOrPromise:
    return LABELS.get(name, name)


def _text(values: Mapping[str, Any], name: str) -> str:
    text = str(values.get(name) or "").strip()
    if not text:
        raise _Wrong(_("Nothing is written under %(name)s.") % {"name": _label(name)})
    return text


def _day(values: Mapping[str, Any], name: str) -> date:
    value = values.get(name)
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise _Wrong(
            _("“%(value)s” under %(name)s is not a date. Write it as 2026-03-01.")
            % {"value": value, "name": _label(name)}
        ) from None
