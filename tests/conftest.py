"""Settings for every test: a data folder of its own, test mode, Danish texts, and the real documents where at hand.

The database is SQLite in the data folder, or PostgreSQL where DATABASE_URL names one; the tests are the same.
"""

import os
import tempfile
from importlib import import_module
from pathlib import Path

import django
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.db import connection
from pytest_django.plugin import blocking_manager_key

os.environ["INDSATS_MODE"] = "test"
os.environ["INDSATS_DATA"] = tempfile.mkdtemp(prefix="indsats-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "indsats.web.settings"

HOUSE = Path(__file__).resolve().parents[1]
BESIDE = HOUSE.parent / "shared"
EMPTIED = pytest.StashKey[bool]()


def _compile_texts():
    """Write the Danish texts as Django reads them, where they are newer than what was written before."""
    for source in (HOUSE / "indsats").rglob("locale/*/LC_MESSAGES/django.po"):
        target = source.with_suffix(".mo")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with source.open("rb") as file, tempfile.NamedTemporaryFile(dir=source.parent, delete=False) as half:
            write_mo(half, read_po(file, locale=source.parent.parent.name, domain="django"))
        Path(half.name).replace(target)


_compile_texts()
django.setup()  # the settings read the environment that stands above

# A password costs real memory and time to check; the tests keep the method and lower the price.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost = 1, 64


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Bring back what migrations seed after a test that committed: Django does so only before the next such test."""
    if item.config.stash.get(EMPTIED, False):
        with item.config.stash[blocking_manager_key].unblock():
            connection.creation.deserialize_db_from_string(connection._test_serialized_contents)
        item.config.stash[EMPTIED] = False


@pytest.fixture(autouse=True)
def django_db_serialized_rollback():
    """Let rows that migrations seed come back after every test that commits; pytest-django looks for this name."""


@pytest.fixture(autouse=True)
def _clean_ending(request):
    """Let tests that commit end as they began, and empty the log, which nobody else may.

    The log's own guard stands in the way of the emptying on SQLite, so it is taken down and put up again around it.
    """
    marker = request.node.get_closest_marker("django_db")
    commits = {"transactional_db", "live_server"} & set(request.fixturenames)
    if not commits and not (marker and marker.kwargs.get("transaction")):
        yield
        return
    request.getfixturevalue("transactional_db")
    request.config.stash[EMPTIED] = True
    yield

    from indsats.foundation.audit.models import Event

    guard = import_module("indsats.foundation.audit.migrations.0002_append_only")
    with connection.schema_editor() as editor:
        guard.unguard(None, editor)
        Event.objects.all()._raw_delete(connection.alias)
        guard.guard(None, editor)


@pytest.fixture(scope="session")
def shared_dir():
    folder = Path(os.environ.get("INDSATS_SHARED", BESIDE))
    if not folder.is_dir():
        pytest.skip("The real documents are not beside the checkout.")
    return folder


def pytest_collection_modifyitems(items):
    """Fast ones first, browsers last; and tests that commit get back what migrations seed."""
    for item in items:
        marker = item.get_closest_marker("django_db")
        asked = marker.kwargs if marker else {}
        if asked.get("transaction") or {"transactional_db", "live_server"} & set(item.fixturenames):
            restored = pytest.mark.django_db(**{**asked, "transaction": True, "serialized_rollback": True})
            item.add_marker(restored, append=False)
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
