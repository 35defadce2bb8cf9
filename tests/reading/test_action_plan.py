"""Action plans of other makes: other columns, other headings, colours for words, faults that the plan has in itself."""

import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from indsats.reading.formats import open_document
from indsats.reading.genres import action_plan
from indsats.reading.genres.action_plan.audience import audience
from indsats.reading.genres.action_plan.columns import columns_in_text, meaning_of
from indsats.reading.genres.action_plan.headings import goal_of_heading, year_of_heading
from indsats.reading.knowledge import Knowledge
from indsats.reading.reader import read_document
from tests.reading import written_files as write
from tests.reading.written_plans import answers, as_rows, cell_by_cell, found, goals, in_running_text

HEADINGS = ["Initiativ", "Beskrivelse", "Periode", "Status"]


def word_plan(*tables, before=(), legend=None):
    """A table is a heading and its rows."""

    def build(document):
        document.add_heading("Handleplan for gode vagter", 0)
        for text in before:
            document.add_paragraph(text)
        for heading, rows in tables:
            if heading:
                document.add_heading(heading, 1)
            _table(document, rows)
        if legend:
            document.add_paragraph(legend)

    return write.word(build)


def _table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text


def read(data, name="plan.docx"):
    return read_document(data, name)


def shown(reading, *names):
    return [(record.title, *(record.as_json()[name] for name in names)) for record in reading.records]


@settings(deadline=None, max_examples=30)
@given(
    title_width=st.integers(16, 26),
    width=st.integers(34, 70),
    page_length=st.integers(24, 200),
    single_titles_apart=st.booleans(),
)
def test_a_plan_whose_columns_were_written_one_after_the_other_is_read_whole(**shape):
    reading = read(in_running_text(**shape).encode(), "plan.txt")
    assert found(reading) == answers()
    assert [number for number, _ in reading.goals] == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("with_gaps", [True, False])
@pytest.mark.parametrize("with_goals", [True, False])
def test_cells_written_below_each_other_are_told_apart_with_or_without_gaps_and_goals(with_goals, with_gaps):
    text = cell_by_cell(("title", "description", "period", "status"), with_goals=with_goals, with_gaps=with_gaps)
    expected = answers() if with_goals else [{**row, "goal_number": None, "goal_title": None} for row in answers()]
    assert found(read(text.encode(), "plan.txt")) == expected


@pytest.mark.parametrize(
    "order",
    [
        ("title", "description", "responsible", "period", "status"),
        ("title", "description", "period", "status", "responsible"),
        ("title", "responsible", "period", "status", "description"),
        ("title", "period", "status", "description"),
    ],
)
def test_cells_written_below_each_other_may_come_in_other_orders(order):
    reading = read(cell_by_cell(order).encode(), "plan.txt")
    assert found(reading) == answers()
    named = "Center for HR" if "responsible" in order else None
    assert {record.fields["responsible"] for record in reading.records} == {named}


@pytest.mark.parametrize(
    "order",
    [
        ("title", "description", "period", "status"),
        ("status", "period", "title", "description"),
        ("goal", "title", "description", "responsible", "period", "status"),
        ("year", "title", "period", "status", "description"),
    ],
)
@pytest.mark.parametrize("format_name", ["docx", "html", "xlsx"])
def test_columns_may_stand_in_any_order_in_any_format(order, format_name):
    names = {"goal": "Målsætning", "responsible": "Ansvarlig", "year": "Prioriteret i"}
    headings = {key: names[key] for key in order if key in names}
    tables = as_rows(order, **headings)
    if format_name == "docx":
        data = word_plan(*((f"Initiativer prioriteret i {year}", rows) for year, rows in tables), before=goals())
    elif format_name == "html":
        data = _web_page(tables)
    else:
        rows = [[text] for text in ("Handleplan for gode vagter", *goals())]
        for year, cells in tables:
            rows.extend([[f"Initiativer prioriteret i {year}"], *cells])
        data = write.workbook(rows)

    reading = read(data, f"plan.{format_name}")

    assert reading.genre == "action_plan"
    assert found(reading) == answers()


def _web_page(tables):
    rows = "".join(
        f"<h2>Initiativer prioriteret i {year}</h2><table>"
        + "".join(
            "<tr>" + "".join(f"<td>{text.replace(chr(10), '<br>')}</td>" for text in row) + "</tr>" for row in cells
        )
        + "</table>"
        for year, cells in tables
    )
    lines = "".join(f"<p>{goal}</p>" for goal in goals())
    return f"<!doctype html><html><body><h1>Handleplan for gode vagter</h1>{lines}{rows}</body></html>".encode()


def test_a_table_that_goes_on_without_its_headings_and_a_row_that_goes_on_belong_to_the_plan():
    first = [HEADINGS, ["Makker", "To går sammen,", "2025", "Kritisk"]]
    second = [["", "også om natten.", "", ""], ["Mentor", "En følger en ny.", "2026", "Kritisk"]]
    reading = read(word_plan(("Initiativer 2025", first), (None, second)))
    assert shown(reading, "description", "priority_year") == [
        ("Makker", "To går sammen, også om natten.", 2025),
        ("Mentor", "En følger en ny.", 2025),
    ]


def test_a_heading_across_the_top_and_an_initiative_a_table_are_read():
    banner = [["Politiske initiativer", "", "", ""], HEADINGS, ["Makker", "To går sammen.", "2025", "Kritisk"]]
    cards = [[[name, text] for name, text in zip(HEADINGS, row, strict=True)] for row in as_rows()[0][1][1:3]]
    reading = read(word_plan(("Initiativer 2024", banner), *(("Initiativer 2025", card) for card in cards)))
    assert shown(reading, "period_text", "priority_year", "goal_number") == [
        ("Makker", "2025", 2024, None),
        ("Fast mentor det første år", "2025-2026", 2025, 4),
        ("Fælles spilleregler for vagtplanen", "2025-2027", 2025, 3),
    ]


def test_a_goal_named_in_the_last_sentence_of_a_line_is_found():
    text = "| Initiativ | Beskrivelse | Periode |\n|---|---|---|\n| Makker | To. Understøtter mål 2: Ro | 2025 |\n"
    reading = read(f"# Handleplan\n\n{text}".encode(), "plan.md")
    assert shown(reading, "description", "goal_number", "goal_title") == [("Makker", "To.", 2, "Ro")]


def test_a_row_torn_by_a_page_is_said():
    rows = [["Initiativ", "Beskrivelse\nresten af en tekst.", "Periode"], ["Makker", "To går sammen.", "2025"]]
    reading = read(word_plan((None, rows)))
    assert shown(reading, "description") == [("Makker", "To går sammen.")]
    assert [(warning.code, warning.place.line_start) for warning in reading.warnings] == [("lossy_text", 4)]


def test_goals_as_headings_count_for_the_rows_below_them():
    rows = [HEADINGS, ["Makker", "To går sammen.", "2025", "Kritisk"]]
    other = [HEADINGS, ["Mentor", "En følger en ny.", "2026", "Kritisk"]]
    reading = read(word_plan(("Målsætning 1: Trygge vagter", rows), ("Målsætning 2 – En god start", other)))
    assert shown(reading, "goal_number", "goal_title") == [
        ("Makker", 1, "Trygge vagter"),
        ("Mentor", 2, "En god start"),
    ]
    assert reading.goals == ((1, "Trygge vagter"), (2, "En god start"))


def test_a_goal_that_is_named_by_title_alone_gets_its_number_from_the_plans_list():
    rows = [["Indsats", "Målsætning", "Tidsplan"], ["Makker", "En god start", "2025"], ["Mentor", "1", "2026"]]
    before = ["Planen har to målsætninger:", "1. Trygge vagter", "2. En god start"]
    reading = read(word_plan((None, rows), before=before))
    assert shown(reading, "goal_number", "goal_title") == [("Makker", 2, "En god start"), ("Mentor", 1, None)]
    assert reading.warnings == ()


def test_a_status_that_is_only_a_colour_is_read_by_what_the_colour_means_elsewhere_in_the_plan():
    def build(document):
        document.add_heading("Handleplan for gode vagter", 0)
        _table(document, [HEADINGS, ["Makker", "To.", "2025", "Kritisk"], ["Mentor", "En.", "2026", ""]])
        for row in (1, 2):
            _shade(document.tables[0].cell(row, 3), "D64545")
        document.sections[0].footer.paragraphs[0].text = "● Kritisk   ● Øget opmærksomhed   ● Planmæssigt"

    reading = read(write.word(build))
    assert shown(reading, "status_text") == [("Makker", "Kritisk"), ("Mentor", "Kritisk")]
    assert reading.status_legend == ("Kritisk", "Øget opmærksomhed", "Planmæssigt")


def _shade(cell, colour):
    shading = OxmlElement("w:shd")
    shading.set(qn("w:fill"), colour)
    cell._tc.get_or_add_tcPr().append(shading)


def test_lights_that_were_lost_are_said_once():
    rows = [HEADINGS, ["Makker", "To går sammen.", "2025", ""], ["Mentor", "En følger en ny.", "2026", ""]]
    reading = read(word_plan((None, rows), legend="Kritisk • Øget opmærksomhed • Planmæssigt"))
    assert [warning.code for warning in reading.warnings] == ["lossy_text"]


def test_what_contradicts_itself_is_said_with_the_ways_out():
    before = ["Vores målsætninger:", "1. Trygge vagter", "2. En god start", "3. Mere tid"]
    rows = [
        [*HEADINGS, "Tovholder"],
        ["Makker", "To.\nUnderstøtter målsætning 1: En god start", "2025", "Kritisk", "HR"],
        ["Mentor", "En.\nUnderstøtter målsætning 7: Mere tid", "2026", "I tvivl", ""],
        ["MAKKER", "Ny.\nUnderstøtter målsætning 2: Færre køer", "2027-2025", "Planmæssigt", "HR"],
        ["Pause", "Ro.\nUnderstøtter målsætning 3: Mere tid til ro", "2025", "Planmæssigt", "HR"],
    ]
    reading = read(word_plan((None, rows), before=before, legend="Kritisk • Øget opmærksomhed • Planmæssigt"))
    assert [(warning.code, warning.records, warning.suggestions) for warning in reading.warnings] == [
        ("goal_mismatch", (0,), (_way("goal_title", "Trygge vagter", 0), _way("goal_number", 2, 0))),
        ("missing_responsible", (1,), ()),
        ("goal_mismatch", (1,), (_way("goal_number", 3, 1),)),
        ("status_not_in_legend", (1,), ()),
        ("duplicate_initiative", (0, 2), ()),
        ("goal_mismatch", (2,), (_way("goal_title", "En god start", 2),)),
        ("impossible_period", (2,), ()),
    ]
    assert reading.warnings[0].message == (
        "Her står målsætning 1: »En god start«. I planens liste er målsætning 1 »Trygge vagter«, og »En god start« er "
        "målsætning 2. Vælg den rigtige."
    )


def _way(field, value, record):
    return {"field": field, "value": value, "record": record}


def test_every_field_keeps_the_words_it_was_read_from():
    text = "Makkerord-\nning\n\nTo går sam-\nmen.\n\nUnderstøtter målsætning 1: Trygge\nvagter\n\n2025-\n2026\n"
    head = "Handleplan\n\nInitiativer prioriteret i 2025\n\nINITIATIV BESKRIVELSE PERIODE\n\n"
    record = read((head + text).encode(), "plan.txt").records[0]
    assert (record.title, record.description) == ("Makkerordning", "To går sammen.")
    quotes = {name: record.source.quotes[name] for name in ("title", "description", "goal_title", "period_text")}
    assert quotes == {
        "title": "Makkerord-\nning",
        "description": "To går sam-\nmen.",
        "goal_title": "Understøtter målsætning 1: Trygge\nvagter",
        "period_text": "2025-\n2026",
    }
    assert record.source.quotes["priority_year"] == "Initiativer prioriteret i 2025"
    assert (record.source.place.line_start, record.source.place.line_end) == (7, 17)


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Initiativer prioriteret i 2024", 2024),
        ("Initiativer prioriteret 2024", 2024),
        ("2026", 2026),
        ("Årets indsatser 2025", 2025),
        ("Indsatser 2025-2027", None),
        ("Vi begynder i 2025", None),
        ("Initiativer i 2025 er mange.", None),
    ],
)
def test_a_heading_for_a_year_is_told_from_other_lines(text, year):
    assert year_of_heading(text) == year


@pytest.mark.parametrize(
    ("title", "description", "groups"),
    [
        ("Pulje til uddannelse af ledere", "De studerende får mere hjælp.", ["leader"]),
        ("Godt praktikforløb", "Nyuddannede medarbejdere får en god start.", ["student", "new_employee"]),
        ("Råd om fremtiden", "Et råd bestående af læger og studerende. Det hjælper sygeplejersker.", ["nurse"]),
        ("Inddrag andre faggrupper", "Vi frigør tid hos jordemødre.", ["midwife"]),
        ("Kampagne", "Den rettes mod ansøgere. Det er godt at være ansat her.", ["other"]),
        ("Pause", "Alle medarbejdere kan hvile.", ["all_staff"]),
        ("Pause", None, []),
    ],
)
def test_whom_an_initiative_is_for(title, description, groups):
    assert [group.key for group in audience(title, description)] == groups


def test_a_heading_for_a_goal_is_told_from_other_lines():
    assert goal_of_heading("Mål 2 – Mere tid") == (2, "Mere tid")
    assert goal_of_heading("Målet er at nå det") is None


def test_names_of_columns_are_known_in_their_variants():
    names = ["BESKRIVELSE", "Tidsplan", "Ansvarlig/tovholder", "Status (farve)", "Målsætning"]
    assert [meaning_of(name) for name in names] == ["description", "period", "responsible", "status", "goal"]
    assert columns_in_text("INITIATIV BESKRIVELSE PERIODE STATUS") == ("title", "description", "period", "status")
    assert columns_in_text("Initiativ til bedre status") is None


def test_a_letter_and_a_table_of_something_else_are_no_plans():
    letter = open_document(b"Vi har lagt en handleplan.\n\nInitiativ og status kommer i 2025.\n", "brev.txt")
    budget = open_document(word_plan((None, [["Konto", "Beskrivelse", "Status"], ["12", "Vand", "100"]])), "x.docx")
    assert (action_plan.likelihood(letter), action_plan.likelihood(budget)) == (0.0, 0.0)


def test_a_plan_without_rows_gives_none_and_does_not_fail():
    reading = read(word_plan(("Initiativer 2025", [HEADINGS])))
    assert (reading.genre, reading.records, reading.warnings) == ("action_plan", (), ())


CELLS = st.sampled_from(
    [
        "",
        "Makker",
        "2025",
        "2023-",
        "Kritisk",
        "Understøtter målsætning 1: Mål",
        "●",
        "-",
        "To går sammen.",
        "lille",
        "a" * 90,
    ]
)


@settings(deadline=None, max_examples=60)
@given(
    rows=st.lists(st.lists(CELLS, min_size=4, max_size=4), max_size=8),
    heading=st.permutations(HEADINGS),
    place=st.integers(0, 8),
)
def test_shuffled_rows_and_headings_never_break_the_reader(rows, heading, place):
    cells = [*rows[:place], list(heading), *rows[place:]]
    document = open_document(word_plan((None, cells)), "plan.docx")
    reading = action_plan.read(document, Knowledge())
    assert all(record.title for record in reading.records)


LINES = st.sampled_from(
    [
        "INITIATIV BESKRIVELSE PERIODE STATUS",
        "INITIATIV",
        "BESKRIVELSE PERIODE",
        "Initiativer prioriteret i 2025",
        "Målsætning 2: Tid",
        "1. Trygge vagter",
        "2. Tid",
        "2025",
        "2023-",
        " Planmæssigt",
        "Kritisk",
        "Øget opmærksomhed",
        "3 af 8",
        "Understøtter målsætning 1: Trygge",
        "Understøtter mål-",
        "Makker Vi vil gå sammen to og to hele",
        "natten og dagen med, så længe det va-",
        "rer.",
        "- og",
        "",
        "\f",
    ]
)


PRINTED = st.characters(min_codepoint=32, exclude_categories=["Cs", "Cc"])


@settings(deadline=None, max_examples=150)
@given(lines=st.lists(st.one_of(LINES, st.text(PRINTED, max_size=30)), max_size=40))
def test_any_lines_below_a_plans_headings_are_read_without_failing(lines):
    text = "\n".join(["Handleplan", "INITIATIV BESKRIVELSE PERIODE STATUS", *lines])
    reading = action_plan.read(open_document(text.encode(), "plan.md"), Knowledge())
    assert all(record.title and record.source.place.line_start >= 1 for record in reading.records)
