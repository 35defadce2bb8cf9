"""Gather the texts that are shown, for translation: ``python tools/messages.py [--check]``.

Each context keeps its own catalogue. With ``--check`` nothing is written: it says which texts have no Danish, or Danish
for a text that no longer exists.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.pofile import read_po

HOUSE = Path(__file__).resolve().parents[1] / "indsats"
LANGUAGE = "da"
GATHER = ("makemessages", "--locale", LANGUAGE, "--no-location", "--no-obsolete", "--verbosity", "0")


def apps() -> list[Path]:
    return sorted(path.parent for path in HOUSE.rglob("apps.py"))


def gather(folder: Path) -> None:
    (folder / "locale").mkdir(exist_ok=True)
    environment = {**os.environ, "PYTHONPATH": str(HOUSE.parent)}
    environment.pop("DJANGO_SETTINGS_MODULE", None)
    subprocess.run([sys.executable, "-m", "django", *GATHER], cwd=folder, env=environment, check=True)


def texts(folder: Path) -> dict[object, object]:
    """Give every message with its translation; an empty mapping where the context shows nothing."""
    place = folder / "locale" / LANGUAGE / "LC_MESSAGES" / "django.po"
    if not place.exists():
        return {}
    with place.open("rb") as file:
        catalogue = read_po(file, locale=LANGUAGE)
    return {(entry.context, entry.id): "" if entry.fuzzy else entry.string for entry in catalogue if entry.id}


def complaints(folder: Path) -> list[str]:
    """Gather anew in a copy and compare with what is kept."""
    kept = texts(folder)
    with tempfile.TemporaryDirectory() as name:
        copy = Path(name) / folder.name
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        gather(copy)
        needed = texts(copy)
    named = folder.relative_to(HOUSE)
    missing = [f"{named}: no Danish for {key[1]!r}" for key in needed if not _said(kept.get(key))]
    stale = [f"{named}: no longer shown: {key[1]!r}" for key in kept if key not in needed]
    return missing + stale


def _said(translation: object) -> bool:
    return all(translation) if isinstance(translation, tuple | list) else bool(translation)


def main(arguments: list[str]) -> int:
    if arguments == ["--check"]:
        found = [line for folder in apps() for line in complaints(folder)]
        sys.stderr.write("".join(f"{line}\n" for line in found))
        return 1 if found else 0
    for folder in apps():
        gather(folder)
        if not texts(folder):
            shutil.rmtree(folder / "locale")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
