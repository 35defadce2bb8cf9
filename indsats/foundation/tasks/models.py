"""How far a long piece of work has come. The work itself is queued by django-tasks; this is what people see of it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils.translation import pgettext_lazy


class Progress(models.Model):
    """One long piece of work: so many steps of so many, and how it ended."""

    class State(models.TextChoices):
        """Where the work is."""

        WAITING = "waiting", pgettext_lazy("work", "Waiting")
        RUNNING = "running", pgettext_lazy("work", "Running")
        DONE = "done", pgettext_lazy("work", "Done")
        FAILED = "failed", pgettext_lazy("work", "Failed")

    title = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    steps_done = models.PositiveIntegerField(default=0)
    steps_total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=300, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Progress]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(steps_done__lte=F("steps_total")), name="no_more_steps_than_there_are")
        ]

    def __str__(self) -> str:
        """Show the title and the state."""
        return f"{self.title} ({self.get_state_display()})"

    @property
    def percent(self) -> int:
        """The share of steps that are done, in whole percent."""
        return round(100 * self.steps_done / self.steps_total) if self.steps_total else 0

    @property
    def is_over(self) -> bool:
        """Whether nothing more will happen."""
        return self.state in (self.State.DONE, self.State.FAILED)
