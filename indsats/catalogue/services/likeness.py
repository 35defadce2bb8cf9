"""Which initiatives are like one another: what others have tried, and what may be the same effort twice."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.catalogue.domain.ranking import rarity
from indsats.catalogue.domain.similarity import Profile, likeness, shared
from indsats.catalogue.models import Inspiration, Posting, SearchEntry

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from indsats.accounts.models import User
    from indsats.initiatives.models import Initiative

_RAREST_TERMS = 14  # enough to meet nearly all that is alike, few enough to be quick among a hundred thousand
_CANDIDATES = 60
_LEAST_ALIKE = 0.12


@dataclass(frozen=True, slots=True)
class Alike:
    """Another initiative, how alike it is (0 to 1), and the terms that say most about why."""

    initiative_id: int
    likeness: float
    because: tuple[str, ...]


def similar_to(initiative: Initiative, viewer: User, limit: int = 5) -> tuple[Alike, ...]:
    """Return the published initiatives that are most like this one and that the viewer may see, the most alike first.

    Those that share the rarest of its terms are compared whole. A fixed number of queries.
    """
    own = dict(Posting.objects.filter(entry=initiative.pk).order_by().values_list("term", "weight"))
    entries = SearchEntry.objects.count()
    holders = Posting.objects.of_terms(own).holders()
    worth = {term: weight * rarity(holders[term], entries) for term, weight in own.items() if holders[term] > 1}
    rarest = sorted(worth, key=lambda term: (holders[term], term))[:_RAREST_TERMS]
    candidates = _candidates(initiative, viewer, {term: worth[term] for term in rarest})
    return _most_alike(initiative, candidates, limit)


def _candidates(initiative: Initiative, viewer: User, worth: Mapping[str, float]) -> list[int]:
    """Return those that share most of what is rare."""
    points = {term: max(1, round(each / 100)) for term, each in worth.items()}
    found = Inspiration.objects.visible_to(viewer).sharing(points).exclude(pk=initiative.pk).best_first(points)
    return list(found.values_list("pk", flat=True)[:_CANDIDATES])


def _most_alike(initiative: Initiative, candidates: Collection[int], limit: int) -> tuple[Alike, ...]:
    profiles = profiles_of([initiative.pk, *candidates])
    own = profiles.pop(initiative.pk, Profile({}))
    alike = [Alike(pk, likeness(own, other), shared(own, other)) for pk, other in profiles.items()]
    alike.sort(key=lambda each: (-each.likeness, each.initiative_id))
    return tuple(each for each in alike[:limit] if each.likeness >= _LEAST_ALIKE)


def profiles_of(initiative_ids: Collection[int]) -> dict[int, Profile]:
    """Return what is compared of these initiatives, with three queries."""
    rows = Posting.objects.filter(entry__in=initiative_ids).order_by().values_list("entry", "term", "weight")
    weights: dict[int, dict[str, int]] = defaultdict(dict)
    for entry, term, weight in rows:
        weights[entry][term] = weight
    rare = _rarities({term for terms in weights.values() for term in terms})
    return {
        entry: Profile({term: weight * rare[term] for term, weight in terms.items()})
        for entry, terms in weights.items()
    }


def _rarities(terms: Collection[str]) -> dict[str, float]:
    entries = SearchEntry.objects.count()
    return {term: rarity(held, entries) for term, held in Posting.objects.of_terms(terms).holders().items()}
