"""The roof, as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Front page, navigation, search across contexts, error pages."""

    name = "indsats.web"
