"""What every answer carries, how much a request may bring, and that nothing comes from outside."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from django.conf import settings as house_settings
from django.test import Client

import indsats
from indsats.web.environment import read_environment
from tests import cast
from tests.foundation.access.test_access import addresses

HOUSE = Path(indsats.__file__).parent
PAGES = [
    "/",
    "/portefoelje/",
    "/katalog/",
    "/dokumenter/",
    "/organisation/",
    "/log/",
    "/konto/profil/",
    "/findes-ikke/",
]


@pytest.fixture
def client():
    client = Client()
    client.force_login(cast.person("administrator"))
    return client


def policy(response):
    parts = (part.split() for part in response.headers["Content-Security-Policy"].split(";"))
    return {name: set(sources) for name, *sources in parts}


@pytest.mark.django_db
def test_no_answer_lets_the_browser_fetch_anything_from_outside(client):
    answers = [client.get(path) for _, path, _ in addresses()]

    sources = {source for answer in answers for allowed in policy(answer).values() for source in allowed}
    assert len(answers) > 20
    assert sources == {"'self'", "'none'", "data:"}


@pytest.mark.django_db
@pytest.mark.parametrize("path", [*PAGES, "/konto/log-ind/", "/sundhed/"])
def test_every_answer_carries_the_headers_that_protect_it(client, path):
    response = client.get(path)

    assert policy(response)["default-src"] == {"'self'"}
    assert policy(response)["frame-ancestors"] == {"'none'"}
    assert {
        name: response.headers[name] for name in ("X-Frame-Options", "X-Content-Type-Options", "Referrer-Policy")
    } == {
        "X-Frame-Options": "DENY",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",
    }


@pytest.mark.django_db
@pytest.mark.parametrize("path", PAGES)
def test_no_page_has_inline_script_or_style_or_names_another_host(client, path):
    page = client.get(path).content.decode()

    assert re.findall(r"<script(?![^>]*\bsrc=)[^>]*>|<style|\sstyle=|\son\w+=", page) == []
    assert re.findall(r'(?:src|href|action)="(?:https?:)?//[^"]+"', page) == []


def test_nothing_that_browsers_are_given_by_us_fetches_from_outside():
    ours = [path for path in HOUSE.rglob("static/**/*") if path.suffix in (".css", ".js", ".svg")]
    outside = {
        path.name: found
        for path in ours
        if (
            found := re.findall(
                r"(?:url\(|import |fetch\(|src=|href=)[\"']?(?:https?:)?//[^\"') ]+", path.read_text(encoding="utf-8")
            )
        )
    }

    assert len(ours) > 10
    assert outside == {}


def test_cookies_are_secure_where_the_server_is_reached_over_https(tmp_path):
    assert (house_settings.SESSION_COOKIE_HTTPONLY, house_settings.CSRF_COOKIE_HTTPONLY) == (True, True)
    assert house_settings.SESSION_COOKIE_SECURE is house_settings.CSRF_COOKIE_SECURE is house_settings.INDSATS.https
    given = {"INDSATS_MODE": "production", "INDSATS_SECRET_KEY": "x" * 50, "INDSATS_DATA": str(tmp_path)}
    assert read_environment(given).https is True


@pytest.mark.django_db
def test_a_request_that_brings_far_too_much_is_refused_before_it_is_read(client, settings):
    settings.INDSATS = replace(settings.INDSATS, max_upload_bytes=1024 * 1024)

    response = client.post("/konto/profil/", {"name": "x"}, CONTENT_LENGTH=str(10 * 1024 * 1024 + 1))

    assert response.status_code == 413
    assert "Du kan sende op til 10 filer på 1 MB ad gangen. Intet er gemt." in response.content.decode()


@pytest.mark.django_db
@pytest.mark.parametrize("length", ["-1", "mange", "1e3"])
def test_a_request_that_does_not_say_how_much_it_brings_is_refused(client, length):
    assert client.post("/konto/profil/", {"name": "x"}, CONTENT_LENGTH=length).status_code == 413


@pytest.mark.django_db
def test_a_form_of_many_words_is_let_through_and_one_of_far_too_many_is_not(client):
    fine = client.post("/konto/profil/", {"name": "x" * 100_000, "language": "da"})
    too_much = client.post("/konto/profil/", {"name": "x" * 11_000_000, "language": "da"})

    assert fine.status_code == 200
    assert too_much.status_code == 400


def test_answers_are_not_compressed_on_the_way_so_that_secrets_cannot_be_guessed_from_their_length():
    assert [name for name in house_settings.MIDDLEWARE if "gzip" in name.lower()] == []
