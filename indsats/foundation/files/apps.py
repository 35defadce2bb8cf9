"""Stored files as a Django app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Originals, kept under the hash of their content."""

    name = "indsats.foundation.files"
    label = "files"
    default_auto_field = "django.db.models.BigAutoField"
