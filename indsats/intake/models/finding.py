"""A warning about a document, and how it was resolved."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from indsats.intake.domain.findings import MUST_CHOOSE, blocks, label_of
from indsats.intake.models.document import Edition
from indsats.intake.models.proposal import Proposal
from indsats.intake.querysets import FindingQuerySet


class Finding(models.Model):
    """Something that a person should look at. ``suggestions`` are ways out: field, value and the proposal it is for."""

    class Resolution(models.TextChoices):
        """How it was resolved."""

        CHOSEN = "chosen", _("A suggestion was chosen")
        EDITED = "edited", _("The field was corrected")
        SET_ASIDE = "set_aside", _("Looked at and left as it is")
        CARRIED_OVER = "carried_over", _("Resolved in an earlier edition")
        GONE = "gone", _("What it was about was rejected")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="findings")
    position = models.PositiveIntegerField()
    code = models.CharField(max_length=30)
    message = models.TextField()
    page = models.PositiveIntegerField()
    line_start = models.PositiveIntegerField()
    line_end = models.PositiveIntegerField()
    suggestions = models.JSONField(default=list, blank=True)
    proposals = models.ManyToManyField(Proposal, related_name="findings", blank=True)
    resolution = models.CharField(max_length=15, choices=Resolution, blank=True)
    resolved_how = models.CharField(max_length=300, blank=True)
    resolved_at = models.DateTimeField(null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    objects = FindingQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "position", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(resolution="", resolved_at__isnull=True)
                | (~Q(resolution="") & Q(resolved_at__isnull=False)),
                name="a_resolved_finding_says_when",
            )
        ]

    def __str__(self) -> str:
        """Show the message."""
        return self.message

    @property
    def label(self) -> str:
        """The warning's name in the reader's language."""
        return label_of(self.code)

    @property
    def is_open(self) -> bool:
        """Whether nobody has resolved it."""
        return not self.resolution

    @property
    def is_blocking(self) -> bool:
        """Whether nothing can be published before it is resolved."""
        return blocks(self.code, self.message)

    @property
    def can_be_set_aside(self) -> bool:
        """Whether it is enough to have looked at it."""
        return self.code not in MUST_CHOOSE
