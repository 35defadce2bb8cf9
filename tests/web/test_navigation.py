"""The menu: every person's own doors, and where they are."""

import pytest
from django.test import Client
from django.utils import timezone

from indsats.foundation.files.services import store
from indsats.intake.models import Document, Edition
from tests import cast

pytestmark = pytest.mark.django_db
EVERYBODY = ["Forside", "Portefølje", "Katalog", "Dokumenter", "Organisation"]


def menu(person, path="/"):
    client = Client()
    client.force_login(person)
    return list(client.get(path).context["menu"])


@pytest.mark.parametrize("role", cast.ROLES)
def test_everybody_has_the_same_doors_and_administrators_the_log_too(role):
    labels = [item.label for item in menu(cast.person(role))]

    assert labels == [*EVERYBODY, "Log"] if role == "administrator" else EVERYBODY


def test_a_stranger_has_no_menu(client):
    assert list(client.get("/konto/log-ind/").context["menu"]) == []


@pytest.mark.parametrize(
    ("path", "label"),
    [
        ("/", "Forside"),
        ("/portefoelje/", "Portefølje"),
        ("/katalog/", "Katalog"),
        ("/dokumenter/", "Dokumenter"),
        ("/organisation/", "Organisation"),
        ("/organisation/personer/", "Organisation"),
        ("/log/", "Log"),
        ("/konto/profil/", None),
        ("/hjaelp/", None),
        ("/soeg/", None),
    ],
)
def test_the_menu_says_where_one_is(path, label):
    current = [item.label for item in menu(cast.person("administrator"), path) if item.is_current]

    assert current == ([label] if label else [])


@pytest.mark.parametrize(("role", "badge"), [("programme_officer", 1), ("employee", 0)])
def test_those_who_review_see_how_many_documents_wait(role, badge):
    document = Document.objects.create(genre="other", title="Plan", created_at=timezone.now())
    Edition.objects.create(
        document=document,
        number=1,
        stored=store(data=b"plan", name="plan.txt"),
        file_name="plan.txt",
        format="txt",
        title="Plan",
        page_count=1,
        read_at=timezone.now(),
    )

    assert [item.badge for item in menu(cast.person(role))] == [0, 0, 0, badge, 0]


def test_a_page_that_is_not_found_still_has_the_menu():
    assert [item.label for item in menu(cast.person("employee"), "/findes-ikke/")] == EVERYBODY
