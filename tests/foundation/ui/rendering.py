"""Render a snippet of template as a page would, and read it back as a tree."""

import re

from django.template import engines
from django.test import RequestFactory
from lxml import html

STEP = re.compile(
    r"(?P<child>>)|(?P<tag>^\w+|\*)|\.(?P<part>[\w-]+)|#(?P<id>[\w-]+)|\[(?P<key>[\w-]+)(?:=(?P<value>[^\]]*))?\]"
)


def rendered(source, address="/", **context):
    """Return what the snippet renders to, as one element that holds it all."""
    request = RequestFactory().get(address)
    template = engines["django"].from_string("{% load ui django_tables2 %}" + source)
    return html.fragment_fromstring(template.render(context, request), create_parent="main")


def select(tree, path):
    """Return the elements that a plain CSS selector names: tags, classes, ids, attributes, children and commas."""
    return [
        element
        for element in tree.iterdescendants()
        if isinstance(element.tag, str) and any(_fits(element, one.split(), tree) for one in path.split(","))
    ]


def words(element):
    """Return an element's text as a person reads it."""
    return " ".join(element.text_content().split())


def texts(tree, path):
    return [words(element) for element in select(tree, path)]


def _fits(element, steps, root):
    *outer, last = steps
    if not _is(element, last):
        return False
    if not outer:
        return True
    if outer[-1] == ">":
        parent = element.getparent()
        return parent is not None and _fits(parent, outer[:-1], root)
    return any(_fits(ancestor, outer, root) for ancestor in element.iterancestors())


def _is(element, step):
    for found in STEP.finditer(step):
        named = found.groupdict()
        if named["tag"] and named["tag"] not in (element.tag, "*"):
            return False
        if named["part"] and named["part"] not in element.get("class", "").split():
            return False
        if named["id"] and named["id"] != element.get("id"):
            return False
        if named["key"] and (
            named["key"] not in element.attrib or named["value"] not in (None, element.get(named["key"]))
        ):
            return False
    return True
