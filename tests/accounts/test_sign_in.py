"""Signing in, being locked out, and getting away again."""

from datetime import timedelta

import pytest
from axes.models import AccessAttempt
from django.conf import settings
from django.contrib.auth.hashers import identify_hasher
from django.urls import reverse
from django.utils import timezone

from indsats.accounts.models import User
from indsats.foundation.audit.models import Event
from tests import cast

pytestmark = pytest.mark.django_db
SIGN_IN = "/konto/log-ind/"


def events():
    return list(Event.objects.order_by("id").values_list("action", "by__name", "object_text"))


def try_to_sign_in(client, email, password=cast.PASSWORD, **more):
    return client.post(SIGN_IN, {"username": email, "password": password, **more})


def user_id(client):
    return client.session.get("_auth_user_id")


def test_someone_signs_in_with_address_and_password(client):
    anna = cast.user("Anna Holm")

    response = try_to_sign_in(client, "Anna.Holm@Havregionen.example ")

    assert (response.status_code, response.url) == (302, "/")
    assert user_id(client) == str(anna.pk)
    assert events() == [("accounts.sign_in.succeeded", "Anna Holm", "Anna Holm")]


def test_a_sign_in_begins_a_new_session(client):
    cast.user("Anna Holm")
    session = client.session
    session["kept"] = "yes"
    session.save()
    before = client.session.session_key

    try_to_sign_in(client, "anna.holm@havregionen.example")

    assert client.session.session_key != before


def test_a_sign_in_lasts_as_long_as_the_setting_says_and_every_page_prolongs_it():
    assert settings.INDSATS.session_hours * 3600 == settings.SESSION_COOKIE_AGE
    assert settings.SESSION_SAVE_EVERY_REQUEST is True


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        ("/konto/profil/", "/konto/profil/"),
        ("", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("javascript:alert(1)", "/"),
    ],
)
def test_the_way_back_stays_within_the_site(client, wanted, given):
    cast.user("Anna Holm")

    response = try_to_sign_in(client, "anna.holm@havregionen.example", next=wanted)

    assert response.url == given


@pytest.mark.parametrize(
    "email", ["anna.holm@havregionen.example", "nobody@havregionen.example", "lukket.konto@havregionen.example"]
)
def test_a_failed_sign_in_says_the_same_whether_the_address_exists_or_not(client, email):
    cast.user("Anna Holm")
    cast.user("Lukket Konto", is_active=False)

    response = try_to_sign_in(client, email, "forkert")

    page = response.content.decode()
    assert response.status_code == 200
    assert "E-mailadressen eller adgangskoden er forkert. Tjek begge dele, og prøv igen." in page
    assert f'value="{email}"' in page
    assert 'forkert"' not in page
    assert user_id(client) is None


def test_a_closed_account_cannot_be_used_even_with_its_password(client):
    cast.user("Lukket Konto", is_active=False)

    response = try_to_sign_in(client, "lukket.konto@havregionen.example")

    assert response.status_code == 200
    assert user_id(client) is None


def test_failed_sign_ins_are_in_the_log_without_what_was_typed(client):
    cast.user("Anna Holm")

    try_to_sign_in(client, "anna.holm@havregionen.example", "min-hemmelighed")
    try_to_sign_in(client, "min-hemmelighed@nowhere.example", "forkert")

    assert events() == [("accounts.sign_in.failed", None, "Anna Holm"), ("accounts.sign_in.failed", None, "")]
    assert not [event for event in Event.objects.all() if "hemmelighed" in f"{event.why}{event.changes}"]
    assert not [kept for kept in AccessAttempt.objects.all() if "min-hemmelighed" in kept.post_data]


def test_an_empty_form_says_what_to_write(client):
    page = client.post(SIGN_IN, {}).content.decode()

    assert "Skriv din e-mailadresse." in page
    assert "Skriv din adgangskode." in page


def test_repeated_failures_lock_the_account_for_everybody_whatever_its_spelling(client):
    cast.user("Anna Holm")
    for spelling in ["anna.holm", "ANNA.HOLM", "Anna.Holm", "anna.HOLM"]:
        assert try_to_sign_in(client, f"{spelling}@havregionen.example", "forkert").status_code == 200

    fifth = try_to_sign_in(client, "anna.holm@havregionen.example", "forkert")
    right = try_to_sign_in(client, "Anna.Holm@havregionen.example")

    for response in (fifth, right):
        assert response.status_code == 429
        assert "Prøv igen om 15 minutter." in response.content.decode()
        assert response.headers["Retry-After"] == "900"
    assert user_id(client) is None
    assert [action for action, *_ in events()].count("accounts.sign_in.locked") == 1


def test_an_address_that_nobody_has_is_locked_the_same_way(client):
    for _ in range(4):
        try_to_sign_in(client, "nobody@havregionen.example", "forkert")

    response = try_to_sign_in(client, "nobody@havregionen.example", "forkert")

    assert response.status_code == 429
    assert "Prøv igen om 15 minutter." in response.content.decode()


def test_a_locked_account_opens_again_when_the_time_has_passed_and_trying_does_not_prolong_it(client):
    cast.user("Anna Holm")
    for _ in range(5):
        try_to_sign_in(client, "anna.holm@havregionen.example", "forkert")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=10))

    early = try_to_sign_in(client, "anna.holm@havregionen.example")
    AccessAttempt.objects.update(attempt_time=timezone.now() - timedelta(minutes=16))
    late = try_to_sign_in(client, "anna.holm@havregionen.example")

    assert "Prøv igen om 5 minutter." in early.content.decode()
    assert (late.status_code, late.url) == (302, "/")


def test_a_success_forgets_the_failures_before_it(client):
    cast.user("Anna Holm")
    for _ in range(4):
        try_to_sign_in(client, "anna.holm@havregionen.example", "forkert")
    try_to_sign_in(client, "anna.holm@havregionen.example")
    client.post("/konto/log-ud/")

    response = try_to_sign_in(client, "anna.holm@havregionen.example", "forkert")

    assert response.status_code == 200


def test_one_signs_out_by_a_button_and_never_by_a_link(client):
    client.force_login(cast.user("Anna Holm"))

    by_link = client.get("/konto/log-ud/")
    still = user_id(client)
    by_button = client.post("/konto/log-ud/")

    assert by_link.status_code == 405
    assert still is not None
    assert (by_button.status_code, by_button.url) == (302, SIGN_IN)
    assert user_id(client) is None


def test_someone_whose_session_has_run_out_can_still_press_sign_out(client):
    response = client.post("/konto/log-ud/")

    assert (response.status_code, response.url) == (302, SIGN_IN)


def test_someone_who_is_signed_in_already_goes_to_the_front_page(client):
    client.force_login(cast.user("Anna Holm"))

    response = client.get(SIGN_IN)

    assert (response.status_code, response.url) == (302, "/")


def test_a_session_ends_when_the_account_is_closed(client):
    anna = cast.user("Anna Holm")
    client.force_login(anna)
    User.objects.filter(pk=anna.pk).update(is_active=False)

    response = client.get("/")

    assert response.status_code == 302
    assert response.url == f"{SIGN_IN}?next=/"


def test_passwords_are_kept_with_argon2_and_only_so():
    anna = cast.user("Anna Holm")

    assert identify_hasher(anna.password).algorithm == "argon2"
    assert settings.PASSWORD_HASHERS == ["django.contrib.auth.hashers.Argon2PasswordHasher"]


def test_there_is_one_place_that_says_who_somebody_is():
    assert settings.AUTHENTICATION_BACKENDS == [
        "axes.backends.AxesStandaloneBackend",
        "indsats.accounts.services.identity.LocalIdentity",
    ]
    assert settings.LOGIN_URL == "accounts:sign_in"
    assert reverse("accounts:sign_in") == SIGN_IN
