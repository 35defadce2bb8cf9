import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.language.compounds import parts_of

LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("mentorordning", ("mentor", "ordning")),
        ("mentorordninger", ("mentor", "ordninger")),
        ("introduktionssygeplejerske", ("introduktions", "sygeplejerske")),
        ("kompetenceudviklingsforløb", ("kompetence", "udviklings", "forløb")),
        ("arbejdsmiljøkonference", ("arbejds", "miljø", "konference")),
        ("sygefravær", ("syge", "fravær")),
        ("jobstart", ("job", "start")),
        ("lægesekretærer", ("læge", "sekretærer")),
        ("overlægerne", ("over", "lægerne")),
        ("seniorordninger", ("senior", "ordninger")),
        ("stillingsopslag", ("stillings", "opslag")),
    ],
)
def test_a_compound_is_cut_into_its_parts(word, parts):
    assert parts_of(word) == parts


@pytest.mark.parametrize(
    "word",
    ["sygeplejersker", "medarbejderne", "udviklingen", "fastholdelse", "supervision", "undervisning", "forebyggelse"],
)
def test_a_word_that_is_no_compound_stays_whole(word):
    assert parts_of(word) == ()


@given(st.text(alphabet=LETTERS, max_size=70))
def test_the_parts_joined_are_the_word(word):
    parts = parts_of(word)

    assert parts == () or ("".join(parts) == word and len(parts) > 1)
