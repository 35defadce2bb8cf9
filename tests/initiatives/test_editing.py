"""Creating and changing initiatives."""

import pytest
from django.core.exceptions import ValidationError

from indsats.foundation.access.verdict import Refused
from indsats.foundation.audit.models import Event
from indsats.initiatives.models import FieldChange, Initiative
from indsats.initiatives.services import EditConflict, change_initiative, create_initiative, set_light
from indsats.initiatives.services.values import UnknownField
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db


def change(initiative, *, version=None, by=None, why="", passages=(), **fields):
    return change_initiative(
        initiative=initiative,
        by=by,
        at=made.LATER,
        fields=fields,
        version=initiative.version if version is None else version,
        why=why,
        passages=passages,
    )


def history(initiative):
    return [(each.field, each.before, each.after) for each in initiative.history.order_by("id")]


def test_an_initiative_is_created_with_everything_it_is_given():
    plan = made.programme()
    goal = made.goal(plan)
    owner = cast.user("Tove Tovholder")

    created = made.initiative(
        unit=cast.ward_a(),
        owner=owner,
        themes=["wellbeing", "mentoring"],
        target_groups=["nurse"],
        programmes=[plan],
        goals=[goal],
        start_year=2026,
        passages=[made.passage()],
    )

    kept = Initiative.objects.get(pk=created.pk)
    assert (kept.title, kept.state, kept.version) == ("Mentorordning", "published", 1)
    assert (kept.unit, kept.owner, kept.start_year) == (cast.ward_a(), owner, 2026)
    assert [theme.key for theme in kept.themes.all()] == ["mentoring", "wellbeing"]
    assert [group.key for group in kept.target_groups.all()] == ["nurse"]
    assert (list(kept.programmes.all()), list(kept.goals.all())) == ([plan], [goal])
    assert [(each.field, each.quote, each.page) for each in kept.passages.all()] == [("title", "Mentorordning", 1)]


def test_creating_is_one_event_and_no_history():
    created = made.initiative(publish=False)

    assert [event.action for event in Event.objects.on(created)] == ["initiatives.initiative.created"]
    assert history(created) == []


def test_nothing_stated_is_kept_as_nothing():
    created = made.initiative(description=None, phase=None, owner=None, start_year=None, themes=None, open_ended=None)

    assert (created.description, created.phase, created.owner, created.start_year) == ("", "", None, None)


def test_each_field_that_changes_is_one_line_of_history_and_what_stays_is_none():
    initiative = made.initiative(start_year=2026)

    changed = change(initiative, title="Makkerordning", start_year=2026, themes=["wellbeing"])

    assert history(initiative) == [("title", "Mentorordning", "Makkerordning"), ("themes", [], ["wellbeing"])]
    assert (changed.version, changed.changed_at) == (2, made.LATER)


def test_a_change_is_one_event_under_the_same_operation_as_its_history():
    initiative = made.initiative()

    change(initiative, title="Makkerordning", start_year=2027, why="Nyt navn")

    event = Event.objects.on(initiative).get(action="initiatives.initiative.changed")
    assert event.changes == {"title": ["Mentorordning", "Makkerordning"], "start_year": [None, 2027]}
    assert {each.operation for each in FieldChange.objects.all()} == {event.operation}


def test_changing_nothing_writes_nothing():
    initiative = made.initiative()

    unchanged = change(initiative, title="Mentorordning ", version=1)

    assert (unchanged.version, history(initiative)) == (1, [])


def test_a_field_that_does_not_exist_is_refused():
    with pytest.raises(UnknownField):
        made.initiative(colour="green")


def test_visibility_is_not_a_field_to_be_changed():
    with pytest.raises(UnknownField):
        change(made.initiative(), state="withdrawn")


@pytest.mark.parametrize("light", ["attention", "critical"])
def test_a_lower_light_needs_a_reason(light):
    initiative = made.initiative()

    with pytest.raises(ValidationError) as refused:
        change(initiative, light=light)

    assert list(refused.value.message_dict) == ["light_reason"]
    assert Initiative.objects.get().light == "not_updated"


def test_a_reason_of_spaces_is_none():
    with pytest.raises(ValidationError):
        made.initiative(light="critical", light_reason="   ")


def test_an_initiative_that_ends_before_it_begins_is_refused():
    with pytest.raises(ValidationError):
        made.initiative(start_year=2027, end_year=2026)


def test_an_unusual_move_of_phase_asks_why():
    initiative = made.initiative(phase="completed")

    with pytest.raises(ValidationError) as refused:
        change(initiative, phase="idea")
    assert list(refused.value.message_dict) == ["why"]

    assert change(initiative, phase="idea", why="Fejl i planen").phase == "idea"


def test_a_document_is_reason_enough_for_an_unusual_phase():
    initiative = made.initiative(phase="completed")

    assert change(initiative, phase="idea", passages=[made.passage("phase", "Idéfase")]).phase == "idea"


def test_setting_the_same_light_again_moves_its_date_but_is_no_change():
    initiative = made.initiative(light="on_plan")

    confirmed = set_light(initiative=initiative, by=None, at=made.LATER, light="on_plan", reason="", version=1)

    assert (confirmed.light_at, confirmed.version, history(initiative)) == (made.LATER, 1, [])


def test_a_light_has_the_date_on_which_it_was_set():
    initiative = made.initiative()

    lit = set_light(initiative=initiative, by=None, at=made.LATER, light="critical", reason="Ingen penge", version=1)

    assert (initiative.light_at, lit.light_at, lit.light_reason) == (None, made.LATER, "Ingen penge")


def test_the_second_of_two_is_shown_what_differs_and_nothing_is_overwritten():
    initiative = made.initiative(description="Først")
    change(initiative, title="Hendes titel", start_year=2027, version=1)

    with pytest.raises(EditConflict) as conflict:
        change(initiative, title="Min titel", description="Min tekst", start_year=None, version=1)

    shown = [(each.field, each.base, each.theirs, each.mine, each.suggestion) for each in conflict.value.differences]
    assert shown == [
        ("title", "Mentorordning", "Hendes titel", "Min titel", "mine"),
        ("description", "Først", "Først", "Min tekst", "mine"),
        ("start_year", None, 2027, None, "theirs"),
    ]
    assert [each.field for each in conflict.value.differences if each.is_contested] == ["title"]
    kept = Initiative.objects.get()
    assert (kept.title, kept.description, kept.start_year) == ("Hendes titel", "Først", 2027)


def test_two_who_wrote_the_same_have_no_conflict():
    initiative = made.initiative()
    change(initiative, title="Samme titel", version=1)

    same = change(initiative, title="Samme titel", version=1)

    assert (same.version, len(history(initiative))) == (2, 1)


def test_the_same_passage_is_kept_once_and_a_new_one_beside_it():
    initiative = made.initiative(passages=[made.passage()])

    change(initiative, title="Mentorordning", passages=[made.passage(), made.passage(quote="Mentorordningen", line=3)])

    assert [each.quote for each in initiative.passages.all()] == ["Mentorordning", "Mentorordningen"]


def test_free_text_is_folded_when_it_is_written():
    created = made.initiative("ÆLDRE på Arbejde", description="Til   Seniorer")

    assert created.folded == "ældre på arbejde til seniorer"


def test_someone_who_may_not_create_leaves_nothing_behind():
    cast.whole_region()
    stranger = cast.person("employee")

    with pytest.raises(Refused):
        create_initiative(by=stranger, at=made.NOW, fields={"title": "Nej", "unit": cast.ward_a()})

    assert Initiative.objects.count() == 0
