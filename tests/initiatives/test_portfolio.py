"""The portfolio: everything in one list, narrowed, sorted, counted and paged in the database."""

from datetime import date, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from indsats.initiatives.models import Initiative
from indsats.initiatives.pages.portfolio import Portfolio
from indsats.initiatives.services import follow, withdraw_initiative
from indsats.organisation.services.events import merge_units
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db

URL = "/portefoelje/"


def portfolio(query="", viewer=None):
    viewer = viewer or cast.person("employee")
    return Portfolio.build(QueryDict(query), viewer=viewer, on=timezone.localdate())


def titles(query="", viewer=None):
    page = portfolio(query, viewer)
    return [row.record.title for row in page.table.paginated_rows]


def test_the_list_shows_what_is_published_in_the_danish_order():
    for title in ("Åben dør", "ærlig snak", "Barsel", "aften"):
        made.initiative(title)
    made.initiative("Kladde", publish=False)

    assert titles() == ["aften", "Barsel", "ærlig snak", "Åben dør"]


def a_shelf():
    """Make four initiatives that differ in everything one can ask for; the queries below find some of them."""
    cast.whole_region()
    plan, other = made.programme("Planen"), made.programme("Kataloget", kind="catalogue")
    goal = made.goal(plan)
    made.initiative(
        "A", programmes=[plan], goals=[goal], start_year=2026, end_year=2028, unit=cast.ward_a(), phase="running"
    )
    made.initiative(
        "B", programmes=[plan, other], priority_year=2027, light="critical", light_reason="Nej", unit=cast.surgery()
    )
    made.initiative(
        "C", start_year=2025, open_ended=True, light="on_plan", owner=cast.user("Tove"), unit=cast.medical()
    )
    made.initiative("D", description="Ældre kolleger lærer fra sig", start_year=2025, unit_text="HR")
    return {"plan": plan.pk, "goal": goal.pk, "owner": cast.user("Tove").pk, "fjordby": cast.fjordby().pk}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("programme={plan}", "AB"),
        ("goal={goal}", "A"),
        ("year=2027", "ABC"),
        ("year=2025", "CD"),
        ("light=critical", "B"),
        ("light=not_updated", "AD"),
        ("phase=running", "A"),
        ("phase=none", "BCD"),
        ("unit={fjordby}", "AC"),
        ("owner={owner}", "C"),
        ("owner=none", "ABD"),
        ("q=ÆLDRE", "D"),
        ("q=fra+kolleger", "D"),
        ("q=hr", "D"),
        ("q=%25", ""),
        ("programme={plan}&year=2027&light=critical", "B"),
        ("programme=999999", "ABCD"),
        ("year=nonsense&unit=x&light=blue", "ABCD"),
        ("state=draft", ""),
    ],
)
def test_the_address_narrows_the_list(query, found):
    ids = a_shelf()

    assert "".join(titles(query.format(**ids))) == found


def test_a_unit_includes_what_belonged_to_units_that_it_took_over():
    cast.whole_region()
    made.initiative("Gammelt", unit=cast.ward_a())
    merge_units(units=[cast.ward_a()], into=cast.ward_b(), on=date(2025, 1, 1), by=None)

    assert titles(f"unit={cast.ward_b().pk}") == ["Gammelt"]


def test_drafts_and_withdrawn_are_shown_to_those_who_look_after_them_when_asked_for():
    cast.whole_region()
    made.initiative("Kladde", publish=False, unit=cast.ward_a())
    withdraw_initiative(initiative=made.initiative("Ude", unit=cast.ward_a()), by=None, at=made.LATER, why="Slut")
    leader = cast.person("ward_leader", cast.ward_a())

    assert [titles(f"state={state}", leader) for state in ("", "draft", "withdrawn")] == [[], ["Kladde"], ["Ude"]]
    assert [titles(f"state={state}") for state in ("draft", "withdrawn")] == [[], []]


def test_mine_is_what_i_own_what_is_due_what_i_follow_and_its_news():
    me = cast.user("Mig Selv")
    made.initiative("Min", owner=me)
    made.initiative("Min og ny", owner=me, light="on_plan")
    Initiative.objects.filter(title="Min og ny").update(light_at=timezone.now())
    for title in ("Fulgt", "Fulgt og ændret"):
        follow(initiative=made.initiative(title), user=me, at=made.LATER)
    Initiative.objects.filter(title="Fulgt og ændret").update(changed_at=made.LATER + timedelta(days=1))

    assert {asked: titles(f"mine={asked}", me) for asked in ("own", "due", "followed", "news")} == {
        "own": ["Min", "Min og ny"],
        "due": ["Min"],
        "followed": ["Fulgt", "Fulgt og ændret"],
        "news": ["Fulgt og ændret"],
    }


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("title", "ABCD"),
        ("-title", "DCBA"),
        ("light", "BADC"),
        ("-light", "CADB"),
        ("phase", "ABCD"),
        ("unit", "BCAD"),
        ("-unit", "ACBD"),
        ("owner", "CABD"),
        ("period", "CDAB"),
        ("programmes", "BACD"),
        ("-programmes", "ABCD"),
        ("changed_at", "ABCD"),
        ("-changed_at", "DCBA"),
        ("nonsense", "ABCD"),
    ],
)
def test_every_column_sorts_and_what_has_no_value_comes_last(sort, order):
    a_shelf()
    for day, each in enumerate(Initiative.objects.order_by("title")):
        Initiative.objects.filter(pk=each.pk).update(changed_at=made.NOW + timedelta(days=day))

    assert "".join(titles(f"sort={sort}")) == order


def test_tiles_count_every_light_within_what_is_chosen_and_lead_to_it():
    ids = a_shelf()

    page = portfolio(f"programme={ids['plan']}&light=critical&page=3")

    assert [(tile.light, tile.count, tile.is_chosen) for tile in page.tiles] == [
        ("critical", 1, True),
        ("attention", 0, False),
        ("on_plan", 0, False),
        ("not_updated", 1, False),
    ]
    assert parse_qs(urlsplit(page.tiles[3].url).query) == {"programme": [str(ids["plan"])], "light": ["not_updated"]}
    assert parse_qs(urlsplit(page.tiles[0].url).query) == {"programme": [str(ids["plan"])]}
    assert page.count == 1


def test_an_initiative_with_two_goals_is_counted_once():
    plan = made.programme()
    goals = [made.goal(plan, 1, "Et"), made.goal(plan, 2, "To")]
    made.initiative(programmes=[plan, made.programme("Anden")], goals=goals)

    page = portfolio()

    assert (page.count, sum(tile.count for tile in page.tiles)) == (1, 1)


def test_pages_hold_fifty_and_a_page_that_is_not_there_is_the_nearest():
    for number in range(51):
        made.initiative(f"Indsats {number:02}")

    shown = {page: titles(f"page={page}") for page in ("1", "2", "99", "0", "-1", "x")}

    assert [len(each) for each in shown.values()] == [50, 1, 1, 50, 50, 50]
    assert shown["2"] == shown["99"] == ["Indsats 50"]


def test_by_goal_counts_each_goal_by_light_and_what_has_no_goal():
    plan = made.programme("Planen")
    first, second = made.goal(plan, 1, "Et"), made.goal(plan, 2, "To")
    other = made.programme("Kataloget", kind="catalogue")
    made.initiative("A", programmes=[plan], goals=[first, second], light="on_plan")
    made.initiative("B", programmes=[plan, other], goals=[first], light="critical", light_reason="Nej")
    made.initiative("C", programmes=[plan])
    made.initiative("D", light="on_plan")

    page = portfolio("view=goals")

    assert [(card.title, card.count, card.chart.rows) for card in page.cards] == [
        ("Planen", 3, (("1. Et", 1, 0, 1, 0), ("2. To", 0, 0, 1, 0), ("Uden målsætning", 0, 0, 0, 1))),
        ("Kataloget", 1, (("Alle indsatser", 1, 0, 0, 0),)),
        ("Uden for programmerne", 1, (("Alle indsatser", 0, 0, 1, 0),)),
    ]


def test_the_timeline_draws_what_has_years_and_counts_what_has_none():
    made.initiative("Uden ende", start_year=2026, open_ended=True)
    made.initiative("Et år", priority_year=2025)
    made.initiative("Tre år", start_year=2026, end_year=2028)
    made.initiative("Ingen år")

    page = portfolio("view=timeline")

    assert page.years.chart.rows == (
        ("Et år", 2025, 2025, "Ikke opdateret"),
        ("Tre år", 2026, 2028, "Ikke opdateret"),
        ("Uden ende", 2026, "uden slutdato", "Ikke opdateret"),
    )
    assert page.years.without_years == 1


def queries(client, query):
    with CaptureQueriesContext(
        connection,
    ) as asked:
        assert client.get(URL + query).status_code == 200
    return len(asked)


@pytest.mark.parametrize("view", ["list", "goals", "timeline"])
def test_the_number_of_queries_does_not_depend_on_how_much_there_is(client, view):
    cast.whole_region()
    client.force_login(cast.person("programme_officer"))

    def fill(count):
        for number in range(count):
            plan = made.programme(f"Plan {count} {number}")
            made.initiative(
                programmes=[plan],
                goals=[made.goal(plan)],
                owner=cast.user(f"Ejer {number % 2}"),
                start_year=2026,
                unit=(cast.ward_a(), cast.ward_b(), cast.surgery())[number % 3],
                themes=["wellbeing"],
            )  # fmt: skip -- one initiative
        made.initiative(f"Uden {count}")

    counts = []
    for count in (1, 2, 27):
        fill(count)
        counts.append(queries(client, f"?view={view}"))

    assert counts == [counts[0]] * 3


def test_a_list_never_loads_the_long_texts():
    made.initiative(description="Lang")

    (row,) = portfolio().table.paginated_rows

    assert row.record.get_deferred_fields() == {"description", "light_reason", "target_text", "folded"}


def test_the_page_keeps_what_was_asked_for_in_its_links(client):
    ids = a_shelf()
    client.force_login(cast.person("programme_officer"))

    html = client.get(f"{URL}?programme={ids['plan']}&q=x").content.decode()

    assert f"/portefoelje/excel/?programme={ids['plan']}&amp;q=x" in html
    assert f"?programme={ids['plan']}&amp;q=x&amp;view=goals" in html
    assert "Ingen indsats passer til alt det, du har valgt." in html


@pytest.mark.parametrize(
    ("role", "offered"), [("programme_officer", True), ("ward_leader", True), ("politician", False)]
)
def test_only_those_who_may_are_offered_a_new_initiative(client, role, offered):
    cast.whole_region()
    client.force_login(cast.person(role, cast.medical()))

    assert (reverse("initiatives:create") in client.get(URL).content.decode()) == offered


def test_what_people_write_is_never_markup(client):
    made.initiative(
        "<script>alert(1)</script>", unit_text="<b>HR</b>", owner_text="<i>x</i>", period_text="<u>2018</u>"
    )
    client.force_login(cast.person("politician"))

    for view in ("list", "timeline", "goals"):
        html = client.get(f"{URL}?view={view}").content.decode()
        assert [mark for mark in ("<script>alert", "<b>HR", "<i>x", "<u>2018") if mark in html] == []


def test_nobody_gets_in_without_signing_in(client):
    assert client.get(URL).headers["Location"] == f"/konto/log-ind/?next={URL}"
