"""What holds in every room of the house, so that no reviewer has to say it twice.

What templates, style sheets and scripts may hold is said in ``tests/foundation/ui/test_house_rules.py``, and which
addresses ask for a sign-in in ``tests/foundation/access/test_access.py``.
"""

import ast
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.test import Client
from django.utils import translation

import indsats
from tests import cast
from tests.foundation.access.test_access import addresses

HOUSE = Path(indsats.__file__).parent
ROOT = HOUSE.parent
CODE = sorted(path for path in HOUSE.rglob("*.py"))
EVERYTHING = sorted(
    path for place in (HOUSE, ROOT / "tests", ROOT / "samples", ROOT / "tools") for path in place.rglob("*.py")
)

# Inside a context every line of code knows its room. A room that has grown is a package of the same name.
ROOMS = {
    "README.md",
    "domain",
    "querysets",
    "models",
    "rules",
    "services",
    "tasks",
    "forms",
    "tables",
    "filters",
    "pages",
    "exports",
    "views",
    "api",
    "admin",
    "urls",
    "signals",
    "receivers",
    "apps",
    "checks",
    "migrations",
    "management",
    "templates",
    "static",
    "templatetags",
    "locale",
    "__init__",
}  # fmt: skip -- the list of the design, on three lines

# Rooms that a few folders have beside these, each with its reason.
BESIDES = {
    "web/cli": "the indsats command",
    "web/environment": "the variables that configure it",
    "web/settings": "Django asks for it",
    "web/wsgi": "the server asks for it",
    "web/middleware": "the language of the answer is chosen before any context is asked",
    "web/navigation": "the menu knows every context",
    "foundation/access/http": "the type of a request behind the sign-in",
    "foundation/access/middleware": "the sign-in stands before every view",
    "foundation/access/verdict": "what every rule answers",
    "foundation/audit/middleware": "what a request does is one operation",
    "foundation/charts/bar_chart": "one module a shape",
    "foundation/charts/chart": "what every shape gives",
    "foundation/charts/drawing": "how shapes are drawn",
    "foundation/charts/legend": "what the colours of a chart mean",
    "foundation/charts/palette": "what they are drawn with",
    "foundation/charts/stacked_chart": "one module a shape",
    "foundation/charts/timeline_chart": "one module a shape",
    "foundation/documents/sheets": "one module a kind of document",
    "foundation/ui/chips": "what a filter has chosen, in words",
    "foundation/ui/icons": "which sprite a sign is in",
    "foundation/ui/waiting": "what waits for a person, as every context says it",
}

PURE = {"reading", "language"}  # no Django, and rooms of their own; the import contracts watch over them
FOLDERS = sorted(path.parent for path in HOUSE.rglob("apps.py")) + [HOUSE / name for name in sorted(PURE)]
LONGEST = 400

# Views reach an object through ``visible_to`` or not at all: what somebody may not see does not exist for them.
NO_DOOR = re.compile(r"\.objects\.(get|all)\(")


def name(path):
    return str(path.relative_to(ROOT))


def rooms():
    """Give every room of every context as its address and the folder it is in."""
    for folder in FOLDERS:
        if folder.name not in PURE:
            for path in sorted(folder.iterdir()):
                if path.name != "__pycache__":
                    yield path.name if path.suffix == ".md" else path.stem, path


def functions(path):
    return [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.FunctionDef)]


def imported_by(node):
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    return [node.module or ""] if isinstance(node, ast.ImportFrom) else []


def test_every_file_is_in_a_room_of_the_closed_list():
    beside = {str(path.relative_to(HOUSE).with_suffix("")): path for room, path in rooms() if room not in ROOMS}

    assert set(beside) == set(BESIDES)


def test_nothing_is_named_after_having_no_room():
    homeless = {"utils", "util", "helpers", "helper", "common", "core", "misc", "lib"}

    assert [name(path) for path in EVERYTHING if path.stem in homeless or path.parent.name in homeless] == []


def test_every_context_says_what_it_is_for_on_less_than_a_page():
    lengths = {
        name(folder): len((folder / "README.md").read_text(encoding="utf-8").splitlines())
        if (folder / "README.md").exists()
        else 0
        for folder in FOLDERS
    }

    assert {folder: length for folder, length in lengths.items() if not 8 <= length <= 45} == {}


def test_no_file_is_too_long_to_hold_in_mind():
    lengths = {name(path): len(path.read_text(encoding="utf-8").splitlines()) for path in EVERYTHING}

    assert {path: length for path, length in lengths.items() if length > LONGEST} == {}


def test_no_view_is_too_long_to_see_whole():
    """Count what a view does: the lines of its body without its sentence."""
    lengths = {
        f"{name(path)}: {function.name}": function.end_lineno - function.body[1].lineno + 1
        for path in CODE
        if path.stem == "views" or path.parent.name == "views"
        for function in functions(path)
        if len(function.body) > 1
    }

    assert len(lengths) > 60
    assert {view: length for view, length in lengths.items() if length > 20} == {}


def test_views_fetch_through_the_door():
    views = [path for path in CODE if path.stem == "views" or path.parent.name == "views"]

    assert len(views) > 10
    assert [name(path) for path in views if NO_DOOR.search(path.read_text(encoding="utf-8"))] == []


def test_who_does_something_when_and_why_are_never_positions_in_a_row():
    positions = {
        f"{name(path)}: {function.name}": {argument.arg for argument in function.args.args}
        for path in CODE
        if "services" in path.parts
        for function in functions(path)
        if not function.name.startswith("_")
        and "transaction.atomic" in [ast.unparse(each) for each in function.decorator_list]
    }

    assert len(positions) > 40
    assert {
        verb for verb, arguments in positions.items() if arguments & {"by", "at", "why", "note", "version"}
    } == set()


def test_the_domain_knows_django_only_for_words_in_the_readers_language():
    allowed = {"django.utils.translation", "django.utils.functional", "django.utils.formats"}
    known = {
        f"{name(path)}: {module}"
        for path in CODE
        if "domain" in path.parts
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        for module in imported_by(node)
        if module.split(".")[0] == "django" and module not in allowed
    }

    assert known == set()


def test_every_model_prints_itself():
    ours = [model for model in apps.get_models() if model.__module__.startswith("indsats.")]
    silent = [model.__name__ for model in ours if model.__str__ is models.Model.__str__]

    assert len(ours) > 20
    assert silent == []


def test_every_exception_to_a_rule_has_a_reason():
    noqa = re.compile(r"#\s*noqa(?!: [A-Z]+\d+(?:, [A-Z]+\d+)* -- \w)")
    ignored = re.compile(r"#\s*type:\s*ignore(?!\[[\w-]+(?:, ?[\w-]+)*\]  # \w)")
    unexplained = [
        f"{name(path)}:{number}"
        for path in EVERYTHING
        if path != Path(__file__)
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        if noqa.search(line) or ignored.search(line)
    ]

    assert unexplained == []


@pytest.mark.django_db
def test_models_and_migrations_agree(capsys):
    with translation.override("en"):
        call_command("makemigrations", check=True, dry_run=True)

    assert capsys.readouterr().out.strip() == "No changes detected"


@pytest.mark.django_db
def test_nothing_is_changed_without_the_forms_own_token():
    strict = Client(enforce_csrf_checks=True)
    strict.force_login(cast.person("administrator"))

    answers = {where: strict.post(path).status_code for where, path, _ in addresses()}

    assert set(answers.values()) <= {403, 405}
    assert sum(status == 403 for status in answers.values()) > 30
