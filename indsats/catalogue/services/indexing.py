"""Keeping the catalogue's entries in step with the initiatives.

Nothing here is an act of a person: entries are derived from what the initiatives' own services have recorded, so there
is no rule to ask and no event to write. An entry can be made anew at any time and comes out the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import F
from django.utils import timezone, translation

from indsats.catalogue.domain.ranking import Terms, weights_of
from indsats.catalogue.models import Posting, SearchEntry
from indsats.catalogue.services.places import places_as_of
from indsats.initiatives.models import Initiative
from indsats.language.analyser import fingerprint, terms_in

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from indsats.catalogue.domain.places import Places

_BATCH = 250
_LANGUAGES = ("da", "en")


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a rebuild did: entries made or made anew, those that were right, and those that went."""

    made: int
    right: int
    dropped: int


def keep_entry(initiative: Initiative) -> SearchEntry | None:
    """Let the catalogue say what the initiative says: one entry when it is published, none otherwise."""
    keep_entries([initiative.pk])
    return SearchEntry.objects.filter(pk=initiative.pk).first()


def rebuild(*, everything: bool = False, progress: Callable[[int, int], None] | None = None) -> Rebuilt:
    """Bring every entry up to date: those whose initiative or whose rules have changed, or simply all of them.

    Runs in batches of one transaction each, so that the catalogue can be used meanwhile and a rebuild that was stopped
    goes on where it was.
    """
    dropped = SearchEntry.objects.exclude(initiative__state=Initiative.State.PUBLISHED).count()
    SearchEntry.objects.exclude(initiative__state=Initiative.State.PUBLISHED).delete()
    published = Initiative.objects.published().order_by("pk")
    right = published.filter(search_entry__version=F("version"), search_entry__analysed_with=fingerprint())
    due = list((published if everything else published.exclude(pk__in=right.values("pk"))).values_list("pk", flat=True))
    total = published.count()
    for start in range(0, len(due), _BATCH):
        keep_entries(due[start : start + _BATCH])
        if progress:
            progress(min(start + _BATCH, len(due)), len(due))
    return Rebuilt(len(due), total - len(due), dropped)


@transaction.atomic
def keep_entries(initiative_ids: Collection[int]) -> int:
    """Make the entries of these initiatives anew and return how many there are now; those not published have none."""
    waiting = Initiative.objects.select_for_update(of=("self",)).filter(pk__in=initiative_ids)
    published = {each.pk: each for each in waiting if each.state == Initiative.State.PUBLISHED}
    SearchEntry.objects.filter(pk__in=initiative_ids).delete()
    whole = Initiative.objects.filter(pk__in=published).order_by("pk").prefetch_related("themes", "target_groups")
    places = places_as_of(timezone.localdate())
    found = {initiative: weights_of(_terms(initiative, places)) for initiative in whole}
    SearchEntry.objects.bulk_create(_entry(initiative) for initiative in found)
    Posting.objects.bulk_create(
        (
            Posting(entry_id=initiative.pk, term=term, weight=weight)
            for initiative, weights in found.items()
            for term, weight in weights.items()
        ),
        batch_size=5000,
    )
    return len(found)


def _entry(initiative: Initiative) -> SearchEntry:
    return SearchEntry(initiative=initiative, version=initiative.version, analysed_with=fingerprint())


def _terms(initiative: Initiative, places: Places) -> Terms:
    where = places.full_name(initiative.unit_id, initiative.unit_text)
    text = (initiative.description, initiative.target_text, where, initiative.unit_text)
    return Terms(
        title=terms_in(initiative.title),
        themes=[term for label in _labels(initiative) for term in terms_in(label)],
        text=[term for part in dict.fromkeys(text) for term in terms_in(part)],
    )


def _labels(initiative: Initiative) -> Iterator[str]:
    """The names of themes and groups in every language that the screens speak."""
    labelled = (*initiative.themes.all(), *initiative.target_groups.all())
    for language in _LANGUAGES:
        with translation.override(language):
            yield from [str(each) for each in labelled]
