from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO

import openpyxl
import pytest
from django.utils.translation import gettext_lazy

from indsats.foundation.documents import sheets
from indsats.foundation.documents.sheets import Sheet, TooManyRows, workbook, xlsx_response


def _read(*given):
    return openpyxl.load_workbook(BytesIO(workbook(given)))


def _cells(*values):
    """Return the cells of one row that holds the values."""
    book = _read(Sheet("Ark", tuple(f"k{number}" for number in range(len(values))), [values]))
    return [cell for (cell,) in book.active.iter_cols(min_row=2, max_row=2)]


def test_headings_stand_first_bold_frozen_and_with_a_filter():
    page = _read(Sheet("Indsatser", ("Titel", "År"), [("Stille time", 2026), ("Makkere", 2027)])).active

    assert list(page.values) == [("Titel", "År"), ("Stille time", 2026), ("Makkere", 2027)]
    assert [cell.font.bold for cell in page[1]] == [True, True]
    assert page.freeze_panes == "A2"
    assert page.auto_filter.ref == "A1:B3"


def test_numbers_are_numbers():
    whole, part, exact = _cells(7, 2.5, Decimal("1240.50"))

    assert [(cell.value, cell.data_type) for cell in (whole, part, exact)] == [(7, "n"), (2.5, "n"), (1240.5, "n")]


def test_a_number_with_more_digits_than_excel_keeps_is_text():
    [cell] = _cells(1234567890123456789)

    assert (cell.value, cell.data_type) == ("1234567890123456789", "s")


@pytest.mark.parametrize("value", [float("nan"), float("inf"), None, "", [], ()])
def test_what_is_nothing_is_an_empty_cell(value):
    [cell, _beside] = _cells(value, "x")

    assert cell.value is None


def test_a_date_is_a_date_and_shown_the_danish_way():
    [cell] = _cells(date(2026, 2, 1))

    assert (cell.value, cell.number_format) == (datetime(2026, 2, 1), "dd-mm-yyyy")  # noqa: DTZ001 -- as Excel keeps it


@pytest.mark.parametrize(
    ("moment", "danish"),
    [
        (datetime(2026, 1, 31, 23, 30, tzinfo=UTC), datetime(2026, 2, 1, 0, 30)),  # noqa: DTZ001 -- as Excel keeps it
        (datetime(2026, 7, 1, 12, 0, tzinfo=UTC), datetime(2026, 7, 1, 14, 0)),  # noqa: DTZ001 -- as Excel keeps it
    ],
)
def test_a_moment_is_shown_in_danish_time(moment, danish):
    [cell] = _cells(moment)

    assert (cell.value, cell.number_format) == (danish, "dd-mm-yyyy hh:mm")


def test_a_day_before_excels_time_is_text():
    [cell] = _cells(date(1848, 6, 5))

    assert cell.value == "1848-06-05"


@pytest.mark.parametrize("text", ["=1+1", "+45 12345678", "-5 %", "@SUM(A1)", '=HYPERLINK("http://x")', "{=1}"])
def test_text_never_becomes_a_formula(text):
    [cell] = _cells(text)

    assert (cell.value, cell.data_type) == (text, "s")


def test_an_address_stays_text():
    [cell] = _cells("https://regionen.example/side")

    assert (cell.value, cell.hyperlink) == ("https://regionen.example/side", None)


def test_characters_that_excel_forbids_fall_away():
    [cell] = _cells("Nul\x00 vagt\x0b\ud800\ufffe!")

    assert cell.value == "Nul vagt!"


def test_lines_and_tabs_within_a_text_stay():
    [cell] = _cells("Første\nAnden\tTredje")

    assert cell.value == "Første\nAnden\tTredje"


def test_a_text_at_the_limit_is_kept_whole_and_a_longer_one_is_cut_and_says_so():
    whole, cut = _cells("æ" * 32_767, "æ" * 32_768)

    assert whole.value == "æ" * 32_767
    assert len(cut.value) == 32_767
    assert cut.value.endswith("æ […]")


def test_lists_and_translated_texts_and_answers_are_words():
    names, chosen, yes, no = _cells(["Nord", "Syd"], gettext_lazy("Yes"), True, False)

    assert [cell.value for cell in (names, chosen, yes, no)] == ["Nord, Syd", "Ja", "Ja", "Nej"]


def test_a_sheet_without_rows_still_has_its_headings():
    page = _read(Sheet("Tom", ("Titel",), [])).active

    assert list(page.values) == [("Titel",)]
    assert page.auto_filter.ref == "A1"


def test_no_sheets_at_all_is_still_a_file_that_opens():
    assert len(_read().sheetnames) == 1


def test_rows_may_come_one_by_one():
    page = _read(Sheet("Mange", ("Nr.",), ((number,) for number in range(5000)))).active

    assert page.max_row == 5001


def test_names_are_made_to_fit_and_to_differ():
    names = ["Mål: 1/2 [ny]", "nord", "Nord", "A" * 40, "A" * 40, "", "History", "'"]

    book = _read(*(Sheet(name, ("k",), []) for name in names))

    assert book.sheetnames == [
        "Mål  1 2  ny",
        "nord",
        "Nord (2)",
        "A" * 31,
        "A" * 27 + " (2)",
        "Ark",
        "History (2)",
        "Ark (2)",
    ]


def test_more_rows_than_excel_holds_are_refused_with_what_to_do(monkeypatch):
    monkeypatch.setattr(sheets, "MOST_ROWS", 3)
    rows = [(number,) for number in range(3)]

    assert workbook([Sheet("Ark", ("k",), rows[:2])])
    with pytest.raises(TooManyRows, match="højst have 2 rækker"):
        workbook([Sheet("Ark", ("k",), rows)])


@pytest.mark.parametrize(
    ("name", "header"),
    [
        ("indsatser", 'attachment; filename="indsatser.xlsx"'),
        ("indsatser.xlsx", 'attachment; filename="indsatser.xlsx"'),
        ("portefølje", "attachment; filename*=utf-8''portef%C3%B8lje.xlsx"),
    ],
)
def test_a_download_has_its_name(name, header):
    response = xlsx_response(name, [Sheet("Ark", ("Titel",), [("Stille time",)])])

    assert response["Content-Disposition"] == header
    assert response["Content-Type"] == sheets.CONTENT_TYPE
    assert openpyxl.load_workbook(BytesIO(response.content)).active["A2"].value == "Stille time"
