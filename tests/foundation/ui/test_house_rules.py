"""What holds for every template, style sheet and script of the house, whoever wrote it."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from lxml import etree

import indsats
from indsats.foundation.ui.icons import own_icons, sprite_of

HOUSE = Path(indsats.__path__[0])
TEMPLATES = sorted(HOUSE.rglob("templates/**/*.html"))
STYLES = sorted(HOUSE.rglob("static/**/*.css"))
SCRIPTS = sorted(HOUSE.rglob("static/**/*.js"))
TOKENS = set(re.findall(r"(--[\w-]+):", (HOUSE / "foundation/ui/static/ui/tokens.css").read_text(encoding="utf-8")))

FORBIDDEN = {
    "an inline style": re.compile(r"""\sstyle\s*=|<style\b"""),
    "an inline script": re.compile(r"<script(?![^>]*\bsrc=)"),
    "an inline handler": re.compile(r"""\son\w+\s*=\s*["']"""),
    "an address that is a script": re.compile(r"javascript:"),
    "an inline handler of htmx": re.compile(r"\shx-on\b|hx-vals\s*=\s*[\"']js:|hx-vars"),
    "something from another host": re.compile(r"""(?:src|href)\s*=\s*["'](?:https?:)?//"""),
}
ICON = re.compile(r"""\{%\s*icon\s+["']([\w-]+)["']|\bicon=["']([\w-]+)["']""")


def _name(path):
    return str(path.relative_to(HOUSE))


def _text(path):
    return re.sub(r"\{% verbatim %\}.*?\{% endverbatim %\}", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_has_what_the_content_policy_forbids(what):
    assert [_name(path) for path in TEMPLATES if FORBIDDEN[what].search(_text(path))] == []


def test_every_icon_that_a_template_names_exists():
    named = {name for path in TEMPLATES for found in ICON.findall(_text(path)) for name in found if name}
    unknown = [name for name in named if not _is_drawn(name)]

    assert len(named) > 10
    assert unknown == []


def test_every_sign_of_our_own_is_drawn_in_a_square_of_its_own():
    sprite = etree.parse(finders.find("ui/icons.svg"))

    boxes = {symbol.get("id"): symbol.get("viewBox") for symbol in sprite.iter("{*}symbol")}
    assert set(boxes) == own_icons()
    assert {box for name, box in boxes.items() if name != "empty-shelf"} == {"0 0 24 24"}


def test_every_token_that_a_style_sheet_uses_is_defined():
    unknown = {}
    for path in STYLES:
        text = path.read_text(encoding="utf-8")
        own = set(re.findall(r"(--[\w-]+):", text))
        unknown[_name(path)] = sorted(set(re.findall(r"var\((--[\w-]+)", text)) - TOKENS - own)

    assert {name: tokens for name, tokens in unknown.items() if tokens} == {}


def test_colours_stand_in_the_tokens_and_nowhere_else():
    bare = re.compile(r"#[0-9a-f]{3,8}\b|\brgb|\bhsl", re.IGNORECASE)

    found = {
        _name(path): bare.findall(path.read_text(encoding="utf-8")) for path in STYLES if path.name != "tokens.css"
    }
    assert {name: colours for name, colours in found.items() if colours} == {}


def test_every_script_is_a_small_module():
    lengths = {_name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in SCRIPTS}

    assert {name: length for name, length in lengths.items() if length > 80} == {}


def _is_drawn(name):
    sprite = etree.parse(finders.find(sprite_of(name)))
    return sprite.find(f".//{{*}}symbol[@id='{name}']") is not None
