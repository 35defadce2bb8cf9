"""The colours are read from the style sheet and their contrast is computed, by the formula of WCAG 2.1."""

import re
from pathlib import Path

import pytest

from indsats.foundation import ui
from indsats.foundation.charts.palette import KNOWN, SERIES

STATIC = Path(ui.__path__[0]) / "static" / "ui"
TOKENS = dict(re.findall(r"(--[\w-]+):\s*([^;]+);", (STATIC / "tokens.css").read_text(encoding="utf-8")))
MIX = re.compile(r"color-mix\(in srgb, var\((--[\w-]+)\) (\d+)%, var\((--[\w-]+)\)\)")
READABLE = 4.5
VISIBLE = 3.0


def colour(token):
    """Return a token's red, green and blue, from 0 to 1."""
    value = TOKENS[token]
    if mixed := MIX.fullmatch(value):
        share = int(mixed[2]) / 100
        return tuple(share * a + (1 - share) * b for a, b in zip(colour(mixed[1]), colour(mixed[3]), strict=True))
    if named := re.fullmatch(r"var\((--[\w-]+)\)", value):
        return colour(named[1])
    return _parts(value)


def _parts(hexadecimal):
    return tuple(int(hexadecimal[at : at + 2], 16) / 255 for at in (1, 3, 5))


def _luminance(parts):
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_knows_black_on_white():
    assert contrast((0, 0, 0), (1, 1, 1)) == pytest.approx(21)


@pytest.mark.parametrize("ground", ["--paper", "--surface", "--sunken", "--brand-soft"])
@pytest.mark.parametrize("ink", ["--ink", "--quiet", "--brand", "--brand-strong", "--bad"])
def test_text_is_readable_on_every_ground(ink, ground):
    assert contrast(colour(ink), colour(ground)) >= READABLE


@pytest.mark.parametrize("tone", ["good", "warn", "bad", "unknown"])
@pytest.mark.parametrize("ground", ["--surface", "--paper", "soft"])
def test_a_light_is_readable_on_its_own_tint_and_beside_it(tone, ground):
    ground = f"--{tone}-soft" if ground == "soft" else ground

    assert contrast(colour(f"--{tone}"), colour(ground)) >= READABLE


@pytest.mark.parametrize("ground", ["--brand", "--brand-strong", "--bad", *(f"--series-{at}" for at in range(1, 9))])
def test_white_is_readable_on_every_strong_colour(ground):
    assert contrast((1, 1, 1), colour(ground)) >= READABLE


@pytest.mark.parametrize("ground", ["--surface", "--paper", "--brand-soft"])
def test_the_edge_of_a_field_can_be_seen(ground):
    assert contrast(colour("--line-strong"), colour(ground)) >= VISIBLE


def test_documents_without_a_style_sheet_get_the_same_colours():
    page = [colour(f"--series-{at}") for at in range(1, 9)]
    lights = {f"light-{name}": colour(f"--{tone}") for name, tone in _tones()}

    assert [_parts(value) for value in SERIES] == page
    assert {name: _parts(value) for name, value in KNOWN.items()} == lights


def _tones():
    return [("on_plan", "good"), ("attention", "warn"), ("critical", "bad"), ("not_updated", "unknown")]
