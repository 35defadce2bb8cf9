"""The one centre: an initiative, wherever it came from, counted once and with one status."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.initiatives.domain.fields import ORIGINS
from indsats.initiatives.domain.lifecycle import LIGHTS, PHASES, STATES
from indsats.initiatives.domain.themes import label_of
from indsats.initiatives.models.programme import Goal, Programme
from indsats.initiatives.querysets import InitiativeQuerySet
from indsats.organisation.models import TargetGroup, Unit


class Theme(models.Model):
    """What an initiative is about; ``key`` is the reading contract's key, the label is translated."""

    key = models.SlugField(max_length=40, primary_key=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects: ClassVar[models.Manager[Theme]] = models.Manager()

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        """Show the theme's name in the reader's language."""
        return label_of(self.key)


class Initiative(models.Model):
    """Something done for working life. Phase says how far it is, light says how it goes; they are two things."""

    class State(models.TextChoices):
        """Who can see it."""

        DRAFT = "draft", STATES["draft"]
        PUBLISHED = "published", STATES["published"]
        WITHDRAWN = "withdrawn", STATES["withdrawn"]

    class Origin(models.TextChoices):
        """Who wanted it."""

        POLITICAL = "political", ORIGINS["political"]
        REGIONAL = "regional", ORIGINS["regional"]
        LOCAL = "local", ORIGINS["local"]

    class Phase(models.TextChoices):
        """How far it is."""

        IDEA = "idea", PHASES["idea"]
        IN_PREPARATION = "in_preparation", PHASES["in_preparation"]
        RUNNING = "running", PHASES["running"]
        PERMANENT = "permanent", PHASES["permanent"]
        PILOT = "pilot", PHASES["pilot"]
        COMPLETED = "completed", PHASES["completed"]
        STOPPED = "stopped", PHASES["stopped"]

    class Light(models.TextChoices):
        """How it goes. Silence is ``not_updated``, never green."""

        ON_PLAN = "on_plan", LIGHTS["on_plan"]
        ATTENTION = "attention", LIGHTS["attention"]
        CRITICAL = "critical", LIGHTS["critical"]
        NOT_UPDATED = "not_updated", LIGHTS["not_updated"]

    title = models.CharField(_("title"), max_length=300)
    description = models.TextField(_("description"), blank=True)
    state = models.CharField(_("state"), max_length=10, choices=State, default=State.DRAFT)
    origin = models.CharField(_("origin"), max_length=10, choices=Origin, default=Origin.LOCAL)
    phase = models.CharField(_("phase"), max_length=20, choices=Phase, blank=True)
    light = models.CharField(_("status"), max_length=20, choices=Light, default=Light.NOT_UPDATED)
    light_reason = models.TextField(_("reason for the status"), blank=True)
    light_at = models.DateTimeField(_("status set"), null=True, blank=True)
    status_text = models.CharField(_("status as printed"), max_length=200, blank=True)

    unit = models.ForeignKey(
        Unit,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="initiatives",
        verbose_name=_("organisation"),
    )
    unit_text = models.CharField(_("organisation as printed"), max_length=200, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="owned_initiatives",
        verbose_name=_("owner"),
    )  # fmt: skip -- one field, one thought
    owner_text = models.CharField(_("responsible as printed"), max_length=200, blank=True)

    period_text = models.CharField(_("period as printed"), max_length=120, blank=True)
    start_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    end_year = models.PositiveSmallIntegerField(_("last year"), null=True, blank=True)
    open_ended = models.BooleanField(_("without end"), default=False)
    priority_year = models.PositiveSmallIntegerField(_("priority year"), null=True, blank=True)
    launch_quarter = models.PositiveSmallIntegerField(_("launch quarter"), null=True, blank=True)
    duration_days = models.DecimalField(_("duration in days"), max_digits=6, decimal_places=1, null=True, blank=True)
    deadline = models.DateField(_("deadline"), null=True, blank=True)

    target_text = models.TextField(_("for whom, as printed"), blank=True)
    target_groups = models.ManyToManyField(
        TargetGroup, related_name="initiatives", verbose_name=_("for whom"), blank=True
    )
    themes = models.ManyToManyField(Theme, related_name="initiatives", verbose_name=_("themes"), blank=True)
    programmes = models.ManyToManyField(Programme, related_name="initiatives", verbose_name=_("programmes"), blank=True)
    goals = models.ManyToManyField(Goal, related_name="initiatives", verbose_name=_("goals"), blank=True)

    # Both are written by the services: what free text is compared with, and the title in the Danish order of letters.
    folded = models.TextField(editable=False, blank=True)
    title_key = models.CharField(max_length=1000, editable=False, blank=True)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField(default=timezone.now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )
    changed_at = models.DateTimeField(default=timezone.now)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, editable=False, related_name="+"
    )

    objects = InitiativeQuerySet.as_manager()

    class Meta:
        ordering = ("title_key", "title", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(start_year__isnull=True) | Q(end_year__isnull=True) | Q(end_year__gte=F("start_year")),
                name="initiative_ends_not_before_it_begins",
                violation_error_message=_("The last year must not be before the first year."),
            ),
            models.CheckConstraint(
                condition=~Q(light__in=["attention", "critical"]) | ~Q(light_reason=""),
                name="lower_lights_have_a_reason",
                violation_error_message=_("Write why the status is not “On plan”."),
            ),
            models.CheckConstraint(
                condition=Q(launch_quarter__isnull=True) | Q(launch_quarter__range=(1, 4)),
                name="four_quarters_a_year",
                violation_error_message=_("The quarter is a number from 1 to 4."),
            ),
        ]
        indexes = [
            models.Index(fields=("state", "title_key", "title", "id"), name="published_by_title"),
            models.Index(fields=("state", "light"), name="published_by_light"),
            models.Index(fields=("state", "phase"), name="published_by_phase"),
            models.Index(fields=("state", "unit"), name="published_by_unit"),
            models.Index(fields=("state", "start_year", "end_year", "priority_year"), name="published_by_years"),
        ]

    def __str__(self) -> str:
        """Show the title."""
        return self.title

    def get_absolute_url(self) -> str:
        """Return the initiative's own page."""
        return reverse("initiatives:initiative", args=[self.pk])
