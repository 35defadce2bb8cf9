"""Settings for every test: a data folder of its own, test mode, and the real documents where they are at hand."""

import os
import tempfile
from pathlib import Path

import django
import pytest

os.environ["INDSATS_MODE"] = "test"
os.environ["INDSATS_DATA"] = tempfile.mkdtemp(prefix="indsats-tests-")
os.environ["DJANGO_SETTINGS_MODULE"] = "indsats.web.settings"
django.setup()  # the settings read the environment that stands above

BESIDE = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared_dir():
    folder = Path(os.environ.get("INDSATS_SHARED", BESIDE))
    if not folder.is_dir():
        pytest.skip("The real documents are not beside the checkout.")
    return folder
