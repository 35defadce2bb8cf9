"""The look, as a Django app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Layout, components and the style guide."""

    name = "indsats.foundation.ui"
    label = "ui"
