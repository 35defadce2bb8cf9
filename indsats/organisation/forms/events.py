"""Recording what happens to units: one form an event, each about one unit.

``arguments()`` gives the service's arguments once the form is valid; what may happen is for the domain to judge.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django import forms
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from indsats.foundation.ui.forms import DayInput
from indsats.organisation.forms.people import WRONG_DAY
from indsats.organisation.models import Unit, UnitAlias
from indsats.organisation.services.events import NewUnit
from indsats.organisation.services.keys import fresh_key
from indsats.organisation.services.trees import INDENT

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import date

    from indsats.organisation.domain.history import History
    from indsats.organisation.domain.tree import Tree

PARTS = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class About:
    """The unit that an event is about, the tree that it is in, and the units that the reader administers."""

    unit: Unit
    tree: Tree
    history: History
    within: frozenset[int]
    today: date


class EventForm(forms.Form):
    """When it takes effect and why; the rest differs."""

    on = forms.DateField(
        label=_("Takes effect on"),
        widget=DayInput,
        error_messages=WRONG_DAY,
        help_text=_("From the beginning of that day. A day to come is fine."),
    )
    note = forms.CharField(
        label=_("Why"), max_length=1000, required=False, help_text=_("Is shown among what has happened to the unit.")
    )

    def __init__(self, *args: Any, about: About, **kwargs: Any) -> None:  # noqa: ANN401 -- the rest is Django's own
        super().__init__(*args, **kwargs)
        self.unit = about.unit
        self.tree = about.tree
        self.history = about.history
        self.within = about.within
        self.today = about.today
        self.prepare()
        self.order_fields([*(name for name in self.fields if name not in ("on", "note")), "on", "note"])

    def prepare(self) -> None:
        """Fill in what depends on the unit."""

    def arguments(self) -> dict[str, Any]:
        """Return what the service needs beside the day, the reason and who asks."""
        raise TypeError(self)

    def named(self) -> str:
        """Return what the unit is called."""
        return self.tree.name(self.unit.pk)

    def day(self) -> date:
        """Return the day that was written, or today."""
        written = getattr(self, "cleaned_data", {}).get("on")
        return written or self.today

    def choices(self, *, without: Iterable[int] = ()) -> list[tuple[str, str]]:
        """Return the units to choose from: those the reader administers, and those that open later."""
        left_out = frozenset(without)
        now = [
            (str(unit), INDENT * len(self.tree.ancestors(unit)) + self.tree.name(unit))
            for unit in self.tree
            if unit in self.within and unit not in left_out
        ]
        later = [
            (str(first.unit), gettext("%(name)s (opens %(day)s)") % {"name": first.name, "day": day})
            for first in self.history.first_versions()
            if first.valid_from > self.today and first.unit not in left_out
            for day in [date_format(first.valid_from, "j. F Y")]
        ]
        return [("", ""), *now, *later]

    def offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        """Let a field choose among these."""
        cast("forms.ChoiceField", self.fields[name]).choices = choices

    def beside(self) -> list[tuple[str, str]]:
        """Return the units that lie beside this one."""
        parent = self.tree.node(self.unit.pk).parent_id
        siblings = self.tree.children(parent) if parent is not None else ()
        return [(str(unit), self.tree.name(unit)) for unit in siblings if unit != self.unit.pk and unit in self.within]

    def units(self, *names: str) -> list[Unit]:
        """Return the units that were chosen in these fields, each once."""
        chosen: list[str] = []
        for name in names:
            value = self.cleaned_data.get(name)
            chosen += value if isinstance(value, list) else filter(None, [value])
        found = Unit.objects.in_bulk([int(pk) for pk in dict.fromkeys(chosen)])
        return [found[int(pk)] for pk in dict.fromkeys(chosen)]

    def above(self) -> Unit | None:
        """Return the unit above this one."""
        parent = self.tree.node(self.unit.pk).parent_id
        return Unit.objects.filter(pk=parent).first() if parent else None

    def new(self, name: str, short_name: str, kind: str, above: Unit | None, keys: Collection[str] = ()) -> NewUnit:
        """Return a unit to establish, with a key of its own beside those that were just given."""
        return NewUnit(fresh_key(name, above, keys), kind, name, above, short_name)


class EstablishForm(EventForm):
    """A new unit below this one."""

    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=[("", ""), *Unit.Kind.choices])

    def arguments(self) -> dict[str, Any]:
        """Say what is established."""
        given = self.cleaned_data
        return {"new": self.new(given["name"], given["short_name"], given["kind"], self.unit)}


class RenameForm(EventForm):
    """Another name, another abbreviation or both."""

    name = forms.CharField(label=_("Name"), max_length=200)
    short_name = forms.CharField(label=_("Abbreviation"), max_length=30, required=False)

    def prepare(self) -> None:
        """Begin with what it is called now."""
        node = self.tree.node(self.unit.pk)
        self.initial = {"name": node.name, "short_name": node.short_name, **self.initial}

    def arguments(self) -> dict[str, Any]:
        """Say what it is called from then on."""
        given = self.cleaned_data
        return {"unit": self.unit, "name": given["name"], "short_name": given["short_name"]}


class MoveForm(EventForm):
    """Another unit above."""

    parent = forms.ChoiceField(label=_("Belongs to"), help_text=_("What lies below moves along."))

    def prepare(self) -> None:
        """Offer all units but itself and those below it."""
        self.offer("parent", self.choices(without=self.tree.descendants(self.unit.pk)))

    def arguments(self) -> dict[str, Any]:
        """Say where it belongs from then on."""
        return {"unit": self.unit, "parent": self.units("parent")[0]}


class MergeForm(EventForm):
    """This unit and others become one."""

    beside_it = forms.MultipleChoiceField(label=_("Merge with"), required=False, widget=forms.CheckboxSelectMultiple)
    elsewhere = forms.ChoiceField(label=_("Merge with a unit elsewhere"), required=False)
    into = forms.ChoiceField(
        label=_("Who carries on"), required=False, help_text=_("Leave it empty when a new unit carries on.")
    )
    name = forms.CharField(label=_("Name of the new unit"), max_length=200, required=False)
    short_name = forms.CharField(label=_("Abbreviation of the new unit"), max_length=30, required=False)

    def prepare(self) -> None:
        """Offer those beside it first."""
        self.offer("beside_it", self.beside())
        self.offer("elsewhere", self.choices(without=[self.unit.pk]))
        self.offer("into", self.choices())
        if not self.beside():
            del self.fields["beside_it"]

    def clean(self) -> dict[str, Any]:
        """Ask for the name of a new unit."""
        cleaned = super().clean() or {}
        if not cleaned.get("into") and not cleaned.get("name", "").strip():
            self.add_error("name", _("Choose who carries on, or write the name of the new unit."))
        return cleaned

    def arguments(self) -> dict[str, Any]:
        """Say who merges into whom; who carries on does not close."""
        heir: Unit | NewUnit
        if carries_on := self.units("into"):
            heir = carries_on[0]
        else:
            given = self.cleaned_data
            heir = self.new(given["name"], given["short_name"], self.unit.kind, self.above())
        units = [unit for unit in [self.unit, *self.units("beside_it", "elsewhere")] if unit != heir]
        return {"units": units, "into": heir}


class SplitForm(EventForm):
    """This unit becomes several new ones, beside each other."""

    def prepare(self) -> None:
        """Ask for the parts, and for each unit below which part it follows."""
        for part in PARTS:
            needed = part <= 2  # noqa: PLR2004 -- a split has at least two parts
            number = {"number": part}
            self.fields[f"name_{part}"] = forms.CharField(
                label=gettext("Part %(number)d: name") % number, max_length=200, required=needed
            )
            self.fields[f"short_{part}"] = forms.CharField(
                label=gettext("Part %(number)d: abbreviation") % number, max_length=30, required=False
            )
        parts = [("", ""), *((str(part), gettext("Part %(number)d") % {"number": part}) for part in PARTS)]
        for child in self.tree.children(self.unit.pk):
            label = gettext("%(unit)s follows") % {"unit": self.tree.name(child)}
            self.fields[f"child_{child}"] = forms.ChoiceField(label=label, choices=parts)

    def clean(self) -> dict[str, Any]:
        """A unit below can only follow a part that has a name."""
        cleaned = super().clean() or {}
        for child in self.tree.children(self.unit.pk):
            part = cleaned.get(f"child_{child}")
            if part and not cleaned.get(f"name_{part}"):
                self.add_error(f"child_{child}", _("That part has no name. Choose one that has."))
        return cleaned

    def arguments(self) -> dict[str, Any]:
        """Say which parts there are and who follows which."""
        given, above = self.cleaned_data, self.above()
        parts: dict[str, NewUnit] = {}
        for part in (str(part) for part in PARTS if given[f"name_{part}"]):
            keys = [other.key for other in parts.values()]
            parts[part] = self.new(given[f"name_{part}"], given[f"short_{part}"], self.unit.kind, above, keys)
        children = self.tree.children(self.unit.pk)
        moves = {child: parts[given[f"child_{child}"]].key for child in children}
        return {"unit": self.unit, "into": list(parts.values()), "moves": moves}


class CloseForm(EventForm):
    """This unit closes."""

    beside_it = forms.MultipleChoiceField(label=_("Carried on by"), required=False, widget=forms.CheckboxSelectMultiple)
    elsewhere = forms.ChoiceField(
        label=_("Carried on by a unit elsewhere"),
        required=False,
        help_text=_("When none is chosen, the unit above carries on."),
    )

    def prepare(self) -> None:
        """Ask for each unit below whether it closes along or goes elsewhere."""
        self.offer("beside_it", self.beside())
        if not self.beside():
            del self.fields["beside_it"]
        closing = self.tree.descendants(self.unit.pk)
        others = self.choices(without=closing)
        self.offer("elsewhere", others)
        for child in self.tree.children(self.unit.pk):
            label = gettext("%(unit)s moves to") % {"unit": self.tree.name(child)}
            field = forms.ChoiceField(label=label, required=False, choices=others)
            field.help_text = gettext("Leave it empty when it closes along.")
            self.fields[f"child_{child}"] = field

    def arguments(self) -> dict[str, Any]:
        """Say who carries on, who moves, and that the others close along."""
        children = self.tree.children(self.unit.pk)
        moves = {child: parent for child in children for parent in self.units(f"child_{child}")}
        return {
            "unit": self.unit,
            "successors": self.units("beside_it", "elsewhere"),
            "moves": moves,
            "along": True,
        }


class AliasForm(forms.Form):
    """Another name that documents use for a unit."""

    text = forms.CharField(label=_("Name"), max_length=200)
    kind = forms.ChoiceField(label=_("What it is"), choices=[("", ""), *UnitAlias.Kind.choices])


class TakeBackForm(forms.Form):
    """Why an event is taken back."""

    why = forms.CharField(label=_("What was wrong"), max_length=500, help_text=_("Is kept in the log."))
