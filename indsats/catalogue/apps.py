"""The catalogue, as a Django app."""

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Inspiration: what others have tried."""

    name = "indsats.catalogue"

    def ready(self) -> None:
        """Listen to what happens to initiatives."""
        from indsats.catalogue import receivers  # noqa: F401 -- connects on import
