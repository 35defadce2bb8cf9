"""What the catalogue keeps beside each published initiative, so that it can be found. All of it can be made anew."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.urls import reverse

from indsats.catalogue.querysets import InspirationQuerySet, PostingQuerySet
from indsats.initiatives.models import Initiative


class Inspiration(Initiative):
    """A published initiative, read for what others could do: the catalogue's way to look at the portfolio's rows."""

    objects: ClassVar = InspirationQuerySet.as_manager()

    class Meta:
        proxy = True

    def get_absolute_url(self) -> str:
        """Return its page in the catalogue."""
        return reverse("catalogue:entry", args=[self.pk])


class SearchEntry(models.Model):
    """One published initiative in the catalogue; it exists exactly as long as the initiative is published."""

    initiative = models.OneToOneField(
        Initiative, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    version = models.PositiveIntegerField()
    analysed_with = models.CharField(max_length=12)

    objects: ClassVar[models.Manager[SearchEntry]] = models.Manager()

    class Meta:
        ordering = ("initiative",)

    def __str__(self) -> str:
        """Show whose it is."""
        return f"{self.initiative_id}"


class Posting(models.Model):
    """One term that an initiative is found by, and how much it counts there (``domain.ranking``)."""

    entry = models.ForeignKey(SearchEntry, on_delete=models.CASCADE, related_name="postings", db_index=False)
    term = models.CharField(max_length=60)
    weight = models.PositiveIntegerField()

    objects = PostingQuerySet.as_manager()

    class Meta:
        ordering = ("entry", "term")
        constraints = [models.UniqueConstraint(fields=("entry", "term"), name="one_posting_a_term")]
        indexes = [models.Index(fields=("term", "entry", "weight"), name="postings_by_term")]

    def __str__(self) -> str:
        """Show the term."""
        return self.term
