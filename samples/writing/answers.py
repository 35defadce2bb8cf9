"""Write what a careful reader would find in the plan and the catalogue, so that reading can be scored on them.

The answers come from the same texts as the documents, never from what a program read. Periods are labelled by hand.
"""

import json
import re
from pathlib import Path

from samples.writing.action_plan import parts
from samples.writing.texts import lines_of

# The period as printed: first year, last year, open-ended, phase.
PERIODS = {
    "": (None, None, False, None),
    "i drift": (None, None, True, "running"),
    "permanent": (None, None, True, "permanent"),
    "årlig pulje": (None, None, True, "running"),
    "idéfase": (None, None, False, "idea"),
    "idefase": (None, None, False, "idea"),
    "i proces": (None, None, False, "in_preparation"),
    "under udvikling": (None, None, False, "in_preparation"),
    "lanceres i 2026": (2026, None, False, "in_preparation"),
    "forsøg i 2 år": (None, None, False, "pilot"),
    "forsøg i 1 år": (None, None, False, "pilot"),
    "forsøg i 18 måneder": (None, None, False, "pilot"),
    "2124-2027": (2024, 2027, False, "running"),
    "2126-2027": (2026, 2027, False, "running"),
    "2026-2024": (None, None, False, "running"),
    "2025 + 2026": (2025, 2026, False, "running"),
    "2027+ 2028": (2027, 2028, False, "running"),
}
YEARS = re.compile(r"(?P<start>\d{4})(?P<dash> ?-)?(?P<end>\d{4})?$")
TITLE = re.compile(r"(?P<title>.+?)(?: \((?P<period>[^()]+)\))?[: ]*$")
GOAL = re.compile(r"Understøtter målsætning (?P<number>\d): (?P<title>.+?)\.?$")
TARGET = re.compile(r"(?:^| )(?P<target>(?:Indsatsen er rettet|Primært rettet|Rettet) mod [^\n]+)$")


def write(folder: Path) -> None:
    """Write one JSON object a line for every initiative, in the order of the documents."""
    answers = folder / "answers"
    answers.mkdir(exist_ok=True)
    for name, rows in (("handleplan", plan_rows()), ("inspirationskatalog", catalogue_rows())):
        lines = [json.dumps(row, ensure_ascii=False) for row in rows]
        (answers / f"{name}.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def plan_rows() -> list[dict]:
    rows = []
    for heading, content in parts()[1:]:
        for row in content:
            goal = GOAL.match(row.goal_line)
            rows.append(
                {
                    "kind": "action_plan_initiative",
                    "title": row.title,
                    "description": " ".join(row.paragraphs),
                    "goal_number": int(goal["number"]),
                    "goal_title": goal["title"],
                    "priority_year": int(heading[-4:]),
                    "period_text": row.period,
                    "status_text": row.status or None,
                    **_period(row.period),
                }
            )
            del rows[-1]["phase"]
    return rows


def catalogue_rows() -> list[dict]:
    return _rows("katalog_regionale.txt", "regional_initiative") + _rows("katalog_lokale.txt", "local_initiative")


def _rows(name: str, kind: str) -> list[dict]:
    rows: list[dict] = []
    organisation = "Region Nordhavet"
    for line in lines_of(name):
        if line.startswith("= ") and kind == "local_initiative":
            organisation = line[2:].title()
        elif line.startswith("* "):
            read = TITLE.match(line[2:])
            period = read["period"] or ""
            rows.append({"kind": kind, "organisation": organisation, "title": read["title"], "description": ""})
            rows[-1] |= {"period_text": period or None, **_period(period), "target_text": None}
        elif rows:
            target = TARGET.search(line)
            text = line[: target.start()] if target else line
            rows[-1]["description"] = f"{rows[-1]['description']} {text}".strip()
            rows[-1]["target_text"] = target["target"] if target else rows[-1]["target_text"]
    return rows


def _period(printed: str) -> dict:
    key = printed[:1].lower() + printed[1:]
    if key in PERIODS:
        start, end, open_ended, phase = PERIODS[key]
    else:
        read = YEARS.search(printed)
        start, open_ended, phase = int(read["start"]), bool(read["dash"] and not read["end"]), "running"
        end = int(read["end"]) if read["end"] else None if open_ended else start
        if len(printed) == len("F2026") and printed[0] == "F":
            start = end = int(printed[1:])
    return {"start_year": start, "end_year": end, "open_ended": open_ended, "phase": phase}
