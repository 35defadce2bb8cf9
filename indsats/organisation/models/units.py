"""A unit keeps its identity while its name, place and codes change: one row the unit, one row each stretch of time."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from indsats.organisation.querysets import UnitEventQuerySet, UnitQuerySet, UnitVersionQuerySet


class Unit(models.Model):
    """A place in the line organisation, from region to ward, whatever it is called at the time."""

    class Kind(models.TextChoices):
        """What sort of unit it is."""

        REGION = "region", _("Region")
        HOSPITAL = "hospital", _("Hospital")
        CORPORATE_CENTRE = "corporate_centre", _("Corporate centre")
        CENTRE = "centre", _("Centre")
        DEPARTMENT = "department", _("Department")
        WARD = "ward", _("Ward")

    key = models.SlugField(_("key"), max_length=80, unique=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind)

    objects = UnitQuerySet.as_manager()

    class Meta:
        ordering = ("key",)

    def __str__(self) -> str:
        """Show the key; a unit's name needs a date."""
        return self.key


class UnitVersion(models.Model):
    """What a unit was called and where it belonged, from a day until the day before another.

    ``valid_to`` is the first day on which it no longer holds; empty while it holds.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="versions")
    name = models.CharField(_("name"), max_length=200)
    short_name = models.CharField(_("abbreviation"), max_length=30, blank=True)
    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    codes = models.JSONField(_("codes"), default=dict, blank=True)

    objects = UnitVersionQuerySet.as_manager()

    class Meta:
        ordering = ("unit", "valid_from")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="version_ends_after_it_begins",
            ),
            models.UniqueConstraint(fields=("unit", "valid_from"), name="one_version_of_a_unit_begins_a_day"),
            models.UniqueConstraint(
                fields=("unit",), condition=Q(valid_to__isnull=True), name="one_open_version_of_a_unit"
            ),
            models.CheckConstraint(
                condition=Q(parent__isnull=True) | ~Q(parent=F("unit")), name="unit_is_not_its_own_parent"
            ),
        ]

    def __str__(self) -> str:
        """Show the name that holds in this stretch of time."""
        return self.name


class UnitEvent(models.Model):
    """Something that was decided about units, on a date: the reason why versions begin and end.

    ``details`` is the domain's event in writing, so that the history can be told again from its events.
    """

    class Kind(models.TextChoices):
        """What happened."""

        ESTABLISH = "establish", _("Established")
        RENAME = "rename", _("Renamed")
        MOVE = "move", _("Moved")
        MERGE = "merge", _("Merged")
        SPLIT = "split", _("Split")
        CLOSE = "close", _("Closed")

    kind = models.CharField(_("kind"), max_length=10, choices=Kind)
    on = models.DateField(_("date"))
    units = models.ManyToManyField(Unit, related_name="events")
    note = models.TextField(_("note"), blank=True)
    details = models.JSONField(default=dict, blank=True)
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    objects = UnitEventQuerySet.as_manager()

    class Meta:
        ordering = ("on", "id")

    def __str__(self) -> str:
        """Show what happened and when."""
        return f"{self.get_kind_display()} {self.on:%d.%m.%Y}"


class Succession(models.Model):
    """Which unit carries on after another: from every closed unit a path leads to those that took over."""

    event = models.ForeignKey(UnitEvent, on_delete=models.PROTECT, related_name="successions")
    predecessor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_from")
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="successions_to")

    objects: ClassVar[models.Manager[Succession]] = models.Manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=("predecessor", "successor"), name="one_succession_a_pair"),
            models.CheckConstraint(condition=~Q(predecessor=F("successor")), name="nobody_succeeds_themselves"),
        ]

    def __str__(self) -> str:
        """Show the pair."""
        return f"{self.predecessor} → {self.successor}"


class UnitAlias(models.Model):
    """Another name that documents use for a unit. ``text`` is as printed, ``folded`` is what is compared."""

    class Kind(models.TextChoices):
        """Where the name comes from."""

        ABBREVIATION = "abbreviation", _("Abbreviation")
        FORMER_NAME = "former_name", _("Former name")
        MISPRINT = "misprint", _("Misprint")
        OTHER = "other", _("Other name")

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="aliases")
    text = models.CharField(_("name"), max_length=200)
    folded = models.CharField(max_length=200, db_index=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind, default=Kind.OTHER)

    objects: ClassVar[models.Manager[UnitAlias]] = models.Manager()

    class Meta:
        ordering = ("text",)
        constraints = [models.UniqueConstraint(fields=("unit", "folded"), name="one_alias_a_unit")]

    def __str__(self) -> str:
        """Show the name as printed."""
        return self.text
