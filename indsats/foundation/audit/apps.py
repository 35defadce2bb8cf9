"""The audit log as a Django app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Who did what, to which object, when and why."""

    name = "indsats.foundation.audit"
    label = "audit"
    default_auto_field = "django.db.models.BigAutoField"
