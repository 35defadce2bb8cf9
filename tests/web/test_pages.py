"""Search, help, health and what is said when something goes wrong."""

import re

import pytest
from django.db import DatabaseError, connection
from django.test import Client, RequestFactory
from django.urls import path
from django.utils import timezone
from django.views.defaults import server_error

from indsats.initiatives.services import create_initiative, create_programme
from indsats.intake.models import Document
from indsats.web.urls import urlpatterns as house
from tests import cast

NOW = timezone.now()


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def signed_in(person, **options):
    client = Client(**options)
    client.force_login(person)
    return client


@pytest.mark.django_db
def test_search_finds_every_kind_of_thing_whatever_the_case():
    unit = cast.ward_a()
    create_initiative(by=None, at=NOW, fields={"title": "ØNSKEPLAN for natten", "unit": unit}, publish=True)
    create_initiative(by=None, at=NOW, fields={"title": "Ønskeplan, kladde", "unit": unit})
    create_programme(by=None, at=NOW, title="Program om ønskeplaner", kind="action_plan")
    Document.objects.create(genre="other", title="Ønskeplan i praksis", created_at=NOW)

    response = signed_in(cast.person("programme_officer")).get("/soeg/?q=ønskeplan")

    assert [(kind.title, [hit.title for hit in kind.hits]) for kind in response.context["page"].kinds] == [
        ("Indsatser", ["ØNSKEPLAN for natten"]),
        ("Programmer", ["Program om ønskeplaner"]),
        ("Dokumenter", ["Ønskeplan i praksis"]),
    ]
    assert "3 fund for »ønskeplan«." in words(response)


@pytest.mark.django_db
def test_search_finds_units_by_name_and_abbreviation_and_wants_every_word():
    cast.whole_region()
    client = signed_in(cast.user("Anna Holm"))

    found = {
        query: [hit.title for kind in client.get(f"/soeg/?q={query}").context["page"].kinds for hit in kind.hits]
        for query in ("fbh", "hospital fjordby", "hospital bakkeby", "sengeafsnit")
    }

    assert found == {
        "fbh": ["Fjordby Hospital"],
        "hospital fjordby": ["Fjordby Hospital"],
        "hospital bakkeby": [],
        "sengeafsnit": ["Sengeafsnit A", "Sengeafsnit B"],
    }


@pytest.mark.django_db
@pytest.mark.parametrize("query", ["", "   ", "<script>alert(1)</script>", "%", "x" * 5000])
def test_search_bears_whatever_is_asked(query):
    response = signed_in(cast.user("Anna Holm")).get("/soeg/", {"q": query})

    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


@pytest.mark.django_db
def test_search_that_finds_nothing_says_what_to_try():
    assert "Der blev ikke fundet noget Prøv færre ord" in words(signed_in(cast.user("Anna Holm")).get("/soeg/?q=xyz"))


@pytest.mark.django_db
def test_help_begins_with_ones_own_role():
    response = signed_in(cast.person("politician")).get("/hjaelp/")

    guides = response.context["page"].guides
    assert [guide.role for guide in guides if guide.is_own] == [guides[0].role] == ["Politiker"]
    assert sorted(guide.role for guide in guides) == sorted(str(label) for _, label in cast.Mandate.Role.choices)


@pytest.mark.django_db
def test_every_page_leads_to_the_help():
    assert 'href="/hjaelp/"' in signed_in(cast.user("Anna Holm")).get("/").content.decode()


@pytest.mark.django_db
def test_a_monitor_sees_that_we_are_well_without_signing_in(client):
    response = client.get("/sundhed/")

    assert (response.status_code, response.json()) == (200, {"status": "ok"})
    assert "no-store" in response.headers["Cache-Control"]


@pytest.mark.django_db
def test_a_monitor_sees_that_the_database_is_away(client):
    def away(*_):
        raise DatabaseError("gone")

    with connection.execute_wrapper(away):
        response = client.get("/sundhed/")

    assert (response.status_code, response.json()) == (503, {"status": "no database"})


def broken(_request):
    raise ZeroDivisionError


def nonsense(_request):
    from django.core.exceptions import SuspiciousOperation

    raise SuspiciousOperation("?")


class broken_house:  # noqa: N801 -- stands in for a module of addresses
    urlpatterns = [path("gaar-galt/", broken), path("forstaas-ikke/", nonsense), *house]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("address", "status", "title", "way_on"),
    [
        ("/findes-ikke/", 404, "Siden findes ikke", "Se efter, om adressen er skrevet rigtigt."),
        ("/indsatser/999/", 404, "Siden findes ikke", "Søg efter den"),
        ("/log/", 403, "Det har du ikke adgang til", "bed en systemforvalter om rollen"),
        ("/forstaas-ikke/", 400, "Serveren forstod ikke det", "hent siden igen"),
        ("/gaar-galt/", 500, "Der skete en fejl på serveren", "Vent et minut"),
        ("/konto/log-ud/", 405, "Adressen er ikke en side", "brug knappen på siden"),
    ],
)
def test_what_goes_wrong_is_said_in_plain_danish_with_a_way_on(settings, address, status, title, way_on):
    settings.ROOT_URLCONF = broken_house
    client = signed_in(cast.person("employee"), raise_request_exception=False)

    response = client.get(address)

    page = response.content.decode()
    assert response.status_code == status
    assert re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL) == [title]
    assert way_on in words(response)
    assert 'href="/"' in page


@pytest.mark.django_db
def test_a_form_without_its_token_is_refused_in_plain_danish():
    client = signed_in(cast.user("Anna Holm"), enforce_csrf_checks=True)

    response = client.post("/konto/profil/", {"name": "X", "language": "da"})

    assert response.status_code == 403
    assert "Formularen var for gammel" in words(response)


def test_the_page_for_a_broken_server_asks_the_database_nothing():
    response = server_error(RequestFactory().get("/"))  # without the database mark, a query would fail this test

    assert response.status_code == 500
    assert "Der skete en fejl på serveren" in words(response)
