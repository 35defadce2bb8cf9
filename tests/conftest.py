"""Settings for every test: a data folder of its own, test mode, Danish texts, and the real documents where at hand.

The database is SQLite in the data folder, or PostgreSQL where DATABASE_URL names one; the tests are the same.
"""

import os
import tempfile
from pathlib import Path

import django
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

os.environ["INDSATS_MODE"] = "test"
os.environ["INDSATS_DATA"] = tempfile.mkdtemp(prefix="indsats-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "indsats.web.settings"

HOUSE = Path(__file__).resolve().parents[1]
BESIDE = HOUSE.parent / "shared"


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


@pytest.fixture(scope="session")
def shared_dir():
    folder = Path(os.environ.get("INDSATS_SHARED", BESIDE))
    if not folder.is_dir():
        pytest.skip("The real documents are not beside the checkout.")
    return folder


def pytest_collection_modifyitems(items):
    """Fast ones first: what drives a browser runs when everything else has been said."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
