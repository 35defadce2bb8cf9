"""Whatever the lines are, the readers of catalogues, booklets and calls give records or none, and never break."""

from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.formats import open_document
from indsats.reading.genres import booklet, call, catalogue
from indsats.reading.knowledge import Knowledge

PIECES = [
    "Mentor",
    "for",
    "nye",
    "sygeplejersker",
    "(i drift)",
    "(2024-",
    "2025)",
    "(",
    ")",
    ":",
    "()",
    "(2121-2023):",
    ".",
    "• ",
    "- ",
    "SØVANG SYGEHUS",
    "DIAGNOSTISK CENTER (1/4)",
    "Overblik over indsatser, fordelt på faggrupper",
    "• Mentor, SØS",
    "1. ",
    "Om kataloget",
    "Rettet mod læger.",
    "Målgruppen er",
    "Periode: 2025",
    "Rådet anbefaler: At",
    "Eksempler fra regionerne",
    "Når alle er med",
    "”Det gik",
    "godt.”",
    "https://soevang.example/a",
    "Læs mere",
    "Læs mere om pauser",
    "# Støtte",
    "## Hvad er formålet?",
    "## Hvad stiller vi af krav?",
    "Sidste frist er den 31. februar 2025",
    "post@soevang.example",
    "\u00a0",
    "\f",
    "\u00ad",
    "\ufffd",
    "7 af 9",
    "Region Søvang",
    "og",
    "i",
    "A",
    "0",
    "²",
    "ǅ",
]  # fmt: skip -- a word list
PRINTABLE = st.text(st.characters(exclude_categories=("Cc", "Cs")), max_size=30)
LINES = st.lists(st.one_of(st.lists(st.sampled_from(PIECES), max_size=6).map(" ".join), PRINTABLE), max_size=60)
READERS = (catalogue, booklet, call)


@given(LINES)
@settings(max_examples=150, deadline=None)
def test_any_lines_can_be_read(lines):
    document = open_document(("Tekst\n" + "\n".join(lines)).encode("utf-8", "replace"), "linjer.txt")
    for genre in READERS:
        assert 0.0 <= genre.likelihood(document) <= 1.0
        reading = genre.read(document, Knowledge())
        count = len(reading.records)
        assert all(0 <= index < count for warning in reading.warnings for index in warning.records)
        assert all(record.title.strip() for record in reading.records)
        assert reading.as_json()["document"]["genre"] == genre.GENRE


@given(st.lists(st.sampled_from(PIECES), max_size=200).map(" ".join))
@settings(max_examples=50, deadline=None)
def test_a_single_endless_line_can_be_read(line):
    document = open_document(f"Tekst {line}".encode(), "linje.txt")
    for genre in READERS:
        assert genre.read(document, Knowledge()).as_json()["records"] is not None
