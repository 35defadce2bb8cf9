import json
from itertools import product

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import given
from hypothesis import strategies as st

from indsats.catalogue.domain.similarity import Profile, cosine, likeness
from indsats.catalogue.services import rebuild, similar_to
from indsats.catalogue.services.likeness import profiles_of
from indsats.initiatives.models import Initiative
from tests import cast
from tests.catalogue.shelf import shelved
from tests.initiatives.made import initiative

WORTH = st.dictionaries(
    st.sampled_from(["mentor", "ordning", "vagt", "=mentor", "@nurse"]), st.floats(0.1, 9), max_size=5
)


def names(alike):
    return [Initiative.objects.get(pk=each.initiative_id).title for each in alike]


@pytest.mark.django_db
def test_what_is_like_an_initiative_comes_first_and_what_is_not_stays_away():
    mentors = shelved(
        "Mentorordning", description="Nye sygeplejersker får en erfaren kollega som mentor i tre måneder."
    )
    shelved("Mentorer til nyuddannede", description="En erfaren kollega følger den nye som mentor.")
    shelved("Buddy på natten", description="Den nye har en fast makker på natten i tre måneder.")
    shelved("Nye senge", description="Sengene kan hæves med én hånd.")

    alike = similar_to(mentors, cast.user())

    assert names(alike) == ["Mentorer til nyuddannede", "Buddy på natten"]
    assert "mentor" in alike[0].because


@pytest.mark.django_db
def test_only_what_the_viewer_may_see_is_alike():
    mentors = shelved("Mentorordning for nye")
    other = shelved("Mentorordning på kirurgisk")
    Initiative.objects.filter(pk=other.pk).update(state="withdrawn")

    assert similar_to(mentors, cast.user()) == ()


@pytest.mark.django_db
def test_an_initiative_that_shares_no_word_is_like_nothing():
    shelved("Nye senge")

    assert similar_to(shelved("Mentorordning"), cast.user()) == ()


@pytest.mark.django_db
def test_the_number_of_queries_is_the_same_for_one_and_three(django_assert_num_queries):
    viewer, mentors = cast.person("ward_leader", cast.ward_a()), shelved("Mentorordning for nye")
    shelved("Mentorordning A")
    with CaptureQueriesContext(connection) as with_one:
        similar_to(mentors, viewer)
    shelved("Mentorordning B")
    shelved("Mentorordning C")

    with django_assert_num_queries(len(with_one)):
        similar_to(mentors, viewer)


@given(WORTH, WORTH)
def test_likeness_is_between_nothing_and_all_and_the_same_both_ways(one, other):
    there, back = likeness(Profile(one), Profile(other)), likeness(Profile(other), Profile(one))

    assert there == pytest.approx(back)
    assert 0 <= there <= 1


@given(WORTH.filter(bool), st.floats(0.1, 9))
def test_a_text_twice_as_long_is_as_alike(worth, times):
    assert cosine(worth, {term: each * times for term, each in worth.items()}) == pytest.approx(1)


@pytest.mark.shared
@pytest.mark.django_db
def test_judged_pairs_of_real_initiatives_are_told_apart(shared_dir):
    """Development set: the rings of words were written with some of these pairs in sight."""
    for title, record in _records(shared_dir).items():
        initiative(title, description=record["description"] or "", target_text=record.get("target_text") or "")
    rebuild()
    by_title = {each.title: each.pk for each in Initiative.objects.all()}
    profiles = profiles_of(by_title.values())
    scores = {2: [], 1: [], 0: []}

    for pair in _lines(shared_dir / "gold" / "similar_pairs.jsonl"):
        one, other = (profiles[by_title[pair[side]]] for side in ("a_title", "b_title"))
        scores[pair["label"]].append(likeness(one, other))

    print(f"\nAUC same effort against hard negatives: {_auc(scores[2], scores[0]):.3f}")  # noqa: T201 -- the figure
    assert _auc(scores[2], scores[0]) >= 0.85


def _records(shared_dir):
    names = ("inspirationskatalog_hovedstaden_1-1181.jsonl", "handleplan_hovedstaden.jsonl")
    lines = [line for name in names for line in _lines(shared_dir / "gold" / name)]
    return {line["title"]: line for line in reversed(lines)}


def _lines(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def _auc(above, below):
    return sum((a > b) + (a == b) / 2 for a, b in product(above, below)) / (len(above) * len(below))
