"""Every link and picture of the documentation leads to something."""

import re
from pathlib import Path

import pytest

HOUSE = Path(__file__).resolve().parents[2]
PAGES = sorted(
    path
    for path in HOUSE.rglob("*.md")
    if not {".venv", "node_modules", "build", ".pytest_cache", "data"} & set(path.relative_to(HOUSE).parts)
)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<target>[^)\s]+)\)")


def headings(path):
    found = re.findall(r"^#+ (.+)$", path.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in found}


@pytest.mark.parametrize("page", PAGES, ids=lambda path: str(path.relative_to(HOUSE)))
def test_links_of_a_page_lead_somewhere(page):
    lost = []
    for target in LINK.findall(page.read_text(encoding="utf-8")):
        place, _, anchor = target.partition("#")
        goal = (page.parent / place).resolve() if place else page
        if target.startswith("http"):
            continue
        if not goal.exists() or (anchor and anchor not in headings(goal)):
            lost.append(target)

    assert lost == []
