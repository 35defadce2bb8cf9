"""The ``indsats`` command: it lists what there is, and what goes wrong is one line."""

import os
import re
import subprocess
import sys

import pytest
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.db import OperationalError

from indsats import __version__
from indsats.foundation.access.verdict import Refused
from indsats.web.cli import main, our_commands

SEE = "See DATABASE_URL and INDSATS_DATA in `indsats check-settings`."


def indsats(*arguments, piped="", **environment):
    return subprocess.run(
        [sys.executable, "-m", "indsats", *arguments],
        env=os.environ | environment,
        input=piped,
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


@pytest.mark.parametrize("arguments", [[], ["--help"], ["-h"], ["help"]])
def test_help_lists_our_commands_with_what_they_are_for(capsys, arguments):
    status = main(arguments)

    lines = capsys.readouterr().out.splitlines()
    listed = {line.split()[0]: line.split(maxsplit=1)[1] for line in lines if line.startswith("  ")}
    assert status == 0
    assert listed == our_commands()
    assert {"check-settings", "create-user", "demo", "migrate", "read", "serve"} <= set(listed)


def test_every_command_says_what_it_is_for_in_one_sentence():
    shown = our_commands()

    assert [name for name, sentence in shown.items() if not re.fullmatch(r"[A-Z].*\.", sentence)] == []
    assert shown["create-user"] == "Make a person known who can sign in, with a role."


def test_the_version_is_printed(capsys):
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"indsats {__version__}\n"


def test_an_unknown_command_is_one_line_and_the_status_of_wrong_usage():
    result = indsats("serv")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == "indsats: There is no command 'serv'. Did you mean 'serve'? `indsats --help` lists them.\n"


def test_wrong_settings_are_lines_and_the_status_of_wrong_usage():
    result = indsats("migrate", INDSATS_MODE="live", PORT="x")

    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == (
        "indsats: INDSATS_MODE is 'live'; it must be one of demo, production, test. (indsats.E001)\n"
        "indsats: PORT is 'x'; it must be a whole number from 1 to 65535. (indsats.E012)\n"
    )


def test_help_works_also_when_no_setting_does():
    assert indsats("--help", INDSATS_MODE="live").returncode == 0


def test_a_database_that_is_not_set_up_is_one_line_that_says_what_to_do(tmp_path):
    empty = {"INDSATS_MODE": "demo", "INDSATS_DATA": str(tmp_path), "DATABASE_URL": ""}

    result = indsats("create-user", "a@b.example", "--name", "A", piped="en lang og rolig sætning\n", **empty)

    assert result.returncode == 1
    assert result.stderr.splitlines()[-1].startswith(
        "indsats: The database is not set up for this version: no such table"
    )
    assert result.stderr.splitlines()[-1].endswith("Run: indsats migrate")
    assert "Traceback" not in result.stderr


def test_a_database_that_cannot_be_reached_is_one_line(tmp_path):
    result = indsats(
        "migrate", INDSATS_MODE="demo", INDSATS_DATA=str(tmp_path), DATABASE_URL="postgres://x:y@127.0.0.1:1/none"
    )

    assert result.returncode == 1
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("indsats: The database cannot be used: ")


def test_the_help_of_a_command_can_be_asked_for_both_ways():
    assert indsats("help", "create-user").stdout == indsats("create-user", "--help").stdout


@pytest.mark.parametrize(
    ("error", "lines"),
    [
        (CommandError("Filen er tom."), ["indsats: Filen er tom."]),
        (ValidationError(["Et.", "To."]), ["indsats: Et.", "indsats: To."]),
        (Refused("Det må du ikke."), ["indsats: Det må du ikke."]),
        (OSError(28, "No space left on device"), ["indsats: [Errno 28] No space left on device"]),
        (
            OperationalError("disk I/O error"),
            [f"indsats: The database cannot be used: disk I/O error. {SEE}"],
        ),
    ],
)
def test_what_can_be_expected_to_go_wrong_is_said_without_a_traceback(capsys, monkeypatch, error, lines):
    class Failing(BaseCommand):
        requires_system_checks = []

        def handle(self, **_):
            raise error

    monkeypatch.setattr("indsats.web.cli.managed.get_commands", lambda: {"failing": Failing()})

    status = main(["failing"])

    assert status == 1
    assert capsys.readouterr().err.splitlines() == lines


def test_wrong_arguments_are_the_status_of_wrong_usage():
    result = indsats("create-user", "--nonsense")

    assert result.returncode == 2
    assert "Traceback" not in result.stderr
