"""Money that was decided: how much, for when, from where, and with which strings."""

from __future__ import annotations

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.models.initiative import Initiative
from indsats.initiatives.models.programme import Goal, Programme
from indsats.initiatives.querysets import MoneyLineQuerySet


class MoneyLine(models.Model):
    """A budget decision about a programme, one of its goals or an initiative."""

    class Per(models.TextChoices):
        """What the amount covers."""

        YEAR = "year", _("a year")
        TOTAL = "total", _("in all")

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, null=True, blank=True, related_name="money")
    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, null=True, blank=True, related_name="money")
    initiative = models.ForeignKey(Initiative, on_delete=models.CASCADE, null=True, blank=True, related_name="money")
    title = models.CharField(_("title"), max_length=500)
    description = models.TextField(_("decision"), blank=True)
    amount_dkk = models.DecimalField(_("amount in kroner"), max_digits=14, decimal_places=2, null=True, blank=True)
    amount_text = models.CharField(_("amount as printed"), max_length=200, blank=True)
    per = models.CharField(_("covers"), max_length=5, choices=Per, blank=True)
    years = models.JSONField(_("years"), default=list, blank=True)
    recurring = models.BooleanField(_("recurring"), null=True, blank=True)
    funding_source = models.CharField(_("funding source"), max_length=300, blank=True)
    budget_year = models.PositiveSmallIntegerField(_("budget year"), null=True, blank=True)
    earmark_text = models.TextField(_("earmark"), blank=True)
    earmark_min_share = models.DecimalField(
        _("earmarked share, at least"), max_digits=4, decimal_places=3, null=True, blank=True
    )

    objects = MoneyLineQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(amount_dkk__isnull=True) | Q(amount_dkk__gte=0), name="amount_is_not_negative"
            ),
            models.CheckConstraint(
                condition=Q(earmark_min_share__isnull=True) | Q(earmark_min_share__range=(0, 1)),
                name="earmarked_share_between_nothing_and_all",
            ),
            models.CheckConstraint(
                condition=Q(programme__isnull=False) | Q(goal__isnull=False) | Q(initiative__isnull=False),
                name="money_belongs_somewhere",
            ),
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title
