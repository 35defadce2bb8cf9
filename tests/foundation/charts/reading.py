"""Read a chart's picture back: its tree, its texts, and every point that it draws at."""

import re

from lxml import etree

NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


def tree_of(chart):
    return etree.fromstring(chart.svg)


def elements(chart, name):
    return list(tree_of(chart).iter(f"{{*}}{name}"))


def texts(chart, part):
    """Return the texts that carry a class, in drawing order."""
    return [element.text for element in elements(chart, "text") if part in element.get("class", "").split()]


def points(chart):
    """Yield the corners of every shape, and where every text stands."""
    for element in tree_of(chart).iter("{*}rect", "{*}text", "{*}line", "{*}path", "{*}circle"):
        if element.getparent().tag.endswith("pattern"):
            continue
        yield from _corners(element)


def size(chart):
    _left, _top, width, height = map(float, tree_of(chart).get("viewBox").split())
    return width, height


def _corners(element):
    number = {key: float(value) for key, value in element.attrib.items() if NUMBER.fullmatch(value)}
    name = etree.QName(element).localname
    if name == "rect":
        yield number["x"], number["y"]
        yield number["x"] + number["width"], number["y"] + number["height"]
    elif name == "text":
        yield number["x"], number["y"]
    elif name == "line":
        yield number["x1"], number["y1"]
        yield number["x2"], number["y2"]
    elif name == "circle":
        yield number["cx"] - number["r"], number["cy"] - number["r"]
        yield number["cx"] + number["r"], number["cy"] + number["r"]
    else:
        yield from _path(element.get("d"))


def _path(drawn):
    y = 0.0
    for move, numbers in re.findall(r"([MLHZ])([^MLHZ]*)", drawn):
        values = [float(value) for value in NUMBER.findall(numbers)]
        if move == "H":
            yield values[0], y
        elif move in "ML":
            y = values[1]
            yield values[0], y
