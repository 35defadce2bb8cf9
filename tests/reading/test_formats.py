"""Each format is laid out as the same pages, blocks, tables and numbered lines."""

from datetime import date

from indsats.reading.formats import open_document
from indsats.reading.model import Block, Table
from tests.reading import written_files as write


def blocks(data, page=0):
    return [(item.kind, item.text) for item in open_document(data, "fil").pages[page].items if isinstance(item, Block)]


def tables(data):
    return [[[cell.text for cell in row] for row in table.rows] for _, table in open_document(data, "fil").tables()]


def test_word_headings_paragraphs_and_lists_keep_their_kind_and_order():
    def build(document):
        document.add_heading("Gode vagter", level=2)
        document.add_paragraph("Vi begynder i det små.")
        document.add_paragraph("Faste makkerpar", style="List Bullet")

    assert blocks(write.word(build)) == [
        ("heading", "Gode vagter"),
        ("paragraph", "Vi begynder i det små."),
        ("list_item", "Faste makkerpar"),
    ]


def test_word_heads_and_feet_stand_after_the_body_and_are_marked_as_such():
    def build(document):
        document.sections[0].header.paragraphs[0].text = "Plan for gode vagter"
        document.sections[0].footer.paragraphs[0].text = "Side"
        document.add_section()
        document.add_paragraph("Vi begynder i det små.")

    assert blocks(write.word(build)) == [
        ("paragraph", "Vi begynder i det små."),
        ("other", "Plan for gode vagter"),
        ("other", "Side"),
    ]


def test_word_bold_runs_are_known():
    def build(document):
        paragraph = document.add_paragraph()
        paragraph.add_run("Makkerordning (2025)").bold = True
        paragraph.add_run(" Alle nye får en makker.")

    line = next(open_document(write.word(build), "fil").lines())
    assert [(run.text, run.bold) for run in line.runs] == [
        ("Makkerordning (2025)", True),
        (" Alle nye får en makker.", False),
    ]


def test_word_merged_and_shaded_cells_are_laid_out():
    def build(document):
        table = document.add_table(rows=3, cols=2)
        for cell, text in zip((c for row in table.rows for c in row.cells), ["A", "B", "C", "D", "", "E"], strict=True):
            cell.text = text
        table.cell(1, 0).merge(table.cell(2, 0))
        shading = (
            table.cell(0, 0)
            ._tc.get_or_add_tcPr()
            .makeelement(
                "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}shd",
                {"{http://schemas.openxmlformats.org/wordprocessingml/2006/main}fill": "8CC63F"},
            )
        )
        table.cell(0, 0)._tc.get_or_add_tcPr().append(shading)

    data = write.word(build)
    (_, table), *_ = open_document(data, "fil").tables()
    assert [[cell.text.strip() for cell in row] for row in table.rows] == [["A", "B"], ["C", "D"], ["C", "E"]]
    assert [cell.shade for cell in table.rows[0]] == ["#8cc63f", None]


def test_word_tracked_changes_are_read_as_accepted():
    def build(document):
        from docx.oxml import parse_xml

        space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        paragraph = document.add_paragraph("Vi vil ")
        paragraph._p.append(parse_xml(f"<w:del {space}><w:r><w:delText>måske</w:delText></w:r></w:del>"))
        paragraph._p.append(parse_xml(f"<w:ins {space}><w:r><w:t>gerne begynde</w:t></w:r></w:ins>"))

    assert blocks(write.word(build)) == [("paragraph", "Vi vil gerne begynde")]


def test_slides_are_read_column_by_column():
    data = write.slides(
        [
            (40, 20, 600, 40, "Lokale indsatser"),
            (40, 100, 250, 100, "Venstre øverst"),
            (360, 90, 250, 100, "Højre øverst"),
            (40, 220, 250, 100, "Venstre nederst"),
            (360, 230, 250, 100, "Højre nederst"),
        ]
    )
    assert [text for _, text in blocks(data)] == [
        "Lokale indsatser",
        "Venstre øverst",
        "Venstre nederst",
        "Højre øverst",
        "Højre nederst",
    ]


def test_what_stands_on_every_slide_is_marked_and_comes_last():
    data = write.slides(
        *([(40, 500, 300, 20, "Region Søvang"), (400, 40, 200, 20, f"Indsats {number}")] for number in (1, 2, 3))
    )
    assert blocks(data, page=1) == [("paragraph", "Indsats 2"), ("other", "Region Søvang")]


def test_a_workbook_keeps_dates_colours_and_merged_names():
    data = write.workbook(
        [["Hospital", "Start"], ["Søvang", date(2025, 3, 1)], [None, 2026]],
        fills={"B2": "FF92D050"},
        merged=["A2:A3"],
    )
    document = open_document(data, "fil")
    assert tables(data) == [[["Hospital", "Start"], ["Søvang", "01.03.2025"], ["Søvang", "2026"]]]
    assert next(document.tables())[1].rows[1][1].shade == "#92d050"


def test_an_opendocument_sheet_is_laid_out():
    assert tables(write.calc([["Titel", "Status"], ["Fast makker", "I gang"]])) == [
        [["Titel", "Status"], ["Fast makker", "I gang"]]
    ]


def test_separated_values_are_read_in_the_encoding_and_separator_they_have():
    data = 'Titel;Status;Enhed\r\n"Makker; også om natten";Å;Øst\r\n'.encode("cp1252")
    assert tables(data) == [[["Titel", "Status", "Enhed"], ["Makker; også om natten", "Å", "Øst"]]]


def test_a_web_page_keeps_headings_lists_and_tables_and_leaves_out_menus():
    data = (
        "<html><head><title>x</title></head><body><nav>Menu</nav><h2>Gode <b>vagter</b></h2><p>Vi begynder\n  i det"
        " små."
        "<ul><li>Makker<li>Mentor</ul><table><tr><th>Titel<th>År<tr><td>Makker<br>par<td>2025</table></body></html>"
    ).encode()
    assert blocks(data) == [
        ("heading", "Gode vagter"),
        ("paragraph", "Vi begynder i det små."),
        ("list_item", "Makker"),
        ("list_item", "Mentor"),
    ]
    assert tables(data) == [[["Titel", "År"], ["Makker\npar", "2025"]]]


def test_pdf_columns_are_read_one_after_the_other():
    left = [(60, 100 + 14 * row, f"venstre linje {row}") for row in range(8)]
    right = [(320, 100 + 14 * row, f"højre linje {row}") for row in range(8)]
    mixed = [line for pair in zip(left, right, strict=True) for line in pair]
    assert [line.text for line in open_document(write.pdf(mixed), "fil").lines()] == [
        *(f"venstre linje {row}" for row in range(8)),
        *(f"højre linje {row}" for row in range(8)),
    ]


def test_a_wide_paragraph_above_pdf_columns_keeps_its_short_last_line():
    wide = [
        (60, 60, "Et langt afsnit, som står over begge spalter og går hele vejen ud til kanten"),
        (60, 72, "af siden."),
    ]
    columns = [(left, 120 + 12 * row, f"spalte {left}") for row in range(6) for left in (60, 320)]
    assert blocks(write.pdf([*wide, *columns])) == [
        ("paragraph", f"{wide[0][2]}\naf siden."),
        ("paragraph", "\n".join(["spalte 60"] * 6)),
        ("paragraph", "\n".join(["spalte 320"] * 6)),
    ]


def test_pdf_lines_are_numbered_from_one_on_every_page():
    document = open_document(write.pdf([(60, 80, "Første"), (60, 94, "Anden")], [(60, 80, "Tredje")]), "fil")
    assert [(line.page, line.number, line.text) for line in document.lines()] == [
        (1, 1, "Første"),
        (1, 2, "Anden"),
        (2, 1, "Tredje"),
    ]


HEADINGS = [(x, 80, text, "Helvetica-Bold") for x, text in ((60, "INITIATIV"), (180, "BESKRIVELSE"), (460, "STATUS"))]


def test_a_pdf_table_without_lines_that_goes_on_over_the_page_is_one_table():
    first = [
        *HEADINGS,
        (60, 110, "Fast makker"),
        (180, 110, "Alle nye får en makker på"),
        (460, 110, "I gang"),
        (180, 124, "egen vagt."),
        (60, 160, "Mentor"),
        (180, 160, "Mentorer får tid til at være"),
    ]  # fmt: skip -- one row a line
    second = [(180, 80, "sammen med nye."), (60, 120, "Ro"), (180, 120, "Ingen afbrydelser."), (460, 120, "Færdig")]
    assert tables(write.pdf(first, second)) == [
        [
            ["INITIATIV", "BESKRIVELSE", "STATUS"],
            ["Fast makker", "Alle nye får en makker på\negen vagt.", "I gang"],
            ["Mentor", "Mentorer får tid til at være\nsammen med nye.", ""],
            ["Ro", "Ingen afbrydelser.", "Færdig"],
        ]
    ]


def test_a_pdf_table_with_lines_is_read_by_its_cells():
    from io import BytesIO

    from reportlab.lib import colors
    from reportlab.platypus import SimpleDocTemplate
    from reportlab.platypus import Table as Drawn

    out = BytesIO()
    style = [("GRID", (0, 0), (-1, -1), 1, colors.black), ("BACKGROUND", (1, 1), (1, 1), colors.HexColor("#8cc63f"))]
    rows = [["Titel", "Status"], ["Fast makker\nom natten", "I gang"], ["Ro", "Færdig"]]
    SimpleDocTemplate(out).build([Drawn(rows, style=style)])
    assert tables(out.getvalue()) == [rows]
    table = next(open_document(out.getvalue(), "fil").tables())[1]
    assert [cell.shade for cell in table.rows[1]] == [None, "#8cc63f"]


def test_running_heads_and_page_numbers_of_a_pdf_are_marked():
    pages = [
        [(60, 40, "Plan for Søvang"), (60, 200, f"Tekst nummer {word}"), (280, 810, f"{number} af 3")]
        for number, word in enumerate(("et", "to", "tre"), start=1)
    ]  # fmt: skip -- one page
    assert blocks(write.pdf(*pages), page=1) == [
        ("other", "Plan for Søvang"),
        ("paragraph", "Tekst nummer to"),
        ("other", "2 af 3"),
    ]


def test_a_scanned_page_is_an_image():
    page = open_document(write.picture_pdf(), "fil").pages[0]
    assert (page.is_image, page.items) == (True, ())


def test_every_item_is_a_block_or_a_table():
    items = open_document(write.workbook([["Titel"]]), "fil").pages[0].items
    assert [type(item) for item in items] == [Table]


def test_empty_cells_of_a_web_page_keep_their_place():
    page = b"<html><table><tr><td>A</td><td></td><td>C</td></tr><tr><th>D<td><td>F</tr></table></html>"
    assert tables(page) == [[["A", "", "C"], ["D", "", "F"]]]


def test_rows_set_close_are_parted_where_most_columns_fill_anew():
    def row(top, *texts):
        return [(left, top, text) for left, text in zip((60, 160, 380, 460), texts, strict=True) if text]

    page = [(left, top, text, "Helvetica-Bold") for left, top, text in row(80, "Indsats", "Hvad", "Periode", "Status")]
    for top in (100, 132, 164):
        page += row(top, "Makker", "To går sammen hele", "2025", "I gang") + row(top + 12, "", "natten.", "", "")
    assert [len(table) for table in tables(write.pdf(page))] == [4]
