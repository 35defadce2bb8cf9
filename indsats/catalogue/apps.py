"""The catalogue, as a Django app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Inspiration: what others have tried."""

    name = "indsats.catalogue"
