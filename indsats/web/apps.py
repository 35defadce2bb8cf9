"""The roof, as a Django app."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Front page, navigation, search across contexts, error pages."""

    name = "indsats.web"

    def ready(self) -> None:
        """Check the settings with everything else that Django checks."""
        from indsats.web import checks  # noqa: F401 -- importing registers them
