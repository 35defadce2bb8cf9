import pytest
from django.contrib.staticfiles import finders
from lxml import etree

from tests.foundation.ui.rendering import rendered, select, texts, words

LIGHTS = {
    "on_plan": "Planmæssigt",
    "attention": "Øget opmærksomhed",
    "critical": "Kritisk",
    "not_updated": "Ikke opdateret",
}
PHASES = {
    "idea": "Idé",
    "in_preparation": "Under forberedelse",
    "running": "I drift",
    "permanent": "Permanent",
    "pilot": "Forsøg",
    "completed": "Afsluttet",
    "stopped": "Stoppet",
}


def _sign(address):
    """Return the symbol that an icon's address points to, or None."""
    path, name = address.removeprefix("/static/").split("#")
    return etree.parse(finders.find(path)).find(f".//{{*}}symbol[@id='{name}']")


@pytest.mark.parametrize(("value", "word"), LIGHTS.items())
def test_a_light_is_an_icon_of_its_own_and_a_word(value, word):
    tree = rendered("{% light value %}", value=value)

    assert words(tree) == word
    [use] = select(tree, "use")
    assert use.get("href") == f"/static/ui/icons.svg#light-{value}"
    assert _sign(use.get("href")) is not None


def test_a_light_shows_its_reason_beside_it():
    tree = rendered("{% light 'critical' reason %}", reason="Ingen ledere & intet <lokale>.")

    assert texts(tree, ".light-reason") == ["Ingen ledere & intet <lokale>."]


def test_an_unknown_light_is_never_green():
    assert words(rendered("{% light 'sunny' %}")) == "Ikke opdateret"


@pytest.mark.parametrize(("value", "word"), PHASES.items())
def test_a_phase_is_an_icon_of_its_own_and_a_word(value, word):
    tree = rendered("{% phase value %}", value=value)

    assert words(tree) == word
    [use] = select(tree, "use")
    assert use.get("href") == f"/static/ui/icons.svg#phase-{value}"
    assert _sign(use.get("href")) is not None


def test_a_missing_phase_is_said_to_be_missing():
    assert words(rendered("{% phase '' %}")) == "Fase ikke oplyst"


def test_an_icon_without_a_label_is_hidden_from_those_who_listen():
    [svg] = select(rendered("{% icon 'info' %}"), "svg")

    assert (svg.get("aria-hidden"), svg.get("role")) == ("true", None)


def test_an_icon_with_a_label_is_read_aloud():
    [svg] = select(rendered("{% icon 'warning' 'Pas på' %}"), "svg")

    assert (svg.get("aria-hidden"), svg.get("role"), svg.get("aria-label")) == (None, "img", "Pas på")


def test_a_tag_with_an_address_is_a_link():
    tree = rendered("{% tag 'Trivsel' url %}{% tag 'Kladde' tone='quiet' %}", url="/katalog/?a=1&b=2")

    assert [(link.text, link.get("href")) for link in select(tree, "a")] == [("Trivsel", "/katalog/?a=1&b=2")]
    assert texts(tree, "span.mark-tag-quiet") == ["Kladde"]


def test_help_is_escaped():
    assert words(rendered("{% hint text %}", text="Skriv <kort>.")) == "Skriv <kort>."
