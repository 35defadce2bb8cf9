"""What the catalogue's pages say."""

from indsats.catalogue.pages.cards import Card, cards_of, marked
from indsats.catalogue.pages.catalogue import CataloguePage, catalogue_page
from indsats.catalogue.pages.entry import EntryPage, entry_page
from indsats.catalogue.pages.overview import Overview, overview_of

__all__ = [
    "Card",
    "CataloguePage",
    "EntryPage",
    "Overview",
    "cards_of",
    "catalogue_page",
    "entry_page",
    "marked",
    "overview_of",
]
