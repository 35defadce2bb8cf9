"""The log as administrators read it: who, what, when, why; narrowed in the address; out as Excel."""

import re
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from django.apps import apps
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

import indsats
from indsats.foundation.audit.services import record
from indsats.web.pages.actions import ACTIONS, OBJECTS
from tests import cast

pytestmark = pytest.mark.django_db
HOUSE = Path(indsats.__file__).parent


def at(day):
    return datetime(2026, 3, day, 9, 30, tzinfo=UTC)


@pytest.fixture
def client():
    client = Client()
    client.force_login(cast.person("administrator"))
    return client


@pytest.fixture
def three_events():
    anna, ward = cast.user("Anna Holm"), cast.ward_a()
    return (
        record("organisation.unit.established", on=ward, by=None, at=at(1), why="Nyt afsnit."),
        record(
            "organisation.unit.renamed", on=ward, by=anna, at=at(2), changes={"name": ["Afsnit A", "Sengeafsnit A"]}
        ),
        record("accounts.profile.changed", on=anna, by=anna, at=at(3)),
    )


def shown(response):
    """The rows that matter here: signing in is an event too."""
    return [
        event
        for event in response.context["page"].table.page.object_list.data
        if event.action[:16] != "accounts.sign_in"
    ]


def test_the_newest_stands_first_with_who_what_and_why_in_words(client, three_events):
    response = client.get("/log/")

    text = " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())
    assert shown(response) == list(reversed(three_events))
    assert "2. marts 2026 10:30 Anna Holm Omdøbte en enhed fjordby-medicin-a" in text
    assert "Systemet Oprettede en enhed" in text
    assert "Nyt afsnit." in text
    assert "Afsnit A → Sengeafsnit A" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("q=medicin-a", [1, 0]),
        ("q=nyt", [0]),
        ("who=system", [0]),
        ("what=organisation.unit.renamed", [1]),
        ("since=2026-03-02", [2, 1]),
        ("until=2026-03-02", [1, 0]),
        ("since=2026-03-02&until=2026-03-02", [1]),
        ("sort=at", [0, 1, 2]),
        ("what=nonsense&since=nonsense&who=nonsense&page=nonsense&sort=nonsense", [2, 1, 0]),
    ],
)
def test_the_log_is_narrowed_by_what_the_address_asks_for(client, three_events, query, expected):
    assert shown(client.get(f"/log/?{query}")) == [three_events[index] for index in expected]


def test_the_log_can_be_narrowed_to_a_person_and_to_one_object(client, three_events):
    anna, ward = cast.user("Anna Holm"), cast.ward_a()

    by_anna = client.get(f"/log/?who={anna.pk}")
    about_ward = client.get(f"/log/?object=organisation.unit:{ward.pk}")

    assert shown(by_anna) == [three_events[2], three_events[1]]
    assert shown(about_ward) == [three_events[1], three_events[0]]
    assert "Kun det, der er gjort ved »fjordby-medicin-a«." in about_ward.content.decode()


def test_a_log_with_nothing_that_fits_says_so(client):
    assert "Intet i loggen passer til det, du spørger om." in client.get("/log/?q=findes-ikke").content.decode()


def test_the_log_has_pages_and_keeps_what_was_asked_for(client):
    for _ in range(51):
        record("organisation.unit.renamed", on=cast.region(), by=None, at=at(1))

    second = client.get("/log/?what=organisation.unit.renamed&page=2")

    assert len(shown(second)) == 1
    assert "what=organisation.unit.renamed&amp;page=1" in second.content.decode()


def test_the_number_of_queries_does_not_grow_with_the_rows(client):
    def queries():
        with CaptureQueriesContext(
            connection,
        ) as caught:
            client.get("/log/")
        return len(caught)

    record("organisation.unit.renamed", on=cast.region(), by=cast.user("Anna Holm"))
    client.get("/log/")
    one = queries()
    for name in ("Bo Berg", "Carl Dam"):
        record("organisation.unit.renamed", on=cast.ward_a(), by=cast.user(name))

    assert queries() == one


def test_the_excel_file_holds_what_was_asked_for(client, three_events):
    response = client.get("/log/excel/?what=organisation.unit.renamed")

    sheet = load_workbook(BytesIO(response.content)).active
    rows = list(sheet.iter_rows(values_only=True))
    assert rows[0] == ("Hvornår", "Hvem", "Hvad", "Slags", "Genstand", "Hvorfor", "Ændringer", "Handling")
    assert [row[1:5] for row in rows[1:]] == [("Anna Holm", "Omdøbte en enhed", "enhed", "fjordby-medicin-a")]
    assert rows[1][0].date() == date(2026, 3, 2)
    assert rows[1][7] == str(three_events[1].operation)


@pytest.mark.parametrize("path", ["/log/", "/log/excel/"])
@pytest.mark.parametrize("role", [role for role in cast.ROLES if role != "administrator"])
def test_nobody_but_administrators_reads_the_log(path, role):
    client = Client()
    client.force_login(cast.person(role))

    assert client.get(path).status_code == 403


def test_an_administrator_of_one_hospital_does_not_read_what_is_about_everybody():
    client = Client()
    cast.whole_region()
    client.force_login(cast.person("administrator", cast.fjordby()))

    assert client.get("/log/").status_code == 403


def test_every_kind_of_event_that_is_written_has_a_name_in_words_and_no_other_has():
    outside_web = (path for path in HOUSE.glob("*/**/*.py") if path.parts[len(HOUSE.parts)] != "web")
    text = "\n".join(path.read_text(encoding="utf-8") for path in outside_web)
    written = set(re.findall(r'record\(\s*f?"([a-z_]+\.[a-z_.{}]+)', text))
    begun = tuple(name.partition("{")[0] for name in written if "{" in name)
    whole = {name for name in written if "{" not in name}
    never_written = {name for name in ACTIONS if f'"{name}"' not in text and not name.startswith(begun)}

    assert len(whole) > 15
    assert whole - set(ACTIONS) == set()
    assert [start for start in begun if not any(name.startswith(start) for name in ACTIONS)] == []
    assert never_written == set()


def test_the_names_of_objects_are_those_of_models_in_every_context_that_writes():
    models = {model._meta.label_lower for model in apps.get_models()}

    assert set(OBJECTS) - models == set()
    assert {action.split(".")[0] for action in ACTIONS} == {label.split(".")[0] for label in OBJECTS}
