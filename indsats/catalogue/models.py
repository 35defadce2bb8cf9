"""What the catalogue keeps beside each published initiative, so that it can be found. All of it can be made anew."""

from __future__ import annotations

from django.db import models

from indsats.catalogue.querysets import PostingQuerySet, SearchEntryQuerySet
from indsats.initiatives.models import Initiative


class SearchEntry(models.Model):
    """One published initiative in the catalogue; it exists exactly as long as the initiative is published."""

    initiative = models.OneToOneField(
        Initiative, on_delete=models.CASCADE, primary_key=True, related_name="search_entry"
    )
    version = models.PositiveIntegerField()
    analysed_with = models.CharField(max_length=12)

    objects = SearchEntryQuerySet.as_manager()

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
