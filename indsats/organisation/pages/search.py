"""Finding units by any name that they have or had."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from indsats.organisation.domain.names import fold
from indsats.organisation.models import Unit, UnitAlias

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from indsats.organisation.domain.history import History, Version
    from indsats.organisation.domain.tree import Tree


@dataclass(frozen=True, slots=True)
class Hit:
    """A unit that was found. ``why`` says by what, where it is not the name that is shown."""

    id: int
    name: str
    short_name: str
    kind: str
    path: tuple[str, ...]
    why: str
    is_open: bool
    rank: int


def found(query: str, history: History, tree: Tree, on: date) -> tuple[Hit, ...]:
    """Return the units that go, or once went, by the text: those whose whole name it is first, closed ones last."""
    search = _Search(fold(query), history, tree, on)
    hits = (search.hit(unit) for unit in history.versions) if search.asked else ()
    return tuple(sorted((hit for hit in hits if hit), key=lambda hit: (hit.rank, hit.name.casefold(), hit.id)))


class _Search:
    """One question about the names of one day."""

    def __init__(self, asked: str, history: History, tree: Tree, on: date) -> None:
        self.asked = asked
        self.history = history
        self.tree = tree
        self.on = on
        self.kinds = dict(Unit.objects.values_list("pk", "kind"))
        self.aliases: dict[int, list[str]] = defaultdict(list)
        for unit, text in UnitAlias.objects.values_list("unit_id", "text"):
            self.aliases[unit].append(text)

    def hit(self, unit: int) -> Hit | None:
        """Return the unit if one of its names has the text in it."""
        began = [version for version in self.history.versions[unit] if version.valid_from <= self.on]
        matches = [(order, name, why) for order, name, why in self.names(unit, began) if self.asked in fold(name)]
        if not matches:
            return None
        _order, name, why = min(matches, key=lambda match: (fold(match[1]) != self.asked, match[0]))
        is_open = unit in self.tree
        return Hit(
            id=unit,
            name=began[-1].name,
            short_name=began[-1].short_name,
            kind=str(Unit.Kind(self.kinds[unit]).label),
            path=self.tree.path(unit)[:-1] if is_open else (),
            why=why if is_open else self.closed(unit),
            is_open=is_open,
            rank=(fold(name) != self.asked) + (0 if is_open else 2),
        )

    def names(self, unit: int, began: list[Version]) -> Iterator[tuple[int, str, str]]:
        """Yield every name with its order, and what to say where it is not the one that is shown."""
        for version in began[-1:]:
            yield 0, version.name, ""
            yield 1, version.short_name, ""
        for version in reversed(began[:-1]):
            for name in (version.name, version.short_name):
                yield 2, name, _("formerly %(name)s") % {"name": name}
        for name in self.aliases[unit] if began else ():
            yield 3, name, _("also called %(name)s") % {"name": name}

    def closed(self, unit: int) -> str:
        """Say when the unit closed and who carries it on that day."""
        heirs = (self.history.version(heir, self.on) for heir in self.history.shares(unit, self.on))
        names = _(" and ").join(sorted(version.name for version in heirs if version))
        day = date_format(self.history.versions[unit][-1].valid_to or self.on, "j. F Y")
        return _("closed %(day)s, carried on by %(names)s") % {"day": day, "names": names}
