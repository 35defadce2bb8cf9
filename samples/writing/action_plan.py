"""Set the action plan as a Word document and as a PDF whose rows break over pages."""

import re
from dataclasses import dataclass, field
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt

from samples.writing.layout.lines import Run, Style, fill, width_of
from samples.writing.layout.paper import Paper
from samples.writing.layout.word import plain_document, save, shade
from samples.writing.texts import lines_of

TITLE = "Plads til et godt arbejdsliv"
RUNNING_HEAD = "Handleplan 2025-2027 for ’Plads til et godt arbejdsliv’"
LEGEND = ("Kritisk", "Øget opmærksomhed", "Planmæssigt")
HEADINGS = ("INITIATIV", "BESKRIVELSE", "PERIODE", "STATUS")
GOAL = re.compile(r"^\d\. ")
LIGHTS = {"Planmæssigt": "8CC63F", "Øget opmærksomhed": "F7C948", "Kritisk": "D64545"}

BODY = Style(size=10.5, leading=14)
STRONG = Style("Helvetica-Bold", 10.5, 14)
HEAD = Style("Helvetica-Bold", 9, 12, "#ffffff")
SMALL = Style(size=8.5, leading=11, colour="#555555")
BIG = Style("Helvetica-Bold", 17, 22, "#14425f")
COLUMNS = (108, 232, 68, 82)
GAP = 8


@dataclass
class Row:
    title: str
    period: str
    status: str
    paragraphs: list[str] = field(default_factory=list)
    goal_line: str = ""


def parts() -> list[tuple[str, list]]:
    """Give the headings of the plan, each with its paragraphs (the introduction) or rows (the priority years)."""
    found: list[tuple[str, list]] = []
    for line in lines_of("handleplan.txt"):
        content = found[-1][1] if found else []
        if line.startswith("= "):
            found.append((line[2:], []))
        elif line.startswith("* "):
            content.append(Row(*(cell.strip() for cell in line[2:].split("|"))))
        elif line.startswith("> "):
            content[-1].goal_line = line[2:]
        elif content and isinstance(content[-1], Row):
            content[-1].paragraphs.append(line)
        else:
            content.append(line)
    return found


def write(folder: Path) -> None:
    write_word(folder / "handleplan_nordhavet.docx")
    write_pdf(folder / "handleplan_nordhavet.pdf")


def write_word(path: Path) -> None:
    document = plain_document(f"Handleplan for ’{TITLE}’")
    document.sections[0].header.paragraphs[0].text = RUNNING_HEAD
    footer = document.sections[0].footer.paragraphs[0]
    footer.text = "     ".join(f"● {word}" for word in LEGEND)
    _page_numbers(document.sections[0].footer.add_paragraph())
    document.add_heading(f"Handleplan for ’{TITLE}’", 0)
    (introduction, texts), *years = parts()
    document.add_heading(introduction, 1)
    for text in texts:
        document.add_paragraph(GOAL.sub("", text), style="List Number" if GOAL.match(text) else None)
    for heading, rows in years:
        document.add_heading(heading, 1)
        _word_table(document, rows)
    save(document, path)


def _word_table(document: Document, rows: list[Row]) -> None:
    table = document.add_table(rows=1, cols=len(HEADINGS), style="Table Grid")
    for cell, heading in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.text = heading
        cell.paragraphs[0].runs[0].bold = True
        shade(cell, "D9E6EF")
    for row in rows:
        cells = table.add_row().cells
        cells[0].text = row.title
        cells[0].paragraphs[0].runs[0].bold = True
        cells[1].text = row.paragraphs[0]
        for text in row.paragraphs[1:]:
            bullet = text.startswith("- ")
            cells[1].add_paragraph(text.removeprefix("- "), style="List Bullet" if bullet else None)
        cells[1].add_paragraph(row.goal_line).runs[0].italic = True
        cells[2].text = row.period
        cells[3].text = row.status
        if row.status in LIGHTS:
            shade(cells[3], LIGHTS[row.status])
    for row in table.rows:
        for cell, width in zip(row.cells, (3.4, 8.2, 2.2, 2.8), strict=True):
            cell.width = Cm(width)


def _page_numbers(paragraph) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    for part in ("PAGE", " af ", "NUMPAGES"):
        if part.isupper():
            field = OxmlElement("w:fldSimple")
            field.set(qn("w:instr"), part)
            paragraph._p.append(field)
        else:
            paragraph.add_run(part).font.size = Pt(9)


def write_pdf(path: Path) -> None:
    paper = Paper(595, 842, top=88, bottom=96, left=52, right=52)
    (introduction, texts), *years = parts()
    paper.paragraph(introduction, BIG, after=8)
    for text in texts:
        paper.paragraph(text, BODY, indent=14 if GOAL.match(text) else 0)
    for heading, rows in years:
        paper.new_page()
        paper.paragraph(heading, BIG, after=6)
        _table_head(paper)
        for row in rows:
            _row(paper, row)
    paper.save(path, f"Handleplan for ’{TITLE}’", _frame)


def _table_head(paper: Paper) -> None:
    paper.box(paper.left, paper.y - 17, paper.column, 19, "#14425f")
    for x, heading in zip(_starts(paper), HEADINGS, strict=True):
        paper.line([(heading, HEAD)], x, paper.y - 11)
    paper.y -= 26


def _row(paper: Paper, row: Row) -> None:
    """Set one row; it goes on at the top of the next page, cell beside cell, when the page is full."""
    description = "\n".join(row.paragraphs).replace("\n- ", "\n• ")
    texts = (
        [(row.title, STRONG)],
        [(f"{description}\n\n{row.goal_line}", BODY)],
        [(row.period, BODY)],
        [(row.status, BODY)],
    )
    cells = [fill(runs, width - GAP) for runs, width in zip(texts, COLUMNS, strict=True)]
    if not paper.room(2 * BODY.leading):
        paper.new_page()
    while any(cells):
        fits = int((paper.y - paper.bottom) // BODY.leading)
        for x, cell in zip(_starts(paper), cells, strict=True):
            _cell(paper, x, cell[:fits])
        paper.y -= min(fits, max(map(len, cells))) * BODY.leading
        cells = [cell[fits:] for cell in cells]
        if any(cells):
            paper.new_page()
    paper.rule(paper.left, paper.y - 2, paper.column)
    paper.y -= 12


def _cell(paper: Paper, x: float, lines: list[list[Run]]) -> None:
    for number, runs in enumerate(lines):
        paper.line(runs, x, paper.y - number * BODY.leading - BODY.size)


def _starts(paper: Paper) -> list[float]:
    return [paper.left + 4 + sum(COLUMNS[:index]) for index in range(len(COLUMNS))]


def _frame(paper: Paper, number: int, total: int) -> None:
    paper.line([(RUNNING_HEAD, SMALL)], paper.left, paper.height - 48)
    paper.rule(paper.left, paper.height - 56, paper.column)
    if number > 1:
        x = paper.left
        for word in LEGEND:
            paper.dot(x + 4, 61, f"#{LIGHTS[word]}")
            paper.line([(word, SMALL)], x + 13, 58)
            x += width_of(word, SMALL) + 34
    pages = f"{number} af {total}"
    paper.line([(pages, SMALL)], paper.width - paper.right - width_of(pages, SMALL), 36)
