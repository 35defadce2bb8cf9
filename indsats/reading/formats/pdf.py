"""PDF: words with their places become columns, paragraphs and tables; what cannot be opened is said plainly."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from indsats.reading.errors import UnreadableFile
from indsats.reading.formats.aligned_tables import AlignedTable, aligned_tables
from indsats.reading.formats.continued_tables import join_continued
from indsats.reading.formats.glyphs import Word, words_of
from indsats.reading.formats.numbering import LineNumbers
from indsats.reading.formats.paragraphs import blocks_of, body_size, line_of
from indsats.reading.formats.repeated_lines import running_lines
from indsats.reading.formats.ruled_tables import Grid, RuledPages, has_drawing
from indsats.reading.formats.segments import Segment, columns_of, segments_of
from indsats.reading.model import Block, Cell, Page, SourceDocument, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

MOST_PAGES = 400
MOST_WORDS_A_PAGE = 20_000
FEWEST_LETTERS = 3
"""A page with pictures and fewer letters than this is an image of a page."""
END_WITHIN = 2048


def read_pdf(data: bytes, file: str) -> SourceDocument:
    """Lay out a PDF page by page. Raises ``UnreadableFile`` for a locked, cut or endless one."""
    document = _opened(data, file)
    try:
        if len(document) > MOST_PAGES:
            reason = f"Filen har mere end {MOST_PAGES} sider. Del den op, og indlæs den del, der handler om indsatser."
            raise UnreadableFile(file, "too_large", reason)
        pages = _pages(document, data, file)
    finally:
        document.close()
    lossy = tuple(line for page in pages for line in page.lines() if "\ufffd" in line.text)
    return SourceDocument(file=file, format="pdf", pages=tuple(join_continued(pages)), lossy=lossy)


def _opened(data: bytes, file: str) -> Any:  # noqa: ANN401 -- pypdfium2 ships no types
    import pypdfium2

    is_cut = b"%%EOF" not in data[-END_WITHIN:]
    try:
        document = pypdfium2.PdfDocument(data)
        if len(document) and not is_cut:
            return document
    except pypdfium2.PdfiumError as error:
        if b"/Encrypt" in data and "password" in str(error).lower():
            reason = "Filen er låst med adgangskode. Åbn den, fjern adgangskoden, og gem den igen."
            raise UnreadableFile(file, "encrypted", reason) from error
        if not is_cut:
            reason = "Filen ligner en PDF, men er beskadiget. Gem den igen som PDF, og prøv med den nye fil."
            raise UnreadableFile(file, "not_what_it_claims", reason) from error
    raise UnreadableFile(
        file, "truncated", "Filen er ikke kommet hel frem. Hent eller send den igen, og prøv med den nye fil."
    )


def _pages(document: Any, data: bytes, file: str) -> list[Page]:  # noqa: ANN401 -- pypdfium2 ships no types
    """Read all pages first: only together do they tell what is a running head."""
    ruled = RuledPages(data)
    grids: list[list[Grid]] = []
    all_words: list[list[Word]] = []
    heights: list[float] = []
    drawn: list[bool] = []
    for index in range(len(document)):
        page = document[index]
        words = words_of(page)
        if len(words) > MOST_WORDS_A_PAGE:
            reason = f"Side {index + 1} har for meget tekst til at kunne læses. Gem dokumentet igen som PDF."
            raise UnreadableFile(file, "too_large", reason)
        grids.append(ruled.grids(index, words) if words and has_drawing(page) else [])
        all_words.append(words)
        heights.append(page.get_height())
        drawn.append(_is_image(page, words))
        page.close()
    free = [segments_of(_outside(words, tables)) for words, tables in zip(all_words, grids, strict=True)]
    running = running_lines(free, heights)
    body = body_size(segment for segments in free for segment in segments)
    pages: list[Page] = []
    going_on: tuple[float, ...] = ()
    for index, segments in enumerate(free):
        layout = PageLayout(
            number=index + 1,
            body=[segment for segment in segments if (index, segment) not in running],
            running=[segment for segment in segments if (index, segment) in running],
            grids=[(grid, all_words[index]) for grid in grids[index]],
            body_size=body,
        )
        aligned = aligned_tables(layout.body, going_on)
        going_on = aligned[-1].lefts if aligned and aligned[-1].ends_page else ()
        pages.append(Page(index + 1, layout.items(aligned, heights[index]), is_image=drawn[index]))
    return pages


def _is_image(page: Any, words: list[Word]) -> bool:  # noqa: ANN401 -- pypdfium2 ships no types
    import pypdfium2.raw as pdfium

    if sum(len(word.text) for word in words) >= FEWEST_LETTERS:
        return False
    return next(iter(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _outside(words: Iterable[Word], grids: Iterable[Grid]) -> list[Word]:
    boxes = [box for grid in grids for row in grid.rows for box in row if box]
    return [word for word in words if not any(box.holds(word) for box in boxes)]


@dataclass(frozen=True, slots=True)
class PageLayout:
    """What stands on one page, before it is put in order."""

    number: int
    body: list[Segment]
    running: list[Segment]
    grids: list[tuple[Grid, list[Word]]]
    body_size: float

    def items(self, aligned: list[AlignedTable], height: float) -> tuple[Block | Table, ...]:
        """Put the page together: its head, text and tables from the top down, its foot."""
        numbers = LineNumbers(self.number)
        items: list[Block | Table] = _running(self.running, numbers, 0, height / 2)
        taken = {word for table in aligned for word in table.words}
        rest = [segment for segment in self.body if segment.words[0] not in taken]
        tables: list[tuple[float, AlignedTable | tuple[Grid, list[Word]]]] = [
            *((table.top, table) for table in aligned),
            *((grid.outline.top, (grid, words)) for grid, words in self.grids),
        ]
        for top, table in sorted(tables, key=lambda one: one[0]):
            items.extend(_blocks([one for one in rest if one.top < top], numbers, self.body_size))
            rest = [one for one in rest if one.top >= top]
            items.append(
                _aligned_table(table, numbers) if isinstance(table, AlignedTable) else _ruled_table(*table, numbers)
            )
        items.extend(_blocks(rest, numbers, self.body_size))
        items.extend(_running(self.running, numbers, height / 2, float("inf")))
        return tuple(items)


def _running(segments: list[Segment], numbers: LineNumbers, top: float, bottom: float) -> list[Block | Table]:
    """Give running lines between two heights, marked as such so that a genre can leave them out."""
    return [Block((line_of([one], numbers),), "other") for one in segments if top <= one.top < bottom]


def _blocks(segments: list[Segment], numbers: LineNumbers, body: float) -> list[Block]:
    return [block for column in columns_of(segments) for block in blocks_of(column, numbers, body)]


def _aligned_table(table: AlignedTable, numbers: LineNumbers) -> Table:
    return Table(
        tuple(tuple(Cell(tuple(line_of([one], numbers) for one in cell)) for cell in row) for row in table.rows)
    )


def _ruled_table(grid: Grid, words: list[Word], numbers: LineNumbers) -> Table:
    """Fill the cells of a drawn table; the places a merged cell covers go into its span."""
    rows: list[tuple[Cell, ...]] = []
    for row in grid.rows:
        cells: list[Cell] = []
        for box in row:
            if box is None:
                if cells:
                    cells[-1] = Cell(cells[-1].lines, cells[-1].shade, cells[-1].column_span + 1)
                else:
                    cells.append(Cell())
                continue
            lines = line_groups([word for word in words if box.holds(word)])
            cells.append(Cell(tuple(line_of(line, numbers) for line in lines), box.shade))
        if any(cell.lines for cell in cells):
            rows.append(tuple(cells))
    return Table(tuple(rows))


def line_groups(words: list[Word]) -> list[list[Segment]]:
    """Give the segments of a cell, those of one printed line together."""
    lines: list[list[Segment]] = []
    for segment in segments_of(words):
        if lines and abs(lines[-1][0].bottom - segment.bottom) < 2 and segment.left > lines[-1][-1].left:  # noqa: PLR2004 -- points
            lines[-1].append(segment)
        else:
            lines.append([segment])
    return lines
