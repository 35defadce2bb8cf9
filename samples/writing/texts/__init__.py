"""The texts of the sample documents, each in a plain file beside this one."""

from pathlib import Path

FOLDER = Path(__file__).resolve().parent


def lines_of(name: str) -> list[str]:
    """Give the lines of a text that are not empty."""
    return [line for line in (FOLDER / name).read_text(encoding="utf-8").splitlines() if line.strip()]
