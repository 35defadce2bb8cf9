"""The reader finds the format and the genre by itself, and says so when a document is of no known genre."""

import pytest

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats import open_document
from indsats.reading.front_matter import language_of, organisation_of, title_of
from indsats.reading.genres import register
from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document
from tests.reading import written_files as write

LETTER = "Region Søvangs nyhedsbrev\n\nVi holder sommerfest for alle på Region Søvang den 12. juni.\n"


def test_a_document_of_another_kind_gives_no_records_and_says_so():
    reading = read_document(LETTER.encode(), "brev.txt")
    assert (reading.genre, reading.title, reading.organisation, reading.language, reading.records) == (
        "other",
        "Region Søvangs nyhedsbrev",
        "Region Søvang",
        "da",
        (),
    )


def test_a_spreadsheet_of_initiatives_is_a_register():
    data = write.workbook([["Indsats", "Beskrivelse", "Periode"], ["Makker", "To går sammen.", "2025"]])
    reading = read_document(data, "ark.xlsx")
    assert (reading.genre, [record.title for record in reading.records]) == ("register", ["Makker"])


def test_warnings_for_any_genre_stand_among_the_readings_own_in_the_order_of_the_document():
    rows = [["Indsats", "Start", "Slut"], ["Ring 010290-1234", "2025", "2026"], ["Makker", "2027", "2025"]]
    reading = read_document(write.workbook(rows), "ark.xlsx")
    assert [(warning.code, warning.place.line_start, warning.records) for warning in reading.warnings] == [
        ("personal_data", 2, (0,)),
        ("impossible_period", 3, (1,)),
    ]


def test_letters_encoded_twice_are_put_right_before_the_genre_reads():
    rows = [["Indsats", "Beskrivelse", "Periode"], ["LÃ¦geintro", "To går sammen.", "2025"]]
    reading = read_document(write.workbook(rows), "ark.xlsx")
    assert [record.title for record in reading.records] == ["Lægeintro"]
    assert [warning.code for warning in reading.warnings] == ["lossy_text"]


def test_a_genre_that_stumbles_refuses_the_one_file_with_a_sentence(monkeypatch):
    def stumble(_document, _knowledge):
        raise IndexError

    monkeypatch.setattr(register, "read", stumble)
    with pytest.raises(UnreadableFile) as refused:
        read_document(write.workbook([["Indsats", "Periode", "Status"], ["Makker", "2025", "I gang"]]), "ark.xlsx")
    assert refused.value.reason == (
        "Dokumentet kunne åbnes, men ikke læses til ende. Gem det igen i det program, det er lavet i, og prøv igen."
    )


def test_the_highest_heading_is_the_title_and_a_long_paragraph_is_none():
    def build(document):
        document.add_heading("Indledning", level=1)
        document.add_heading("Plan for gode vagter", level=0)

    assert title_of(open_document(write.word(build), "plan.docx")) == "Plan for gode vagter"
    assert title_of(open_document(b"Vi holder fest. " * 20, "brev.txt")) is None


@pytest.mark.parametrize(
    ("title", "known", "organisation"),
    [
        ("Plan for Søvang", {"Søvang": "Søvang Sygehus"}, "Søvang Sygehus"),
        ("Søvang Sygehus: plan for vagter", {}, "Søvang Sygehus"),
        ("Plan for Region Bakkeland og Søvang Sygehus", {}, "Region Bakkeland"),
        ("Plan for vagter", {}, "Region Søvang"),
    ],
)
def test_the_organisation_is_the_titles_or_the_region_named_most(title, known, organisation):
    text = f"{title}\n\nRegion Bakkeland og Region\nSøvang. Region Søvangs råd.\n"
    document = open_document(text.encode(), "plan.txt")
    if "Region" in title:
        document = open_document(f"{title}\n".encode(), "plan.txt")
    assert organisation_of(document, Knowledge(known), title) == organisation


def test_english_is_told_from_danish():
    english = b"The plan is for all wards and the nurses that work with the patients.\n"
    assert language_of(open_document(english, "plan.txt")) == "en"
    assert language_of(open_document(LETTER.encode(), "brev.txt")) == "da"
