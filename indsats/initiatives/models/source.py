"""Where a field came from: the document, the place and the words as printed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from indsats.foundation.files.models import StoredFile
from indsats.initiatives.models.initiative import Initiative


class SourcePassage(models.Model):
    """The words in a document that one field of an initiative was read from."""

    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, related_name="passages")
    field = models.CharField(_("field"), max_length=40)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    document_title = models.CharField(_("document"), max_length=300)
    page = models.PositiveIntegerField(_("page"))
    line_start = models.PositiveIntegerField(_("first line"))
    line_end = models.PositiveIntegerField(_("last line"))
    quote = models.TextField(_("quote"))
    read_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)  # the initiative's version when it was read

    objects: ClassVar[models.Manager[SourcePassage]] = models.Manager()

    class Meta:
        ordering = ("initiative", "id")

    def __str__(self) -> str:
        """Show the field and the document."""
        return f"{self.field}: {self.document_title}"
