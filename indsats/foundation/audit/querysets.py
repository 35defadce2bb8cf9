"""Reads of the audit log."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models

if TYPE_CHECKING:
    from datetime import datetime

    from indsats.foundation.audit.models import Event  # noqa: F401 -- names the model this queryset is of


class EventQuerySet(models.QuerySet["Event"]):
    """Events, narrowed by what a reader asks for. Who may read them is decided by the context that shows them."""

    def on(self, instance: models.Model) -> Self:
        """Only what was done to this object."""
        return self.filter(object_type=instance._meta.label_lower, object_id=str(instance.pk))

    def on_key(self, key: str) -> Self:
        """Only what was done to the object that is called so, as in ``initiatives.initiative:12``; all for no name."""
        label, _colon, number = key.rpartition(":")
        return self.filter(object_type=label, object_id=number) if key else self

    def with_people(self) -> Self:
        """Bring along who it was."""
        return self.select_related("by")

    def since(self, at: datetime) -> Self:
        """Only what was done at that time or later."""
        return self.filter(at__gte=at)
