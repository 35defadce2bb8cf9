"""What initiatives are about, in the order in which lists show it."""

from django.db import migrations

THEMES = (
    "onboarding mentoring competence_development career_paths recruitment branding_communication "
    "working_time_scheduling wellbeing physical_environment leadership senior_policy student_placements research "
    "task_shifting pay_conditions sick_leave violence_prevention psychological_safety_support "
    "technology_digitalisation interdisciplinary_collaboration social_responsibility exit_offboarding surveys_analysis"
).split()


def seed(apps, schema_editor):
    theme = apps.get_model("initiatives", "Theme")
    for position, key in enumerate(THEMES):
        theme.objects.update_or_create(key=key, defaults={"position": position})


class Migration(migrations.Migration):
    dependencies = [("initiatives", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
