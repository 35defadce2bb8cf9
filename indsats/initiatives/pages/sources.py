"""Where each field of an initiative was read, and whether it says something else today."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from indsats.initiatives.models import FieldChange, SourcePassage
from indsats.initiatives.pages.place import place_in_document
from indsats.initiatives.services.values import values_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from indsats.initiatives.domain.fields import Json
    from indsats.initiatives.models import Initiative


@dataclass(frozen=True, slots=True)
class Source:
    """One passage. ``is_changed``: the field has been given another value since it was read here."""

    field: str
    file_id: int
    page: int
    place: str
    quote: str
    is_changed: bool


def sources_of(initiative: Initiative, changes: Sequence[FieldChange]) -> dict[str, tuple[Source, ...]]:
    """Return each field's sources, the latest first; one query for the passages, the history is given."""
    passages = list(SourcePassage.objects.filter(initiative=initiative).order_by("-read_at", "-id"))
    now = values_of(initiative, {change.field for change in changes if change.field != "state"})
    found: dict[str, tuple[Source, ...]] = {}
    for passage in passages:
        source = Source(
            field=passage.field,
            file_id=passage.file_id,
            page=passage.page,
            place=place_in_document(passage),
            quote=passage.quote,
            is_changed=_is_changed(passage, changes, now),
        )
        found[passage.field] = (*found.get(passage.field, ()), source)
    return found


def _is_changed(passage: SourcePassage, changes: Sequence[FieldChange], now: Mapping[str, Json]) -> bool:
    """Whether what the field held when the passage was read is not what it holds now."""
    later = [each for each in changes if each.field == passage.field and each.version > passage.version]
    return bool(later) and min(later, key=lambda each: each.version).before != now[passage.field]
