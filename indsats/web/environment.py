"""The environment variables that configure indsats: read once, typed, and refused with their name when wrong.

``VARIABLES`` is the one list of them; the operations guide shows the same list and a test keeps the two equal.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Mapping

MODES = ("demo", "production", "test")


class BadSetting(Exception):
    """An environment variable has a value that cannot be used; ``str()`` names the variable and says what to do."""


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: its name, what stands when it is not set, and what it is for."""

    name: str
    default: str
    purpose: str


VARIABLES = (
    Variable("INDSATS_MODE", "demo", "demo, production or test. Production refuses to start with unsafe settings."),
    Variable("INDSATS_DATA", "data", "The data folder: the SQLite database, the originals, the secret of a demo."),
    Variable("DATABASE_URL", "", "postgres://user:password@host:port/name. Empty: SQLite in the data folder."),
    Variable(
        "INDSATS_SECRET_KEY", "", "At least 50 random characters; signs sessions and links. Needed in production."
    ),
    Variable("INDSATS_SECRET_KEY_FILE", "", "A file that holds INDSATS_SECRET_KEY, in its place."),
    Variable("INDSATS_HOSTS", "localhost,127.0.0.1", "The host names that the server answers to, with commas between."),
    Variable("INDSATS_HTTPS", "", "yes or no: served over HTTPS (secure cookies). Empty: yes in production, else no."),
    Variable("INDSATS_MAX_UPLOAD_MB", "50", "The largest file that may be uploaded, in megabytes."),
    Variable("INDSATS_READ_SECONDS", "120", "How long the reading of one document may take, at most 240 seconds."),
    Variable("INDSATS_READ_MEMORY_MB", "1024", "How much memory the reading of one document may take, in megabytes."),
    Variable("INDSATS_LOGIN_FAILURES", "5", "Failed sign-ins in a row before an account is locked."),
    Variable("INDSATS_LOCKOUT_MINUTES", "15", "How long a locked account stays locked."),
    Variable("INDSATS_SESSION_HOURS", "10", "How long a sign-in lasts without use."),
    Variable("PORT", "8000", "The port that `indsats serve` listens on."),
)


@dataclass(frozen=True, slots=True)
class Environment:
    """What the environment says, typed."""

    mode: str
    data: Path
    database: dict[str, Any]
    secret_key: str
    hosts: tuple[str, ...]
    https: bool
    max_upload_bytes: int
    read_seconds: int
    read_memory_mb: int
    login_failures: int
    lockout_minutes: int
    session_hours: int
    port: int

    @property
    def is_demo(self) -> bool:
        """Whether demo logins exist."""
        return self.mode == "demo"


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check every variable.

    Raises:
        BadSetting: the first variable that cannot be used, by name.
    """
    given = {variable.name: variables.get(variable.name, "").strip() or variable.default for variable in VARIABLES}
    mode = given["INDSATS_MODE"]
    if mode not in MODES:
        raise BadSetting(f"INDSATS_MODE is {mode!r}; it must be one of {', '.join(MODES)}.")
    data = Path(given["INDSATS_DATA"]).expanduser().resolve()
    return Environment(
        mode=mode,
        data=data,
        database=_database(given["DATABASE_URL"], data),
        secret_key=_secret_key(given, mode, data),
        hosts=tuple(host.strip() for host in given["INDSATS_HOSTS"].split(",") if host.strip()),
        https=_yes_or_no("INDSATS_HTTPS", given["INDSATS_HTTPS"], otherwise=mode == "production"),
        max_upload_bytes=_whole_number("INDSATS_MAX_UPLOAD_MB", given, 1, 2000) * 1024 * 1024,
        read_seconds=_whole_number("INDSATS_READ_SECONDS", given, 1, 240),
        read_memory_mb=_whole_number("INDSATS_READ_MEMORY_MB", given, 256, 16 * 1024),
        login_failures=_whole_number("INDSATS_LOGIN_FAILURES", given, 1, 100),
        lockout_minutes=_whole_number("INDSATS_LOCKOUT_MINUTES", given, 1, 24 * 60),
        session_hours=_whole_number("INDSATS_SESSION_HOURS", given, 1, 24 * 30),
        port=_whole_number("PORT", given, 1, 65535),
    )


def _whole_number(name: str, given: Mapping[str, str], lowest: int, highest: int) -> int:
    text = given[name]
    if not text.isdecimal() or not lowest <= int(text) <= highest:
        raise BadSetting(f"{name} is {text!r}; it must be a whole number from {lowest} to {highest}.")
    return int(text)


def _yes_or_no(name: str, text: str, *, otherwise: bool) -> bool:
    answers = {"": otherwise, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
    if text.lower() not in answers:
        raise BadSetting(f"{name} is {text!r}; it must be yes or no.")
    return answers[text.lower()]


def _secret_key(given: Mapping[str, str], mode: str, data: Path) -> str:
    if given["INDSATS_SECRET_KEY_FILE"]:
        try:
            key = Path(given["INDSATS_SECRET_KEY_FILE"]).read_text(encoding="utf-8").strip()
        except OSError as error:
            raise BadSetting(f"INDSATS_SECRET_KEY_FILE cannot be read: {error}.") from error
    else:
        key = given["INDSATS_SECRET_KEY"]
    if mode == "production" and len(key) < 50:  # noqa: PLR2004 -- Django's own lower bound for a secret key
        raise BadSetting("INDSATS_SECRET_KEY must have at least 50 random characters in production.")
    return key or _kept_secret(data)


def _kept_secret(data: Path) -> str:
    """Return the demo's own secret, made on first use and kept, so that sign-ins survive a restart."""
    place = data / "secret-key"
    try:
        data.mkdir(parents=True, exist_ok=True)
        with place.open("x", encoding="utf-8") as file:
            place.chmod(0o600)
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    except OSError as error:
        raise BadSetting(f"INDSATS_DATA names {data}, which cannot be written to: {error.strerror}.") from error
    return place.read_text(encoding="utf-8").strip()


def _database(url: str, data: Path) -> dict[str, Any]:
    if not url:
        return {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": data / "indsats.sqlite3",
            "TEST": {"NAME": data / "test.sqlite3"},
            "OPTIONS": {
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;",
            },
        }
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as error:
        raise BadSetting(f"DATABASE_URL cannot be understood: {error}.") from error
    if parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/"):
        raise BadSetting("DATABASE_URL must look like postgres://user:password@host:port/name.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
