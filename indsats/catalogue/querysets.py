"""Reads of the catalogue, as sentences."""

from __future__ import annotations

from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING, Any, Self

from django.db import models
from django.db.models import Case, Count, F, OuterRef, Q, Subquery, Sum, Value, When
from django.db.models.functions import Coalesce

from indsats.initiatives.models import Initiative, Programme
from indsats.initiatives.querysets import InitiativeQuerySet

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from indsats.accounts.models import User
    from indsats.catalogue.models import Posting  # noqa: F401 -- the model this is a queryset of
    from indsats.language.queries import Query, Sought

_BY_TITLE = ("title_key", "title", "pk")


class PostingQuerySet(models.QuerySet["Posting"]):
    """The terms that initiatives are found by."""

    def of_terms(self, terms: Iterable[str]) -> Self:
        """Only these terms."""
        return self.filter(term__in=tuple(terms))

    def holders(self) -> dict[str, int]:
        """Return how many initiatives hold each of the terms."""
        return dict(self.order_by().values_list("term").annotate(Count("entry")))


class InspirationQuerySet(InitiativeQuerySet):
    """Published initiatives, read as inspiration."""

    def visible_to(self, user: User) -> Self:
        """Only what is published, and of that what the initiatives' own rule lets the person see."""
        return super().visible_to(user).published()

    def found_by(self, query: Query, *, every_word: bool = True) -> Self:
        """Only those in which every word that was asked for is found, or, if so wanted, at least one of them."""
        found = [_found(word) for word in query.words]
        return self.filter(reduce(and_ if every_word else or_, found)) if found else self

    def in_places(self, unit_ids: Collection[int], printed: Collection[str] = ()) -> Self:
        """Only those of these units, and those without a unit whose document names one of the printed places."""
        return self.filter(Q(unit__in=tuple(unit_ids)) | Q(unit__isnull=True, unit_text__in=tuple(printed)))

    def for_groups(self, keys: Collection[str]) -> Self:
        """Only those for at least one of the groups of people."""
        return self._linked(Initiative.target_groups.through.objects.filter(targetgroup__in=tuple(keys)))

    def about(self, themes: Collection[str]) -> Self:
        """Only those about at least one of the themes."""
        return self._linked(Initiative.themes.through.objects.filter(theme__in=tuple(themes)))

    def in_phases(self, phases: Collection[str]) -> Self:
        """Only those in one of the phases."""
        return self.filter(phase__in=tuple(phases))

    def in_programmes(self, programme_ids: Collection[int]) -> Self:
        """Only those in at least one of the programmes."""
        return self._linked(Initiative.programmes.through.objects.filter(programme__in=tuple(programme_ids)))

    def of_kinds(self, kinds: Collection[str]) -> Self:
        """Only those in a programme of one of the kinds."""
        of_kind = Programme.objects.filter(kind__in=tuple(kinds)).values("pk")
        return self._linked(Initiative.programmes.through.objects.filter(programme__in=of_kind))

    def sharing(self, terms: Collection[str]) -> Self:
        """Only those that hold at least one of the terms."""
        return self.filter(_holding(terms))

    def best_first(self, points: Mapping[str, int]) -> Self:
        """Those in which the question's words weigh most come first; as good, by title."""
        from indsats.catalogue.models import Posting

        price = Case(*(When(term=term, then=Value(each)) for term, each in points.items()), default=Value(0))
        here = Posting.objects.of_terms(points).filter(entry=OuterRef("pk")).order_by().values("entry")
        worth = here.annotate(worth=Sum(F("weight") * price)).values("worth")
        return self.annotate(worth=Coalesce(Subquery(worth), Value(0))).order_by("-worth", *_BY_TITLE)

    def by_title(self) -> Self:
        """By title, the Danish way."""
        return self.order_by(*_BY_TITLE)

    def newest_first(self) -> Self:
        """Those that came last into the portfolio come first."""
        return self.order_by("-created_at", *_BY_TITLE)

    def counts_by(self, *fields: str, once: bool = False) -> list[tuple[Any, ...]]:
        """Return how many there are for each combination of the fields, the count last; nothing is counted as None.

        ``once`` counts an initiative once where a field can reach the same value by several ways.
        """
        return list(self.order_by().values_list(*fields).annotate(Count("pk", distinct=once)))

    def _linked(self, links: models.QuerySet[Any]) -> Self:
        return self.filter(pk__in=links.values("initiative"))


def _found(word: Sought) -> Q:
    """Found by any one of its terms, or by all of its parts together."""
    found = _holding(word.any_of) if word.any_of else Q(pk__in=[])
    if word.parts:
        found |= reduce(and_, (_holding((part,)) for part in word.parts))
    return found


def _holding(terms: Collection[str]) -> Q:
    from indsats.catalogue.models import Posting

    return Q(pk__in=Posting.objects.of_terms(terms).order_by().values("entry"))
