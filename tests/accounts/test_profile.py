"""One's own profile: name, language, roles, password and sessions."""

import re
from datetime import date

import pytest
from django.test import Client

from indsats.foundation.audit.models import Event
from indsats.organisation.models import Mandate
from tests import cast

pytestmark = pytest.mark.django_db
PROFILE, PASSWORD = "/konto/profil/", "/konto/adgangskode/"
NEW = "endnu en lang og rolig sætning"


def signed_in(person):
    client = Client()
    client.force_login(person)
    return client


def words(response):
    return " ".join(re.sub(r"<[^>]+>", " ", response.content.decode()).split())


def test_the_profile_shows_ones_roles_with_dates_those_that_hold_first():
    anna = cast.person("ward_leader", cast.ward_a(), "Anna Holm")
    Mandate.objects.create(
        user=anna, role="employee", unit=cast.surgery(), valid_from=date(2021, 1, 1), valid_to=date(2022, 1, 1)
    )

    response = signed_in(anna).get(PROFILE)

    assert [(each.role, each.place, each.since, each.until) for each in response.context["roles"]] == [
        ("Afsnitsleder", "Sengeafsnit A, Medicinsk Afdeling, Fjordby Hospital", date(2020, 1, 1), None),
        ("Medarbejder", "Kirurgisk Afdeling, Bakkeby Sygehus", date(2021, 1, 1), date(2021, 12, 31)),
    ]
    assert "1. januar 2021 31. december 2021" in words(response)


def test_someone_without_a_role_is_told_who_gives_roles():
    assert "Du har ingen rolle endnu" in words(signed_in(cast.user("Anna Holm")).get(PROFILE))


def test_name_and_language_are_kept_and_told_to_the_log():
    anna = cast.user("Anna Holm")
    client = signed_in(anna)

    response = client.post(PROFILE, {"name": "Anna Holm Lund", "language": "en"}, follow=True)

    anna.refresh_from_db()
    assert (anna.name, anna.language) == ("Anna Holm Lund", "en")
    assert response.headers["Content-Language"] == "en"
    assert Event.objects.get(action="accounts.profile.changed").changes == {
        "name": ["Anna Holm", "Anna Holm Lund"],
        "language": ["da", "en"],
    }


def test_saving_what_is_there_already_writes_nothing_to_the_log():
    anna = cast.user("Anna Holm")

    signed_in(anna).post(PROFILE, {"name": "Anna Holm", "language": "da"})

    assert list(Event.objects.filter(action="accounts.profile.changed")) == []


def test_a_profile_without_a_name_is_not_kept_and_the_page_says_so():
    anna = cast.user("Anna Holm")

    response = signed_in(anna).post(PROFILE, {"name": " ", "language": "da"})

    assert "Skriv dit navn." in words(response)
    anna.refresh_from_db()
    assert anna.name == "Anna Holm"


def test_the_language_can_be_chosen_before_signing_in_and_holds_on_the_next_page(client):
    response = client.post("/konto/sprog/", {"language": "en", "next": "/konto/log-ind/"}, follow=True)

    assert response.headers["Content-Language"] == "en"
    assert response.redirect_chain == [("/konto/log-ind/", 302)]


def test_the_language_of_a_person_comes_with_them_to_another_machine(client):
    cast.user("Anna Holm", language="en")

    client.post("/konto/log-ind/", {"username": "anna.holm@havregionen.example", "password": cast.PASSWORD})

    assert client.get("/").headers["Content-Language"] == "en"


def test_a_language_that_we_do_not_speak_changes_nothing(client):
    client.post("/konto/sprog/", {"language": "tlh"})

    assert client.get("/konto/log-ind/").headers["Content-Language"] == "da"


def test_a_new_password_ends_the_other_sessions_and_not_this_one():
    anna = cast.user("Anna Holm")
    here, elsewhere = signed_in(anna), signed_in(anna)

    response = here.post(PASSWORD, {"old_password": cast.PASSWORD, "new_password1": NEW, "new_password2": NEW})

    anna.refresh_from_db()
    assert (response.status_code, response.url) == (302, PROFILE)
    assert anna.check_password(NEW) is True
    assert here.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302
    assert [event.action for event in Event.objects.all()].count("accounts.password.changed") == 1


@pytest.mark.parametrize(
    ("old", "new", "again", "said"),
    [
        ("forkert", NEW, NEW, "Det er ikke din nuværende adgangskode. Skriv den igen."),
        (cast.PASSWORD, NEW, "noget andet end det", "De to nye adgangskoder er ikke ens. Skriv dem igen."),
        (cast.PASSWORD, "kort", "kort", "Den skal indeholde mindst 12 tegn."),
        (cast.PASSWORD, "928374650192", "928374650192", "Denne adgangskode er udelukkende numerisk."),
        (cast.PASSWORD, "anna.holm@havregionen.example", "anna.holm@havregionen.example", "ligner"),
    ],
)
def test_a_password_that_is_not_good_enough_is_refused_with_the_reason(old, new, again, said):
    anna = cast.user("Anna Holm")

    response = signed_in(anna).post(PASSWORD, {"old_password": old, "new_password1": new, "new_password2": again})

    assert said in words(response)
    anna.refresh_from_db()
    assert anna.check_password(cast.PASSWORD) is True


def test_the_rules_for_passwords_are_shown_before_one_is_written():
    page = words(signed_in(cast.user("Anna Holm")).get(PASSWORD))

    assert "Mindst 12 tegn. En sætning er god." in page


def test_signing_out_everywhere_ends_the_other_sessions_and_not_this_one():
    anna = cast.user("Anna Holm")
    here, elsewhere = signed_in(anna), signed_in(anna)

    response = here.post("/konto/log-ud/overalt/")

    assert (response.status_code, response.url) == (302, PROFILE)
    assert here.get(PROFILE).status_code == 200
    assert elsewhere.get(PROFILE).status_code == 302
    assert [event.action for event in Event.objects.all()].count("accounts.sessions.ended") == 1
