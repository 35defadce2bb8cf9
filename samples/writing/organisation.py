"""Read the outline of units and lay the whole organisation out as one JSON document."""

import json
import re
from pathlib import Path

from samples.writing.history import COMMITTEES, EVENTS, PEOPLE
from samples.writing.units import ALIASES, OUTLINE

FIRST_DAY = "2007-01-01"
REGION = {"key": "nordhavet", "kind": "region", "name": "Region Nordhavet", "short_name": "RNH", "parent": None}
KINDS = {"H": "hospital", "K": "corporate_centre", "C": "centre", "A": "department"}
UNIT_LINE = re.compile(
    r"^(?P<indent> *)(?P<mark>[HKCA]) (?P<name>[^:(]+?)(?: \((?P<short>\w+)\))?(?:: (?P<wards>.+))?$"
)
WARD = re.compile(r"^(?P<name>[^\[]+?)(?: \[(?P<since>[\d-]+)\])?$")


def slug(name: str) -> str:
    plain = name.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def units() -> list[dict]:
    """Give every unit of the outline, parents before children, as it was established."""
    aliases: dict[str, list] = {}
    for key, text, kind in ALIASES:
        aliases.setdefault(slug(key), []).append({"text": text, "kind": kind})
    found = [{**REGION, "valid_from": FIRST_DAY, "aliases": [{"text": "Nordhavet", "kind": "other"}]}]
    above: dict[int, str] = {-1: REGION["key"]}
    for line in OUTLINE.strip("\n").splitlines():
        read = UNIT_LINE.match(line).groupdict()
        depth = len(read["indent"]) // 2
        unit = _unit(read, KINDS[read["mark"]], above[depth - 1], FIRST_DAY)
        above[depth] = unit["key"]
        found.append(unit)
        for printed in filter(None, (read["wards"] or "").split("; ")):
            ward = WARD.match(printed).groupdict()
            found.append(_unit(ward, "ward", unit["key"], ward["since"] or FIRST_DAY))
    for unit in found[1:]:
        unit["aliases"] = aliases.pop(unit["key"], [])
    if aliases:
        raise SystemExit(f"aliases of units that the outline does not have: {sorted(aliases)}")
    return found


def organisation() -> dict:
    """Give the whole fictional organisation: units, events, committees and people."""
    return {
        "units": units(),
        "events": list(EVENTS),
        "committees": [dict(zip(("key", "name", "unit", "parent"), row, strict=True)) for row in COMMITTEES],
        "people": [_person(row) for row in PEOPLE],
    }


def write(folder: Path) -> None:
    text = json.dumps(organisation(), ensure_ascii=False, indent=1)
    (folder / "organisation.json").write_text(text + "\n", encoding="utf-8")


def _key(parent: str, name: str) -> str:
    return slug(name) if parent == REGION["key"] else f"{parent}-{slug(name)}"


def _unit(read: dict, kind: str, parent: str, valid_from: str) -> dict:
    short_name = read.get("short") or ""
    key = _key(parent, short_name or read["name"])
    unit = {"key": key, "kind": kind, "name": read["name"], "short_name": short_name, "parent": parent}
    return {**unit, "valid_from": valid_from, "aliases": []}


def _person(row: tuple) -> dict:
    mailbox, name, role, unit, committee, valid_from, demo = row
    person = {"email": f"{mailbox}@nordhavet.example", "name": name, "role": role, "unit": unit}
    if committee:
        person["committee"] = committee
    return {**person, "valid_from": valid_from, "demo": demo}
