"""Building a whole organisation from a file: units, what happened to them since, MED bodies, people and their roles.

Everything passes through the same verbs that a person uses. What is there already is left as it is, so that the same
file can be built from again; one wrong row, and nothing is kept.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError

from indsats.accounts.models import User
from indsats.accounts.services import create_user
from indsats.organisation.domain.names import fold
from indsats.organisation.domain.outline import Complaint, UnitRow, WrongOutline
from indsats.organisation.domain.outline_reader import read_outline
from indsats.organisation.domain.problems import ImpossibleEvent, Problem
from indsats.organisation.models import Mandate, MedCommittee, Unit, UnitAlias, UnitEvent
from indsats.organisation.services.chronicle import many_events
from indsats.organisation.services.committees import establish_committee
from indsats.organisation.services.events import (
    NewUnit,
    close_unit,
    establish_unit,
    merge_units,
    move_unit,
    rename_unit,
    split_unit,
)
from indsats.organisation.services.mandates import grant_mandate
from indsats.organisation.services.names import add_alias

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date, datetime

    from indsats.organisation.domain.outline import EventRow, Outline, PersonRow

WORDS = {
    "unit_kinds": Unit.Kind.values,
    "event_kinds": [kind for kind in UnitEvent.Kind.values if kind != UnitEvent.Kind.ESTABLISH],
    "alias_kinds": UnitAlias.Kind.values,
    "roles": Mandate.Role.values,
}


@dataclass(frozen=True, slots=True)
class Login:
    """The login that is shown for a role in the demo."""

    role: str
    name: str
    email: str


@dataclass(frozen=True, slots=True)
class Built:
    """How many of each were new, and the logins to show."""

    units: int
    events: int
    committees: int
    people: int
    mandates: int
    logins: tuple[Login, ...]


def build_organisation(
    *, data: Mapping[str, Any], at: datetime, password: str | None = None, demo_logins: bool = True
) -> Built:
    """Build what is not there yet, in one transaction, and return what was new.

    Args:
        data: the parts ``units``, ``events``, ``committees`` and ``people``, each a list of rows.
        at: the time that the log shows.
        password: what everybody signs in with; without one they can only come in by the region's sign-on.
        demo_logins: whether the accounts are the demo's, which work nowhere else.

    Raises:
        WrongOutline: rows are wrong, with a sentence for each; nothing is kept.
    """
    outline = read_outline(data, WORDS)
    with many_events():
        builder = _Builder(outline, at)
        builder.happen()
        builder.name_units()
        builder.set_up_committees()
        builder.sign_up_people(make_password(password), demo=demo_logins)
        builder.grant_roles()
    logins = tuple(Login(person.role, person.name, person.email) for person in outline.people if person.demo)
    return Built(**builder.new, logins=logins)


@contextmanager
def _row(part: str, row: int) -> Iterator[None]:
    """Say which row it was that could not be built."""
    try:
        yield
    except ImpossibleEvent as problem:
        raise WrongOutline([Complaint(part, row, str(problem))]) from problem
    except ValidationError as error:
        raise WrongOutline([Complaint(part, row, text) for text in error.messages]) from error


class _Builder:
    """Builds the rows that are not there yet; looks up once what is there."""

    def __init__(self, outline: Outline, at: datetime) -> None:
        self.outline = outline
        self.at = at
        self.new = dict.fromkeys(("units", "events", "committees", "people", "mandates"), 0)
        self.units = {unit.key: unit for unit in Unit.objects.order_by("pk")}
        self.committees = {body.key: body for body in MedCommittee.objects.order_by("pk")}
        self.users: dict[str, User] = {}

    def happen(self) -> None:
        """Establish units and let events happen, in the order of their days.

        On one day, a unit below one that an event establishes comes after the events, the others before.
        """
        by_events = {unit.key for event in self.outline.events for unit in event.new}
        days: list[tuple[tuple[date, int], UnitRow | EventRow]] = [
            *(((unit.valid_from, 2 if unit.parent in by_events else 0), unit) for unit in self.outline.units),
            *(((event.on, 1), event) for event in self.outline.events),
        ]
        happened = _happened()
        for _, row in sorted(days, key=lambda day: day[0]):
            if isinstance(row, UnitRow):
                self.establish(row)
            elif (row.kind, row.on, frozenset(row.units)) not in happened:
                self.event(row)

    def unit(self, key: str) -> Unit:
        """Return the unit with this key.

        Raises:
            ImpossibleEvent: the rows establish it later than it is asked for.
        """
        if key not in self.units:
            raise ImpossibleEvent(Problem.NOT_OPEN)
        return self.units[key]

    def establish(self, row: UnitRow) -> None:
        if row.key in self.units:
            return
        with _row("units", row.row):
            self.units[row.key] = establish_unit(new=self.unit_of(row), on=row.valid_from, by=None, at=self.at)
            self.new["units"] += 1

    def unit_of(self, row: UnitRow) -> NewUnit:
        parent = self.unit(row.parent) if row.parent else None
        return NewUnit(row.key, row.kind, row.name, parent, row.short_name, row.codes)

    def event(self, row: EventRow) -> None:
        """Let it happen: the file's kinds are the verbs of the organisation."""
        with _row("events", row.row):
            made = _VERBS[row.kind](self, row)
            self.units |= {unit.key: unit for unit in made}
            self.new["events"] += 1

    def heirs(self, row: EventRow) -> list[Unit | NewUnit]:
        """Return those that carry on, in the order of the file: units that exist, and units to establish."""
        new = {unit.key: self.unit_of(unit) for unit in row.new}
        return [new.get(key) or self.unit(key) for key in row.into]

    def moves(self, row: EventRow) -> dict[int, Unit]:
        return {self.unit(unit).pk: self.unit(parent) for unit, parent in row.moves.items() if parent in self.units}

    def name_units(self) -> None:
        """Give the units the other names that documents use for them."""
        known = set(UnitAlias.objects.values_list("unit_id", "folded"))
        for row in self.outline.units:
            unit = self.unit(row.key)
            with _row("units", row.row):
                for text, kind in row.aliases:
                    if (unit.pk, fold(text)) not in known:
                        add_alias(unit=unit, text=text, kind=kind, by=None, at=self.at)

    def set_up_committees(self) -> None:
        for row in self.outline.committees:
            if row.key in self.committees:
                continue
            with _row("committees", row.row):
                self.committees[row.key] = establish_committee(
                    key=row.key,
                    name=row.name,
                    unit=self.unit(row.unit),
                    parent=self.committees[row.parent] if row.parent else None,
                    by=None,
                    at=self.at,
                )
                self.new["committees"] += 1

    def sign_up_people(self, password: str, *, demo: bool) -> None:
        """Make an account for everybody without one. The password is hashed once: it is the same for all."""
        addresses = {row.email for row in self.outline.people}
        self.users = {user.email: user for user in User.objects.filter(email__in=addresses)}
        for row in self.outline.people:
            if row.email not in self.users:
                with _row("people", row.row):
                    self.users[row.email] = _sign_up(row, password, demo=demo, at=self.at)
                    self.new["people"] += 1

    def grant_roles(self) -> None:
        held = set(Mandate.objects.values_list("user__email", "role", "unit__key", "valid_from"))
        for row in self.outline.people:
            if (row.email, row.role, row.unit, row.valid_from) in held:
                continue
            with _row("people", row.row):
                grant_mandate(
                    user=self.users[row.email],
                    role=row.role,
                    unit=self.unit(row.unit),
                    committee=self.committees[row.committee] if row.committee else None,
                    valid_from=row.valid_from,
                    valid_to=row.valid_to,
                    by=None,
                    at=self.at,
                )
                self.new["mandates"] += 1


def _happened() -> set[tuple[str, date, frozenset[str]]]:
    """Return what the chronicle holds already: the kind and day of each event, and the units that it happened to."""
    keys = dict(Unit.objects.values_list("pk", "key"))
    events = UnitEvent.objects.order_by("pk").values_list("kind", "on", "details")
    return {
        (kind, on, frozenset(keys[unit] for unit in details.get("units") or [details["unit"]]))
        for kind, on, details in events
        if details and kind != UnitEvent.Kind.ESTABLISH
    }


def _sign_up(row: PersonRow, hashed: str, *, demo: bool, at: datetime) -> User:
    user = create_user(email=row.email, name=row.name, password=None, by=None, at=at, is_demo=demo)
    user.password = hashed
    user.save(update_fields=["password"])
    return user


def _rename(builder: _Builder, row: EventRow) -> list[Unit]:
    unit = builder.unit(row.units[0])
    return [
        rename_unit(
            unit=unit, on=row.on, name=row.name, short_name=row.short_name, by=None, note=row.note, at=builder.at
        )
    ]


def _move(builder: _Builder, row: EventRow) -> list[Unit]:
    unit, parent = builder.unit(row.units[0]), builder.unit(row.into[0])
    return [move_unit(unit=unit, on=row.on, parent=parent, by=None, note=row.note, at=builder.at)]


def _merge(builder: _Builder, row: EventRow) -> list[Unit]:
    units = [builder.unit(key) for key in row.units]
    (heir,) = builder.heirs(row)
    moves = builder.moves(row)
    return [merge_units(units=units, into=heir, on=row.on, by=None, moves=moves, note=row.note, at=builder.at)]


def _split(builder: _Builder, row: EventRow) -> list[Unit]:
    unit = builder.unit(row.units[0])
    moves = {builder.unit(child).pk: parent for child, parent in row.moves.items()}
    heirs = builder.heirs(row)
    return split_unit(unit=unit, into=heirs, on=row.on, by=None, moves=moves, note=row.note, at=builder.at)


def _close(builder: _Builder, row: EventRow) -> list[Unit]:
    unit = builder.unit(row.units[0])
    heirs = [builder.unit(key) for key in row.into]
    moves = builder.moves(row)
    return [
        close_unit(
            unit=unit,
            on=row.on,
            by=None,
            successors=heirs,
            moves=moves,
            along=row.along,
            note=row.note,
            at=builder.at,
        )
    ]


_VERBS = {"rename": _rename, "move": _move, "merge": _merge, "split": _split, "close": _close}
