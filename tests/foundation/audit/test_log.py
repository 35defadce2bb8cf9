"""The audit log: written once, never changed, and one operation a request."""

import uuid
from datetime import UTC, datetime

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test import RequestFactory

from indsats.foundation.audit.middleware import one_operation_a_request
from indsats.foundation.audit.models import Event
from indsats.foundation.audit.services import one_operation, record
from tests import cast

pytestmark = pytest.mark.django_db
AT = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)


def test_an_event_says_who_did_what_to_which_object_when_and_why():
    anna, unit = cast.user("Anna Holm"), cast.region()

    event = record("organisation.unit.renamed", on=unit, by=anna, at=AT, why="Nyt navn.", changes={"name": ["A", "B"]})

    kept = Event.objects.get(pk=event.pk)
    assert (kept.action, kept.by, kept.at, kept.why) == ("organisation.unit.renamed", anna, AT, "Nyt navn.")
    assert (kept.object_type, kept.object_id, kept.object_text) == ("organisation.unit", str(unit.pk), "havregionen")
    assert kept.changes == {"name": ["A", "B"]}


def test_an_event_can_be_the_systems_own_and_about_nothing_we_know():
    event = record("accounts.sign_in.failed", on=None, by=None, at=AT)

    assert (event.by, event.object_type, event.object_id, event.object_text) == (None, "", "", "")


@pytest.mark.parametrize(
    "change",
    [
        lambda event: Event.objects.filter(pk=event.pk).update(why="Noget andet."),
        lambda event: Event.objects.filter(pk=event.pk).delete(),
        lambda event: event.delete(),
        lambda event: Event(pk=event.pk, at=AT, action="x").save(force_update=True),
        lambda event: Event.objects.filter(pk=event.pk)._raw_delete(connection.alias),
    ],
    ids=["update", "delete many", "delete one", "save", "raw delete"],
)
def test_the_database_itself_refuses_to_change_or_delete_an_event(change):
    event = record("organisation.unit.renamed", on=cast.region(), by=None, at=AT, why="Nyt navn.")

    with pytest.raises((IntegrityError, DatabaseError), match=r"never changed|never deleted"), transaction.atomic():
        change(event)

    assert Event.objects.get(pk=event.pk).why == "Nyt navn."


def test_all_events_of_one_request_have_one_operation_number_and_the_next_request_has_another():
    unit = cast.region()

    def two_acts(_request):
        record("a.b.first", on=unit, by=None)
        record("a.b.second", on=unit, by=None)

    answer = one_operation_a_request(two_acts)
    answer(RequestFactory().get("/"))
    answer(RequestFactory().get("/"))

    first, second, third, fourth = Event.objects.order_by("id").values_list("operation", flat=True)
    assert first == second
    assert third == fourth
    assert first != third


def test_an_operation_inside_another_belongs_to_the_outer_one():
    with one_operation() as outer:
        with one_operation() as inner:
            event = record("a.b.done", on=cast.region(), by=None)
        after = record("a.b.done", on=cast.region(), by=None)

    assert outer == inner == event.operation == after.operation


def test_an_act_outside_any_operation_is_one_of_its_own():
    first, second = (record("a.b.done", on=cast.region(), by=None) for _ in range(2))

    assert first.operation != second.operation
    assert isinstance(first.operation, uuid.UUID)


def test_an_event_goes_with_the_act_it_tells_of_when_that_is_undone():
    with transaction.atomic():
        record("a.b.done", on=cast.region(), by=None)
        transaction.set_rollback(True)

    assert Event.objects.count() == 0


def test_what_was_done_to_one_object_can_be_read_and_from_when():
    region, ward = cast.region(), cast.ward_a()
    old = record("a.b.first", on=ward, by=None, at=AT)
    new = record("a.b.second", on=ward, by=None, at=AT.replace(year=2027))
    record("a.b.elsewhere", on=region, by=None, at=AT)

    assert list(Event.objects.on(ward)) == [new, old]
    assert list(Event.objects.on_key(f"organisation.unit:{ward.pk}")) == [new, old]
    assert list(Event.objects.on(ward).since(AT.replace(year=2027))) == [new]
    assert Event.objects.on_key("").count() == 3
