"""A document lives through time; each version of it is an edition, read once and reviewed before it counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from indsats.foundation.files.models import StoredFile
from indsats.initiatives.models import Programme
from indsats.intake.querysets import DocumentQuerySet, EditionQuerySet

if TYPE_CHECKING:
    from datetime import datetime


class Document(models.Model):
    """A plan, a catalogue, a call, however often it is revised. Title and organisation are the published edition's."""

    class Genre(models.TextChoices):
        """What sort of document it is; the keys are the reader's."""

        ACTION_PLAN = "action_plan", _("Action plan")
        CATALOGUE = "catalogue", _("Catalogue of inspiration")
        PROGRAMME_PLAN = "programme_plan", _("Programme plan")
        BOOKLET = "booklet", _("Booklet of examples")
        CALL = "call", _("Call for support")
        REGISTER = "register", _("Coordinator's spreadsheet")
        OTHER = "other", _("Another document")

    genre = models.CharField(_("genre"), max_length=20, choices=Genre)
    title = models.CharField(_("title"), max_length=300)
    organisation = models.CharField(_("organisation as printed"), max_length=200, blank=True)
    programme = models.ForeignKey(
        Programme,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("programme"),
    )
    created_at = models.DateTimeField()

    edition_id: int | None  # this and the next ones are brought by with_newest_edition()
    edition_number: int | None
    edition_state: str | None
    edition_read_at: datetime | None
    record_count: int | None

    objects = DocumentQuerySet.as_manager()

    class Meta:
        ordering = ("title", "id")

    def __str__(self) -> str:
        """Show the title."""
        return self.title

    def get_absolute_url(self) -> str:
        """Return the document's own page."""
        return reverse("intake:document", args=[self.pk])


class Edition(models.Model):
    """One version of a document, as the reader laid it out."""

    class State(models.TextChoices):
        """How far it is."""

        IN_REVIEW = "in_review", _("In review")
        PUBLISHED = "published", pgettext_lazy("an edition", "Published")
        DISCARDED = "discarded", _("Discarded")

    document = models.ForeignKey(Document, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveSmallIntegerField(_("edition"))
    stored = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="editions")
    file_name = models.CharField(_("file"), max_length=255)
    format = models.CharField(_("format"), max_length=10)
    title = models.CharField(_("title"), max_length=300)
    organisation = models.CharField(_("organisation as printed"), max_length=200, blank=True)
    language = models.CharField(max_length=10, default="da")
    page_count = models.PositiveIntegerField(_("pages"))
    goals = models.JSONField(_("goals"), default=list, blank=True)
    legend = models.JSONField(_("statuses that the document explains"), default=list, blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.IN_REVIEW)
    read_at = models.DateTimeField(_("read"))
    imported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    closed_at = models.DateTimeField(_("published or discarded"), null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    closed_why = models.CharField(max_length=300, blank=True)

    all_count: int  # this and the next ones are brought by with_counts()
    waiting_count: int
    accepted_count: int
    rejected_count: int

    objects = EditionQuerySet.as_manager()

    class Meta:
        ordering = ("document", "-number")
        constraints = [
            models.UniqueConstraint(fields=("document", "number"), name="one_edition_a_number"),
            models.UniqueConstraint(
                fields=("stored",), condition=~Q(state="discarded"), name="a_file_is_one_live_edition"
            ),
            models.UniqueConstraint(
                fields=("document",), condition=Q(state="in_review"), name="one_edition_in_review_a_document"
            ),
            models.CheckConstraint(
                condition=Q(state="in_review") | Q(closed_at__isnull=False), name="a_closed_edition_says_when"
            ),
        ]

    def __str__(self) -> str:
        """Show the title and the edition's number."""
        return f"{self.title} ({self.number})"

    def get_absolute_url(self) -> str:
        """Return where the edition is reviewed, or its document once it is closed."""
        if self.state == self.State.IN_REVIEW:
            return reverse("intake:review", args=[self.pk])
        return reverse("intake:document", args=[self.document_id])

    @property
    def is_open(self) -> bool:
        """Whether it can still be reviewed."""
        return self.state == self.State.IN_REVIEW


class EditionPage(models.Model):
    """One page's numbered lines, kept so that a reviewer sees the source beside what was read from it."""

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveIntegerField()
    lines = models.JSONField(default=list)
    is_image = models.BooleanField(default=False)

    class Meta:
        ordering = ("edition", "number")
        constraints = [models.UniqueConstraint(fields=("edition", "number"), name="one_page_a_number")]

    def __str__(self) -> str:
        """Show the edition and the page."""
        return f"{self.edition_id}: {self.number}"
