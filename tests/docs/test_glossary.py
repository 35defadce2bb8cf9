"""The glossary says what the screens say."""

import re
from pathlib import Path

import pytest
from django.utils import translation

from indsats.initiatives.models import Initiative, Programme
from indsats.organisation.models import Mandate, Unit, UnitEvent

PAGE = Path(__file__).resolve().parents[2] / "docs" / "glossary.md"
CHOICES = (
    Initiative.Phase,
    Initiative.Light,
    Initiative.State,
    Initiative.Origin,
    Programme.Kind,
    Unit.Kind,
    UnitEvent.Kind,
    Mandate.Role,
)


def rows():
    found = re.findall(r"^\| ([^|]+?) \| ([^|]+?) \| [^|]+ \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    return {english: danish for english, danish in found if english != "English" and set(english) != {"-"}}


def said(label, language):
    with translation.override(language):
        return str(label)


@pytest.mark.parametrize("choices", CHOICES, ids=lambda choices: choices.__qualname__)
def test_every_choice_on_a_screen_stands_in_the_glossary_with_its_danish(choices):
    shown = {said(member.label, "en"): said(member.label, "da") for member in choices}

    assert {english: rows().get(english) for english in shown} == shown
