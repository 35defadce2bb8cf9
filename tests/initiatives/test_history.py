"""The history: read by a person, taken back field by field, and back to the beginning."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from indsats.initiatives.domain.fields import FIELDS
from indsats.initiatives.domain.lifecycle import LIGHTS, PHASES
from indsats.initiatives.models import FieldChange, Initiative, Programme
from indsats.initiatives.pages.history import HistoryPage
from indsats.initiatives.services import (
    EditConflict,
    change_initiative,
    publish_initiative,
    restore_field,
    undo_operation,
    withdraw_initiative,
)
from indsats.initiatives.services.values import values_of
from indsats.organisation.services.events import merge_units
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db


def change(initiative, at=made.LATER, by=None, why="", **fields):
    version = Initiative.objects.get(pk=initiative.pk).version
    return change_initiative(initiative=initiative, by=by, at=at, fields=fields, version=version, why=why)


def everything(initiative):
    fresh = Initiative.objects.get(pk=initiative.pk)
    return {**values_of(fresh, [field.name for field in FIELDS]), "state": fresh.state}


def read(initiative):
    page = HistoryPage.build(initiative, viewer=cast.person("programme_officer"))
    return [(edit.who, edit.why, [(line.label, line.before, line.after) for line in edit.lines]) for edit in page.edits]


def test_a_person_can_read_who_changed_what_and_why():
    cast.whole_region()
    officer = cast.person("programme_officer", name="Karen Konsulent")
    plan = made.programme("Handleplanen")
    initiative = made.initiative(unit=cast.ward_a())
    change(initiative, by=officer, why="Styregruppen", unit=cast.ward_b(), themes=["wellbeing"], programmes=[plan])
    withdraw_initiative(initiative=initiative, by=None, at=made.LATER, why="Slut")

    assert read(initiative) == [
        ("Systemet", "Slut", [("Synlighed", "Offentliggjort", "Trukket tilbage")]),
        (
            "Karen Konsulent",
            "Styregruppen",
            [
                ("Organisation", "Sengeafsnit A", "Sengeafsnit B"),
                ("Temaer", "", "Trivsel"),
                ("Programmer", "", "Handleplanen"),
            ],
        ),
    ]


def test_a_unit_that_has_closed_keeps_its_name_in_the_history():
    cast.whole_region()
    initiative = made.initiative(unit=cast.ward_a())
    change(initiative, unit=cast.ward_b())
    merge_units(units=[cast.ward_a()], into=cast.ward_b(), on=made.NOW.date(), by=None)

    assert read(initiative)[0][2] == [("Organisation", "Sengeafsnit A", "Sengeafsnit B")]


def test_a_programme_that_has_gone_is_said_to_be_gone_and_can_still_be_restored_around():
    plan, other = made.programme(), made.programme("En anden")
    initiative = made.initiative(programmes=[plan, other])
    change(initiative, programmes=[])
    gone = plan.pk
    Programme.objects.filter(pk=gone).delete()

    assert read(initiative)[0][2] == [("Programmer", f"findes ikke længere (nummer {gone}), En anden", "")]
    restore_field(change=FieldChange.objects.get(), by=None, at=made.LATER)
    assert list(initiative.programmes.all()) == [other]


def test_restoring_a_field_leaves_later_changes_of_others_alone_and_is_history_itself():
    initiative = made.initiative()
    change(initiative, title="Anden", description="Tekst")
    change(initiative, start_year=2027)

    restore_field(change=FieldChange.objects.get(field="title"), by=None, at=made.LATER)

    now = Initiative.objects.get()
    assert (now.title, now.description, now.start_year) == ("Mentorordning", "Tekst", 2027)
    assert [(each.field, each.before, each.after, each.why) for each in now.history.filter(version=now.version)] == [
        ("title", "Anden", "Mentorordning", "Fortrudt")
    ]


def test_a_light_comes_back_with_the_reason_that_it_had():
    initiative = made.initiative(light="critical", light_reason="Ingen penge")
    change(initiative, light="on_plan", light_reason="")

    restored = restore_field(change=FieldChange.objects.get(field="light"), by=None, at=made.LATER)

    assert (restored.light, restored.light_reason) == ("critical", "Ingen penge")


def test_the_years_of_a_period_come_back_together():
    initiative = made.initiative(start_year=2020, end_year=2021)
    change(initiative, start_year=2030, end_year=2031)

    restored = restore_field(change=FieldChange.objects.get(field="end_year"), by=None, at=made.LATER)

    assert (restored.start_year, restored.end_year) == (2020, 2021)


def test_what_no_longer_fits_is_not_restored_and_says_why():
    initiative = made.initiative(end_year=2021)
    change(initiative, end_year=2031)
    change(initiative, start_year=2030)

    with pytest.raises(ValidationError, match="sidste år"):
        restore_field(change=FieldChange.objects.get(field="end_year"), by=None, at=made.LATER)

    assert Initiative.objects.get().end_year == 2031


def test_a_state_is_restored_along_its_own_moves():
    initiative = made.initiative(publish=False)
    publish_initiative(initiative=initiative, by=None, at=made.NOW)

    restored = restore_field(change=FieldChange.objects.get(), by=None, at=made.LATER)

    assert restored.state == "draft"


def test_a_whole_edit_is_undone_at_once():
    initiative = made.initiative(start_year=2020)
    changed = change(initiative, title="Anden", start_year=2027)
    operation = changed.history.first().operation

    undo_operation(initiative=changed, operation=operation, by=None, at=made.LATER, version=changed.version)

    now = Initiative.objects.get()
    assert (now.title, now.start_year, now.version) == ("Mentorordning", 2020, 3)


def test_an_edit_is_not_undone_over_somebody_elses_work():
    initiative = made.initiative()
    changed = change(initiative, title="Anden")
    operation = changed.history.first().operation
    change(initiative, title="Tredje")

    with pytest.raises(EditConflict):
        undo_operation(initiative=changed, operation=operation, by=None, at=made.LATER, version=changed.version)

    assert Initiative.objects.get().title == "Tredje"


def test_the_history_page_costs_the_same_for_a_short_and_a_long_history(django_assert_num_queries):
    cast.whole_region()
    viewer = cast.person("programme_officer")
    initiative = made.initiative()

    def edit(times):
        for number in range(times):
            unit = (cast.ward_a(), cast.ward_b())[number % 2]
            owner = cast.user(f"Ejer {number % 2}")
            plans = [made.programme(f"Plan {times} {number}")]
            change(initiative, title=f"Titel {times} {number}", unit=unit, owner=owner, programmes=plans)

    edit(1)
    with django_assert_num_queries(8):
        HistoryPage.build(initiative, viewer=viewer)
    edit(12)
    with django_assert_num_queries(8):
        HistoryPage.build(initiative, viewer=viewer)


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=40)
years = st.none() | st.integers(1990, 2060)
edits = st.fixed_dictionaries(
    {},
    optional={
        "title": texts.filter(str.strip),
        "description": texts,
        "phase": st.sampled_from(["", *PHASES]),
        "start_year": years,
        "end_year": years,
        "open_ended": st.booleans(),
        "light": st.sampled_from(list(LIGHTS)),
        "light_reason": texts,
        "duration_days": st.none() | st.decimals(0, 999, places=1),
        "themes": st.lists(st.sampled_from(["wellbeing", "mentoring", "research"])),
        "target_groups": st.lists(st.sampled_from(["nurse", "leader"])),
    },
)
acts = st.lists(edits | st.sampled_from(["publish", "withdraw"]), max_size=8)


def act(initiative, what, at):
    current = Initiative.objects.get(pk=initiative.pk)
    if what == "publish" and current.state != "published":
        publish_initiative(initiative=current, by=None, at=at)
    elif what == "withdraw" and current.state != "withdrawn":
        withdraw_initiative(initiative=current, by=None, at=at, why="Slut")
    elif isinstance(what, dict):
        change(current, at=at, why="Prøve", **what)


class TestRoundTrip(TestCase):
    """Whatever is done, restoring every change backwards gives the first state."""

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(acts)
    def test_restoring_every_change_backwards_gives_the_first_state(self, whats):
        initiative = made.initiative("Først", publish=False)
        first = everything(initiative)
        for step, what in enumerate(whats):
            try:
                act(initiative, what, made.NOW + timedelta(minutes=step))
            except ValidationError:
                continue

        for each in FieldChange.objects.filter(initiative=initiative).order_by("-version", "-id"):
            restore_field(change=each, by=None, at=made.LATER)

        assert everything(initiative) == first
