"""Pages of a PDF: what is put on each is kept until the end, so that a footer can say how many there are."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from samples.writing.layout.lines import Run, Style, fill, width_of

Mark = Callable[[Canvas], None]


@dataclass
class Paper:
    """Sheets of one size in points. ``y`` is where the next line goes, counted down from the top of the text area."""

    width: float
    height: float
    top: float
    bottom: float
    left: float
    right: float
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.y = self.height - self.top

    @property
    def column(self) -> float:
        return self.width - self.left - self.right

    def new_page(self) -> None:
        self.pages.append([])
        self.y = self.height - self.top

    def room(self, height: float) -> bool:
        return self.y - height >= self.bottom

    def mark(self, draw: Mark) -> None:
        self.pages[-1].append(draw)

    def line(self, runs: list[Run], x: float, y: float) -> None:
        def draw(canvas: Canvas) -> None:
            at = x
            for text, style in runs:
                canvas.setFont(style.font, style.size)
                canvas.setFillColor(HexColor(style.colour))
                canvas.drawString(at, y, text)
                at += width_of(text, style)

        self.mark(draw)

    def box(self, x: float, y: float, width: float, height: float, colour: str) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(colour))
            canvas.rect(x, y, width, height, stroke=0, fill=1)

        self.mark(draw)

    def rule(self, x: float, y: float, width: float, colour: str = "#9aa5b1") -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setStrokeColor(HexColor(colour))
            canvas.setLineWidth(0.5)
            canvas.line(x, y, x + width, y)

        self.mark(draw)

    def dot(self, x: float, y: float, colour: str) -> None:
        def draw(canvas: Canvas) -> None:
            canvas.setFillColor(HexColor(colour))
            canvas.circle(x, y, 4, stroke=0, fill=1)

        self.mark(draw)

    def link(self, address: str, x: float, y: float, width: float) -> None:
        self.mark(lambda canvas: canvas.linkURL(address, (x, y - 2, x + width, y + 10), relative=0))

    def paragraph(self, text: str, style: Style, after: float = 6, indent: float = 0) -> None:
        """Set a paragraph over the whole width and go on to a new page where it does not fit."""
        for runs in fill([(text, style)], self.column - indent):
            if not self.room(style.leading):
                self.new_page()
            self.line(runs, self.left + indent, self.y - style.size)
            self.y -= style.leading
        self.y -= after

    def save(self, path: Path, title: str, frame: Callable[["Paper", int, int], None]) -> None:
        """Write the file; ``frame`` puts running head and footer on page n of m."""
        canvas = Canvas(str(path), pagesize=(self.width, self.height), invariant=1)
        canvas.setTitle(title)
        canvas.setAuthor("Region Nordhavet")
        total = len(self.pages)
        for number, marks in enumerate(list(self.pages), start=1):
            framed = Paper(self.width, self.height, self.top, self.bottom, self.left, self.right)
            frame(framed, number, total)
            for draw in (*marks, *framed.pages[0]):
                draw(canvas)
            canvas.showPage()
        canvas.save()
