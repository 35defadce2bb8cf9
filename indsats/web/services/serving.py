"""The web server and the background worker as two children of one command: they start, and end, together."""

from __future__ import annotations

import contextlib
import ctypes
import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import FrameType

SECONDS_TO_START, SECONDS_TO_END = 60, 30
END_WITH_PARENT = 1  # PR_SET_PDEATHSIG in <sys/prctl.h>
EVERYWHERE = ("0.0.0.0", "::", "")  # noqa: S104 -- compared with, not listened on


class PortTaken(Exception):
    """Another program listens on the port, or it may not be listened on; ``str()`` says what to do."""


@dataclass(frozen=True, slots=True)
class Serving:
    """Where to listen and with how many hands."""

    host: str
    port: int
    processes: int = 2
    threads: int = 4
    known_as: str = "localhost"

    @property
    def url(self) -> str:
        """What to write in the browser."""
        return f"http://{self._name}:{self.port}"

    @property
    def _name(self) -> str:
        return "localhost" if self.host in (*EVERYWHERE, "127.0.0.1") else self.host

    def claim_port(self) -> None:
        """Find out now, in one clear line, what the server would say in twenty.

        Raises:
            PortTaken: it cannot be listened on.
        """
        with socket.socket(socket.AF_INET6 if ":" in self.host else socket.AF_INET) as attempt:
            attempt.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                attempt.bind((self.host, self.port))
            except OSError as error:
                reason = error.strerror or str(error)
                raise PortTaken(
                    f"{self.host} port {self.port} cannot be listened on: {reason}. Choose another port with PORT=."
                ) from error

    def web(self) -> list[str]:
        """Return the command that serves the pages."""
        shared = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None  # noqa: S108 -- gunicorn's own advice
        return [
            *(sys.executable, "-m", "gunicorn", "indsats.web.wsgi:application", "--no-control-socket"),
            *("--bind", f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"),
            *("--worker-class", "gthread", "--workers", str(self.processes), "--threads", str(self.threads)),
            *("--timeout", "120", "--graceful-timeout", "20", "--limit-request-line", "8190"),
            *("--max-requests", "5000", "--max-requests-jitter", "500", "--log-level", "warning"),
            *(("--worker-tmp-dir", shared) if shared else ()),
        ]

    def worker(self) -> list[str]:
        """Return the command that does the background work; whoever starts it has checked the settings."""
        return [sys.executable, "-m", "indsats", "db_worker", "--skip-checks", "--verbosity", "0", "--no-startup-delay"]

    def answers(self) -> bool:
        """Whether the server answers a request for its health."""
        there = http.client.HTTPConnection(self._name, self.port, timeout=2)
        with contextlib.suppress(OSError, http.client.HTTPException), contextlib.closing(there):
            there.request("GET", "/sundhed/", headers={"Host": self.known_as.lstrip(".")})
            return bool(there.getresponse().status)
        return False


class ServingEnded(Exception):
    """One of the two ended by itself, or never began to answer; ``str()`` says which."""


def serve(plan: Serving, *, ready: Callable[[], None]) -> None:
    """Run both until told to stop; ``ready`` is called once, when the server answers.

    Raises:
        ServingEnded: one of them ended by itself; the other has been ended too.
    """
    children = {"web server": _start(plan.web()), "background worker": _start(plan.worker())}
    with _stopping(children) as stopped:
        deadline = time.monotonic() + SECONDS_TO_START
        is_ready = False
        while not stopped():
            gone = [name for name, child in children.items() if child.poll() is not None]
            if gone:
                raise ServingEnded(f"The {gone[0]} ended by itself with status {children[gone[0]].returncode}.")
            if not is_ready and plan.answers():
                is_ready = True
                ready()
            elif not is_ready and time.monotonic() > deadline:
                raise ServingEnded(f"The web server does not answer after {SECONDS_TO_START} seconds.")
            time.sleep(0.2)


@contextlib.contextmanager
def _stopping(children: dict[str, subprocess.Popen[bytes]]) -> Iterator[Callable[[], bool]]:
    """Turn SIGTERM and Ctrl-C into an answer to ``stopped()``, and end every child on the way out."""
    told: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = {number: signal.signal(number, note) for number in (signal.SIGTERM, signal.SIGINT)}
    try:
        yield lambda: bool(told)
    finally:
        for child in children.values():
            child.terminate()
        for child in children.values():
            try:
                child.wait(SECONDS_TO_END)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
        for number, handler in before.items():
            signal.signal(number, handler)


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a child in a session of its own, so that Ctrl-C reaches only us, and that ends if we are killed."""
    return subprocess.Popen(command, start_new_session=True, preexec_fn=_end_with_parent)  # noqa: S603, PLW1509 -- our own command line; this process has one thread


def _end_with_parent() -> None:
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(END_WITH_PARENT, signal.SIGTERM)
