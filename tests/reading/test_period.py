"""Periods as people write them."""

import pytest

from indsats.reading.fields.period import is_period, period_of_text


@pytest.mark.parametrize(
    ("text", "start", "end", "open_ended", "phase"),
    [
        ("2021-2022", 2021, 2022, False, "running"),
        ("2021", 2021, 2021, False, "running"),
        ("2018 -", 2018, None, True, "running"),
        ("2021-", 2021, None, True, "running"),
        ("2018+ 2021", 2018, 2021, False, "running"),
        ("2024/25", 2024, 2025, False, "running"),
        ("i drift", None, None, True, "running"),
        ("delvist i drift", None, None, True, "running"),
        ("årlig pulje", None, None, True, "running"),
        ("permanent", None, None, True, "permanent"),
        ("idéfase", None, None, False, "idea"),
        ("idefase", None, None, False, "idea"),
        ("i proces", None, None, False, "in_preparation"),
        ("under udvikling", None, None, False, "in_preparation"),
        ("lanceres i 2021", 2021, None, False, "in_preparation"),
        ("implementering i 2022", 2022, None, False, "in_preparation"),
        ("fra 2022", 2022, None, True, "in_preparation"),
        ("forsøg i 2 år", None, None, False, "pilot"),
        ("forsøgsprojekt i 18 måneder", None, None, False, "pilot"),
        ("medio 2025", 2025, 2025, False, "running"),
        ("efterår 2024", 2024, 2024, False, "running"),
        ("Q2 2025", 2025, 2025, False, "running"),
        ("2. kvartal 2025", 2025, 2025, False, "running"),
        ("F2025", 2025, 2025, False, "running"),
        ("E24", 2024, 2024, False, "running"),
        ("1.9.2025 - 31.8.2026", 2025, 2026, False, "running"),
        ("siden 2019", 2019, None, True, "running"),
        ("2025 og frem", 2025, None, True, "running"),
        ("til udgangen af 2026", None, 2026, False, "running"),
        ("afsluttet 2020", None, 2020, False, None),
    ],
)
def test_a_period_is_read_from_the_words_that_are_printed(text, start, end, open_ended, phase):
    period = period_of_text(text)
    assert (period.start_year, period.end_year, period.open_ended, period.phase) == (start, end, open_ended, phase)
    assert (period.text, period.problem) == (text, None)
    assert is_period(text)


@pytest.mark.parametrize(
    ("text", "start", "end", "open_ended"),
    [
        ("2121-2023", 2021, 2023, False),
        ("2121-", 2021, None, True),
        ("2205-2026", 2025, 2026, False),
        ("2025-20266", 2025, 2026, False),
    ],
)
def test_a_misprinted_year_becomes_the_year_it_must_mean_and_is_said(text, start, end, open_ended):
    period = period_of_text(text)
    assert (period.text, period.start_year, period.end_year, period.open_ended) == (text, start, end, open_ended)
    assert period.problem.startswith(f"Perioden »{text}« har en tastefejl i et årstal")


@pytest.mark.parametrize("text", ["2205", "20221"])
def test_a_year_that_may_mean_two_things_is_left_out(text):
    period = period_of_text(text)
    assert (period.start_year, period.end_year) == (None, None)
    assert period.problem == f"Perioden »{text}« har et årstal, der ikke kan passe ({text}). Se efter, og ret den."


def test_a_period_that_ends_before_it_begins_keeps_its_text_alone():
    period = period_of_text("2026-2024")
    assert (period.text, period.start_year, period.end_year) == ("2026-2024", None, None)
    assert period.problem == "Perioden »2026-2024« slutter, før den begynder. Se efter, og ret den."


@pytest.mark.parametrize("text", ["", "()", " - "])
def test_a_text_without_words_is_no_period(text):
    assert period_of_text(text).text is None
    assert not is_period(text)


@pytest.mark.parametrize(
    "text",
    ["regionalt projekt forankret i Diagnostisk Center", "hver anden uge", "3 workshops", "KI har egen underside"],
)
def test_what_speaks_of_other_things_is_no_period(text):
    assert not is_period(text)
