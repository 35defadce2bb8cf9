"""Break Danish text into the lines of a column, with hyphens where a word does not fit."""

import re
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

VOWELS = "aeiouyæøåé"
ONSETS = {"bl", "br", "dr", "fl", "fr", "gl", "gr", "kl", "kr", "kn", "kv", "pl", "pr"}
ONSETS |= {"sk", "sl", "sm", "sn", "sp", "st", "sv", "tr", "tv", "bj", "fj", "hj", "hv"}
UNSPLIT = {"ng", "ck", "sk"}
SHORTEST = 3
LETTERS = re.compile(r"[a-zæøåé]{7,}", re.IGNORECASE)


@dataclass(frozen=True)
class Style:
    font: str = "Helvetica"
    size: float = 10
    leading: float = 13
    colour: str = "#222222"


Run = tuple[str, Style]


def width_of(text: str, style: Style) -> float:
    return stringWidth(text, style.font, style.size)


def fill(runs: list[Run], width: float) -> list[list[Run]]:
    """Give the lines that hold the runs in a column of that width in points; a newline in a run ends its line."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for text, style in runs:
        for piece in re.findall(r"\n|[^\s]+ ?| ", text):
            if piece == "\n":
                lines.append([])
                used = 0.0
                continue
            used = _place(lines, used, piece, style, width)
    return [_joined(line) for line in lines]


def _place(lines: list[list[Run]], used: float, piece: str, style: Style, width: float) -> float:
    size = width_of(piece.rstrip(), style)
    if used + size <= width:
        lines[-1].append((piece, style))
        return used + width_of(piece, style)
    for head, tail in _halves(piece):
        if used + width_of(head, style) <= width:
            lines[-1].append((head, style))
            lines.append([])
            return _place(lines, 0.0, tail, style, width)
    if not lines[-1]:
        raise ValueError(f"a column of {width:.0f} points is too narrow for {piece!r}")
    lines.append([])
    return _place(lines, 0.0, piece, style, width)


def _halves(piece: str):
    """Give the ways to break a word, the longest head first; a printed hyphen is a place to break without another."""
    if "-" in piece[1:-2] and "." not in piece:
        cut = piece.rindex("-", 1, len(piece) - 1) + 1
        yield piece[:cut], piece[cut:]
    word = LETTERS.search(piece)
    if word is None:
        return
    for cut in sorted(break_points(word.group()), reverse=True):
        at = word.start() + cut
        yield piece[:at] + "-", piece[at:]


def break_points(word: str) -> list[int]:
    """Give where a Danish word may be broken: one consonant goes over, two are shared, more keep a known onset."""
    low = word.lower()
    points = []
    for cluster in re.finditer(rf"(?<=[{VOWELS}])[^{VOWELS}]+(?=[{VOWELS}])", low):
        letters = cluster.group()
        keep = 1 if len(letters) < 3 or letters[-2:] not in ONSETS else 2
        cut = cluster.end() - keep
        if letters in UNSPLIT:
            cut = cluster.end() if letters == "ng" else cluster.start()
        points.append(cut)
    return [cut for cut in points if SHORTEST <= cut <= len(word) - SHORTEST]


def _joined(line: list[Run]) -> list[Run]:
    joined: list[Run] = []
    for text, style in line:
        if joined and joined[-1][1] == style:
            joined[-1] = (joined[-1][0] + text, style)
        else:
            joined.append((text, style))
    if joined:
        joined[-1] = (joined[-1][0].rstrip(), joined[-1][1])
    return joined
