"""The charts room, as a Django app."""

from django.apps import AppConfig


class ChartsConfig(AppConfig):
    """Brings the room's templates and texts; it has no tables of its own."""

    name = "indsats.foundation.charts"
    label = "charts"
