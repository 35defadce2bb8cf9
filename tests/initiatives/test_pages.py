"""The pages as HTML: they open, for those who may see them."""

import pytest
from django.urls import reverse

from indsats.initiatives.models import Initiative
from tests import cast
from tests.initiatives import made

pytestmark = pytest.mark.django_db


def signed_in(client, someone):
    client.force_login(someone)
    return client


def rich():
    cast.whole_region()
    plan = made.programme()
    goal = made.goal(plan)
    return made.initiative(
        unit=cast.ward_a(),
        programmes=[plan],
        goals=[goal],
        start_year=2026,
        end_year=2028,
        themes=["wellbeing"],
        owner=cast.user("Tove Tovholder"),
        light="attention",
        light_reason="Vi mangler folk.",
        phase="running",
        description="Nye får en makker.",
        passages=[made.passage()],
    )


@pytest.mark.parametrize("name", ["initiative", "history", "history_excel", "edit", "withdraw", "light"])
def test_the_pages_of_an_initiative_open_for_an_officer(client, name):
    initiative = rich()

    response = signed_in(client, cast.person("programme_officer")).get(
        reverse(f"initiatives:{name}", args=[initiative.pk]), follow=True
    )

    assert response.status_code == 200


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?view=goals",
        "?view=timeline",
        "?sort=-light",
        "?sort=unit",
        "?sort=programmes",
        "?sort=-owner",
        "?sort=period",
        "?sort=phase",
        "?sort=changed_at",
        "?sort=nonsense&page=99",
        "?year=2027&light=attention&phase=running&mine=own&q=makker",
    ],
)
def test_the_portfolio_opens(client, query):
    rich()
    response = signed_in(client, cast.person("programme_officer")).get(reverse("initiatives:portfolio") + query)

    assert response.status_code == 200


def test_the_programme_opens(client):
    initiative = rich()
    response = signed_in(client, cast.person("politician")).get(initiative.programmes.get().get_absolute_url())

    assert response.status_code == 200


def test_excel(client):
    initiative = rich()
    c = signed_in(client, cast.person("politician"))
    for url in (
        reverse("initiatives:portfolio_excel"),
        reverse("initiatives:programme_excel", args=[initiative.programmes.get().pk]),
    ):
        assert c.get(url).status_code == 200


def test_create(client):
    cast.whole_region()
    c = signed_in(client, cast.person("programme_officer"))
    assert c.get(reverse("initiatives:create")).status_code == 200
    response = c.post(
        reverse("initiatives:create"), {"title": "Ny", "origin": "local", "light": "not_updated", "version": "0"}
    )
    assert response.status_code == 302, response.context["form"].errors
    assert Initiative.objects.get().title == "Ny"
