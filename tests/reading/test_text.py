"""Plain text is one page whose lines keep the numbers they have in the file."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats import text
from indsats.reading.model import Block


def laid_out(printed, encoding="utf-8"):
    document = text.read_text(printed.encode(encoding), "plan.txt")
    return [
        (item.kind, [(line.number, line.text) for line in item.lines])
        for page in document.pages
        for item in page.items
        if isinstance(item, Block)
    ]


def test_blank_lines_and_bullets_part_the_blocks_and_numbers_are_the_files_own():
    assert laid_out("Plan\n\n\nVi vil:\n- lytte\n  godt\n• handle\n") == [
        ("paragraph", [(1, "Plan")]),
        ("paragraph", [(4, "Vi vil:")]),
        ("list_item", [(5, "- lytte"), (6, "  godt")]),
        ("list_item", [(7, "• handle")]),
    ]


@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
def test_every_kind_of_line_end_counts_the_same(line_end):
    assert laid_out(line_end.join(["Et", "", "To"])) == [("paragraph", [(1, "Et")]), ("paragraph", [(3, "To")])]


def test_a_form_feed_ends_a_block_but_not_a_line():
    assert laid_out("Et\n\fTo\vtre\x85\n") == [
        ("paragraph", [(1, "Et")]),
        ("paragraph", [(2, " To\vtre\x85")]),
    ]


def test_marked_headings_are_headings():
    assert laid_out("## Mål og midler ##\nVi begynder.\n") == [
        ("heading", [(1, "Mål og midler")]),
        ("paragraph", [(2, "Vi begynder.")]),
    ]


def test_windows_letters_are_read_and_lines_with_lost_letters_are_kept_as_such():
    assert laid_out("Små afsnit på Ærø", "cp1252") == [("paragraph", [(1, "Små afsnit på Ærø")])]

    document = text.read_text(b"M\xc3\xa5l og l\xc3\xa6ring\nL\xffger og\n", "plan.txt")
    assert [(line.number, line.text) for line in document.lossy] == [(2, "L\ufffdger og")]


def test_a_text_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(text, "MOST_LINES", 3)
    with pytest.raises(UnreadableFile) as refused:
        text.read_text(b"a\nb\nc\nd", "plan.txt")
    assert refused.value.code == "too_large"


@given(lines=st.lists(st.text(alphabet=st.characters(exclude_characters="\r\n\f", exclude_categories=["Cs"]))))
@settings(deadline=None)
def test_no_printed_line_is_lost(lines):
    document = text.read_text("\n".join(["Æøå", *lines]).encode(), "plan.txt")
    marked = {number for number, line in enumerate(lines, start=2) if not line.startswith("#")}
    kept = {line.number: line.text for line in document.lines()}
    assert {number: kept.get(number, "") for number in marked if lines[number - 2].strip()} == {
        number: lines[number - 2] for number in marked if lines[number - 2].strip()
    }


def tables(printed):
    document = text.read_text(printed.encode(), "plan.txt")
    return [[[cell.text for cell in row] for row in table.rows] for _, table in document.tables()]


def test_columns_kept_apart_by_spaces_are_a_table():
    printed = (
        "Plan\n\nIndsats       Hvad                 Status\n\n"
        "Makker i      To går sammen, og de I gang\n"
        "nat           mødes hver dag.\n\nPause         Ro                   Planlagt\n\n"
        "Vi ses igen til foråret, når alle har svaret.\n"
    )
    assert tables(printed) == [
        [
            ["Indsats", "Hvad", "Status"],
            ["Makker i\nnat", "To går sammen, og de\nmødes hver dag.", "I gang"],
            ["Pause", "Ro", "Planlagt"],
        ]
    ]
    assert [line.number for line in text.read_text(printed.encode(), "plan.txt").lines()][-1] == 10


def test_rows_without_blank_lines_between_begin_where_the_columns_fill_anew():
    printed = "Indsats   Hvad      Status\nMakker    To går    I gang\n          sammen\nPause     Ro        Slut\n"
    assert tables(printed) == [
        [["Indsats", "Hvad", "Status"], ["Makker", "To går\nsammen", "I gang"], ["Pause", "Ro", "Slut"]]
    ]


def test_columns_between_strokes_are_a_table():
    printed = "Plan\n\n| Indsats | Status |\n|---|:--|\n| Makker | |\n\nSlut\n"
    assert tables(printed) == [[["Indsats", "Status"], ["Makker", ""]]]


def test_prose_with_wide_spaces_is_no_table():
    assert tables("Vi  Har  Mange  Planer\nsom alle bliver til noget en dag, tror jeg nok.\n") == []


@given(lines=st.lists(st.text(alphabet="aB |-.\t  ", max_size=25), max_size=20))
@settings(deadline=None)
def test_no_word_is_lost_to_a_table(lines):
    document = text.read_text("\n".join(["Æ", *lines]).encode(), "plan.txt")
    kept = [letter for line in document.lines() for letter in line.text if letter in "aB"]
    assert kept == [letter for line in lines for letter in line if letter in "aB"] or any("|" in line for line in lines)
