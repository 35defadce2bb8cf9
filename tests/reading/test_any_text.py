"""Whatever a text holds, every genre reads it without failing, in a time that grows no faster than the text."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats import open_document
from indsats.reading.genres import action_plan, booklet, call, catalogue, programme_plan, register
from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document
from tests.reading import written_files as write

GENRES = (action_plan, booklet, call, catalogue, programme_plan, register)
LINES = st.sampled_from(
    [
        "INITIATIV BESKRIVELSE PERIODE STATUS",
        "Initiativer prioriteret i 2025",
        "Fast makker (2024-2026):",
        "SØVANG SYGEHUS",
        "Planmæssigt",
        "Understøtter målsætning 1: Tid",
        "o  Aftaleparterne er enige om at afsætte 2 mio. kr. (Budget 2026)",
        "Status og plan for den videre proces:",
        "1. Læg planer, der kan holde",
        "Hvem kan søge?",
        "3 af 8",
        "• Kursus. Lancering 2. kvartal 2026",
        "",
        " ",
        "\f",
        "-",
    ]
)
PRINTED = st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"])
TEXTS = st.lists(st.one_of(LINES, st.text(PRINTED, max_size=30)), min_size=1, max_size=25)


@settings(deadline=None, max_examples=150)
@given(lines=TEXTS)
def test_every_genre_looks_at_any_text_and_reads_it_without_failing(lines):
    document = open_document("\n".join(["Æ", *lines]).encode(), "plan.md")
    for genre in GENRES:
        assert 0 <= genre.likelihood(document) <= 1
        assert genre.read(document, Knowledge()).genre == genre.GENRE


@settings(deadline=None, max_examples=50)
@given(rows=st.lists(st.lists(st.one_of(LINES, st.text(PRINTED, max_size=20)), min_size=3, max_size=3), max_size=8))
def test_every_genre_looks_at_any_table_and_reads_it_without_failing(rows):
    cells = "".join("<tr>" + "".join(f"<td>{escaped(text)}</td>" for text in row) + "</tr>" for row in rows)
    document = open_document(f"<html><p>Plan</p><table>{cells}</table></html>".encode(), "plan.html")
    for genre in GENRES:
        assert 0 <= genre.likelihood(document) <= 1
        assert genre.read(document, Knowledge()).genre == genre.GENRE


def escaped(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@settings(deadline=None, max_examples=50)
@given(data=st.binary(max_size=300), start=st.sampled_from([b"", b"%PDF-1.4\n", b"PK\x03\x04", b"Plan\n"]))
def test_any_bytes_are_read_or_refused(data, start):
    assert outcome(start + data) in {"read", "empty", "encrypted", "not_what_it_claims", "truncated", "unsupported"}


def outcome(data):
    """The code a file was refused with, or "read"."""
    try:
        read_document(data, "fil")
    except UnreadableFile as refused:
        return refused.code
    return "read"


LONG = {
    "one word without end": "ab-" * 30_000,
    "one line without end": "ord " * 60_000,
    "blanks without end": "frist" + " " * 60_000 + "x",
    "numbers": "1. " * 40_000,
    "capitals": "AB CD " * 20_000,
    "parted words": "ab-\n" * 8_000,
    "points": "• a\n" * 8_000,
    "headings of columns": "INITIATIV BESKRIVELSE PERIODE STATUS\n" * 2_000,
    "a legend without end": "Kritisk\nPlanmæssigt\n" * 4_000,
    "money": "Der er afsat 1 mio. kr. i 2025 og " * 4_000,
    "launches": "Lancering i " * 10_000,
    "goals": "Understøtter målsætning " * 5_000,
    "brackets": "(2024 " * 10_000,
    "quotes": "”a " * 20_000,
}


@pytest.mark.parametrize("case", LONG)
def test_a_text_without_end_takes_seconds_and_no_more(case):
    began = time.perf_counter()
    read_document(LONG[case].encode(), "plan.md")
    assert time.perf_counter() - began < 10


def test_a_plan_of_many_rows_is_read_in_seconds():
    rows = [[f"Makker {number}", "To går sammen hele natten.", "2025", "I gang"] for number in range(1500)]
    data = write.workbook([["Handleplan"], ["Initiativ", "Beskrivelse", "Periode", "Status"], *rows])
    began = time.perf_counter()
    assert len(read_document(data, "plan.xlsx").records) == 1500
    assert time.perf_counter() - began < 15
