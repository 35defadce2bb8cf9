"""Launch, duration, deadline and number of people as programme plans write them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.reading.fields.launch import Headcount, deadline_in, duration_in, headcount_in, launch_in


@pytest.mark.parametrize(
    ("text", "launch"),
    [
        ("Kursus. Lancering 2. kvartal 2025, varighed 6 dage.", ("2. kvartal 2025", 2025, 2)),
        ("Lanceres i Q3 2026", ("Q3 2026", 2026, 3)),
        ("Lancering 2024, varighed 4 dage", ("2024", 2024, None)),
        ("Afholdes medio 2025.", ("medio 2025", 2025, None)),
        ("Starter 1. september 2026", ("1. september 2026", 2026, 3)),
        ("Lancering: efteråret 2026", ("efteråret 2026", 2026, None)),
        ("Begynder i løbet af foråret 2027", ("i løbet af foråret 2027", 2027, None)),
        ("Lancering 3.  kvartal\u00a02025 varighed 2 dage", ("3. kvartal 2025", 2025, 3)),
        ("Kurset er godt i 2025", None),
    ],
)
def test_when_an_activity_begins(text, launch):
    found = launch_in(text)
    assert (found and (found.text, found.year, found.quarter)) == launch


def test_a_quarter_that_is_none_is_said():
    found = launch_in("Lancering 5. kvartal 2025")
    assert (found.year, found.quarter, found.problem) == (
        2025,
        None,
        "Der er intet 5. kvartal. Se efter, hvad der menes med »5. kvartal 2025«.",
    )


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("varighed 6 dage", 6),
        ("varighed 1 dag.", 1),
        ("varer to hele dage", 2),
        ("et 3-dages forløb", 3),
        ("forløbet varer et år", None),
        ("varighed 2 timer", None),
    ],
)
def test_how_long_it_lasts_in_days(text, days):
    found = duration_in(text)
    assert (found and found.days) == days


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Første frist for at søge er 15. april 2026.", date(2026, 4, 15)),
        ("skal evaluere forsøget senest 31. december 2027", date(2027, 12, 31)),
        ("Deadline for runden er  15. november 2024.", date(2024, 11, 15)),
        ("ansvarlige for at evaluere indsatserne ved udgangen af 2025", date(2025, 12, 31)),
        ("Frist 31. februar 2026", None),
        ("Mødet er 12. februar 2026", None),
    ],
)
def test_when_it_is_due(text, on):
    found = deadline_in(text)
    assert (found and found.on) == on


@pytest.mark.parametrize(
    ("text", "headcount"),
    [
        ("et forsøg med 6-8 sygeplejersker", Headcount(6, 8, "6-8 sygeplejersker")),
        ("ansætte 4-6 kandidater i hvert projekt", Headcount(4, 6, "4-6 kandidater")),
        ("ca. 25 nye kliniske vejledere", Headcount(25, 25, "ca. 25 nye kliniske vejledere")),
        ("for medarbejdere over 58 år", None),
        ("i 2025-2028 til medarbejdere", None),
    ],
)
def test_for_how_many_people(text, headcount):
    assert headcount_in(text) == headcount


@given(st.text())
def test_any_text_is_read_without_failing(text):
    for read in (launch_in, duration_in, deadline_in, headcount_in):
        assert read(text) is None or read(text).text in " ".join(text.split())
