"""An original: bytes that never change, named by what they are."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q


class StoredFile(models.Model):
    """A file kept under its SHA-256: the same bytes are stored once, however often they come in."""

    sha256 = models.CharField(max_length=64, unique=True)
    name = models.CharField(max_length=255)
    media_type = models.CharField(max_length=127)
    size_bytes = models.PositiveBigIntegerField()
    stored_at = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[models.Manager[StoredFile]] = models.Manager()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="hash_is_64_hex_digits")
        ]

    def __str__(self) -> str:
        """Show the name it came with."""
        return self.name
