"""The front page: what waits for the person, and what fits each role."""

import re
from datetime import datetime, timedelta

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from indsats.foundation.audit.services import record
from indsats.initiatives.services import create_initiative, create_programme, follow, set_light, withdraw_initiative
from indsats.web.pages.front import FrontPage
from tests import cast

pytestmark = pytest.mark.django_db
NOW = timezone.now()


def initiative(title, unit=None, *, light="", reason="", owner=None, at=NOW, **fields):
    given = {"title": title, "unit": unit or cast.region(), "phase": "running", "owner": owner} | fields
    made = create_initiative(by=None, at=at, fields=given, publish=True)
    return (
        set_light(initiative=made, by=None, at=at, light=light, reason=reason, version=made.version) if light else made
    )


def front(person, hour=12):
    return FrontPage.build(viewer=person, now=timezone.localtime().replace(hour=hour))


def titles(person):
    return [panel.title for panel in front(person).panels]


def lines(person, title):
    return [line.title for panel in front(person).panels if panel.title == title for line in panel.lines]


@pytest.mark.parametrize(
    ("hour", "said"), [(0, "Godmorgen"), (9, "Godmorgen"), (10, "Hej"), (17, "Hej"), (18, "Godaften"), (23, "Godaften")]
)
def test_people_are_greeted_by_the_hour_and_their_first_name(hour, said):
    assert front(cast.user("Anna Holm"), hour).greeting == f"{said}, Anna"


FITTING = {
    "programme_officer": ["Sådan går det med programmerne", "Dokumenter til gennemgang", "Ikke opdateret længe"],
    "initiative_owner": ["Mine indsatser", "Sådan går det med programmerne"],
    "department_leader": ["I min enhed", "Det lykkes for andre"],
    "ward_leader": ["I min enhed", "Det lykkes for andre"],
    "work_environment_rep": ["I min enhed", "Det lykkes for andre"],
    "shop_steward": ["I min enhed", "Det lykkes for andre"],
    "med_member": ["Sådan går det med programmerne", "Det, der ikke går som planlagt"],
    "analyst": ["Sådan går det med programmerne", "Ikke opdateret længe"],
    "assessor": ["Det lykkes for andre", "Sådan går det med programmerne"],
    "politician": ["Sådan går det med programmerne", "Det, der ikke går som planlagt"],
    "employee": ["Hvor jeg arbejder", "Det lykkes for andre"],
    "administrator": ["Senest", "Sådan går det med programmerne"],
}


@pytest.mark.parametrize("role", cast.ROLES)
def test_each_role_sees_what_fits_it(role):
    assert titles(cast.person(role)) == FITTING[role]


def test_someone_without_a_role_sees_the_programmes_and_what_others_do():
    assert titles(cast.user("Anna Holm")) == ["Sådan går det med programmerne", "Det lykkes for andre"]


def test_someone_with_several_roles_sees_each_part_once():
    anna = cast.person("politician", name="Anna Holm")
    cast.person("med_member", name="Anna Holm")
    cast.person("employee", cast.ward_a(), name="Anna Holm")

    assert titles(anna) == [
        "Sådan går det med programmerne",
        "Det, der ikke går som planlagt",
        "Hvor jeg arbejder",
        "Det lykkes for andre",
    ]


def test_an_administrator_of_one_hospital_does_not_see_the_log_of_everybody():
    cast.whole_region()

    assert titles(cast.person("administrator", cast.fjordby())) == ["Sådan går det med programmerne"]


def test_with_nothing_there_every_part_says_why_it_is_empty():
    pages = [front(cast.person(role)) for role in cast.ROLES]

    shown = {panel.title: panel for page in pages for panel in page.panels if panel.title != "Senest"}
    assert [panel.title for panel in shown.values() if panel.chart or panel.lines or not panel.empty] == []
    assert {page.waiting for page in pages} == {()}


def test_the_programmes_are_a_picture_of_lights_the_fullest_first():
    small, large = (create_programme(by=None, at=NOW, title=title, kind="action_plan") for title in ("A", "B"))
    initiative("1", programmes=[small], light="critical", reason="Nej.")
    initiative("2", programmes=[large], light="on_plan")
    initiative("3", programmes=[large])
    initiative("Slut", programmes=[small, large], phase="completed")

    panel = front(cast.person("politician")).panels[0]

    assert panel.chart.columns == ("", "Kritisk", "Øget opmærksomhed", "Planmæssigt", "Ikke opdateret")
    assert panel.chart.rows == (("B", 0, 0, 1, 1), ("A", 1, 0, 0, 0))


def test_a_politician_sees_what_does_not_go_as_planned_with_the_reason_the_worst_first():
    initiative("Går fint", light="on_plan")
    initiative("Halter", light="attention", reason="Det trækker ud.")
    initiative("Er galt", cast.ward_a(), light="critical", reason="Pengene er brugt.")

    panel = front(cast.person("politician")).panels[1]

    assert [(line.title, line.about, line.light) for line in panel.lines] == [
        ("Er galt", "Sengeafsnit A · Pengene er brugt.", "critical"),
        ("Halter", "Havregionen · Det trækker ud.", "attention"),
    ]


def test_an_officer_sees_the_longest_silence_first():
    initiative("Ny", light="on_plan")
    initiative("Gammel", light="on_plan", at=NOW - timedelta(days=100))
    initiative("Ældre", light="on_plan", at=NOW - timedelta(days=200))
    initiative("Afsluttet", light="on_plan", at=NOW - timedelta(days=300), phase="completed")

    assert lines(cast.person("programme_officer"), "Ikke opdateret længe") == ["Ældre", "Gammel"]


def test_an_owner_sees_only_their_own():
    mona = cast.person("initiative_owner", name="Mona Strand")
    initiative("Min", owner=mona)
    initiative("En andens", owner=cast.user("Bo Berg"))

    assert lines(mona, "Mine indsatser") == ["Min"]


def test_a_ward_leader_sees_the_own_ward_first_then_the_units_above_and_no_others():
    cast.whole_region()
    initiative("Regionens")
    initiative("Hospitalets", cast.fjordby())
    initiative("Afsnittets", cast.ward_a())
    initiative("Naboens", cast.ward_b())
    initiative("Et andet hospitals", cast.bakkeby())

    leader = cast.person("ward_leader", cast.ward_a())

    assert lines(leader, "I min enhed") == ["Afsnittets", "Hospitalets", "Regionens"]


def test_a_department_leader_sees_the_wards_below_too():
    initiative("Afsnittets", cast.ward_a())

    assert lines(cast.person("department_leader", cast.medical()), "I min enhed") == ["Afsnittets"]


def test_inspiration_is_what_goes_well_elsewhere_newest_first():
    cast.whole_region()
    initiative("Egen", cast.ward_a(), light="on_plan", origin="local")
    initiative("Ældst", cast.bakkeby(), light="on_plan", origin="local", at=NOW - timedelta(days=2))
    initiative("Nyest", cast.surgery(), light="on_plan", origin="local")
    initiative("Går skidt", cast.surgery(), light="critical", reason="Nej.", origin="local")
    initiative("Kun en idé", cast.surgery(), light="on_plan", origin="local", phase="idea")
    initiative("Regionens", light="on_plan", origin="political")

    assert lines(cast.person("employee", cast.ward_a()), "Det lykkes for andre") == ["Nyest", "Ældst"]


def test_withdrawn_initiatives_are_nowhere():
    gone = initiative("Væk", light="critical", reason="Nej.", origin="local")
    withdraw_initiative(initiative=gone, by=None, at=NOW, why="Fejl.")

    shown = {line.title for role in cast.ROLES for panel in front(cast.person(role)).panels for line in panel.lines}
    assert "Væk" not in shown


def test_what_waits_comes_from_every_context_the_most_urgent_first():
    anna = cast.person("initiative_owner", name="Anna Holm")
    initiative("Min", owner=anna, at=NOW - timedelta(days=100))
    followed = initiative("Fulgt", at=NOW - timedelta(days=10))
    follow(initiative=followed, user=anna, at=NOW - timedelta(days=9))
    set_light(
        initiative=followed,
        by=cast.person("programme_officer"),
        at=NOW,
        light="on_plan",
        reason="",
        version=followed.version,
    )

    waiting = front(anna).waiting

    assert [(each.count, each.rank) for each in waiting] == [(1, 20), (1, 60)]
    assert all(each.url.startswith("/portefoelje/?mine=") for each in waiting)


def test_the_page_shows_the_sentences_and_leads_to_the_rest():
    client = Client()
    client.force_login(cast.person("politician"))
    initiative("Er galt", light="critical", reason="Pengene er brugt.")

    text = " ".join(re.sub(r"<[^>]+>", " ", client.get("/").content.decode()).split())

    assert "Der er ikke noget, der venter på dig. Når noget har brug for dig, står det her." in text
    assert "Der er ikke offentliggjort noget program endnu." in text
    assert "Er galt Kritisk Havregionen · Pengene er brugt. Alle, der er kritiske" in text


@pytest.mark.parametrize("role", cast.ROLES)
def test_the_number_of_queries_does_not_grow_with_what_is_shown(role):
    client = Client()
    client.force_login(cast.person(role, cast.ward_a() if role != "administrator" else None))

    def queries():
        with CaptureQueriesContext(connection) as caught:
            assert client.get("/").status_code == 200
        return len(caught)

    def more(number):
        for _ in range(number):
            unit = cast.ward_a()
            initiative("Et", unit, light="critical", reason="Nej.", at=NOW - timedelta(days=100), origin="local")
            initiative("To", cast.surgery(), light="on_plan", origin="local")
            initiative("Tre", unit, programmes=[create_programme(by=None, at=NOW, title="P", kind="action_plan")])
            record("organisation.unit.renamed", on=unit, by=cast.user("Bo Berg"))

    more(1)
    client.get("/")
    one = queries()
    more(2)

    assert queries() == one


def test_the_day_is_written_in_words():
    page = FrontPage.build(viewer=cast.user("Anna Holm"), now=timezone.make_aware(datetime(2026, 11, 25, 7, 30)))  # noqa: DTZ001 -- made aware here

    assert page.day == "onsdag 25. november 2026"
