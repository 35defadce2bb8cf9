"""Who may: every address is behind the sign-in, and a refusal says why."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from indsats.foundation.access.verdict import YES, Refused, Verdict, no, require
from tests import cast

OPEN_TO_ALL = {
    "accounts:language",
    "accounts:sign_in",
    "accounts:sign_in_as_demo",
    "accounts:sign_out",
    "web:health",
}


def addresses(resolver=None, namespace="", path=""):
    """Give every address of the house: its name, its path with values filled in, and its view."""
    for entry in (resolver or get_resolver()).url_patterns:
        where = path + "".join(part if part[0] != "<" else VALUES[part[1:].split(":")[0]] for part in pieces(entry))
        if isinstance(entry, URLResolver):
            inner = f"{namespace}{entry.namespace}:" if entry.namespace else namespace
            yield from addresses(entry, inner, where)
        elif isinstance(entry, URLPattern):
            yield f"{namespace}{entry.name}", f"/{where}", entry.callback


VALUES = {"int": "1", "slug": "x", "str": "x", "uuid": "00000000-0000-0000-0000-000000000000", "path": "x"}


def pieces(entry):
    text = str(entry.pattern)
    while text:
        before, _, rest = text.partition("<")
        if before:
            yield before
        inside, _, text = rest.partition(">")
        if inside:
            yield f"<{inside}"


def test_every_address_but_a_few_asks_a_stranger_to_sign_in():
    without = {name for name, _, view in addresses() if not getattr(view, "login_required", True)}

    assert without == OPEN_TO_ALL


@pytest.mark.django_db
def test_a_stranger_is_led_to_the_sign_in_and_back(client):
    closed = [path for name, path, view in addresses() if getattr(view, "login_required", True)]
    answers = {path: client.get(path) for path in closed}

    assert len(closed) > 20
    assert {path: (answer.status_code, answer.headers.get("Location")) for path, answer in answers.items()} == {
        path: (302, f"/konto/log-ind/?next={path}") for path in closed
    }


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("before", "back"),
    [
        ("http://testserver/konto/profil/?a=1", "/konto/profil/%3Fa%3D1"),
        ("https://elsewhere.example/", "/"),
        ("", "/"),
    ],
)
def test_a_form_sent_after_the_session_ran_out_leads_back_to_its_page(client, before, back):
    response = client.post("/konto/adgangskode/", headers={"referer": before})

    assert (response.status_code, response.url) == (302, f"/konto/log-ind/?next={back}")


@pytest.mark.django_db
def test_a_fragment_asked_for_after_the_session_ran_out_sends_the_whole_page_to_the_sign_in(client):
    asked = {"HX-Request": "true", "HX-Current-URL": "http://testserver/konto/profil/"}

    response = client.get("/konto/adgangskode/", headers=asked)

    assert response.headers["HX-Redirect"] == "/konto/log-ind/?next=/konto/profil/"


def test_a_verdict_is_true_when_it_allows():
    assert bool(YES) is True
    assert bool(no("Nej.")) is False
    assert no("Nej.") == Verdict(allowed=False, reason="Nej.")


def test_a_refusal_carries_the_reason_of_the_rule():
    require(YES)

    with pytest.raises(Refused, match=r"^Kun lederen kan det\.$"):
        require(no("Kun lederen kan det."))


@pytest.mark.django_db
def test_a_refusal_is_a_page_that_shows_the_reason(client):
    client.force_login(cast.person("employee"))

    response = client.get(reverse("web:log"))

    assert response.status_code == 403
    assert "Kun systemforvaltere for hele regionen kan læse loggen." in response.content.decode()


def test_the_way_back_of_a_plain_page_is_the_page_itself():
    from indsats.foundation.access.middleware import SignInRequired

    request = RequestFactory().get("/katalog/?q=mentor")
    middleware = SignInRequired(lambda _: HttpResponse())

    response = middleware.handle_no_permission(request, lambda _: HttpResponse())

    assert response.url == "/konto/log-ind/?next=/katalog/%3Fq%3Dmentor"
