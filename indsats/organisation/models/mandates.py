"""Who stands where: a role at a unit or in a committee, from a day until the day before another."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from indsats.organisation.models.units import Unit
from indsats.organisation.querysets import CommitteeQuerySet, MandateQuerySet


class MedCommittee(models.Model):
    """A MED body: leaders and employees together, beside the line organisation."""

    members: int  # counted by ``with_members``

    key = models.SlugField(_("key"), max_length=80, unique=True)
    name = models.CharField(_("name"), max_length=200)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="committees")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")

    objects = CommitteeQuerySet.as_manager()

    class Meta:
        ordering = ("name",)

    def __str__(self) -> str:
        """Show the name."""
        return self.name


class Mandate(models.Model):
    """A person's role at a unit and everything below it. ``valid_to`` is the first day without it."""

    unit_name: str  # annotated by ``with_unit_names``

    class Role(models.TextChoices):
        """The roles of the product."""

        PROGRAMME_OFFICER = "programme_officer", _("Programme officer")
        INITIATIVE_OWNER = "initiative_owner", _("Initiative owner")
        DEPARTMENT_LEADER = "department_leader", _("Department leader")
        WARD_LEADER = "ward_leader", _("Ward leader")
        WORK_ENVIRONMENT_REP = "work_environment_rep", _("Work-environment representative")
        SHOP_STEWARD = "shop_steward", _("Shop steward")
        MED_MEMBER = "med_member", _("MED member")
        ANALYST = "analyst", _("HR analyst")
        ASSESSOR = "assessor", _("Assessor")
        POLITICIAN = "politician", _("Politician")
        EMPLOYEE = "employee", _("Employee")
        ADMINISTRATOR = "administrator", _("Administrator")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="mandates")
    role = models.CharField(_("role"), max_length=30, choices=Role)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="mandates")
    committee = models.ForeignKey(
        MedCommittee, on_delete=models.PROTECT, null=True, blank=True, related_name="mandates"
    )
    valid_from = models.DateField(_("from"))
    valid_to = models.DateField(_("until"), null=True, blank=True)
    substitute_for = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="substitutes"
    )

    objects = MandateQuerySet.as_manager()

    class Meta:
        ordering = ("user", "role", "valid_from")
        constraints = [
            models.CheckConstraint(
                condition=Q(valid_to__isnull=True) | Q(valid_to__gt=F("valid_from")),
                name="mandate_ends_after_it_begins",
            ),
            models.UniqueConstraint(
                fields=("user", "role", "unit", "valid_from"), name="one_mandate_a_person_role_unit_and_day"
            ),
        ]

    def __str__(self) -> str:
        """Show who has which role where."""
        return f"{self.user}: {self.get_role_display()}, {self.unit}"
