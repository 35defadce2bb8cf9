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
from django.core.management import call_command
from django.db import connection
from pytest_django.plugin import blocking_manager_key

os.environ["INDSATS_MODE"] = "test"
os.environ["INDSATS_DATA"] = tempfile.mkdtemp(prefix="indsats-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "indsats.web.settings"

HOUSE = Path(__file__).resolve().parents[1]
BESIDE = HOUSE.parent / "shared"
EMPTIED = pytest.StashKey[bool]()
SEEDS = pytest.StashKey[str]()


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


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker, request):  # noqa: ARG001 -- extends the fixture of that name
    """Keep what migrations seed, when the database is new."""
    with django_db_blocker.unblock():
        request.config.stash[SEEDS] = connection.creation.serialize_db_to_string()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Bring back what migrations seed after a test that committed, for committing empties every table."""
    if item.config.stash.get(EMPTIED, False):
        with item.config.stash[blocking_manager_key].unblock():
            call_command("flush", verbosity=0, interactive=False, inhibit_post_migrate=True)
            connection.creation.deserialize_db_from_string(item.config.stash[SEEDS])
        item.config.stash[EMPTIED] = False


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
    """Fast ones first: what drives a browser runs when everything else has been said."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
