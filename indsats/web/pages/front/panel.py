"""A part of the front page: a picture or a short list, and the way to the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from indsats.foundation.charts import Chart

SHOWN = 6


@dataclass(frozen=True, slots=True)
class Line:
    """One thing: its name, where it leads, what is said about it, and its status where it has one."""

    title: str
    url: str
    about: str = ""
    light: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """What one part shows. With neither picture nor lines, ``empty`` says why there is nothing."""

    title: str
    empty: str
    url: str = ""
    url_label: str = ""
    chart: Chart | None = None
    lines: tuple[Line, ...] = ()
