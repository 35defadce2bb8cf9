"""Personal data, lost letters and pages without text are said for every genre."""

import pytest

from indsats.reading.formats import open_document
from indsats.reading.lost_letters import repaired, repaired_text
from indsats.reading.personal_data import kinds_of_personal_data, personal_data_warnings
from indsats.reading.warnings_for_all import warnings_for_all
from tests.reading import written_files as write


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Borgeren med CPR 010290-1234 blev spurgt", ["cpr"]),
        ("Født 610290 1234", ["cpr"]),
        ("Sagsnummer 991399-1234", []),
        ("Bevilling 2025-2026 på 1.200.000 kr.", []),
        ("Ring på tlf. 22 33 44 55", ["phone"]),
        ("Telefon: 22334455", ["phone"]),
        ("+45 2233 4455", ["phone"]),
        ("I alt 22334455 kroner", []),
        ("Skriv til bente.bo@gmail.com", ["mail"]),
        ("Skriv til hr@region.example", []),
        ("Kontakt: Bente Bosen", ["person"]),
        ("Tovholder: Ole-Bo P. Madsen", ["person"]),
        ("Kontakt: Center for HR", []),
        ("Ansvarlig: Medicinsk Afdeling", []),
    ],
)
def test_personal_data_is_told_from_other_numbers_and_names(text, kinds):
    assert kinds_of_personal_data(text) == kinds


def test_the_warning_points_at_the_line_and_never_repeats_the_number():
    document = open_document(write.pdf([(60, 80, "Plan"), (60, 94, "Ring til 010290-1234")]), "plan.pdf")
    warnings = personal_data_warnings(document)
    assert [(warning.code, warning.place.page, warning.place.line_start) for warning in warnings] == [
        ("personal_data", 1, 2)
    ]
    assert "010290" not in str(warnings[0].as_json())


def test_letters_encoded_twice_are_put_right_with_what_stood_there():
    mangled = "Læger og plejere på Ærø – ’hånd i hånd’".encode().decode("cp1252", errors="replace")
    document, repairs = repaired(open_document(write.workbook([[mangled]]), "ark.xlsx"))
    assert next(document.lines()).text.startswith("Læger og plejere på ")
    (warning,) = warnings_for_all(document, repairs, ())
    assert (warning.code, warning.place.line_start) == ("lossy_text", 1)
    assert "LÃ¦ger" in warning.message


@pytest.mark.parametrize("text", ["Læger på Ærø", "Ãn gang", "SÃO Â§", "É à Ü â€", ""])
def test_text_that_is_right_or_cannot_be_put_right_is_left_alone(text):
    assert repaired_text(text) in {text, text.replace("Â§", "§")}


def test_lost_letters_are_said():
    document = open_document(write.workbook([["L\ufffdger"]]), "ark.xlsx")
    assert [warning.code for warning in warnings_for_all(document, (), ())] == ["lossy_text"]


def test_a_scanned_page_is_said():
    document = open_document(write.picture_pdf(), "plan.pdf")
    assert [(w.code, w.place.page) for w in warnings_for_all(document, (), ())] == [("unreadable_page", 1)]
