"""The groups that initiatives are for, in the order in which lists show them."""

from django.db import migrations

PROFESSIONS = (
    "nurse physician junior_doctor senior_doctor midwife biomedical_scientist lab_technician social_health_assistant "
    "medical_secretary physiotherapist occupational_therapist radiographer pharmaconomist dietitian psychologist "
    "social_worker pedagogue service_staff administrative it_staff academic researcher"
).split()
OTHERS = "leader student new_employee senior_employee patient_care_staff other".split()


def seed(apps, schema_editor):
    group = apps.get_model("organisation", "TargetGroup")
    for position, key in enumerate(["all_staff", *PROFESSIONS, *OTHERS]):
        group.objects.update_or_create(
            key=key, defaults={"is_profession": key in PROFESSIONS, "position": position}
        )


class Migration(migrations.Migration):
    dependencies = [("organisation", "0001_initial")]
    operations = [migrations.RunPython(seed, migrations.RunPython.noop)]
