"""The documents room, as a Django app."""

from django.apps import AppConfig


class DocumentsConfig(AppConfig):
    """Brings the room's templates and texts; it has no tables of its own."""

    name = "indsats.foundation.documents"
    label = "documents"
