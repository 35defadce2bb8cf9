"""One row an act. Rows are written once: the database itself refuses to change or delete them (see migration 0002)."""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from indsats.foundation.audit.querysets import EventQuerySet


class Event(models.Model):
    """Something a person, or the system on its own, did to an object."""

    operation = models.UUIDField(default=uuid.uuid4, db_index=True)
    action = models.CharField(max_length=100)
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=64)
    object_text = models.CharField(max_length=300, blank=True)
    why = models.TextField(blank=True)
    changes = models.JSONField(default=dict, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ("-at", "-id")
        indexes = [models.Index(fields=("object_type", "object_id", "-at"), name="audit_of_one_object")]

    def __str__(self) -> str:
        """Name the act and the object it was done to."""
        return f"{self.action}: {self.object_text}"
