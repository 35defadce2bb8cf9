"""Set the catalogue of inspiration as landscape slides with two text columns, in PowerPoint and in PDF."""

from dataclasses import dataclass
from pathlib import Path

from samples.writing.layout.lines import Run, Style, fill, width_of
from samples.writing.layout.paper import Paper
from samples.writing.layout.slides import Deck
from samples.writing.texts import lines_of

TITLE = "Inspirationskatalog: Lokale indsatser for et godt arbejdsliv"
SENDER = "Region Nordhavet · Center for HR og Arbejdsmiljø"
WIDTH, HEIGHT, MARGIN, GUTTER = 842, 474, 46, 26
COLUMN = (WIDTH - 2 * MARGIN - GUTTER) / 2
TEXT_TOP, TEXT_BOTTOM = 92, 96
BODY = Style(size=12, leading=15)
STRONG = Style("Helvetica-Bold", 12, 15)
HEADING = Style("Helvetica-Bold", 19, 24, "#14425f")
SMALL = Style(size=8, leading=10, colour="#666666")
TINY, TINY_STRONG = Style(size=8.5, leading=11), Style("Helvetica-Bold", 8.5, 11, "#14425f")
ROWS = int((HEIGHT - TEXT_TOP - TEXT_BOTTOM) / BODY.leading)

INTRODUCTION = (
    "Kataloget samler 62 indsatser, som hospitalerne og Psykiatrien Nordhavet selv har sat i gang for at tiltrække "
    "og beholde medarbejdere.\nDe er beskrevet af dem, der arbejder med dem, og kun rettet til af Center for HR og "
    "Arbejdsmiljø.\n\nFørst står de indsatser, som er fælles for regionen. Derefter følger et overblik efter "
    "faggruppe, og til sidst kommer de lokale indsatser, hospital for hospital.\n\nRing til hinanden. De fleste svar "
    "på, hvordan man kommer i gang, står ikke i kataloget."
)


@dataclass(frozen=True)
class Block:
    """One initiative: a run-in title and what is said about it."""

    runs: tuple[Run, ...]


Column = list[Block]
Slide = tuple[str, list[Column]]


def write(folder: Path) -> None:
    regional, local = regional_slides(), local_slides()
    write_pdf(folder / "inspirationskatalog_nordhavet.pdf", regional, local)
    write_slides(folder / "inspirationskatalog_nordhavet.pptx", regional, local)


def regional_slides() -> list[Slide]:
    return [slide for heading, found in chapters("katalog_regionale.txt", "\n") for slide in laid_out(heading, found)]


def local_slides() -> list[Slide]:
    return [slide for heading, found in chapters("katalog_lokale.txt", ": ") for slide in laid_out(heading, found)]


def chapters(name: str, after_title: str) -> list[tuple[str, list[Block]]]:
    """Give each heading with its initiatives; ``after_title`` is what stands between a title and its text."""
    found: list[tuple[str, list]] = []
    for line in lines_of(name):
        if line.startswith("= "):
            found.append((line[2:], []))
        elif line.startswith("* "):
            found[-1][1].append([line[2:].rstrip(": "), ""])
        else:
            block = found[-1][1][-1]
            block[1] = f"{block[1]}\n{line}" if block[1] else line
    return [(heading, [_block(*texts, after_title) for texts in blocks]) for heading, blocks in found]


def _block(title: str, text: str, after_title: str) -> Block:
    return Block(((title + after_title, STRONG), (text, BODY)))


def laid_out(heading: str, blocks: list[Block]) -> list[Slide]:
    """Share the initiatives of a hospital out on slides of two columns; more than one slide are numbered."""
    columns: list[Column] = [[]]
    used = 0
    for block in blocks:
        rows = len(fill(list(block.runs), COLUMN)) + 1
        if used + rows > ROWS + 1:
            columns.append([])
            used = 0
        columns[-1].append(block)
        used += rows
    pairs = [columns[start : start + 2] for start in range(0, len(columns), 2)]
    if len(pairs) == 1:
        return [(heading, pairs[0])]
    return [(f"{heading} ({number}/{len(pairs)})", pair) for number, pair in enumerate(pairs, start=1)]


def professions() -> list[tuple[str, list[str]]]:
    found: list[tuple[str, list[str]]] = []
    for line in lines_of("katalog_faggrupper.txt"):
        if line.startswith("= "):
            found.append((line[2:], []))
        else:
            found[-1][1].append(line)
    return found


def write_pdf(path: Path, regional: list[Slide], local: list[Slide]) -> None:
    paper = Paper(WIDTH, HEIGHT, top=TEXT_TOP, bottom=TEXT_BOTTOM, left=MARGIN, right=MARGIN)
    _heading(paper, TITLE)
    paper.paragraph("Kortlægning 2026", STRONG)
    paper.new_page()
    _heading(paper, "Om kataloget")
    paper.paragraph(INTRODUCTION, Style(size=13, leading=18))
    for slide in regional:
        _pdf_slide(paper, slide)
    _pdf_overview(paper)
    for slide in local:
        _pdf_slide(paper, slide)
    paper.save(path, TITLE, _frame)


def _heading(paper: Paper, text: str) -> None:
    paper.line([(text, HEADING)], MARGIN, HEIGHT - 62)


def _pdf_slide(paper: Paper, slide: Slide) -> None:
    heading, columns = slide
    paper.new_page()
    for number, column in enumerate(columns):
        y = HEIGHT - TEXT_TOP
        for block in column:
            for runs in fill(list(block.runs), COLUMN):
                paper.line(runs, MARGIN + number * (COLUMN + GUTTER), y - BODY.size)
                y -= BODY.leading
            y -= BODY.leading
    _heading(paper, heading)


def _pdf_overview(paper: Paper) -> None:
    paper.new_page()
    _heading(paper, "Overblik over lokale indsatser efter faggruppe")
    shared = professions()
    width = (WIDTH - 2 * MARGIN) / (len(shared) - 1)
    for number, (profession, titles) in enumerate(shared[:-1]):
        _list(paper, profession, titles, (MARGIN + number * width, HEIGHT - TEXT_TOP, width - 10))
    across, titles = shared[-1]
    for number, part in enumerate((titles[:2], titles[2:4], titles[4:])):
        _list(paper, across if number == 0 else "", part, (MARGIN + number * 220, 132, 210))
    paper.line([("Listen er ikke udtømmende.", SMALL)], MARGIN, 60)


def _list(paper: Paper, heading: str, titles: list[str], place: tuple[float, float, float]) -> None:
    x, y, width = place
    paper.line([(heading, TINY_STRONG)], x, y)
    for title in titles:
        for number, runs in enumerate(fill([(title, TINY)], width - 8)):
            y -= TINY.leading
            bullet = [("• ", TINY), *runs] if number == 0 else runs
            paper.line(bullet, x if number == 0 else x + width_of("• ", TINY), y - 4)


def _frame(paper: Paper, number: int, total: int) -> None:
    paper.line([(SENDER, SMALL)], MARGIN, 24)
    pages = f"{number} af {total}"
    if number > 1:
        paper.line([(pages, SMALL)], WIDTH - MARGIN - width_of(pages, SMALL), 24)


def write_slides(path: Path, regional: list[Slide], local: list[Slide]) -> None:
    deck = Deck(WIDTH, HEIGHT, TITLE, SENDER)
    deck.slide()
    deck.text([(TITLE, HEADING)], (MARGIN, 150, WIDTH - 2 * MARGIN, 60))
    deck.slide()
    deck.heading("Om kataloget")
    deck.text([(INTRODUCTION, Style(size=13, leading=18))], (MARGIN, TEXT_TOP, WIDTH - 2 * MARGIN, 300))
    for slide in regional:
        _deck_slide(deck, slide)
    _deck_overview(deck)
    for slide in local:
        _deck_slide(deck, slide)
    deck.save(path)


def _deck_slide(deck: Deck, slide: Slide) -> None:
    heading, columns = slide
    deck.slide()
    # As people's slides are: the right column was drawn before the left one and the heading last.
    for number, column in reversed(list(enumerate(columns))):
        place = (MARGIN + number * (COLUMN + GUTTER), TEXT_TOP - 6, COLUMN, HEIGHT - TEXT_TOP - TEXT_BOTTOM)
        deck.blocks([block.runs for block in column], place)
    deck.heading(heading)


def _deck_overview(deck: Deck) -> None:
    deck.slide()
    deck.heading("Overblik over lokale indsatser efter faggruppe")
    shared = professions()
    width = (WIDTH - 2 * MARGIN) / (len(shared) - 1)
    for number, (profession, titles) in enumerate(shared):
        runs = [((profession, TINY_STRONG),), *(((f"• {title}", TINY),) for title in titles)]
        low = number == len(shared) - 1
        place = (MARGIN, 330, 700, 90) if low else (MARGIN + number * width, TEXT_TOP, width - 8, 230)
        deck.blocks(runs, place, empty_between=False)
