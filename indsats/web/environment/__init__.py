"""The environment that configures indsats: read once, typed, and refused with the variable's name when wrong."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from indsats.web.environment.variables import (
    ANSWERS,
    MODES,
    VARIABLES,
    Complaint,
    Variable,
    complaints,
    host_names,
    values,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = [
    "MODES",
    "VARIABLES",
    "BadSetting",
    "Complaint",
    "Environment",
    "Variable",
    "complaints",
    "read_environment",
    "values",
]


class BadSetting(Exception):
    """Some environment variable cannot be used; each line of ``str()`` names one and says what to do."""


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
    login_failures: int
    lockout_minutes: int
    session_hours: int
    read_seconds: int
    read_memory_mb: int
    port: int

    @property
    def is_demo(self) -> bool:
        """Whether demo logins exist."""
        return self.mode == "demo"


def read_environment(variables: Mapping[str, str] = os.environ) -> Environment:
    """Read and check every variable, and make the data folder where there is none.

    Raises:
        BadSetting: some cannot be used; one line for each.
    """
    wrong = complaints(variables)
    if wrong:
        raise BadSetting("\n".join(str(each) for each in wrong))
    given = values(variables)
    data = _made(Path(given["INDSATS_DATA"]).expanduser().resolve())
    https = ANSWERS[given["INDSATS_HTTPS"].lower()]
    return Environment(
        mode=given["INDSATS_MODE"],
        data=data,
        database=_database(given["DATABASE_URL"], data),
        secret_key=_secret_key(given, data),
        hosts=host_names(given["INDSATS_HOSTS"]),
        https=given["INDSATS_MODE"] == "production" if https is None else https,
        max_upload_bytes=int(given["INDSATS_MAX_UPLOAD_MB"]) * 1024 * 1024,
        login_failures=int(given["INDSATS_LOGIN_FAILURES"]),
        lockout_minutes=int(given["INDSATS_LOCKOUT_MINUTES"]),
        session_hours=int(given["INDSATS_SESSION_HOURS"]),
        read_seconds=int(given["INDSATS_READ_SECONDS"]),
        read_memory_mb=int(given["INDSATS_READ_MEMORY_MB"]),
        port=int(given["PORT"]),
    )


def _made(data: Path) -> Path:
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BadSetting(
            f"INDSATS_DATA names {data}, which cannot be made: {error.strerror}. (indsats.E002)"
        ) from error
    return data


def _secret_key(given: Mapping[str, str], data: Path) -> str:
    if given["INDSATS_SECRET_KEY_FILE"]:
        return Path(given["INDSATS_SECRET_KEY_FILE"]).read_text(encoding="utf-8").strip() or _kept_secret(data)
    return given["INDSATS_SECRET_KEY"] or _kept_secret(data)


def _kept_secret(data: Path) -> str:
    """Return the demo's own secret, made on first use and kept, so that sign-ins survive a restart."""
    place = data / "secret-key"
    try:
        descriptor = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(secrets.token_urlsafe(64))
    except FileExistsError:
        pass
    except OSError as error:
        reason = f"which cannot be written to: {error.strerror}."
        raise BadSetting(f"INDSATS_DATA names {data}, {reason} (indsats.E002)") from error
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
    parts = urlsplit(url)
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
    }
