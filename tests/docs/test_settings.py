"""The operations guide lists exactly the settings that there are."""

import re
from pathlib import Path

from indsats.web.environment import VARIABLES

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operate" / "settings.md"
ROW = re.compile(r"^\| `(?P<name>[A-Z_]+)` \| (?P<default>.*?) \| (?P<purpose>.*) \|$", re.MULTILINE)


def test_every_setting_stands_in_the_guide_with_its_default_and_purpose():
    documented = [match.groups() for match in ROW.finditer(PAGE.read_text(encoding="utf-8"))]

    assert documented == [
        (variable.name, f"`{variable.default}`" if variable.default else "", variable.purpose) for variable in VARIABLES
    ]
