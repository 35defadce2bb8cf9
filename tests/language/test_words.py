import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.language.words import fold, unfold, words_in


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Mentorordning", "mentorordning"),
        ("IDÉER", "ideer"),
        ("Århus", "århus"),
        ("vårdcentral", "vårdcentral"),
        ("Göteborg", "gøteborg"),
        ("ØRE", "øre"),
    ],
)
def test_a_word_is_folded_to_what_is_compared(written, folded):
    assert fold(written) == folded


def test_a_letter_stored_in_two_pieces_counts_as_one():
    text = unicodedata.normalize("NFD", "på vågne nætter")

    assert [word.folded for word in words_in(text)] == ["på", "vågne", "nætter"]


def test_hyphens_and_signs_stand_between_words():
    words = [(word.folded, word.start, word.end) for word in words_in("SOSU'er: mentor-netværk & 1:1")]

    assert words == [("sosu", 0, 4), ("er", 5, 7), ("mentor", 9, 15), ("netværk", 16, 23), ("1", 26, 27), ("1", 28, 29)]


def test_typed_letter_pairs_are_unfolded():
    assert unfold("arbejdsmiljoe") == "arbejdsmiljø"


@given(st.text())
def test_every_word_stands_where_it_says(text):
    for word in words_in(text):
        assert fold(text[word.start : word.end]) == word.folded
