"""Set the booklet: ten recommendations, each with a comment, examples in two columns, quotes and where to read more."""

from dataclasses import dataclass, field
from pathlib import Path

from samples.writing.layout.lines import Run, Style, fill, width_of
from samples.writing.layout.paper import Paper
from samples.writing.texts import lines_of

TITLE = "Ti veje til et bedre arbejdsmiljø – inspirationshæfte fra Region Nordhavet"
BODY = Style(size=10.5, leading=14)
STRONG = Style("Helvetica-Bold", 10.5, 14)
QUOTE = Style("Helvetica-Oblique", 10.5, 14, "#14425f")
LINK = Style(size=10.5, leading=14, colour="#0b5394")
BIG = Style("Helvetica-Bold", 20, 25, "#14425f")
CHAPTER = Style("Helvetica-Bold", 13, 18, "#14425f")
SMALL = Style(size=8.5, leading=11, colour="#666666")
GUTTER = 22
WE_RECOMMEND = "Arbejdsmiljøgruppen anbefaler: "


@dataclass
class Recommendation:
    heading: list[str]
    text: str
    comment: list[str] = field(default_factory=list)
    examples: list[list[Run]] = field(default_factory=list)
    read_more: str = ""
    resources: list[tuple[str, str]] = field(default_factory=list)


def write(folder: Path) -> None:
    """Write the booklet as a PDF."""
    front, recommendations = _parts()
    paper = Paper(595, 842, top=80, bottom=70, left=64, right=64)
    paper.paragraph(TITLE, BIG, after=16)
    for line in front:
        heading = line.startswith("= ")
        paper.paragraph(line.removeprefix("= "), CHAPTER if heading else BODY, after=4 if heading else 8)
    for recommendation in recommendations:
        paper.paragraph(f"• {recommendation.text}", BODY, after=2, indent=14)
    for recommendation in recommendations:
        _chapter(paper, recommendation)
    paper.save(folder / "inspirationshaefte_nordhavet.pdf", TITLE, _frame)


def _parts() -> tuple[list[str], list[Recommendation]]:
    front: list[str] = []
    found: list[Recommendation] = []
    for line in lines_of("haefte.txt"):
        if line.startswith("@ "):
            *heading, text = (part.strip() for part in line[2:].split("|"))
            found.append(Recommendation(heading, text))
        elif not found:
            front.append(line)
        else:
            _add(found[-1], line)
    return front, found


def _add(recommendation: Recommendation, line: str) -> None:
    if line.startswith("* "):
        recommendation.examples.append([(line[2:] + "\n", STRONG)])
    elif line.startswith('" '):
        text, speaker = line[2:].split(" | ")
        recommendation.examples.append([(f"”{text}”\n", QUOTE), (speaker, SMALL)])
    elif line.startswith("> "):
        recommendation.read_more = line[2:]
    elif line.startswith("- "):
        title, address = line[2:].split(" | ")
        recommendation.resources.append((title, address))
    elif recommendation.examples:
        recommendation.examples[-1].append((line, BODY))
    else:
        recommendation.comment.append(line)


def _chapter(paper: Paper, recommendation: Recommendation) -> None:
    paper.new_page()
    for part in recommendation.heading:
        paper.paragraph(part, BIG, after=0)
    paper.y -= 14
    for runs in fill([(WE_RECOMMEND, STRONG), (recommendation.text, BODY)], paper.column):
        paper.line(runs, paper.left, paper.y - BODY.size)
        paper.y -= BODY.leading
    paper.y -= 14
    for text in recommendation.comment:
        paper.paragraph(text, BODY, after=14)
    paper.paragraph("Eksempler fra hospitalerne", CHAPTER, after=8)
    _columns(paper, recommendation.examples)
    paper.paragraph(recommendation.read_more, STRONG, after=4)
    for title, address in recommendation.resources:
        paper.paragraph(title, BODY, after=0)
        paper.link(address, paper.left, paper.y - LINK.size, width_of(address, LINK))
        paper.paragraph(address, LINK, after=4)


def _columns(paper: Paper, examples: list[list[Run]]) -> None:
    """Set the examples in two columns: the first half of the lines to the left, whole examples where it can be."""
    width = (paper.column - GUTTER) / 2
    set_lines = [[*fill(runs, width), []] for runs in examples]
    half = sum(map(len, set_lines)) / 2
    left: list[list[Run]] = []
    right: list[list[Run]] = []
    for lines in set_lines:
        (left if len(left) < half and not right else right).extend(lines)
    for column, lines in enumerate((left, right)):
        for number, runs in enumerate(lines):
            paper.line(runs, paper.left + column * (width + GUTTER), paper.y - number * BODY.leading - BODY.size)
    paper.y -= max(len(left), len(right)) * BODY.leading + 6


def _frame(paper: Paper, number: int, total: int) -> None:
    if number > 1:
        paper.line([("Ti veje til et bedre arbejdsmiljø", SMALL)], paper.left, 40)
        pages = f"{number}/{total}"
        paper.line([(pages, SMALL)], paper.width - paper.right - width_of(pages, SMALL), 40)
