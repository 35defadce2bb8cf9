import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.language.analyser import fingerprint, term_of, terms_in
from indsats.language.queries import Piece, pieces, read_query
from indsats.language.words import is_stop_word, words_in

SENTENCES = st.lists(
    st.one_of(
        st.text(max_size=12),
        st.sampled_from(
            [
                "mentorordning",
                "Introduktionssygeplejersker",
                "SOSU-assistent",
                "<b>",
                "&amp;",
                "på",
                "nye kolleger",
                "2025",
            ]
        ),
    ),
    max_size=12,
).map(" ".join)


def found_by(text, question):
    terms = set(terms_in(text))
    return all(
        not terms.isdisjoint(word.any_of) or (bool(word.parts) and terms.issuperset(word.parts))
        for word in read_query(question).words
    )


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Mentorordning for alle", "mentor"),
        ("Mentorer på afsnittet", "mentoren"),
        ("Introduktionssygeplejerske i ambulatoriet", "sygeplejerske"),
        ("Onboardingforløb", "introduktion"),
        ("Ny jobstart", "onboarding"),
        ("Tilbud til social- og sundhedsassistenter", "SOSU"),
        ("SOSU'er får en fast kollega", "social- og sundhedsassistent"),
        ("For sygepl. på natten", "sygeplejerske"),
        ("Et bedre arbejdsmiljø", "arbejdsmiljoe"),
        ("Miljøet på arbejdet", "arbejdsmiljø"),
        ("Overlægernes hverdag", "læge"),
    ],
)
def test_a_text_is_found_by_other_forms_parts_and_names(text, question):
    assert found_by(text, question)


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("Ordning for taxa", "mentorordning"),
        ("Seniorer i klinikken", "onboarding"),
        ("Et godt miljø", "arbejdsmiljø"),
    ],
)
def test_a_text_about_something_else_is_not_found(text, question):
    assert not found_by(text, question)


def test_small_words_ask_for_nothing():
    assert not read_query("hvad er det for en")


def test_a_question_is_cut_short_where_it_was_pasted():
    assert len(read_query(" ".join(f"ord{number}" for number in range(50))).words) == 12


def test_the_part_of_a_compound_that_answers_is_marked():
    cut = pieces("En mentorordning for alle", read_query("mentor"))

    assert cut == (Piece("En "), Piece("mentor", hit=True), Piece("ordning for alle"))


def test_a_phrase_that_means_the_same_is_marked_whole():
    cut = pieces("Til social- og sundhedsassistenter", read_query("sosu"))

    assert cut == (Piece("Til "), Piece("social- og sundhedsassistenter", hit=True))


@given(SENTENCES)
def test_no_word_that_means_something_is_lost(text):
    terms = set(terms_in(text))

    assert {term_of(word.folded) for word in words_in(text) if not is_stop_word(word.folded)} <= terms


@given(SENTENCES, SENTENCES)
def test_marking_never_changes_the_text(text, question):
    assert "".join(piece.text for piece in pieces(text, read_query(question))) == text


@given(SENTENCES)
def test_a_text_is_found_by_its_own_words(text):
    for word in words_in(text):
        assert found_by(text, text[word.start : word.end])


def test_the_fingerprint_is_the_same_in_every_process():
    other = subprocess.run(
        [sys.executable, "-c", "from indsats.language.analyser import fingerprint; print(fingerprint())"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip

    assert other.stdout.strip() == fingerprint()
