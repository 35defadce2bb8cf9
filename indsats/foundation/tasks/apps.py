"""Long work, as a Django app."""

from django.apps import AppConfig


class TasksConfig(AppConfig):
    """Progress that a page can show while a worker works."""

    name = "indsats.foundation.tasks"
    label = "tasks"
    default_auto_field = "django.db.models.BigAutoField"
