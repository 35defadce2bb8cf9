"""A region with many initiatives: deterministic, in plausible Danish out of the sample documents' own sentences."""

import json
import random
import re
from datetime import UTC, datetime, timedelta
from pathlib import Path

from indsats.accounts.models import User
from indsats.catalogue.services import rebuild
from indsats.initiatives.models import Initiative, Programme, Theme
from indsats.initiatives.services import create_programme, keep_goal
from indsats.initiatives.services.values import write
from indsats.organisation.models import TargetGroup, Unit
from indsats.organisation.services.build import build_organisation

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
AT = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
PASSWORD = "en lang og rolig sætning"
BATCH = 2000
PHASES = ("running", "running", "running", "in_preparation", "permanent", "pilot", "idea", "completed", "stopped", "")
LIGHTS = ("on_plan", "on_plan", "on_plan", "attention", "critical", "not_updated")


ENDINGS = ("", "– anden del", "på afsnittet", "for nye")


def build_region(count):
    """Build the organisation through its services and the initiatives in bulk; return a programme officer's user."""
    build_organisation(data=json.loads((SAMPLES / "organisation.json").read_text("utf-8")), at=AT, password=PASSWORD)
    chance = random.Random(2026)
    programmes, goals = _programmes()
    made = list(_initiatives(count, chance))
    Initiative.objects.bulk_create(made, batch_size=BATCH)
    _relate(made, chance, programmes, goals)
    rebuild()
    return User.objects.filter(mandates__role="programme_officer").order_by("pk").first()


def _records():
    """What careful readers found in the sample plan and the sample catalogue."""
    for name in ("inspirationskatalog.jsonl", "handleplan.jsonl"):
        for line in (SAMPLES / "answers" / name).read_text("utf-8").splitlines():
            record = json.loads(line)
            if record.get("title") and record.get("description"):
                yield record


def _initiatives(count, chance):
    records = list(_records())
    sentences = [each for record in records for each in re.split(r"(?<=[.!?])\s+", record["description"])]
    names = [record["title"] for record in records]
    units = list(Unit.objects.order_by("key").values_list("pk", flat=True))
    people = list(User.objects.order_by("pk").values_list("pk", flat=True))
    for number in range(count):
        start, light = chance.randint(2021, 2027), chance.choice(LIGHTS)
        initiative = Initiative(state="published", created_at=AT - timedelta(minutes=number), changed_at=AT)
        write(
            initiative,
            {
                "title": f"{chance.choice(names)} {chance.choice(ENDINGS)}".strip(),
                "description": " ".join(chance.sample(sentences, chance.randint(2, 5))),
                "phase": chance.choice(PHASES),
                "light": light,
                "light_reason": chance.choice(sentences)[:200] if light in ("attention", "critical") else "",
                "unit": chance.choice(units),
                "owner": chance.choice(people),
                "start_year": start,
                "end_year": start + chance.randint(0, 3),
                "target_text": "",
            },
        )
        yield initiative


def _programmes():
    kinds = list(Programme.Kind.values)
    programmes = [
        create_programme(by=None, at=AT, title=f"Program {number}", kind=kinds[number % len(kinds)])
        for number in range(12)
    ]
    goals = [
        keep_goal(programme=each, by=None, at=AT, number=number, title=f"Målsætning {number}", position=number)
        for each in programmes
        for number in range(1, 6)
    ]
    return programmes, goals


def _relate(made, chance, programmes, goals):
    groups = list(TargetGroup.objects.values_list("pk", flat=True))
    themes = list(Theme.objects.values_list("pk", flat=True))
    of_programme = {each.pk: [goal.pk for goal in goals if goal.programme_id == each.pk] for each in programmes}
    rows = {"target_groups": [], "themes": [], "programmes": [], "goals": []}
    for initiative in made:
        programme = chance.choice(programmes).pk
        rows["programmes"].append((initiative.pk, programme))
        rows["goals"].append((initiative.pk, chance.choice(of_programme[programme])))
        rows["target_groups"] += [(initiative.pk, key) for key in chance.sample(groups, chance.randint(1, 3))]
        rows["themes"] += [(initiative.pk, key) for key in chance.sample(themes, chance.randint(1, 2))]
    for name, pairs in rows.items():
        through = getattr(Initiative, name).through
        column = f"{getattr(Initiative, name).field.m2m_reverse_field_name()}_id"
        through.objects.bulk_create(
            (through(**{"initiative_id": one, column: other}) for one, other in pairs), batch_size=BATCH
        )
