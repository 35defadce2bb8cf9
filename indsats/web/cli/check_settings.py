"""``indsats check-settings``: every variable, its value, and what is wrong with it. It works when nothing else does."""

from __future__ import annotations

import argparse
import json
import os
import sys
from typing import TYPE_CHECKING

from indsats.web.environment import VARIABLES, complaints, values

if TYPE_CHECKING:
    from collections.abc import Mapping

    from indsats.web.environment import Variable

FINE, WRONG = 0, 1


def main(arguments: list[str]) -> int:
    """Print the settings and return 0, or 1 where one cannot be used."""
    parser = argparse.ArgumentParser(
        prog="indsats check-settings",
        description="Print every setting with its value, and what is wrong with it. Secrets are not shown.",
        epilog="Ends with 0 when indsats can start with them, else with 1.",
    )
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    sys.stdout.write((_as_json if options.json else _as_text)(os.environ))
    return WRONG if complaints(os.environ) else FINE


def _as_text(variables: Mapping[str, str]) -> str:
    shown = [(each.name, _shown(each, variables), _origin(each, variables), each.purpose) for each in VARIABLES]
    widths = [max(len(row[column]) for row in shown) for column in range(3)]
    lines = ["  ".join((*(row[i].ljust(widths[i]) for i in range(3)), row[3])) for row in shown]
    wrong = [f"wrong: {each}" for each in complaints(variables)]
    return "\n".join([*lines, "", *(wrong or ["indsats can start with these settings."])]) + "\n"


def _as_json(variables: Mapping[str, str]) -> str:
    wrong = {each.variable: str(each) for each in complaints(variables)}
    rows = {
        each.name: {
            "value": _shown(each, variables),
            "origin": _origin(each, variables),
            "purpose": each.purpose,
            "wrong": wrong.get(each.name, ""),
        }
        for each in VARIABLES
    }
    return json.dumps(rows, indent=2, ensure_ascii=False) + "\n"


def _shown(variable: Variable, variables: Mapping[str, str]) -> str:
    value = values(variables)[variable.name]
    return "(not shown)" if variable.is_secret and value else value or "(empty)"


def _origin(variable: Variable, variables: Mapping[str, str]) -> str:
    return "set" if variables.get(variable.name, "").strip() else "default"
