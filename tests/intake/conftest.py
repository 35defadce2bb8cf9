"""Readings that are kept over tests, and an installation of its own for tests that start and kill real programs."""

import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from indsats.intake.services import reading
from tests import cast

HOUSE = Path(__file__).resolve().parents[2]
SECONDS = 120

READ = {}


@pytest.fixture(autouse=True)
def kept_readings(monkeypatch):
    """Read the same bytes in a child process once a session: the answer is the real one, only not asked for again."""
    read = reading.read_isolated

    def kept(data, file, knowledge, limits):
        key = data, file, tuple(sorted(knowledge.organisations.items()))
        if key not in READ:
            READ[key] = read(data, file, knowledge, limits)
        return READ[key]

    monkeypatch.setattr(reading, "read_isolated", kept)


class Installation:
    """``indsats`` in a folder of its own, seen from outside: commands, and the rows that they leave."""

    def __init__(self, data):
        self.data = data
        self.environment = {
            **os.environ,
            "INDSATS_DATA": str(data),
            "INDSATS_MODE": "demo",
            "DATABASE_URL": "",
            "PYTHONUNBUFFERED": "1",
            "PYTHONPATH": str(HOUSE),
        }

    def start(self, *arguments):
        command = [sys.executable, "-m", "indsats", *arguments]
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "text": True}
        return subprocess.Popen(command, env=self.environment, cwd=HOUSE, **pipes)

    def run(self, *arguments):
        process = self.start(*arguments)
        stdout, stderr = process.communicate(timeout=SECONDS)
        return subprocess.CompletedProcess(arguments, process.returncode, stdout, stderr)

    def python(self, code):
        code = f"import django\ndjango.setup()\n{code}"
        environment = {**self.environment, "DJANGO_SETTINGS_MODULE": "indsats.web.settings"}
        command = [sys.executable, "-c", code]
        return subprocess.run(
            command, env=environment, cwd=HOUSE, capture_output=True, text=True, timeout=SECONDS, check=False
        )

    def files(self, *named):
        folder = self.data / "files"
        folder.mkdir(exist_ok=True)
        for name, data in named:
            (folder / name).write_bytes(data)
        return [str(folder / name) for name, _data in named]

    def rows(self, query):
        with sqlite3.connect(self.data / "indsats.sqlite3") as database:
            return database.execute(query).fetchall()

    def count(self, table, where="1 = 1"):
        return self.rows(f"SELECT count(*) FROM {table} WHERE {where}")[0][0]


@pytest.fixture(scope="session")
def migrated(tmp_path_factory):
    """Migrate once a session; each test copies the result."""
    installation = Installation(tmp_path_factory.mktemp("migrated"))
    installation.run("migrate", "--verbosity", "0")
    with sqlite3.connect(installation.data / "indsats.sqlite3") as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return installation


@pytest.fixture
def installation(migrated, tmp_path):
    (tmp_path / "indsats.sqlite3").write_bytes((migrated.data / "indsats.sqlite3").read_bytes())
    return Installation(tmp_path)


@pytest.fixture
def officer(client):
    someone = cast.person("programme_officer")
    client.force_login(someone)
    return someone


@pytest.fixture
def employee(client):
    someone = cast.person("employee", cast.ward_a())
    client.force_login(someone)
    return someone
