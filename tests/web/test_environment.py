"""The environment variables: typed, safe by default, and refused by name when wrong."""

import json
import os
import re

import pytest
from django.core import checks

from indsats.web.cli import main
from indsats.web.environment import VARIABLES, BadSetting, complaints, read_environment

SECRET = "æ" * 50
DATABASE = "postgres://kari:k%40ri@db.example:5433/indsats"


@pytest.fixture
def given(tmp_path):
    return {"INDSATS_DATA": str(tmp_path / "data")}


@pytest.fixture
def production(given):
    return given | {"INDSATS_MODE": "production", "INDSATS_SECRET_KEY": SECRET, "INDSATS_HOSTS": "indsats.example"}


def test_a_demo_needs_no_settings_and_keeps_a_secret_of_its_own(given, tmp_path):
    first, second = read_environment(given), read_environment(given)

    assert (first.mode, first.is_demo, first.https, first.port) == ("demo", True, False, 8000)
    assert len(first.secret_key) > 50
    assert first.secret_key == second.secret_key
    assert (tmp_path / "data" / "secret-key").stat().st_mode & 0o777 == 0o600
    assert first.database["NAME"] == tmp_path / "data" / "indsats.sqlite3"


def test_production_is_served_over_https_unless_told_otherwise(production):
    assert read_environment(production).https is True
    assert read_environment(production | {"INDSATS_HTTPS": "no"}).https is False


def test_production_refuses_to_start_with_an_empty_environment(tmp_path):
    with pytest.raises(BadSetting, match=r"INDSATS_SECRET_KEY must have at least 50 random characters in production\."):
        read_environment({"INDSATS_MODE": "production", "INDSATS_DATA": str(tmp_path)})


def test_the_secret_can_be_a_file(production, tmp_path):
    place = tmp_path / "key"
    place.write_text("å" * 60 + "\n", encoding="utf-8")
    del production["INDSATS_SECRET_KEY"]

    assert read_environment(production | {"INDSATS_SECRET_KEY_FILE": str(place)}).secret_key == "å" * 60


def test_the_database_can_be_postgresql(given):
    database = read_environment(given | {"DATABASE_URL": DATABASE}).database

    assert {key: database[key] for key in ("ENGINE", "NAME", "USER", "PASSWORD", "HOST", "PORT")} == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "indsats",
        "USER": "kari",
        "PASSWORD": "k@ri",
        "HOST": "db.example",
        "PORT": "5433",
    }


WRONG = [
    ("E001", {"INDSATS_MODE": "live"}, "INDSATS_MODE is 'live'; it must be one of demo, production, test."),
    (
        "E002",
        {"INDSATS_DATA": "/dev/null/data"},
        "INDSATS_DATA names /dev/null/data, but /dev/null is a file; name a folder.",
    ),
    ("E003", {"DATABASE_URL": "mysql://db/x"}, "DATABASE_URL must look like postgres://user:password@host:port/name."),
    (
        "E003",
        {"DATABASE_URL": "postgres://db:port/x"},
        "DATABASE_URL cannot be understood: Port could not be cast to integer value as 'port'.",
    ),
    (
        "E004",
        {"INDSATS_SECRET_KEY": "kort"},
        "INDSATS_SECRET_KEY must have at least 50 random characters in production.",
    ),
    (
        "E005",
        {"INDSATS_SECRET_KEY_FILE": "/no/such/file"},
        "INDSATS_SECRET_KEY_FILE names a file that cannot be read: No such file or directory.",
    ),
    (
        "E005",
        {"INDSATS_SECRET_KEY_FILE": "/dev/null"},
        "INDSATS_SECRET_KEY_FILE names a file with fewer than 50 characters; put that many random ones in it.",
    ),
    ("E006", {"INDSATS_HOSTS": ","}, "INDSATS_HOSTS names no host; name those that people write in the browser."),
    (
        "E006",
        {"INDSATS_HOSTS": "https://x.example"},
        "INDSATS_HOSTS is 'https://x.example'; it must hold host names only, without https:// and with commas between.",
    ),
    (
        "E006",
        {"INDSATS_HOSTS": "*"},
        "INDSATS_HOSTS must not be * in production; name the hosts that people write in the browser.",
    ),
    ("E007", {"INDSATS_HTTPS": "måske"}, "INDSATS_HTTPS is 'måske'; it must be yes or no."),
    ("E008", {"INDSATS_MAX_UPLOAD_MB": "0"}, "INDSATS_MAX_UPLOAD_MB is '0'; it must be a whole number from 1 to 2000."),
    (
        "E009",
        {"INDSATS_LOGIN_FAILURES": "-1"},
        "INDSATS_LOGIN_FAILURES is '-1'; it must be a whole number from 1 to 100.",
    ),
    (
        "E010",
        {"INDSATS_LOCKOUT_MINUTES": "en time"},
        "INDSATS_LOCKOUT_MINUTES is 'en time'; it must be a whole number from 1 to 1440.",
    ),
    (
        "E011",
        {"INDSATS_SESSION_HOURS": "1.5"},
        "INDSATS_SESSION_HOURS is '1.5'; it must be a whole number from 1 to 720.",
    ),
    (
        "E013",
        {"INDSATS_READ_SECONDS": "241"},
        "INDSATS_READ_SECONDS is '241'; it must be a whole number from 1 to 240.",
    ),
    (
        "E014",
        {"INDSATS_READ_MEMORY_MB": "255"},
        "INDSATS_READ_MEMORY_MB is '255'; it must be a whole number from 256 to 16384.",
    ),
    ("E012", {"PORT": "٨٠٠٠"}, "PORT is '٨٠٠٠'; it must be a whole number from 1 to 65535."),
]


@pytest.mark.parametrize(("number", "changes", "said"), WRONG)
def test_a_wrong_value_is_refused_by_the_name_of_its_variable(production, number, changes, said):
    found = complaints(production | changes)

    assert [(each.id, each.text) for each in found] == [(f"indsats.{number}", said)]


def test_every_variable_has_a_check_of_its_own():
    assert sorted(f"E{variable.number:03}" for variable in VARIABLES) == sorted({number for number, *_ in WRONG})


def test_everything_that_is_wrong_is_said_at_once(production):
    with pytest.raises(BadSetting) as caught:
        read_environment(production | {"PORT": "0", "INDSATS_HTTPS": "?"})

    assert str(caught.value).splitlines() == [
        "INDSATS_HTTPS is '?'; it must be yes or no. (indsats.E007)",
        "PORT is '0'; it must be a whole number from 1 to 65535. (indsats.E012)",
    ]


def test_a_data_folder_that_cannot_be_written_to_is_refused(given, tmp_path):
    if os.geteuid() == 0:
        pytest.skip("root may write everywhere")
    tmp_path.chmod(0o500)

    assert [each.id for each in complaints(given)] == ["indsats.E002"]


def test_the_checks_of_django_say_what_the_environment_is_wrong_about(monkeypatch):
    monkeypatch.setenv("INDSATS_SESSION_HOURS", "0")

    found = [message for message in checks.run_checks() if str(message.id).startswith("indsats.")]

    assert [(message.id, message.obj) for message in found] == [("indsats.E011", "INDSATS_SESSION_HOURS")]


def test_production_is_warned_of_what_it_will_regret(settings, production, monkeypatch):
    settings.INDSATS = read_environment(production | {"INDSATS_HOSTS": "localhost", "INDSATS_HTTPS": "no"})
    monkeypatch.setitem(settings.DATABASES, "default", settings.INDSATS.database)

    found = [message.id for message in checks.run_checks() if str(message.id).startswith("indsats.W")]

    assert found == ["indsats.W003", "indsats.W006", "indsats.W007"]


def test_check_settings_prints_every_variable_and_hides_secrets(capsys, monkeypatch):
    monkeypatch.setenv("INDSATS_SECRET_KEY", "meget hemmelig")
    monkeypatch.setenv("DATABASE_URL", DATABASE)

    status = main(["check-settings"])
    shown = capsys.readouterr().out

    assert status == 0
    assert [re.split(r"\s{2,}", line)[0] for line in shown.splitlines()[: len(VARIABLES)]] == [
        variable.name for variable in VARIABLES
    ]
    assert "indsats can start with these settings." in shown
    assert "hemmelig" not in shown
    assert "k%40ri" not in shown


def test_check_settings_says_what_is_wrong_when_nothing_can_start(capsys, monkeypatch):
    monkeypatch.setenv("INDSATS_MODE", "live")

    status = main(["check-settings", "--json"])
    shown = json.loads(capsys.readouterr().out)

    assert status == 1
    assert shown["INDSATS_MODE"] == {
        "value": "live",
        "origin": "set",
        "purpose": VARIABLES[0].purpose,
        "wrong": "INDSATS_MODE is 'live'; it must be one of demo, production, test. (indsats.E001)",
    }
