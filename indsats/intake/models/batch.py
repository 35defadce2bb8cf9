"""Several files dropped at once, and what came of each."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from indsats.foundation.files.models import StoredFile
from indsats.foundation.tasks.models import Progress
from indsats.intake.models.document import Edition
from indsats.intake.querysets import BatchQuerySet


class Batch(models.Model):
    """The files that someone handed in together. ``reader`` is the host and process that reads them at the moment."""

    created_at = models.DateTimeField()
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    progress = models.OneToOneField(Progress, on_delete=models.PROTECT, related_name="+")
    reader = models.CharField(max_length=200, blank=True)

    objects = BatchQuerySet.as_manager()

    class Meta:
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        """Show the number."""
        return f"{self.pk}"

    def get_absolute_url(self) -> str:
        """Return the batch's own page."""
        return reverse("intake:batch", args=[self.pk])


class Upload(models.Model):
    """One file of a batch. ``sentence`` tells in plain words what came of it."""

    class State(models.TextChoices):
        """What came of the file."""

        WAITING = "waiting", _("Waiting")
        READ = "read", _("Read")
        UNCHANGED = "unchanged", _("No changes")
        UNREADABLE = "unreadable", _("Not read")

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="uploads")
    position = models.PositiveIntegerField()
    name = models.CharField(_("file"), max_length=255)
    size_bytes = models.PositiveBigIntegerField()
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.WAITING)
    sentence = models.CharField(max_length=400, blank=True)
    edition = models.ForeignKey(Edition, on_delete=models.PROTECT, null=True, blank=True, related_name="uploads")
    read_at = models.DateTimeField(null=True, blank=True)

    objects: ClassVar[models.Manager[Upload]] = models.Manager()

    class Meta:
        ordering = ("batch", "position")
        constraints = [
            models.UniqueConstraint(fields=("batch", "position"), name="one_upload_a_position"),
            models.CheckConstraint(condition=~Q(state="unreadable") | ~Q(sentence=""), name="an_unread_file_says_why"),
            models.CheckConstraint(
                condition=Q(state__in=["waiting", "unreadable"]) | Q(edition__isnull=False),
                name="a_read_file_has_an_edition",
            ),
            models.CheckConstraint(
                condition=Q(state="unreadable") | Q(stored__isnull=False), name="a_file_to_read_is_kept"
            ),
        ]

    def __str__(self) -> str:
        """Show the file's name."""
        return self.name
