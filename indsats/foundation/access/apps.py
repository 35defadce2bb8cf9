"""The access room, as a Django app."""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Brings the room's templates and texts; it has no tables of its own."""

    name = "indsats.foundation.access"
    label = "access"
