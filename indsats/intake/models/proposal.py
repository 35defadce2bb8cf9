"""What the reader found, one row a record, and what a person decided about it."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from indsats.initiatives.models import Goal, Initiative, MoneyLine
from indsats.intake.domain.kinds import LABELS
from indsats.intake.models.document import Edition
from indsats.intake.querysets import ProposalQuerySet


class Proposal(models.Model):
    """One record found in an edition.

    ``proposed`` is what the document says, ``edited`` what a reviewer wrote instead, ``base`` what the values were
    before (in the last published edition, or in the portfolio for a row that is known there), ``declined`` the changed
    fields that shall stay as they were. ``previous`` is what undoing the last act brings back.
    """

    class Change(models.TextChoices):
        """Against the last published edition."""

        ADDED = "added", _("New")
        CHANGED = "changed", _("Changed")
        DROPPED = "dropped", _("Gone")
        UNCHANGED = "unchanged", _("Unchanged")

    class Decision(models.TextChoices):
        """What the reviewers decided."""

        WAITING = "waiting", _("Waiting")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")
        MERGED = "merged", pgettext_lazy("a record", "Merged")

    class Ending(models.TextChoices):
        """What becomes of an initiative that the document no longer has."""

        KEEP = "keep", _("Keep it as it is")
        COMPLETE = "complete", _("It is completed")
        WITHDRAW = "withdraw", _("Withdraw it")

    edition = models.ForeignKey(Edition, on_delete=models.CASCADE, related_name="proposals")
    position = models.PositiveIntegerField()
    kind = models.CharField(_("kind"), max_length=30)
    title = models.CharField(_("title"), max_length=500)
    proposed = models.JSONField(default=dict)
    edited = models.JSONField(default=dict, blank=True)
    base = models.JSONField(default=dict, blank=True)
    declined = models.JSONField(default=list, blank=True)
    previous = models.JSONField(null=True, blank=True)
    quotes = models.JSONField(default=dict, blank=True)
    page = models.PositiveIntegerField(_("page"))
    line_start = models.PositiveIntegerField(_("first line"))
    line_end = models.PositiveIntegerField(_("last line"))
    change = models.CharField(_("change"), max_length=10, choices=Change, default=Change.ADDED)
    decision = models.CharField(_("decision"), max_length=10, choices=Decision, default=Decision.WAITING)
    ending = models.CharField(_("what becomes of it"), max_length=10, choices=Ending, blank=True)
    version = models.PositiveIntegerField(default=1)
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="children")
    earlier = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="later")
    split_from = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="parts")
    merged_into = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="merged")

    initiative = models.ForeignKey(
        Initiative, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals"
    )
    goal = models.ForeignKey(Goal, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals")
    money = models.ForeignKey(MoneyLine, on_delete=models.SET_NULL, null=True, blank=True, related_name="proposals")

    open_findings: int  # brought by with_open_findings()

    objects = ProposalQuerySet.as_manager()

    class Meta:
        ordering = ("edition", "position", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(line_end__gte=models.F("line_start")), name="a_passage_ends_not_before_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(decision="merged") | Q(merged_into__isnull=False), name="a_merged_proposal_says_with_which"
            ),
        ]
        indexes = [models.Index(fields=("edition", "decision"), name="proposals_by_decision")]

    def __str__(self) -> str:
        """Show the title as it stands after review."""
        return self.title

    @property
    def kind_label(self) -> str:
        """The kind's name in the reader's language."""
        return str(LABELS.get(self.kind, self.kind))

    @property
    def values(self) -> dict[str, Any]:
        """The fields as they stand after review: read, then edited, then what is to stay as it was."""
        stays = {name: self.base.get(name) for name in self.declined}
        return {**self.proposed, **self.edited, **stays}

    @property
    def is_work(self) -> bool:
        """Whether a person has to look at it: what did not change is carried over by itself."""
        return self.change != self.Change.UNCHANGED
