"""Amounts, years, sources and earmarks as budget decisions write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indsats.reading.fields.money import Money, amounts_in, money_in, sentences_of, share_in


@pytest.mark.parametrize(
    ("text", "kroner"),
    [
        ("4,5 mio. kr.", [4_500_000]),
        ("10 mio. kr. i 2025", [10_000_000]),
        ("750.000 kr. årligt", [750_000]),
        ("0,5 mio.kr.", [500_000]),
        ("2 mill. til en ordning", [2_000_000]),
        ("½ mio. kr. og 1½ million", [500_000, 1_500_000]),
        ("500 t.kr. og 300 tusind kr.", [500_000, 300_000]),
        ("1,2 mia. kr.", [1_200_000_000]),
        ("kr. 250.000,-", [250_000]),
        ("DKK 1 000 000", [1_000_000]),
        ("12.500 kroner", [12_500]),
        ("216 mio. kr. fra aftalen", [216_000_000]),
        ("25 medarbejdere i 2025 på 3 afsnit", []),
        ("den 1. marts og kl. 7.45", []),
    ],
)
def test_amounts_are_read_in_kroner(text, kroner):
    assert [amount.kroner for amount in amounts_in(text)] == kroner


@given(st.integers(1, 9_999_999))
def test_a_number_written_the_danish_way_is_that_number(kroner):
    printed = f"{kroner:,}".replace(",", ".")
    assert [amount.kroner for amount in amounts_in(f"Der gives {printed} kr. til det.")] == [kroner]


@pytest.mark.parametrize(
    ("text", "period", "years", "recurring"),
    [
        ("Der afsættes 0,6 mio. kr. årligt til en ordning. (Budget 2026)", "year", (), True),
        ("Der afsættes 5,0 mio. kr. årligt i 2025-2028 til kørsel.", "year", (2025, 2026, 2027, 2028), True),
        ("En pulje på 8 mio. kr. i 2026 til arbejdsmiljøet.", "total", (2026,), False),
        ("I 2025 er der afsat 10 mio. kr. til det.", "total", (2025,), False),
        ("Rådet har givet 2 mill. til fleksjob i 2026 og 2027.", None, (2026, 2027), False),
        ("I alt 2 mio. kr. i 2026 og 2027.", "total", (2026, 2027), False),
        ("750.000 kr. om året fra 2026 til og med 2029.", "year", (2026, 2027, 2028, 2029), True),
        ("3 mio. kr. i 2026-28, der evalueres senest i 2028.", None, (2026, 2027, 2028), False),
        ("4 mio. kr., som evalueres senest i 2028 før budgetlægningen for 2029.", "total", (), False),
    ],
)
def test_what_an_amount_covers_is_said_or_left_open(text, period, years, recurring):
    money = money_in(text)
    assert (money.period, money.years, money.recurring) == (period, years, recurring)


def test_years_of_a_decision_without_money_are_kept_and_a_citation_is_its_budget():
    money = money_in("Parterne vil i 2027 holde en konference. (Budget 2026)")
    assert money == Money(years=(2027,), budget_year=2026)


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Udgiften finansieres af puljen til rekruttering. (Budget 2026)", "puljen til rekruttering"),
        ("Udgiften holdes inden for den nuværende ramme til ledere.", "inden for den nuværende ramme til ledere"),
        ("Ordninger betales af enhedernes eget budget.", "enhedernes eget budget"),
        ("Der er 216 mio. kr. fra trepartsaftalen til miljøet.", "trepartsaftalen"),
        ("Der afsættes 1 mio. kr.", None),
    ],
)
def test_where_the_money_comes_from(text, source):
    assert money_in(text).funding_source == source


@pytest.mark.parametrize(
    ("text", "earmark", "share"),
    [
        (
            "En pulje på 8 mio. kr. Mindst halvdelen af puljen går til afsnit, som flytter.",
            "Mindst halvdelen af puljen går til afsnit, som flytter",
            0.5,
        ),
        ("Der gives 3 mio. kr., heraf mindst 60 pct. til nattevagter.", "heraf mindst 60 pct. til nattevagter", 0.6),
        ("Midlerne er øremærket til nye senge.", "Midlerne er øremærket til nye senge", None),
        ("Halvdelen af de ansatte svarede.", None, None),
    ],
)
def test_what_part_is_kept_for_something(text, earmark, share):
    money = money_in(text)
    assert (money.earmark_text, money.earmark_min_share) == (earmark, share)


def test_shares_are_parts_of_one():
    assert [share_in(text) for text in ("to tredjedele", "12,5 %", "120 procent", "alt")] == [0.667, 0.125, None, None]


def test_a_full_stop_after_an_abbreviation_ends_no_sentence():
    assert sentences_of("Der gives 2 mio. kr. til det. Resten er for ca. Ti. Slut.") == [
        "Der gives 2 mio. kr. til det.",
        "Resten er for ca. Ti.",
        "Slut.",
    ]


@given(st.text())
def test_any_text_is_read_without_failing(text):
    money = money_in(text)
    assert money.amount is None or money.amount.kroner >= 0
