"""The demo's people: one press signs a visitor in, and nowhere but in a demo."""

from dataclasses import replace

import pytest
from django.conf import settings

from indsats.foundation.audit.models import Event
from tests import cast

pytestmark = pytest.mark.django_db
SIGN_IN, AS_DEMO = "/konto/log-ind/", "/konto/log-ind/demo/"


@pytest.fixture
def in_mode(settings):
    def change(mode):
        settings.INDSATS = replace(settings.INDSATS, mode=mode)

    return change


def demo_officer():
    officer = cast.person("programme_officer", name="Karen Demo")
    officer.is_demo = True
    officer.save()
    return officer


def user_id(client):
    return client.session.get("_auth_user_id")


def test_the_sign_in_page_of_a_demo_offers_its_people_by_role(client, in_mode):
    demo_officer()
    second = cast.person("programme_officer", name="Jens Demo")
    type(second).objects.update(is_demo=True)
    cast.person("analyst", name="Ikke Demo")
    in_mode("demo")

    page = client.get(SIGN_IN)

    assert [(each.role, each.name, each.place) for each in page.context["demo_logins"]] == [
        ("HR-konsulent", "Karen Demo", "Havregionen")
    ]


def test_one_press_signs_in_as_a_person_of_the_demo(client, in_mode):
    officer = demo_officer()
    in_mode("demo")

    response = client.post(AS_DEMO, {"person": officer.pk, "next": "/konto/profil/"})

    assert (response.status_code, response.url) == (302, "/konto/profil/")
    assert user_id(client) == str(officer.pk)
    assert Event.objects.get().action == "accounts.sign_in.succeeded"


@pytest.mark.parametrize("person", ["", "abc", "0", "9" * 30])
def test_a_person_who_does_not_exist_is_not_found(client, in_mode, person):
    in_mode("demo")

    assert client.post(AS_DEMO, {"person": person}).status_code == 404


def test_nobody_else_can_be_signed_in_with_one_press(client, in_mode):
    anna = cast.user("Anna Holm")
    in_mode("demo")

    response = client.post(AS_DEMO, {"person": anna.pk})

    assert response.status_code == 404
    assert user_id(client) is None


def test_the_button_is_never_a_link(client, in_mode):
    officer = demo_officer()
    in_mode("demo")

    assert client.get(AS_DEMO, {"person": officer.pk}).status_code == 405


def test_in_production_a_demo_login_is_worth_nothing(client, in_mode):
    officer = demo_officer()
    in_mode("production")

    page = client.get(SIGN_IN)
    pressed = client.post(AS_DEMO, {"person": officer.pk})
    typed = client.post(SIGN_IN, {"username": officer.email, "password": cast.PASSWORD})

    assert page.context["demo_logins"] == ()
    assert pressed.status_code == 403
    assert typed.status_code == 200
    assert user_id(client) is None


def test_a_session_of_the_demo_ends_in_production(client, in_mode):
    client.force_login(demo_officer())
    in_mode("production")

    response = client.get("/konto/profil/")

    assert (response.status_code, response.url) == (302, f"{SIGN_IN}?next=/konto/profil/")


def test_the_tests_run_in_test_mode():
    assert settings.INDSATS.mode == "test"
