import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.intake.domain.likeness import Outline, likeness, resemblance

PLAN = "Handleplan 2025-2027 for ’Plads til et godt arbejdsliv’"


@given(st.text(max_size=40), st.text(max_size=40))
def test_likeness_is_a_share_and_the_same_from_both_sides(one, other):
    assert 0 <= likeness(one, other) <= 1
    assert likeness(one, other) == likeness(other, one)


@given(st.text(alphabet="abcæøå ", min_size=1, max_size=40).filter(str.strip))
def test_a_text_is_wholly_like_itself(text):
    assert likeness(text, text) == 1


@pytest.mark.parametrize(
    ("title", "same"),
    [
        (PLAN, True),
        ("Handleplan for ’Plads til et godt arbejdsliv’", True),
        ("Handleplan 2025-2027 for »Plads til et godt arbejdsliv« – revideret udgave", True),
        ("Handleplan 2028-2030 for ’Plads til et godt arbejdsliv’", False),
        ("Handleplan for sikker patienttransport", False),
    ],
)
def test_a_version_has_the_same_title_and_speaks_of_the_same_years(title, same):
    known = Outline("action_plan", PLAN, "Region Nordhavet")

    assert bool(resemblance(known, Outline("action_plan", title, "Region Nordhavet"))) == same


def test_another_genre_or_another_organisation_is_another_document():
    known = Outline("action_plan", PLAN, "Region Nordhavet")

    assert resemblance(known, Outline("catalogue", PLAN, "Region Nordhavet")) == 0
    assert resemblance(known, Outline("action_plan", PLAN, "Region Sydkysten")) == 0


def test_half_of_the_records_tell_where_the_title_does_not():
    known = Outline("register", "Oversigt marts", records=frozenset({"a", "b", "c", "d"}))

    assert resemblance(known, Outline("register", "Koordinatorark juni", records=frozenset({"a", "b", "e"}))) == 0.5
    assert resemblance(known, Outline("register", "Koordinatorark juni", records=frozenset({"a", "e", "f"}))) == 0
