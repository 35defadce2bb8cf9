"""Slides with free text boxes, measured in points from the top left corner."""

from pathlib import Path

from pptx import Presentation
from pptx.dml.color import RGBColor
from pptx.util import Pt

from samples.writing.layout.lines import Run, Style
from samples.writing.layout.word import WRITTEN, steady

HEADING = Style("Helvetica-Bold", 19, 24, "#14425f")
FOOTER = Style(size=8, leading=10, colour="#666666")
BLANK = 6
Place = tuple[float, float, float, float]


class Deck:
    """A presentation that is written one slide at a time."""

    def __init__(self, width: float, height: float, title: str, footer: str) -> None:
        self.presentation = Presentation()
        self.presentation.slide_width, self.presentation.slide_height = Pt(width), Pt(height)
        properties = self.presentation.core_properties
        properties.title, properties.author, properties.language = title, "Region Nordhavet", "da-DK"
        properties.created = properties.modified = WRITTEN
        self.width, self.height, self.footer = width, height, footer

    def slide(self) -> None:
        self.current = self.presentation.slides.add_slide(self.presentation.slide_layouts[BLANK])
        self.text([(self.footer, FOOTER)], (46, self.height - 34, 400, 20))

    def heading(self, text: str) -> None:
        self.text([(text, HEADING)], (46, 38, self.width - 92, 34))

    def text(self, runs: list[Run], place: Place) -> None:
        self.blocks([tuple(runs)], place)

    def blocks(self, blocks: list[tuple[Run, ...]], place: Place, *, empty_between: bool = True) -> None:
        """Set paragraphs in one text box; a newline inside a block starts another paragraph."""
        frame = self.current.shapes.add_textbox(*(Pt(part) for part in place)).text_frame
        frame.word_wrap = True
        paragraph = frame.paragraphs[0]
        for number, block in enumerate(blocks):
            if number:
                paragraph = frame.add_paragraph()
                paragraph = frame.add_paragraph() if empty_between else paragraph
            for text, style in block:
                for part, line in enumerate(text.split("\n")):
                    paragraph = frame.add_paragraph() if part else paragraph
                    self._run(paragraph, line, style)

    def _run(self, paragraph, text: str, style: Style) -> None:
        if not text:
            return
        run = paragraph.add_run()
        run.text = text
        run.font.size = Pt(style.size)
        run.font.bold = "Bold" in style.font
        run.font.color.rgb = RGBColor.from_string(style.colour.removeprefix("#").upper())

    def save(self, path: Path) -> None:
        self.presentation.save(path)
        steady(path)
