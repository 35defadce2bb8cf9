"""A coordinator's spreadsheet: headings anywhere, several sheets, totals and sections."""

from datetime import date

from indsats.reading.formats import open_document
from indsats.reading.genres import register
from tests.reading import written_files as write

HEADINGS = ["Hospital", "Afdeling", "Indsats", "Beskrivelse", "Start", "Slut", "Status"]


def read(rows, **options):
    return register.read(open_document(write.workbook(rows, **options), "ark.xlsx"))


def shown(reading, *names):
    return [(record.title, *(record.fields[name] for name in names)) for record in reading.records]


def test_the_heading_row_is_found_below_texts_and_totals_are_left_out():
    reading = read(
        [
            ["Oversigt for Region Søvang"],
            [],
            HEADINGS,
            ["Søvang Sygehus", "Akut", "Fast makker", "To går sammen.", date(2025, 3, 1), date(2026, 2, 28), "I gang"],
            ["I alt", None, "1 indsats"],
        ]
    )
    assert (reading.title, reading.organisation) == ("Oversigt for Region Søvang", "Region Søvang")
    assert [record.as_json() for record in reading.records] == [
        {
            "kind": "local_initiative",
            "title": "Fast makker",
            "description": "To går sammen.",
            "organisation": "Søvang Sygehus",
            "unit": "Akut",
            "period_text": "01.03.2025 - 28.02.2026",
            "start_year": 2025,
            "end_year": 2026,
            "open_ended": False,
            "phase": "running",
            "target_text": None,
            "status_text": "I gang",
            "responsible": None,
            "target_groups": [],
            "themes": ["onboarding"],
            "source": {
                "page": 1,
                "line_start": 4,
                "line_end": 4,
                "quotes": {
                    "status_text": "I gang",
                    "unit": "Akut",
                    "title": "Fast makker",
                    "description": "To går sammen.",
                    "organisation": "Søvang Sygehus",
                    "start_year": "01.03.2025",
                    "end_year": "28.02.2026",
                    "period_text": "01.03.2025 - 28.02.2026",
                },
            },
        }
    ]


def test_english_headings_are_known():
    reading = read([["Title", "Description", "Period", "Owner"], ["Buddy", "Two together.", "2025-2026", "HR"]])
    assert shown(reading, "start_year", "end_year", "responsible") == [("Buddy", 2025, 2026, "HR")]


def test_start_and_end_below_a_merged_period_are_columns_of_their_own():
    reading = read(
        [["Titel", "Periode", None, "Status"], [None, "Start", "Slut", None], ["Makker", 2025, 2027, "I gang"]],
        merged=["B1:C1"],
    )
    assert shown(reading, "start_year", "end_year") == [("Makker", 2025, 2027)]


def test_a_merged_hospital_counts_for_every_row_it_covers():
    reading = read([HEADINGS, ["Søvang", "A", "Et"], [None, "B", "To"]], merged=["A2:A3"])
    assert shown(reading, "organisation", "unit") == [("Et", "Søvang", "A"), ("To", "Søvang", "B")]


def test_a_line_across_the_sheet_names_the_organisation_of_what_follows():
    reading = read([["Titel", "Periode", "Status"], ["Søvang Sygehus"], ["Makker", "2025", "I gang"]], merged=["A2:C2"])
    assert shown(reading, "organisation") == [("Makker", "Søvang Sygehus")]


def test_a_status_that_is_only_a_colour_is_read_by_the_sheets_own_legend():
    reading = read(
        [["Grøn = planmæssigt, rød = kritisk"], ["Titel", "Periode", "Status"], ["Makker", "2025"], ["Mentor", "2026"]],
        fills={"C3": "FF92D050", "C4": "FFFF0000"},
    )
    assert shown(reading, "status_text") == [("Makker", "planmæssigt"), ("Mentor", "kritisk")]


def test_periods_in_words_give_phase_and_open_end():
    rows = [["Et", "2024 -"], ["To", "i drift"], ["Tre", "idéfase"], ["Fire", "forsøg 2026"], ["Fem", "2121-2023"]]
    reading = read([["Titel", "Periode", "Ansvarlig"], *([*row, "HR"] for row in rows)])
    assert shown(reading, "start_year", "end_year", "open_ended", "phase") == [
        ("Et", 2024, None, True, "running"),
        ("To", None, None, True, "running"),
        ("Tre", None, None, False, "idea"),
        ("Fire", 2026, 2026, False, "pilot"),
        ("Fem", 2021, 2023, False, "running"),
    ]
    assert [(warning.code, warning.records) for warning in reading.warnings] == [("impossible_period", (4,))]


def test_what_is_wrong_in_the_sheet_is_said_with_its_row():
    reading = read(
        [
            ["Titel", "Start", "Slut", "Ansvarlig"],
            ["Makker", "01.05.2026", "01.05.2025", "HR"],
            ["Mentor", "2025", "2026", None],
            ["mentor", "2025", "2026", "HR"],
        ]
    )
    assert [(warning.code, warning.place.line_start, warning.records) for warning in reading.warnings] == [
        ("impossible_period", 2, (0,)),
        ("missing_responsible", 3, (1,)),
        ("duplicate_initiative", 4, (1, 2)),
    ]


def test_separated_values_are_a_register_too():
    data = "Titel;Beskrivelse;Periode\nMakker;To går sammen.;2025\n".encode("cp1252")
    document = open_document(data, "ark.csv")
    assert register.likelihood(document) == 0.9
    assert shown(register.read(document), "start_year") == [("Makker", 2025)]


def test_a_spreadsheet_of_something_else_is_no_register():
    assert register.likelihood(open_document(write.workbook([["Konto", "Beløb"], ["Løn", 12]]), "ark.xlsx")) == 0.0
