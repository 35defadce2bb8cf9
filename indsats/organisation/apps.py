"""The organisation, as a Django app."""

from django.apps import AppConfig


class OrganisationConfig(AppConfig):
    """Units over time, people's mandates, professions and MED bodies."""

    name = "indsats.organisation"
    default_auto_field = "django.db.models.BigAutoField"
