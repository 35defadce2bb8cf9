import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.intake.domain.correction import Correction
from indsats.intake.domain.findings import LABELS as FINDINGS
from indsats.intake.domain.kinds import BECOMES, LABELS, PARENTS, fields_of
from indsats.intake.domain.lifecycle import EDITION, PROPOSAL, UPLOAD, may_move
from indsats.intake.domain.sentences import first_words, places_to_split
from indsats.intake.domain.status import light_of, phase_of
from indsats.intake.domain.windows import window
from indsats.intake.models import Edition, Proposal, Upload
from indsats.reading.records import FIELDS_OF_KIND, WARNING_CODES


def test_every_kind_and_warning_of_the_reading_contract_has_a_name():
    assert set(LABELS) == set(FIELDS_OF_KIND)
    assert set(FINDINGS) == set(WARNING_CODES)
    assert set(BECOMES) | set(PARENTS) <= set(FIELDS_OF_KIND)


@pytest.mark.parametrize("kind", FIELDS_OF_KIND)
def test_a_reviewer_sees_every_field_of_a_kind_once(kind):
    seen = [field.name for field in fields_of(kind)]

    assert sorted(seen) == sorted({"title", "description", *FIELDS_OF_KIND[kind]} - {"parent"})


@pytest.mark.parametrize(
    ("table", "states", "start", "ends"),
    [
        (UPLOAD, Upload.State, "waiting", {"read", "unchanged"}),
        (EDITION, Edition.State, "in_review", {"published", "discarded"}),
        (PROPOSAL, Proposal.Decision, "waiting", set()),
    ],
)
def test_every_state_can_be_reached_and_only_the_final_ones_are_left_for_nothing(table, states, start, ends):
    reached, waiting = {start}, [start]
    while waiting:
        for state in table[waiting.pop()] - reached:
            reached.add(state)
            waiting.append(state)

    assert reached == set(states.values) == set(table)
    assert {state for state, moves in table.items() if not moves} == ends


def test_a_rejected_record_waits_again_before_it_is_merged():
    assert not may_move(PROPOSAL, "rejected", "merged")
    assert may_move(PROPOSAL, "rejected", "waiting")
    assert may_move(PROPOSAL, "waiting", "merged")


@given(st.text(alphabet="abÆ. \n!?•", max_size=80))
def test_every_place_to_split_leaves_words_on_both_sides(text):
    for place in places_to_split(text):
        assert text[: place.character].strip()
        assert text[place.character :].strip()


def test_a_text_can_be_split_before_each_sentence_and_list_item():
    text = "Alle får en mentor. De mødes hver uge.\n• Kurset varer to dage.\n• Det er i maj."

    assert [text[place.character :].split(maxsplit=1)[0] for place in places_to_split(text)] == ["De", "•", "•"]


def test_a_second_title_is_the_first_sentence_cut_at_a_word():
    assert first_words("De mødes hver uge. Og så videre.") == "De mødes hver uge"
    assert first_words("ord " * 40) == ("ord " * 15).strip()


@pytest.mark.parametrize(
    ("printed", "light", "phase"),
    [
        ("Planmæssigt", "on_plan", None),
        ("øget opmærksomhed.", "attention", None),
        ("KRITISK", "critical", None),
        ("Afsluttet", None, "completed"),
        ("Følges tæt", None, None),
        (None, None, None),
    ],
)
def test_a_printed_status_names_a_light_or_a_phase_or_neither(printed, light, phase):
    assert (light_of(printed), phase_of(printed)) == (light, phase)


def test_of_a_long_page_only_the_lines_around_the_passage_are_shown():
    lines = [(number, f"linje {number}") for number in range(1, 1001)]

    shown = window(lines, 500, 510)

    assert [number for number, _text in shown.lines] == list(range(460, 551))
    assert (shown.before, shown.after) == (459, 450)


def test_a_short_page_is_shown_whole_whatever_the_passage():
    lines = [(number, "x") for number in range(1, 101)]

    assert window(lines, 5000, 5001).lines == tuple(lines)


def test_a_correction_keeps_only_what_says_something_else_than_the_document():
    correction = Correction(fields={"title": "Ny titel", "description": "Som  før.", "phase": None})
    proposed = {"title": "Titel", "description": "Som før.", "phase": None, "start_year": 2025}

    assert correction.edited(proposed, {"start_year": 2026, "title": "Gammel rettelse"}) == {
        "start_year": 2026,
        "title": "Ny titel",
    }
