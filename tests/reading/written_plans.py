"""The sample plan written as other programs would write it: columns one after the other, or tables of other shapes."""

import json
import textwrap
from pathlib import Path

from samples.writing.action_plan import LEGEND, parts

SAMPLES = Path(__file__).resolve().parents[2] / "samples"
CAPITALS = ("INITIATIV", "BESKRIVELSE", "PERIODE", "STATUS", "ANSVARLIG")
SCORED = (
    "kind",
    "title",
    "description",
    "goal_number",
    "goal_title",
    "priority_year",
    "period_text",
    "status_text",
    "start_year",
    "end_year",
    "open_ended",
)


def answers():
    """What a careful reader finds in the sample plan."""
    path = SAMPLES / "answers" / "handleplan.jsonl"
    return [_scored(json.loads(line)) for line in path.read_text(encoding="utf-8").splitlines()]


def found(reading):
    """What the reader found."""
    return [_scored(record.as_json()) for record in reading.records]


def _scored(record):
    """Bullets are left out: Word prints them without having them in its text."""
    description = (record["description"] or "").replace(" - ", " ").replace(" • ", " ")
    return {**{name: record[name] for name in SCORED}, "description": description}


def goals():
    introduction = parts()[0][1]
    return [text for text in introduction if text[:1].isdigit()]


def years():
    return [(int(heading[-4:]), rows) for heading, rows in parts()[1:]]


def in_running_text(*, title_width=22, width=40, page_length=45, single_titles_apart=False):
    """Write the plan as a PDF tool does that puts cells one below the other and pages into each other."""
    page = _Pages(page_length)
    page.lines.extend(["Handleplan for ’Plads til et godt arbejdsliv’", "", "Vi har fem målsætninger:", ""])
    page.lines.extend([*goals(), ""])
    for year, rows in years():
        page.lines.extend([f"Initiativer prioriteret i {year}", "", "INITIATIV BESKRIVELSE PERIODE STATUS", ""])
        for row in rows:
            page.row(row, title_width, width, single_titles_apart=single_titles_apart)
    return "\n".join(page.lines) + "\n"


def cell_by_cell(order, *, with_goals=True, with_gaps=True, title_width=22, width=44):
    """Write the plan with every cell on lines of its own, in any order of columns."""
    names = dict(zip(("title", "description", "period", "status", "responsible"), CAPITALS, strict=True))
    lines = ["Handleplan for ’Plads til et godt arbejdsliv’", "", "Vi har fem målsætninger:", "", *goals(), ""]
    gap = [""] if with_gaps else []
    for year, rows in years():
        lines.extend([f"Initiativer prioriteret i {year}", "", " ".join(names[key] for key in order), ""])
        for row in rows:
            texts = [*row.paragraphs, *([row.goal_line] if with_goals else [])]
            cells = {
                "title": textwrap.wrap(row.title, title_width),
                "description": [line for text in texts for line in (*textwrap.wrap(text, width), *gap)],
                "period": [row.period],
                "status": [row.status] if row.status else [],
                "responsible": ["Center for HR"],
            }
            lines.extend(line for key in order if cells[key] for line in (*cells[key], *gap))
    return "\n".join(lines) + "\n"


class _Pages:
    """Lines with a foot between pages; a foot comes between the lines of a description, after the row's period."""

    def __init__(self, length):
        self.lines = []
        self._length = length
        self._on_page = 0
        self._page = 1

    def row(self, row, title_width, width, *, single_titles_apart):
        title = textwrap.wrap(row.title, title_width, break_long_words=False)
        texts = [textwrap.wrap(text, width, break_long_words=False) for text in [*row.paragraphs, row.goal_line]]
        closing = [text for text in (row.period, row.status) if text]
        if len(title) == 1 and not single_titles_apart:
            texts[0][0] = f"{title[0]} {texts[0][0]}"
        else:
            self.lines.extend([*title, ""])
        written = False
        for number, text in enumerate(texts):
            for line in text:
                if self._on_page >= self._length and number < len(texts) - 1 and self.lines[-1]:
                    self.lines.extend(["", *closing, "", *self._foot()])
                    written, line = True, f" {line}"  # noqa: PLW2901 -- a page's end leaves a space
                self.lines.append(line)
                self._on_page += 1
            self.lines.append("")
        if not written:
            self.lines.extend([*closing, ""])

    def _foot(self):
        self._on_page = 0
        self._page += 1
        legend = [line for word in LEGEND for line in (f"{word} ", "")]
        return [*legend, f"{self._page} af 9", "", "Handleplan for ’Plads til et godt arbejdsliv’", ""]


def as_rows(order=("title", "description", "period", "status"), **headings):
    """The plan's rows for one table a year, in any order of columns."""
    names = {"title": "Initiativ", "description": "Beskrivelse", "period": "Periode", "status": "Status", **headings}
    tables = []
    for year, rows in years():
        cells = [
            {
                "title": row.title,
                "description": "\n".join([*row.paragraphs, *([] if "goal" in order else [row.goal_line])]),
                "goal": row.goal_line.replace("Understøtter målsætning ", ""),
                "period": row.period,
                "status": row.status,
                "year": str(year),
                "responsible": "Center for HR",
            }
            for row in rows
        ]
        tables.append((year, [[names[key] for key in order], *([row[key] for key in order] for row in cells)]))
    return tables
