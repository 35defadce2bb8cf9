from datetime import timedelta

import pytest
from django.urls import reverse

from indsats.initiatives.models import Initiative
from indsats.organisation.domain.target_groups import label_of as group
from tests import cast
from tests.catalogue.reading import page, titles
from tests.catalogue.shelf import shelved
from tests.initiatives.made import NOW, initiative, programme

pytestmark = pytest.mark.django_db


def counts(reader, key, address=""):
    facet = next(each for each in page(reader, address).choices if each.key == key)
    return {choice.name: choice.count for choice in facet.choices}


def test_the_catalogue_shows_published_initiatives_by_title(signed_in):
    for title in ("Åben dør", "Mentorordning", "ærlig snak"):
        shelved(title)
    initiative("Udkast", publish=False)

    assert titles(signed_in) == ["Mentorordning", "ærlig snak", "Åben dør"]


def test_a_stranger_is_asked_to_sign_in(client):
    assert client.get(reverse("catalogue:catalogue")).status_code == 302


def test_a_word_is_found_in_other_forms_in_compounds_and_by_other_names(signed_in):
    shelved("Mentorordning")
    shelved("Mentorer på natten")
    shelved("Buddy på natten")
    shelved("Nye senge")

    assert titles(signed_in, "?q=mentor") == ["Mentorer på natten", "Mentorordning", "Buddy på natten"]


def test_a_title_counts_more_than_a_theme_and_a_theme_more_than_the_text(signed_in):
    shelved("C", description="Onboarding, mere onboarding, onboarding og onboarding igen.")
    shelved("B", themes=["onboarding"], description="Faste samtaler.")
    shelved("En lang titel om at følge nye kolleger med god onboarding")

    assert titles(signed_in, "?q=onboarding") == ["En lang titel om at følge nye kolleger med god onboarding", "B", "C"]


def test_every_word_that_is_asked_for_must_be_found(signed_in):
    shelved("Mentor på natten")
    shelved("Mentor om dagen")

    assert titles(signed_in, "?q=mentor+nat") == ["Mentor på natten"]
    assert titles(signed_in, "?q=mentor+nat&ord=nogle") == ["Mentor på natten", "Mentor om dagen"]


def test_what_answers_is_marked_and_the_rest_is_escaped(signed_in):
    shelved("<b>Mentorordning</b> & mere", description="<script>mentor</script>")

    html = signed_in.get(reverse("catalogue:catalogue") + "?q=mentor").content.decode()

    assert "&lt;b&gt;<mark>Mentor</mark>ordning&lt;/b&gt; &amp; mere" in html
    assert "&lt;script&gt;<mark>mentor</mark>&lt;/script&gt;" in html


def test_choices_in_one_facet_widen_and_facets_narrow(signed_in):
    shelved("A", target_groups=["nurse"], themes=["onboarding"], unit=cast.ward_a())
    shelved("B", target_groups=["midwife"], themes=["onboarding"], unit=cast.surgery())
    shelved("C", target_groups=["physician"], themes=["wellbeing"], unit=cast.ward_b())

    assert titles(signed_in, "?faggruppe=nurse&faggruppe=midwife") == ["A", "B"]
    assert titles(signed_in, "?faggruppe=nurse&faggruppe=midwife&tema=onboarding") == ["A", "B"]
    assert titles(signed_in, f"?tema=onboarding&organisation={cast.bakkeby().pk}") == ["B"]
    assert titles(signed_in, f"?organisation={cast.medical().pk}") == ["A", "C"]


def test_phase_programme_and_kind_narrow(signed_in):
    plan, shelf = programme("Handleplan"), programme("Katalog", kind="catalogue", first_year=None, last_year=None)
    shelved("A", phase="running", programmes=[plan])
    shelved("B", phase="pilot", programmes=[plan, shelf])
    shelved("C", phase="running", programmes=[shelf])

    assert titles(signed_in, "?fase=running") == ["A", "C"]
    assert titles(signed_in, f"?program={plan.pk}") == ["A", "B"]
    assert titles(signed_in, "?slags=catalogue") == ["B", "C"]
    assert titles(signed_in, "?slags=catalogue&fase=running") == ["C"]


def test_a_place_that_is_only_printed_can_be_chosen(signed_in):
    shelved("A", unit_text="Odinsø Sygehus")
    shelved("B", unit=cast.ward_a(), unit_text="Odinsø Sygehus")

    assert titles(signed_in, "?organisation=Odinsø Sygehus") == ["A"]


def test_every_choice_tells_what_it_would_give_beside_the_others(reader):
    shelved("A", target_groups=["nurse"], phase="running", unit=cast.ward_a())
    shelved("B", target_groups=["nurse", "midwife"], phase="pilot", unit=cast.surgery())
    shelved("C", target_groups=["midwife"], phase="pilot", unit=cast.region())

    nurses, midwives = group("nurse"), group("midwife")
    assert counts(reader, "faggruppe", "faggruppe=nurse") == {nurses: 2, midwives: 2}
    assert counts(reader, "faggruppe", "fase=pilot") == {midwives: 2, nurses: 1}
    assert counts(reader, "organisation") == {"Havregionen": 1, "Bakkeby Sygehus": 1, "Fjordby Hospital": 1}
    assert list(counts(reader, "fase")) == [str(Initiative.Phase.RUNNING.label), str(Initiative.Phase.PILOT.label)]


def test_the_counts_are_what_choosing_gives(signed_in, reader):
    shelved("A", target_groups=["nurse", "leader"], themes=["onboarding"], phase="running", unit=cast.ward_a())
    shelved("B", target_groups=["nurse"], themes=["onboarding", "mentoring"], unit_text="Odinsø Sygehus")
    shelved("C", target_groups=["leader"], themes=["mentoring"], phase="idea", programmes=[programme()])

    for facet in page(reader).choices:
        for choice in facet.choices:
            assert len(titles(signed_in, f"?{facet.key}={choice.value}")) == choice.count


def test_the_list_sorts_by_newest_and_by_organisation(signed_in):
    old, new = shelved("A", unit=cast.surgery()), shelved("B", unit=cast.ward_a())
    Initiative.objects.filter(pk=old.pk).update(created_at=NOW - timedelta(days=9))

    assert titles(signed_in, "?sorter=nyeste") == ["B", "A"]
    assert titles(signed_in, "?sorter=organisation") == [
        title for _name, title in sorted([("Bakkeby Sygehus", "A"), ("Fjordby Hospital", "B")])
    ]
    assert titles(signed_in, "?sorter=titel") == ["A", "B"]
    assert new.title == "B"


def test_pages_hold_what_was_asked(signed_in):
    for number in range(30):
        shelved(f"Mentor {number:02}")

    assert len(titles(signed_in, "?q=mentor")) == 24
    assert titles(signed_in, "?q=mentor&side=2&sorter=titel") == [f"Mentor {number}" for number in range(24, 30)]


def test_a_page_that_does_not_exist_is_the_last(signed_in):
    shelved("A")

    assert titles(signed_in, "?side=99") == ["A"]


@pytest.mark.parametrize(
    "address",
    ["?program=99999999999999999999", "?fase=ukendt", "?side=x", "?sorter=x", "?q=%00", "?organisation=0", "?tema=%27"],
)
def test_values_that_do_not_exist_never_fail(signed_in, address):
    shelved("A")

    assert signed_in.get(reverse("catalogue:catalogue") + address).status_code == 200


def test_when_nothing_is_found_it_is_said_what_to_let_go_of(reader):
    shelved("Mentorordning", target_groups=["nurse"], phase="running")
    shelved("Nye senge", target_groups=["nurse"], phase="pilot")

    found = page(reader, "q=mentor&faggruppe=nurse&fase=pilot")

    assert [(each.text, each.count) for each in found.loosenings] == [
        (f"Uden Fase: {Initiative.Phase.PILOT.label}", 1),
        ("Uden ordene “mentor”", 1),
        ("Uden filtre", 1),
    ]


def test_a_misspelled_word_is_put_right(reader):
    shelved("Mentorordning", description="For sygeplejersker på natten")

    found = page(reader, "q=sygeplejrske+natten")

    assert [(each.text, each.count) for each in found.loosenings if "?" in each.text] == [
        ("Mente du “sygeplejersker natten”?", 1)
    ]


def test_the_empty_catalogue_says_how_it_is_filled(signed_in):
    html = signed_in.get(reverse("catalogue:catalogue")).content.decode()

    assert "Kataloget er tomt" in html
    assert "så snart de er offentliggjort" in html


def test_htmx_is_given_the_part_that_changes_and_the_address_to_keep(signed_in):
    shelved("Mentorordning")

    response = signed_in.get(reverse("catalogue:catalogue") + "?q=mentor&sorter=", headers={"HX-Request": "true"})

    assert b"<html" not in response.content
    assert b'id="results"' in response.content
    assert response.headers["HX-Push-Url"] == "/katalog/?q=mentor"
