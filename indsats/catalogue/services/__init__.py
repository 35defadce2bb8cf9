"""The catalogue's verbs: keep what is found up to date, and find what is alike."""

from indsats.catalogue.services.indexing import Rebuilt, keep_entries, keep_entry, rebuild
from indsats.catalogue.services.likeness import Alike, similar_to
from indsats.catalogue.services.places import places_as_of

__all__ = ["Alike", "Rebuilt", "keep_entries", "keep_entry", "places_as_of", "rebuild", "similar_to"]
