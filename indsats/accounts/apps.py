"""Accounts, as a Django app."""

from django.apps import AppConfig


class AccountsConfig(AppConfig):
    """Users, sign-on and sessions."""

    name = "indsats.accounts"
    default_auto_field = "django.db.models.BigAutoField"
