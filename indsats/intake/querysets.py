"""Reads of documents and reviews, as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.db import models
from django.db.models import Count, OuterRef, Q, Subquery

from indsats.intake.rules import can_import

if TYPE_CHECKING:
    from indsats.accounts.models import User
    from indsats.intake.models import (  # noqa: F401 -- the models these are querysets of
        Batch,
        Document,
        Edition,
        Finding,
        Proposal,
    )


class BatchQuerySet(models.QuerySet["Batch"]):
    """Batches of files."""

    def visible_to(self, user: User) -> Self:
        """Only those who may import see what was imported and what failed."""
        return self if can_import(user) else self.none()

    def unfinished(self) -> Self:
        """Only those with files that are still to be read."""
        return self.filter(uploads__state="waiting").distinct()


class DocumentQuerySet(models.QuerySet["Document"]):
    """Documents."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in sees published documents; those who may review see all."""
        if can_import(user):
            return self
        return self.filter(editions__state="published").distinct() if user.is_active else self.none()

    def alive(self) -> Self:
        """Only those with an edition that is published or in review."""
        return self.filter(editions__state__in=["published", "in_review"]).distinct()

    def with_newest_edition(self, *, published_only: bool = False) -> Self:
        """Bring the newest edition that counts: its id, number, state and time, and how many records it has."""
        from indsats.intake.models import Edition

        states = ["published"] if published_only else ["published", "in_review"]
        newest = Edition.objects.filter(document=OuterRef("pk"), state__in=states).order_by("-number")
        accepted = Q(proposals__decision__in=["waiting", "accepted"])
        counted = newest.annotate(records=Count("proposals", filter=accepted)).values("records")
        return self.annotate(
            edition_id=Subquery(newest.values("pk")[:1]),
            edition_number=Subquery(newest.values("number")[:1]),
            edition_state=Subquery(newest.values("state")[:1]),
            edition_read_at=Subquery(newest.values("read_at")[:1]),
            record_count=Subquery(counted[:1]),
        )


class EditionQuerySet(models.QuerySet["Edition"]):
    """Editions."""

    def visible_to(self, user: User) -> Self:
        """Everybody who can sign in sees published editions; those who may review see all."""
        if can_import(user):
            return self
        return self.filter(state="published") if user.is_active else self.none()

    def in_review(self) -> Self:
        """Only those that wait to be published or discarded."""
        return self.filter(state="in_review")

    def with_counts(self) -> Self:
        """Bring how many proposals there are, and how many of them wait, were accepted and were rejected."""
        return self.annotate(
            all_count=Count("proposals"),
            waiting_count=Count("proposals", filter=Q(proposals__decision="waiting")),
            accepted_count=Count("proposals", filter=Q(proposals__decision="accepted")),
            rejected_count=Count("proposals", filter=Q(proposals__decision="rejected")),
        )


class ProposalQuerySet(models.QuerySet["Proposal"]):
    """Proposals."""

    def visible_to(self, user: User) -> Self:
        """Those who may review see all; everybody else sees what was accepted in published editions."""
        if can_import(user):
            return self
        if not user.is_active:
            return self.none()
        return self.filter(edition__state="published", decision="accepted")

    def waiting(self) -> Self:
        """Only those that nobody has decided."""
        return self.filter(decision="waiting")

    def work(self) -> Self:
        """Without what did not change: that is carried over by itself."""
        return self.exclude(change="unchanged")

    def printed(self) -> Self:
        """Only what the document itself says: neither the second half of a split nor what has gone."""
        return self.filter(split_from__isnull=True).exclude(change="dropped")

    def with_open_findings(self) -> Self:
        """Bring how many warnings about the proposal are unresolved."""
        return self.annotate(open_findings=Count("findings", filter=Q(findings__resolution=""), distinct=True))

    def with_warnings(self) -> Self:
        """Only those that an unresolved warning is about."""
        return self.filter(findings__resolution="").distinct()

    def without_warnings(self) -> Self:
        """Only those that no unresolved warning is about."""
        return self.exclude(findings__resolution="")


class FindingQuerySet(models.QuerySet["Finding"]):
    """Findings."""

    def visible_to(self, user: User) -> Self:
        """Those who may review see all; everybody else sees those of published editions."""
        if can_import(user):
            return self
        return self.filter(edition__state="published") if user.is_active else self.none()

    def open(self) -> Self:
        """Only those that nobody has resolved."""
        return self.filter(resolution="")
