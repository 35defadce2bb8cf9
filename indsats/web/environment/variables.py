"""The one list of environment variables; the operations guide shows the same list and a test keeps the two equal.

Each judges its own value: ``complaints`` collects what they say, for the start, for Django's checks and for
``indsats check-settings`` alike. The numbers of their checks never change.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MODES = ("demo", "production", "test")
SHORTEST_SECRET = 50  # Django's own lower bound for a secret key
ANSWERS = {"": None, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}


@dataclass(frozen=True, slots=True)
class Complaint:
    """What is wrong with one variable, in one sentence that says what to do. ``id`` never changes."""

    id: str
    variable: str
    text: str

    def __str__(self) -> str:
        """Show the sentence and its id."""
        return f"{self.text} ({self.id})"


@dataclass(frozen=True, slots=True)
class Variable:
    """One environment variable: its name, what stands when it is not set, what it is for and when it is wrong."""

    number: int
    name: str
    default: str
    purpose: str
    judge: Callable[[Mapping[str, str], str], str]
    is_secret: bool = False

    def complaint(self, given: Mapping[str, str]) -> Complaint | None:
        """Return what is wrong with the value, or None."""
        text = self.judge(given, given[self.name])
        return Complaint(f"indsats.E{self.number:03}", self.name, f"{self.name} {text}") if text else None


def _one_of_the_modes(_: Mapping[str, str], value: str) -> str:
    return "" if value in MODES else f"is {value!r}; it must be one of {', '.join(MODES)}."


def _a_folder_to_write_in(_: Mapping[str, str], value: str) -> str:
    place = Path(value).expanduser().resolve()
    nearest = next(folder for folder in (place, *place.parents) if folder.exists())
    if not nearest.is_dir():
        return f"names {place}, but {nearest} is a file; name a folder."
    if not os.access(nearest, os.W_OK | os.X_OK):
        return f"names {place}, which cannot be written to; give the server's user leave to write there."
    return ""


def _a_database(_: Mapping[str, str], value: str) -> str:
    try:
        parts = urlsplit(value)
        int(parts.port or 0)
    except ValueError as error:
        return f"cannot be understood: {error}."
    if value and (parts.scheme not in ("postgres", "postgresql") or not parts.path.strip("/")):
        return "must look like postgres://user:password@host:port/name."
    return ""


def _a_long_secret(given: Mapping[str, str], value: str) -> str:
    if given["INDSATS_MODE"] == "production" and not given["INDSATS_SECRET_KEY_FILE"] and len(value) < SHORTEST_SECRET:
        return f"must have at least {SHORTEST_SECRET} random characters in production."
    return ""


def _a_file_with_a_long_secret(given: Mapping[str, str], value: str) -> str:
    if not value:
        return ""
    try:
        key = Path(value).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        return f"names a file that cannot be read: {getattr(error, 'strerror', None) or error}."
    if given["INDSATS_MODE"] == "production" and len(key) < SHORTEST_SECRET:
        return f"names a file with fewer than {SHORTEST_SECRET} characters; put that many random ones in it."
    return ""


def _hosts(given: Mapping[str, str], value: str) -> str:
    names = host_names(value)
    if not names:
        return "names no host; name those that people write in the browser."
    if any("/" in name or " " in name for name in names):
        return f"is {value!r}; it must hold host names only, without https:// and with commas between."
    if given["INDSATS_MODE"] == "production" and "*" in names:
        return "must not be * in production; name the hosts that people write in the browser."
    return ""


def _yes_or_no(_: Mapping[str, str], value: str) -> str:
    return "" if value.lower() in ANSWERS else f"is {value!r}; it must be yes or no."


def _whole_number(lowest: int, highest: int) -> Callable[[Mapping[str, str], str], str]:
    def judge(_: Mapping[str, str], value: str) -> str:
        if value.isascii() and value.isdecimal() and lowest <= int(value) <= highest:
            return ""
        return f"is {value!r}; it must be a whole number from {lowest} to {highest}."

    return judge


VARIABLES = (
    Variable(
        1,
        "INDSATS_MODE",
        "demo",
        "demo, production or test. Production refuses to start with unsafe settings.",
        _one_of_the_modes,
    ),
    Variable(
        2,
        "INDSATS_DATA",
        "data",
        "The data folder: the SQLite database, the originals, the secret of a demo.",
        _a_folder_to_write_in,
    ),
    Variable(
        3,
        "DATABASE_URL",
        "",
        "postgres://user:password@host:port/name. Empty: SQLite in the data folder.",
        _a_database,
        is_secret=True,
    ),
    Variable(
        4,
        "INDSATS_SECRET_KEY",
        "",
        "At least 50 random characters; signs sessions and links. Needed in production.",
        _a_long_secret,
        is_secret=True,
    ),
    Variable(
        5,
        "INDSATS_SECRET_KEY_FILE",
        "",
        "A file that holds INDSATS_SECRET_KEY, in its place.",
        _a_file_with_a_long_secret,
    ),
    Variable(
        6,
        "INDSATS_HOSTS",
        "localhost,127.0.0.1",
        "The host names that the server answers to, with commas between.",
        _hosts,
    ),
    Variable(
        7,
        "INDSATS_HTTPS",
        "",
        "yes or no: served over HTTPS (secure cookies). Empty: yes in production, else no.",
        _yes_or_no,
    ),
    Variable(
        8,
        "INDSATS_MAX_UPLOAD_MB",
        "50",
        "The largest file that may be uploaded, in megabytes.",
        _whole_number(1, 2000),
    ),
    Variable(
        9,
        "INDSATS_LOGIN_FAILURES",
        "5",
        "Failed sign-ins in a row before an account is locked.",
        _whole_number(1, 100),
    ),
    Variable(
        10,
        "INDSATS_LOCKOUT_MINUTES",
        "15",
        "How long a locked account stays locked.",
        _whole_number(1, 24 * 60),
    ),
    Variable(
        11,
        "INDSATS_SESSION_HOURS",
        "10",
        "How long a sign-in lasts without use.",
        _whole_number(1, 24 * 30),
    ),
    Variable(
        13,
        "INDSATS_READ_SECONDS",
        "120",
        "How long the reading of one document may take, at most 240 seconds.",
        _whole_number(1, 240),
    ),
    Variable(
        14,
        "INDSATS_READ_MEMORY_MB",
        "1024",
        "How much memory the reading of one document may take, in megabytes.",
        _whole_number(256, 16 * 1024),
    ),
    Variable(12, "PORT", "8000", "The port that `indsats serve` listens on.", _whole_number(1, 65535)),
)


def values(variables: Mapping[str, str]) -> dict[str, str]:
    """Return every variable's text: what is set, else its default."""
    return {variable.name: variables.get(variable.name, "").strip() or variable.default for variable in VARIABLES}


def complaints(variables: Mapping[str, str] = os.environ) -> tuple[Complaint, ...]:
    """Return everything that is wrong with the environment, in the order of the list."""
    given = values(variables)
    return tuple(found for variable in VARIABLES if (found := variable.complaint(given)))


def host_names(text: str) -> tuple[str, ...]:
    """Return the names that stand in a list with commas between."""
    return tuple(name.strip() for name in text.split(",") if name.strip())
