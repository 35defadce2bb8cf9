"""One initiative: its fields with their sources, its verdicts, its neighbours."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from indsats.initiatives.models import Follower, Initiative
from indsats.initiatives.pages.initiative import InitiativePage
from indsats.initiatives.services import add_money_line, change_initiative, follow, restore_field, withdraw_initiative
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db


def page_of(initiative, viewer=None):
    found = Initiative.objects.with_everything().get(pk=initiative.pk)
    return InitiativePage.build(found, viewer=viewer or cast.person("programme_officer"), on=made.NOW.date())


def rows(page):
    return {row.name: row for group in page.groups for row in group.rows}


def change(initiative, **fields):
    version = Initiative.objects.get(pk=initiative.pk).version
    return change_initiative(initiative=initiative, by=None, at=made.LATER, fields=fields, version=version)


def get(client, someone, name, initiative, *more):
    client.force_login(someone)
    return client.get(reverse(f"initiatives:{name}", args=[initiative.pk, *more]))


def test_each_field_is_shown_in_words_in_its_group():
    cast.whole_region()
    plan = made.programme("Planen")
    initiative = made.initiative(
        unit=cast.ward_a(), start_year=2026, themes=["wellbeing"], programmes=[plan], goals=[made.goal(plan)]
    )

    page = page_of(initiative)

    assert [
        (group.label, [(row.label, row.text or row.links[0][0]) for row in group.rows]) for group in page.groups
    ] == [
        ("Hvor og hvem", [("Ophav", "Lokal"), ("Organisation", "Sengeafsnit A")]),
        ("Hvornår", [("Første år", "2026")]),
        ("For hvem og om hvad", [("Temaer", "Trivsel")]),
        ("Programmer og målsætninger", [("Programmer", "Planen"), ("Målsætninger", "1. Flere skal blive")]),
    ]
    assert page.place == "Fjordby Hospital › Medicinsk Afdeling › Sengeafsnit A"


def test_each_field_says_where_it_was_read():
    initiative = made.initiative(
        period_text="2026-2028", passages=[made.passage("period_text", "2026-2028", page=3, line=14)]
    )

    (source,) = rows(page_of(initiative))["period_text"].sources

    assert (source.place, source.quote) == ("Handleplan 2026-2029, side 3, linje 14", "2026-2028")


def test_a_field_that_was_changed_by_hand_keeps_its_source_and_says_so():
    initiative = made.initiative(passages=[made.passage(), made.passage("description", "Tekst")], description="Tekst")
    change(initiative, title="Makkerordning")

    page = page_of(initiative)

    assert (page.top["title"].is_changed, page.top["description"].is_changed) == (True, False)
    assert page.top["title"].sources[0].quote == "Mentorordning"


def test_a_field_that_is_put_back_agrees_with_its_source_again():
    initiative = made.initiative(passages=[made.passage()])
    changed = change(initiative, title="Makkerordning")
    restore_field(change=changed.history.get(), by=None, at=made.LATER)

    assert not page_of(initiative).top["title"].is_changed


def test_a_newer_source_stands_first_and_agrees():
    initiative = made.initiative(passages=[made.passage()])
    change_initiative(
        initiative=initiative,
        by=None,
        at=made.LATER,
        fields={"title": "Makkerordning"},
        version=1,
        passages=[made.passage(quote="Makkerordning", line=9)],
    )

    sources = page_of(initiative).top["title"].sources

    assert [(each.quote, each.is_changed) for each in sources] == [("Makkerordning", False), ("Mentorordning", True)]


def test_what_is_near_has_the_same_unit_or_goal_and_is_published():
    cast.whole_region()
    plan = made.programme()
    goal = made.goal(plan)
    initiative = made.initiative("Denne", unit=cast.ward_a(), goals=[goal])
    made.initiative("Samme afsnit", unit=cast.ward_a())
    made.initiative("Samme mål", goals=[goal], unit=cast.surgery())
    made.initiative("Begge dele", goals=[goal], unit=cast.ward_a())
    made.initiative("Kladde", publish=False, unit=cast.ward_a())
    made.initiative("Fjern", unit=cast.surgery())

    assert [each.title for each in page_of(initiative).neighbours] == ["Begge dele", "Samme afsnit", "Samme mål"]


def test_the_page_shows_all_that_is_known(client):
    cast.whole_region()
    initiative = made.initiative(
        unit=cast.ward_a(),
        description="Nye får en makker.",
        light="attention",
        light_reason="Vi mangler folk.",
        phase="pilot",
        owner=cast.user("Tove Tovholder"),
        passages=[made.passage()],
    )  # fmt: skip -- one initiative
    add_money_line(
        by=None, at=made.NOW, initiative=initiative, title="Frikøb", amount_dkk=1250000, per="year", years=[2026]
    )
    change(initiative, title="Makkerordning")

    html = get(client, cast.person("politician"), "initiative", initiative).content.decode()

    texts = (
        "Makkerordning",
        "Nye får en makker.",
        "Øget opmærksomhed",
        "Vi mangler folk.",
        "Forsøg",
        "Tove Tovholder",
        "ændret siden kilden",
        "Handleplan 2026-2029, side 1, linje 2",
        "1.250.000 kroner om året",
        "Sat den 2. marts 2026.",
        "Oprettet af Systemet, 2. marts 2026",
        "Hele historikken (1 ændring)",
    )  # fmt: skip -- a list of texts
    assert [text for text in texts if text not in html] == []


def test_those_who_may_only_read_are_offered_nothing_else(client):
    initiative = made.initiative()

    html = get(client, cast.person("politician"), "initiative", initiative).content.decode()

    offers = {
        name: reverse(f"initiatives:{name}", args=[initiative.pk]) in html
        for name in ("edit", "light", "withdraw", "undo", "follow")
    }
    assert offers == {"edit": False, "light": False, "withdraw": False, "undo": False, "follow": True}


def test_a_draft_can_be_published_from_its_page(client):
    draft = made.initiative(publish=False)
    officer = cast.person("programme_officer")

    html = get(client, officer, "initiative", draft).content.decode()
    client.post(reverse("initiatives:publish", args=[draft.pk]))

    assert "Dette er en kladde." in html
    assert Initiative.objects.get().state == "published"


@pytest.mark.parametrize("name", ["initiative", "edit", "history", "history_excel", "light", "withdraw"])
@pytest.mark.parametrize("role", ["employee", "politician", "ward_leader"])
def test_a_draft_of_others_is_not_there(client, name, role):
    cast.whole_region()
    draft = made.initiative(publish=False, unit=cast.surgery())

    assert get(client, cast.person(role, cast.medical()), name, draft).status_code == 404


@pytest.mark.parametrize("name", ["publish", "follow", "unfollow", "undo", "light", "edit", "withdraw"])
def test_a_draft_of_others_cannot_be_acted_upon(client, name):
    draft = made.initiative(publish=False)
    client.force_login(cast.person("politician"))

    assert client.post(reverse(f"initiatives:{name}", args=[draft.pk])).status_code == 404


@pytest.mark.parametrize("name", ["edit", "withdraw"])
def test_who_may_not_change_it_is_refused_with_the_reason(client, name):
    initiative = made.initiative()

    response = get(client, cast.person("politician"), name, initiative)

    assert response.status_code == 403
    assert "Det kan kun enhedens HR-konsulenter, tovholderen og" in response.content.decode()


def test_someone_can_follow_and_stop_following(client):
    initiative = made.initiative()
    reader = cast.person("employee")
    client.force_login(reader)

    client.post(reverse("initiatives:follow", args=[initiative.pk]))
    client.post(reverse("initiatives:follow", args=[initiative.pk]))
    assert Follower.objects.filter(user=reader).count() == 1

    client.post(reverse("initiatives:unfollow", args=[initiative.pk]))
    assert not Follower.objects.exists()


def test_looking_at_it_makes_its_changes_old_news(client):
    initiative = made.initiative()
    reader = cast.person("employee")
    follow(initiative=initiative, user=reader, at=made.NOW)
    change(initiative, title="Ny")
    assert Initiative.objects.changed_since_seen_by(reader).count() == 1

    get(client, reader, "initiative", initiative)

    assert Initiative.objects.changed_since_seen_by(reader).count() == 0


def test_withdrawing_asks_why_and_keeps_it(client):
    initiative = made.initiative()
    client.force_login(cast.person("programme_officer"))
    url = reverse("initiatives:withdraw", args=[initiative.pk])

    assert "Skriv, hvorfor indsatsen trækkes tilbage." in client.post(url, {"why": " "}).content.decode()
    client.post(url, {"why": "Pengene slap op"})

    assert Initiative.objects.get().state == "withdrawn"
    assert initiative.history.get().why == "Pengene slap op"


def test_a_withdrawn_initiative_says_that_it_is(client):
    initiative = made.initiative()
    withdraw_initiative(initiative=initiative, by=None, at=made.LATER, why="Slut")

    html = get(client, cast.person("programme_officer"), "initiative", initiative).content.decode()

    assert "Indsatsen er trukket tilbage." in html


def test_a_field_is_put_back_from_the_history_page(client):
    initiative = made.initiative()
    changed = change(initiative, title="Makkerordning")
    line = changed.history.get()
    officer = cast.person("programme_officer")

    html = get(client, officer, "history", initiative).content.decode()
    client.post(reverse("initiatives:restore", args=[initiative.pk, line.pk]))

    assert reverse("initiatives:restore", args=[initiative.pk, line.pk]) in html
    assert Initiative.objects.get().title == "Mentorordning"


def test_a_line_of_another_initiatives_history_is_not_there(client):
    initiative, other = made.initiative(), made.initiative("Anden")
    line = change(other, title="Makkerordning").history.get()
    client.force_login(cast.person("programme_officer"))

    assert client.post(reverse("initiatives:restore", args=[initiative.pk, line.pk])).status_code == 404


def test_the_page_costs_the_same_however_much_there_is(client):
    cast.whole_region()
    client.force_login(cast.person("programme_officer"))

    def queries(count):
        plans = [made.programme(f"Plan {count} {number}") for number in range(count)]
        goals = [made.goal(plan) for plan in plans]
        initiative = made.initiative(
            f"Indsats {count}",
            unit=cast.ward_a(),
            owner=cast.user("Tove"),
            programmes=plans,
            goals=goals,
            themes=["wellbeing", "mentoring"][:count],
            passages=[made.passage(line=line + 1) for line in range(count)],
        )  # fmt: skip -- one initiative
        for number in range(count):
            made.initiative(f"Nabo {count} {number}", unit=cast.ward_a(), programmes=plans)
            change(initiative, title=f"{count} {number}", unit=cast.ward_b(), owner=None, programmes=[], goals=[])
            change(initiative, unit=cast.ward_a(), owner=cast.user("Tove"), programmes=plans, goals=goals)
            add_money_line(by=None, at=made.NOW, initiative=initiative, title="Penge")
        with CaptureQueriesContext(connection) as asked:
            client.get(initiative.get_absolute_url())
        return len(asked)

    assert [queries(1), queries(3)] == [queries(2)] * 2
