import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from indsats.catalogue.models import Posting, SearchEntry
from indsats.catalogue.services import keep_entries, keep_entry, rebuild
from indsats.initiatives.models import Initiative
from indsats.initiatives.services import change_initiative, withdraw_initiative
from indsats.language.analyser import terms_in
from tests.catalogue.shelf import shelved
from tests.initiatives.made import LATER, NOW, initiative

pytestmark = pytest.mark.django_db


def entries():
    return sorted(SearchEntry.objects.values_list("initiative__title", flat=True))


def terms_of(made):
    return set(Posting.objects.filter(entry=made.pk).values_list("term", flat=True))


def test_a_published_initiative_stands_in_the_catalogue_at_once(django_capture_on_commit_callbacks):
    with django_capture_on_commit_callbacks(execute=True):
        initiative("Mentorordning")
        initiative("Udkast", publish=False)

    assert entries() == ["Mentorordning"]


def test_a_change_is_found_at_once(django_capture_on_commit_callbacks):
    made = shelved("Mentorordning")

    with django_capture_on_commit_callbacks(execute=True):
        change_initiative(initiative=made, by=None, at=LATER, fields={"title": "Makkerskab"}, version=made.version)

    assert "makkerskab" in terms_of(made)
    assert "mentorordning" not in terms_of(made)


def test_a_withdrawn_initiative_leaves_the_catalogue(django_capture_on_commit_callbacks):
    made = shelved("Mentorordning")
    shelved("Seniorordning")

    with django_capture_on_commit_callbacks(execute=True):
        withdraw_initiative(initiative=made, by=None, at=LATER, why="Den findes allerede")

    assert entries() == ["Seniorordning"]
    assert not Posting.objects.filter(term="mentor").exists()


def test_no_word_of_an_initiative_is_lost():
    made = shelved(
        "Introduktionssygeplejerske",
        description="Følger nye kolleger i 3 måneder.",
        target_text="Nyansatte på H1",
        unit_text="Odinsø Sygehus",
        themes=["onboarding"],
    )

    for text in (made.title, made.description, made.target_text, made.unit_text, "Onboarding"):
        assert set(terms_in(text)) <= terms_of(made)


def test_a_rebuild_makes_what_is_missing_drops_what_is_gone_and_leaves_what_is_right():
    right, missing, changed, gone = (shelved(title) for title in ("Rigtig", "Mangler", "Ændret", "Væk"))
    SearchEntry.objects.filter(pk=missing.pk).delete()
    Initiative.objects.filter(pk=changed.pk).update(title="Nyt navn", version=changed.version + 1)
    Initiative.objects.filter(pk=gone.pk).update(state="draft")

    done = rebuild()

    assert (done.made, done.right, done.dropped) == (2, 1, 1)
    assert entries() == ["Mangler", "Nyt navn", "Rigtig"]
    assert right.title == "Rigtig"


def test_a_rebuild_run_again_changes_nothing():
    shelved()
    rebuild(everything=True)
    before = list(Posting.objects.order_by("entry", "term").values_list("entry", "term", "weight"))

    done = rebuild()

    assert (done.made, done.right, done.dropped) == (0, 1, 0)
    assert list(Posting.objects.order_by("entry", "term").values_list("entry", "term", "weight")) == before


def test_entries_that_other_rules_made_are_made_anew():
    made = shelved()
    SearchEntry.objects.filter(pk=made.pk).update(analysed_with="earlier")

    assert rebuild().made == 1


def test_the_number_of_queries_does_not_grow_with_the_batch(django_assert_num_queries):
    made = [shelved(f"Indsats {number}") for number in range(3)]

    with CaptureQueriesContext(connection) as with_one:
        keep_entries([made[0].pk])

    with django_assert_num_queries(len(with_one)):
        keep_entries([each.pk for each in made])


def test_a_draft_is_not_kept():
    assert keep_entry(initiative("Udkast", publish=False)) is None


def test_the_command_tells_what_it_did_as_data():
    initiative("Mentorordning")
    out = StringIO()

    call_command("catalogue-index", "--json", stdout=out)

    assert json.loads(out.getvalue()) == {"made": 1, "right": 0, "dropped": 0}


def test_the_command_tells_what_it_did_in_a_sentence():
    initiative("Mentorordning", start_year=NOW.year)
    out, shown = StringIO(), StringIO()

    call_command("catalogue-index", stdout=out, stderr=shown)
    call_command("catalogue-index", stdout=out, stderr=shown)

    assert out.getvalue().splitlines() == [
        "1 post blev lavet. 0 var rigtige. 0 blev fjernet.",
        "Alle poster var rigtige. Intet blev ændret.",
    ]
    assert shown.getvalue() == "1 / 1\n"
