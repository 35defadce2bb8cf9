"""``indsats demo``: a fictional region, built through the services, that can be built again without harm."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from django.apps import apps
from django.db.models import F
from django.utils import timezone

from indsats.accounts.models import User
from indsats.initiatives.models import FieldChange, Initiative, Programme
from indsats.intake.models import Batch, Edition, Upload
from indsats.organisation.models import Mandate
from indsats.web.cli import main
from indsats.web.services.demo.documents import NotRead
from indsats.web.services.demo.region import build_demo

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
STORY = json.loads((SAMPLES / "story.json").read_text(encoding="utf-8"))
pytestmark = pytest.mark.django_db(transaction=True)


def build(samples=SAMPLES):
    said = []
    build_demo(samples=samples, at=timezone.now(), say=said.append)
    return said


def uploads():
    return list(Upload.objects.order_by("pk").values_list("name", "edition__state"))


def everything():
    return {
        model._meta.label: sorted(map(str, model._default_manager.values_list()))
        for model in apps.get_models()
        if model._meta.app_label in ("accounts", "organisation", "initiatives", "intake", "audit", "files")
    }


def test_the_region_comes_through_the_services_and_sells_the_product(client):
    said = build()

    assert said == [
        "The organisation and its people …",
        *(f"{name} …" for name in (*STORY["documents"], *STORY["in_review"])),
    ]
    assert set(Mandate.objects.filter(user__is_demo=True).values_list("role", flat=True)) == set(Mandate.Role.values)
    assert uploads() == [(name, "published") for name in STORY["documents"]] + [
        (name, "in_review") for name in STORY["in_review"]
    ]
    assert set(Initiative.objects.values_list("light", flat=True)) == set(Initiative.Light.values)
    assert Initiative.objects.filter(light__in=["attention", "critical"], light_reason="").count() == 0
    assert Programme.objects.filter(kind="action_plan").count() == 1
    assert Edition.objects.filter(closed_at__lt=F("read_at")).count() == 0
    officer = User.objects.get(email="karen.holmvig@nordhavet.example")
    assert client.post("/konto/log-ind/demo/", {"person": officer.pk}).url == "/"


def test_the_story_is_told_to_the_end_and_is_history_with_people_in_it():
    build()

    told = {row["title"] for part in ("initiatives", "withdrawn") for row in STORY[part]}
    owned = set(Initiative.objects.filter(owner__isnull=False).values_list("title", flat=True))
    weekends = Initiative.objects.get(title="12-timers vagter i weekenden", unit__key="fjh")
    lights = FieldChange.objects.filter(initiative=weekends, field="light").order_by("version")
    mates = Initiative.objects.get(title="Makkerpar for nye afsnitsledere")
    assert told - set(Initiative.objects.values_list("title", flat=True)) == set()
    assert owned == {row["title"] for row in STORY["initiatives"]}
    assert [(change.by.name, change.after) for change in lights][-2:] == [
        ("Lise Havnelund", "on_plan"),
        ("Lise Havnelund", "attention"),
    ]
    assert weekends.light_reason.startswith("Fraværet er faldet igen")
    assert [str(goal) for goal in mates.goals.all()] == ["5. Ledelse med tid og retning"]


def test_building_again_loses_nothing_that_a_visitor_did_and_doubles_nothing():
    build()
    visited = Initiative.objects.get(title="Mentorordning", unit__key="fjh")
    new = {"title": "Mentorordning for alle", "light": "critical", "light_reason": "Nej."}
    Initiative.objects.filter(pk=visited.pk).update(**new)
    User.objects.filter(email="lise.havnelund@nordhavet.example").update(name="Lise Ny")
    before = everything()

    build()

    assert {label: len(rows) for label, rows in everything().items()} == {
        label: len(rows) for label, rows in before.items()
    }
    assert everything() == before


def test_a_build_that_was_killed_between_two_documents_goes_on_where_it_stopped(tmp_path):
    whole = tmp_path / "samples"
    whole.mkdir()
    for name in ("organisation.json", "story.json", STORY["documents"][0]):
        (whole / name).symlink_to(SAMPLES / name)

    with pytest.raises(FileNotFoundError):
        build(whole)
    build()

    assert [name for name, _ in uploads()] == STORY["documents"] + STORY["in_review"]
    assert {state for _, state in uploads()[: len(STORY["documents"])]} == {"published"}
    assert Batch.objects.count() == len(uploads())


def test_a_sample_that_cannot_be_read_stops_the_build_with_the_readers_sentence(tmp_path):
    for name in ("organisation.json", "story.json"):
        (tmp_path / name).symlink_to(SAMPLES / name)
    (tmp_path / STORY["documents"][0]).write_bytes(b"")

    with pytest.raises(NotRead, match=rf"^{STORY['documents'][0]}: "):
        build(tmp_path)


def test_demo_logins_are_made_only_where_there_is_a_demo(capsys, settings):
    settings.INDSATS = replace(settings.INDSATS, mode="production")

    status = main(["demo"])

    assert (status, capsys.readouterr().err.splitlines()[-1]) == (
        1,
        "indsats: The demo is built only where INDSATS_MODE is demo.",
    )
    assert User.objects.count() == 0
