"""Which sprite an icon is in: our own signs, or the design system's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from xml.etree import ElementTree as ET

OWN = "ui/icons.svg"
DESIGN_SYSTEM = "dkfds/img/all-svg-icons.svg"


@cache
def own_icons() -> frozenset[str]:
    """Return the names of the signs that we drew ourselves."""
    sprite = Path(__file__).parent / "static" / OWN
    return frozenset(symbol.attrib["id"] for symbol in ET.parse(sprite).getroot())  # noqa: S314 -- our own file


def sprite_of(name: str) -> str:
    """Return the static path of the sprite that has this icon."""
    return OWN if name in own_icons() else DESIGN_SYSTEM
