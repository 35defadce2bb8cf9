"""The sheet that charts are drawn on: one width, one type size, escaped texts, and coordinates that stay on it.

A chart is 600 units wide. On a phone it is shown at half size, so texts are set at 15 units and enlarged to 25 by the
style sheet there; everything leaves room for the larger size. Colours stand as attributes, for
documents without a style sheet, and as classes, for pages.
"""

from __future__ import annotations

import re
import textwrap
from hashlib import sha256
from xml.etree import ElementTree as ET

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

WIDTH = 600
CHARACTER = 14.0
LINE = 30
INK = "#1c2b36"
QUIET = "#55636e"
RULE = "#d5dbe0"
_UNPRINTABLE = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MOST_DECIMALS = 2


class Sheet:
    """An SVG under construction; it grows downwards."""

    def __init__(self, title: str, description: str, *, kind: str, has_links: bool) -> None:
        self.key = f"chart-{sha256(clean(kind + title + description).encode()).hexdigest()[:8]}"
        self.root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "class": f"chart-svg chart-{kind}",
                "role": "group" if has_links else "img",
                "aria-labelledby": f"{self.key}-title {self.key}-desc",
                "font-family": "IBM Plex Sans, sans-serif",
                "font-size": "15",
            },
        )
        self.add("title", id=f"{self.key}-title").text = clean(title)
        self.add("desc", id=f"{self.key}-desc").text = clean(description)
        self.height = 0.0

    def add(self, tag: str, parent: ET.Element | None = None, **attributes: object) -> ET.Element:
        """Draw one element; ``font_size`` becomes ``font-size``, ``class_`` becomes ``class``."""
        named = {key.rstrip("_").replace("_", "-"): _plain(value) for key, value in attributes.items()}
        return ET.SubElement(self.root if parent is None else parent, tag, named)

    def text(self, x: float, y: float, words: str, *, url: str | None = None, **attributes: object) -> ET.Element:
        """Write one line, as a link where there is an address."""
        parent = self.add("a", href=clean(url)) if url else None
        written = self.add("text", parent, x=x, y=y, fill=INK, **attributes)
        written.text = clean(words)
        return written

    def lines(self, words: str, *, width: float, url: str | None = None) -> None:
        """Write a label at the left edge on at most two lines, and move down past it."""
        parent = self.add("a", href=clean(url)) if url else None
        for line in wrapped(words, width):
            self.height += LINE
            self.add("text", parent, x=0, y=self.height - 8, fill=INK, class_="chart-label").text = line

    def finished(self) -> SafeString:
        """Return the picture as text that is safe to put on a page."""
        self.root.set("viewBox", f"0 0 {WIDTH} {_plain(max(self.height, 1))}")
        return mark_safe(ET.tostring(self.root, encoding="unicode"))  # noqa: S308 -- ElementTree has escaped it


def clean(words: object) -> str:
    """Return a text without the characters that XML forbids."""
    return _UNPRINTABLE.sub("", str(words))


def wrapped(words: str, width: float) -> list[str]:
    """Break a label into at most two lines of this width, the second ending in … where words are left over."""
    room = max(int(width / CHARACTER), 4)
    return textwrap.wrap(clean(words), room, max_lines=2, placeholder=" …") or ["–"]


def number(value: float) -> str:
    """Write a number the reader's way, with as many decimals as it has, two at the most."""
    decimals = 0 if float(value).is_integer() else min(len(f"{value:g}".partition(".")[2]), _MOST_DECIMALS)
    return str(number_format(value, decimal_pos=decimals, force_grouping=True))


def text_width(words: str) -> float:
    """Return how wide a text is at most, at its larger size."""
    return len(words) * CHARACTER


def _plain(value: object) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".") if isinstance(value, float) else str(value)
