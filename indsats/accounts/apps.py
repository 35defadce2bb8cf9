"""Accounts, as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, sign-on and sessions."""

    name = "indsats.accounts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Listen to sign-ins."""
        from indsats.accounts import receivers  # noqa: F401 -- importing connects them
