"""Initiatives, as a Django app."""

from django.apps import AppConfig


class InitiativesConfig(AppConfig):
    """Programmes, goals and initiatives: what we do."""

    name = "indsats.initiatives"
    default_auto_field = "django.db.models.BigAutoField"
