"""Set the texts that are plain Word documents: the programme plan and the call for support."""

from pathlib import Path

from samples.writing.layout.word import plain_document, save
from samples.writing.texts import lines_of

# Mark at the start of a line, paragraph style, bold.
MARKS = (
    ("=== ", "Heading 2", False),
    ("== ", "Heading 1", False),
    ("= ", "Title", False),
    ("- ", "List Bullet", False),
    ("> ", None, True),
    ("# ", None, True),
)


def write(folder: Path) -> None:
    write_word(folder / "programplan_nordhavet.docx", "programplan.txt")
    write_word(folder / "opslag_nordhavet.docx", "opslag.txt")
    plain = "\n".join((Path(__file__).parent / "texts" / "indsatser.txt").read_text(encoding="utf-8").splitlines())
    (folder / "indsatser_nordhavet.txt").write_bytes((plain.replace("\n", "\r\n") + "\r\n").encode("windows-1252"))


def write_word(path: Path, text: str) -> None:
    lines = lines_of(text)
    document = plain_document(lines[0].removeprefix("= "))
    document.sections[0].footer.paragraphs[0].text = "Region Nordhavet · Center for HR og Arbejdsmiljø"
    for line in lines:
        _paragraph(document, line)
    save(document, path)


def _paragraph(document, line: str) -> None:
    if line.startswith("! "):
        head, rest = line[2:].split(" | ")
        paragraph = document.add_paragraph()
        paragraph.add_run(head + " ").bold = True
        paragraph.add_run(rest)
        return
    if line.startswith("o "):
        # Decisions keep the small letter o that people type for a bullet, then a tabulator.
        document.add_paragraph("o\t" + line[2:]).paragraph_format.left_indent = 360000
        return
    for mark, style, bold in MARKS:
        if line.startswith(mark):
            document.add_paragraph(style=style).add_run(line[len(mark) :]).bold = bold or None
            return
    document.add_paragraph(line)
