"""The names of the groups that initiatives are for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

LABELS: dict[str, Promise] = {
    "all_staff": _("All staff"),
    "nurse": _("Nurses"),
    "physician": _("Physicians"),
    "junior_doctor": _("Junior doctors"),
    "senior_doctor": _("Senior doctors"),
    "midwife": _("Midwives"),
    "biomedical_scientist": _("Biomedical laboratory scientists"),
    "lab_technician": _("Laboratory technicians"),
    "social_health_assistant": _("Social and health care assistants"),
    "medical_secretary": _("Medical secretaries"),
    "physiotherapist": _("Physiotherapists"),
    "occupational_therapist": _("Occupational therapists"),
    "radiographer": _("Radiographers"),
    "pharmaconomist": _("Pharmaconomists"),
    "dietitian": _("Dietitians"),
    "psychologist": _("Psychologists"),
    "social_worker": _("Social workers"),
    "pedagogue": _("Pedagogues"),
    "service_staff": _("Service staff"),
    "administrative": _("Administrative staff"),
    "it_staff": _("IT staff"),
    "academic": _("Academic staff"),
    "researcher": _("Researchers"),
    "leader": _("Leaders"),
    "student": _("Students and trainees"),
    "new_employee": _("New employees"),
    "senior_employee": _("Senior employees"),
    "patient_care_staff": _("Staff in patient care"),
    "other": _("Others"),
}
NOT_PROFESSIONS = frozenset(
    {"all_staff", "leader", "student", "new_employee", "senior_employee", "patient_care_staff", "other"}
)


def label_of(key: str) -> str:
    """Return the group's name in the reader's language; an unknown key is shown as it is."""
    return str(LABELS.get(key, key))
