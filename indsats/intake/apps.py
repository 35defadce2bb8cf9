"""Intake, as a Django app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Documents in: reading, review, publishing, and where each field came from."""

    name = "indsats.intake"
