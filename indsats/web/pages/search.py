"""Searching everywhere at once: the best of each kind, and the way to the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _

from indsats.initiatives.models import Initiative, Programme
from indsats.intake.models import Document
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from indsats.accounts.models import User

SHOWN = 8
LONGEST_QUESTION = 200


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found. ``light`` is its status, where it has one."""

    title: str
    url: str
    about: str = ""
    light: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """What was found of one kind: the first few, how many in all, and where all are."""

    title: str
    hits: tuple[Hit, ...]
    count: int
    url: str = ""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """What the words found. Every word must be there, in any order, whatever its case."""

    words: str
    kinds: tuple[Kind, ...]

    @property
    def count(self) -> int:
        """How many things were found in all."""
        return sum(kind.count for kind in self.kinds)

    @classmethod
    def build(cls, words: str, *, viewer: User, on: date) -> SearchPage:
        """Search what the person may see."""
        asked = " ".join(words.split())[:LONGEST_QUESTION]
        if not asked:
            return cls("", ())
        found = (_initiatives(asked, viewer), _programmes(asked, viewer), _units(asked, on), _documents(asked, viewer))
        return cls(asked, tuple(kind for kind in found if kind.count))


def _initiatives(words: str, viewer: User) -> Kind:
    found = Initiative.objects.visible_to(viewer).published().containing(words).with_unit_name()
    rows = found.order_by("title", "pk")[:SHOWN]
    hits = tuple(
        Hit(each.title, each.get_absolute_url(), getattr(each, "unit_name", "") or "", each.light) for each in rows
    )
    return Kind(_("Initiatives"), hits, found.count(), f"{reverse('initiatives:portfolio')}?{urlencode({'q': words})}")


def _programmes(words: str, viewer: User) -> Kind:
    titles = Programme.objects.visible_to(viewer).order_by("title", "pk").values_list("pk", "title")
    found = [Hit(title, reverse("initiatives:programme", args=[pk])) for pk, title in titles if _fits(words, title)]
    return Kind(_("Programmes"), tuple(found[:SHOWN]), len(found))


def _units(words: str, on: date) -> Kind:
    tree = tree_as_of(on)
    fitting = [unit for unit in tree if _fits(words, f"{tree.name(unit)} {tree.short_name(unit)}")]
    found = [
        Hit(tree.name(unit), reverse("organisation:unit", args=[unit]), ", ".join(tree.path(unit)[:-1]))
        for unit in fitting
    ]
    return Kind(_("Units"), tuple(found[:SHOWN]), len(found))


def _documents(words: str, viewer: User) -> Kind:
    titles = Document.objects.visible_to(viewer).order_by("title", "pk").values_list("pk", "title")
    found = [Hit(title, reverse("intake:document", args=[pk])) for pk, title in titles if _fits(words, title)]
    return Kind(_("Documents"), tuple(found[:SHOWN]), len(found))


def _fits(words: str, text: str) -> bool:
    """Whether every word stands in the text; in Python, for not every database knows that Ø is a large ø."""
    folded = text.casefold()
    return all(word in folded for word in _each(words))


def _each(words: str) -> Iterable[str]:
    return words.casefold().split()
