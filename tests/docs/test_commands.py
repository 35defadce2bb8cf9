"""What the README promises is what the Makefile and the command line have."""

import re
import subprocess
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]


def test_make_alone_prints_every_target_with_what_it_does():
    printed = subprocess.run(["make", "-s"], cwd=HOUSE, capture_output=True, text=True, check=True).stdout
    targets = re.findall(r"^([a-z-]+):.*## ", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

    assert re.findall(r"^  make ([a-z-]+) ", printed, re.MULTILINE) == targets
    assert {"setup", "demo", "test", "check"} <= set(targets)


def test_every_make_target_named_in_the_documentation_exists():
    targets = set(re.findall(r"^([a-z-]+):", (HOUSE / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    pages = [HOUSE / "README.md", *(HOUSE / "docs").rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"`make ([a-z-]+)", page.read_text(encoding="utf-8"))}

    assert named - targets == set()


def test_every_indsats_command_named_in_the_documentation_exists():
    from django.core.management import get_commands

    from indsats.web.cli import our_commands

    known = {*get_commands(), *our_commands()}
    pages = [HOUSE / "README.md", *(HOUSE / "docs").rglob("*.md")]
    named = {name for page in pages for name in re.findall(r"\bindsats ([a-z]+(?:-[a-z]+)*)\b", _code(page))}

    assert named - known == set()


def _code(page):
    """Give only what is set as code: a sentence may well begin with the product's name."""
    text = page.read_text(encoding="utf-8")
    blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
    return "\n".join(blocks + re.findall(r"`(?:\.venv/bin/)?(indsats [^`]+)`", text))
