"""The names of what initiatives are about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from django.utils.functional import Promise

LABELS: dict[str, Promise] = {
    "onboarding": _("Onboarding"),
    "mentoring": _("Mentoring"),
    "competence_development": _("Competence development"),
    "career_paths": _("Career paths"),
    "recruitment": _("Recruitment"),
    "branding_communication": _("Branding and communication"),
    "working_time_scheduling": _("Working time and rosters"),
    "wellbeing": _("Wellbeing"),
    "physical_environment": _("Physical surroundings"),
    "leadership": _("Leadership"),
    "senior_policy": _("Senior working life"),
    "student_placements": _("Students and placements"),
    "research": _("Research"),
    "task_shifting": _("New division of tasks"),
    "pay_conditions": _("Pay and conditions"),
    "sick_leave": _("Sick leave"),
    "violence_prevention": _("Violence and threats"),
    "psychological_safety_support": _("Psychological safety and support"),
    "technology_digitalisation": _("Technology and digitalisation"),
    "interdisciplinary_collaboration": _("Collaboration across professions"),
    "social_responsibility": _("Social responsibility"),
    "exit_offboarding": _("Leaving the job"),
    "surveys_analysis": _("Surveys and analyses"),
}


def label_of(key: str) -> str:
    """Return the theme's name in the reader's language; an unknown key is shown as it is."""
    return str(LABELS.get(key, key))
