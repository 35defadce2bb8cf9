"""The frame of every page, rendered as a page would."""

from dataclasses import dataclass

import pytest
from django.contrib import messages
from django.contrib.messages.storage.fallback import FallbackStorage
from django.template import engines
from django.test import RequestFactory
from django.urls import reverse
from lxml import html

from tests.cast import user
from tests.foundation.ui.rendering import select, texts, words


@dataclass(frozen=True)
class Item:
    label: str
    url: str
    is_current: bool = False
    badge: int | None = None


MENU = [Item("Portefølje", "/portefoelje/", is_current=True), Item("Gennemgang", "/gennemgang/", badge=3)]


def _page(blocks="", address="/", said=(), **context):
    request = RequestFactory().get(address)
    request.session = {}
    request._messages = FallbackStorage(request)
    for level, text in said:
        messages.add_message(request, level, text)
    template = engines["django"].from_string('{% extends "ui/page.html" %}' + blocks)
    return html.document_fromstring(template.render({"menu": MENU, **context}, request))


def test_the_title_is_the_heading_and_names_the_window():
    page = _page("{% block title %}{{ name }}{% endblock %}", name="Løn & <vilkår>")

    assert texts(page, "h1") == ["Løn & <vilkår>"]
    assert texts(page, "title") == ["Løn & <vilkår> – indsats"]


def test_a_page_without_a_title_is_just_the_house():
    page = _page()

    assert texts(page, "h1") == []
    assert texts(page, "title") == ["indsats"]


def test_lead_actions_and_breadcrumbs_stand_where_they_belong_and_only_when_given():
    given = _page(
        "{% block title %}A{% endblock %}{% block lead %}En sætning.{% endblock %}"
        "{% block actions %}<a href='/ny/'>Ny</a>{% endblock %}"
        "{% block breadcrumbs %}<ol><li>Forside</li></ol>{% endblock %}"
    )
    bare = _page("{% block title %}A{% endblock %}")

    parts = (".page-lead", ".page-actions", ".crumbs")
    assert [texts(given, part) for part in parts] == [["En sætning."], ["Ny"], ["Forside"]]
    assert [texts(bare, part) for part in parts] == [[], [], []]


def test_the_menu_is_there_twice_for_wide_and_narrow_and_marks_where_one_is():
    page = _page()

    for nav in select(page, "nav"):
        assert texts(nav, "a") == ["Portefølje", "Gennemgang 3 venter"]
        assert texts(nav, "[aria-current=page]") == ["Portefølje"]
    assert len(select(page, "nav")) == 2
    assert len(select(page, "details.mobilenav nav")) == 1


def test_without_a_menu_there_is_no_empty_one():
    assert select(_page(menu=[]), "nav") == []


@pytest.mark.django_db
def test_a_person_finds_profile_language_and_the_way_out():
    page = _page(user=user("Aase Holm"))

    [panel] = select(page, ".person-panel")
    [initial] = select(page, ".person-initial")
    assert words(initial) == "A"
    assert texts(panel, "a, button") == ["Min profil", "Log ud", "Dansk", "English"]
    [way_out] = [form for form in select(panel, "form") if form.get("action") == reverse("accounts:sign_out")]
    assert way_out.get("method") == "post"


def test_a_stranger_can_choose_the_language_too():
    page = _page(address="/konto/log-ind/?next=/x/")

    [form] = select(page, "form.language")
    assert (form.get("method"), form.get("action")) == ("post", reverse("accounts:language"))
    assert select(form, "input[name=next]")[0].get("value") == "/konto/log-ind/?next=/x/"
    assert [(button.get("value"), button.get("aria-pressed")) for button in select(form, "button")] == [
        ("da", "true"),
        ("en", "false"),
    ]


def test_messages_stand_at_the_top_each_with_its_kind():
    page = _page(said=[(messages.SUCCESS, "Gemt."), (messages.ERROR, "Prøv <igen>.")])

    [region] = select(page, "#messages")
    assert region.get("role") == "status"
    assert texts(region, ".note-success .note-text") == ["Gemt."]
    assert texts(region, ".note-error .note-text") == ["Prøv <igen>."]


def test_the_first_link_leads_to_the_content():
    first = select(_page(), "a")[0]

    assert (words(first), first.get("href")) == ("Gå til indholdet", "#content")
    assert [part.tag for part in select(_page(), "#content")] == ["main"]


def test_an_error_page_needs_no_request_and_no_context():
    template = engines["django"].from_string(
        '{% extends "ui/error.html" %}{% block title %}Vi beklager{% endblock %}'
        "{% block what_to_do %}<li>Prøv igen.</li>{% endblock %}"
    )

    page = html.document_fromstring(template.render())

    assert texts(page, "h1") == ["Vi beklager"]
    assert texts(page, "main li") == ["Prøv igen."]
    assert texts(page, "main a.button") == ["Gå til forsiden"]


@pytest.mark.django_db
def test_the_style_guide_is_for_those_who_are_signed_in(client):
    assert client.get(reverse("ui:style_guide")).url.startswith("/konto/log-ind/")

    client.force_login(user())
    page = html.document_fromstring(client.get(reverse("ui:style_guide")).content.decode())

    assert texts(page, "h1") == ["Designguide"]
    assert texts(page, "h2") == ["Tegn", "Byggeklodser", "Lister", "Formularer", "Der er noget, der skal rettes"]
