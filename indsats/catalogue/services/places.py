"""The catalogue's shelves out of the organisation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from indsats.catalogue.domain.places import Places
from indsats.organisation.models import Succession
from indsats.organisation.services.trees import tree_as_of

if TYPE_CHECKING:
    from datetime import date


def places_as_of(on: date) -> Places:
    """Return the shelves of that day, with two queries."""
    successions = Succession.objects.order_by("id").values_list("predecessor_id", "successor_id")
    return Places(tree_as_of(on), dict(successions))
