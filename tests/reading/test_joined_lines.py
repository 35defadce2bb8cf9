"""Words parted at a line's end become whole; hyphens that belong to a word are kept."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.reading.joined_lines import joined


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["Ordning for seni-", "orer"], "Ordning for seniorer"),
        (["konkrete forbed-", "", "ringer"], "konkrete forbedringer"),
        (["kompetence- og", "udvikling"], "kompetence- og udvikling"),
        (["kompetence-", "og udvikling"], "kompetence- og udvikling"),
        (["løn-, tids-", "og ferieplan"], "løn-, tids- og ferieplan"),
        (["Drøftes i MED-", "Hovedudvalget"], "Drøftes i MED-Hovedudvalget"),
        (["Et MED-", "udvalg"], "Et MED-udvalg"),
        (["RPA-", "assistenter"], "RPA-assistenter"),
        (["et gå-hjem-", "møde"], "et gå-hjem-møde"),
        (["en a-", "kasse"], "en a-kasse"),
        (["OK24-", "midler"], "OK24-midler"),
        (["2023-", "2025"], "2023-2025"),
        (["et forsøg -", "også om natten"], "et forsøg - også om natten"),
        (["i og/", "eller uden"], "i og/eller uden"),
        (["sygepleje\u00ad", "rske og sund\u00adhed"], "sygeplejerske og sundhed"),
        (["to\u00a0 ord ", " mere"], "to ord mere"),
        ([], ""),
    ],
)
def test_lines_are_joined_as_a_reader_would(lines, text):
    assert joined(lines) == text


@given(st.lists(st.text(alphabet="ab -\u00ad/A1\u00a0")))
def test_joining_keeps_every_letter(lines):
    letters = [letter for line in lines for letter in line if letter.isalnum()]
    assert [letter for letter in joined(lines) if letter.isalnum()] == letters
