"""A programme is what was decided together, a goal is what it wants to reach."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.foundation.files.models import StoredFile
from indsats.initiatives.querysets import ProgrammeQuerySet
from indsats.organisation.models import Unit


class Programme(models.Model):
    """An action plan, a programme, a catalogue: a set of initiatives that were decided or collected together."""

    class Kind(models.TextChoices):
        """What sort of document or decision it stands on."""

        ACTION_PLAN = "action_plan", _("Action plan")
        CATALOGUE = "catalogue", _("Catalogue")
        PROGRAMME_PLAN = "programme_plan", _("Programme plan")
        BOOKLET = "booklet", _("Booklet of examples")
        REGISTER = "register", _("Register")

    title = models.CharField(_("title"), max_length=300)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, blank=True, verbose_name=_("organisation"))
    purpose = models.TextField(_("purpose"), blank=True)
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    last_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    source = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(default=timezone.now)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("title",)
        constraints = [
            models.CheckConstraint(
                condition=Q(first_year__isnull=True) | Q(last_year__isnull=True) | Q(last_year__gte=F("first_year")),
                name="programme_ends_not_before_it_begins",
            )
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title

    def get_absolute_url(self) -> str:
        """Return the programme's own page."""
        return reverse("initiatives:programme", args=[self.pk])


class Goal(models.Model):
    """What a programme wants to reach; numbered where the document numbers it. Objectives are goals too."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="goals")
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    title = models.CharField(_("title"), max_length=500)
    description = models.TextField(_("description"), blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager[Goal]] = models.Manager()

    class Meta:
        ordering = ("programme", "position", "number", "id")
        constraints = [models.UniqueConstraint(fields=("programme", "number"), name="one_goal_a_number")]

    def __str__(self) -> str:
        """Show the number, where there is one, and the title."""
        return f"{self.number}. {self.title}" if self.number else self.title
