"""What was changed, field by field, so that a person can read it and take it back; and who wants to hear of it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.models.initiative import Initiative
from indsats.initiatives.querysets import FieldChangeQuerySet


class FieldChange(models.Model):
    """One field of one initiative, before and after. Values are JSON: texts, numbers, or lists of keys."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="history")
    operation = models.UUIDField(default=uuid.uuid4, db_index=True)
    version = models.PositiveIntegerField()  # the initiative's version that the change gave
    field = models.CharField(_("field"), max_length=40)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    why = models.TextField(blank=True)

    objects = FieldChangeQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=("initiative", "version"), name="history_of_an_initiative")]

    def __str__(self) -> str:
        """Show which field of which initiative."""
        return f"{self.initiative}: {self.field}"


class Follower(models.Model):
    """Someone who wants an initiative's changes on their front page."""

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="follows")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="followers")
    since = models.DateTimeField()
    seen_at = models.DateTimeField()

    objects: ClassVar[models.Manager[Follower]] = models.Manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=("user", "initiative"), name="follows_once")]

    def __str__(self) -> str:
        """Show who follows what."""
        return f"{self.user} → {self.initiative}"
