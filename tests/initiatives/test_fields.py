"""What fields are called and how their values are kept and shown."""

from datetime import date
from decimal import Decimal

import pytest
from django.utils import translation

from indsats.initiatives.domain.fields import BY_NAME, FIELDS, Names, from_json, shown, to_json
from indsats.initiatives.domain.period import period_shown, years_shown
from indsats.initiatives.models import Initiative
from indsats.initiatives.services.values import fold, key_of, sorted_as_danish

NAMES = Names(units={1: "Sengeafsnit A"}, people={2: "Tove"}, programmes={3: "Planen"}, goals={4: "1. Flere bliver"})


@pytest.fixture(autouse=True)
def _danish():
    with translation.override("da"):
        yield


def test_every_field_that_people_change_is_named_once():
    kept_by_services = {
        "id",
        "state",
        "light_at",
        "folded",
        "title_key",
        "version",
        "created_at",
        "created_by",
        "changed_at",
        "changed_by",
    }  # fmt: skip -- one list, read at a glance
    columns = {field.name for field in Initiative._meta.get_fields() if not field.auto_created or field.name == "id"}

    assert sorted(field.name for field in FIELDS) == sorted(columns - kept_by_services)


@pytest.mark.parametrize(
    ("name", "value", "text"),
    [
        ("title", "Mentorordning", "Mentorordning"),
        ("light", "attention", "Øget opmærksomhed"),
        ("phase", "", ""),
        ("open_ended", True, "Ja"),
        ("open_ended", False, "Nej"),
        ("start_year", 2026, "2026"),
        ("duration_days", "1.5", "1,5"),
        ("deadline", "2026-03-02", "2. marts 2026"),
        ("unit", 1, "Sengeafsnit A"),
        ("unit", None, ""),
        ("owner", 2, "Tove"),
        ("programmes", [3], "Planen"),
        ("goals", [4, 9], "1. Flere bliver, findes ikke længere (nummer 9)"),
        ("themes", ["wellbeing", "mentoring"], "Trivsel, Mentorordninger"),
        ("state", "withdrawn", "Trukket tilbage"),
    ],
)
def test_a_value_is_shown_as_a_person_reads_it(name, value, text):
    assert shown(name, value, NAMES) == text


@pytest.mark.parametrize(
    ("name", "value"),
    [("deadline", date(2026, 3, 2)), ("duration_days", Decimal("1.5")), ("start_year", 2026), ("title", "A")],
)
def test_a_value_comes_back_from_the_history_as_it_was(name, value):
    assert from_json(name, to_json(value)) == value


def test_decimals_are_kept_without_their_trailing_zeros():
    assert [to_json(Decimal(text)) for text in ("2.0", "2", "100", "0.50")] == ["2", "2", "100", "0.5"]


def test_what_has_no_plain_value_cannot_stand_in_the_history():
    with pytest.raises(TypeError):
        to_json(object())


def test_lists_of_keys_are_sorted_and_single():
    assert key_of("themes", ["wellbeing", "mentoring", "wellbeing"]) == ["mentoring", "wellbeing"]


def test_every_choice_has_a_danish_name():
    names = [str(label) for field in BY_NAME.values() for label in field.choices.values()]

    assert [name for name in names if name in ("Draft", "Idea", "On plan", "Political")] == []


@pytest.mark.parametrize(
    ("start", "end", "open_ended", "text"),
    [
        (2026, 2029, False, "2026–2029"),
        (2026, 2026, False, "2026"),
        (2026, None, False, "2026"),
        (2026, None, True, "2026–"),
        (None, 2029, False, "til 2029"),
        (None, None, True, ""),
    ],
)
def test_years_in_a_few_characters(start, end, open_ended, text):
    assert years_shown(start, end, open_ended=open_ended) == text


def test_the_documents_own_words_stand_where_no_years_are_known():
    assert [period_shown("medio 2025", None, None), period_shown("2018 -", 2018, None, open_ended=True)] == [
        "medio 2025",
        "2018–",
    ]


def test_free_text_is_folded_with_danish_letters_too():
    assert fold("  ÆRØ\n Sygehus ") == "ærø sygehus"


def test_titles_sort_as_danes_do():
    titles = ["Åben dør", "Zoner", "Ærlig snak", "aftenvagt", "Øvelser", "Aarhusmodel", "Besøg", "barsel"]

    assert sorted(titles, key=sorted_as_danish) == [
        "aftenvagt",
        "barsel",
        "Besøg",
        "Zoner",
        "Ærlig snak",
        "Øvelser",
        "Åben dør",
        "Aarhusmodel",
    ]  # fmt: skip -- the order is the point
