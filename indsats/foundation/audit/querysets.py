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

    def since(self, at: datetime) -> Self:
        """Only what was done at that time or later."""
        return self.filter(at__gte=at)
