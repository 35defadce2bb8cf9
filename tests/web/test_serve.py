"""``indsats serve``: the pages and the background worker start together and end together."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request

import psutil
import pytest

pytestmark = pytest.mark.browser  # as slow as a browser, for it starts programs


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture
def start(tmp_path):
    started = []

    def run(**environment):
        port = free_port()
        given = {"INDSATS_MODE": "demo", "INDSATS_DATA": str(tmp_path), "DATABASE_URL": "", "PORT": str(port)}
        program = subprocess.Popen(
            [sys.executable, "-u", "-m", "indsats", "serve"],
            env=os.environ | given | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        started.append(program)
        return program, port

    yield run
    for program in started:
        if program.poll() is None:
            program.send_signal(signal.SIGTERM)
            program.wait(60)


def first_line(program):
    return program.stdout.readline().strip()


def get(port, path, **headers):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=10) as response:
            return response.status, response.headers, response.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def test_it_brings_the_database_up_says_where_it_is_and_ends_cleanly(start):
    program, port = start()

    said = first_line(program)
    status, _, body = get(port, "/sundhed/")
    children = psutil.Process(program.pid).children(recursive=True)
    program.send_signal(signal.SIGTERM)
    _, errors = program.communicate(timeout=60)

    assert said == f"indsats is at http://localhost:{port}"
    assert (status, json.loads(body)) == (200, {"status": "ok"})
    assert len(children) == 4  # a worker, gunicorn's master and its two processes
    assert program.returncode == 0
    assert [child for child in children if child.is_running()] == []
    assert errors.startswith("The database is ")
    assert "Traceback" not in errors


def test_when_one_of_the_two_ends_by_itself_the_other_ends_with_it(start):
    program, _ = start()
    first_line(program)
    children = psutil.Process(program.pid).children()

    next(child for child in children if "db_worker" in child.cmdline()).kill()
    _, errors = program.communicate(timeout=60)

    assert program.returncode == 1
    assert errors.splitlines()[-1] == "indsats: The background worker ended by itself with status -9."
    assert [child for child in children if child.is_running()] == []


def test_when_it_is_killed_nothing_of_it_stays_behind(start):
    program, port = start()
    first_line(program)
    children = psutil.Process(program.pid).children(recursive=True)

    program.kill()
    program.wait(10)
    psutil.wait_procs(children, timeout=30)

    assert [child for child in children if child.is_running()] == []
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", port))


def test_a_port_that_is_taken_is_one_clear_line(start):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        program, _ = start(PORT=str(port))

        out, errors = program.communicate(timeout=60)

    assert (program.returncode, out) == (1, "")
    assert errors == (
        f"indsats: 127.0.0.1 port {port} cannot be listened on: Address already in use. "
        "Choose another port with PORT=.\n"
    )


def test_production_gathers_what_browsers_are_given_and_compresses_it(start, tmp_path):
    program, port = start(INDSATS_MODE="production", INDSATS_SECRET_KEY="x" * 60, INDSATS_HOSTS="indsats.example")
    first_line(program)

    status, headers, _ = get(
        port, "/static/django_htmx/django-htmx.js", **{"Host": "indsats.example", "Accept-Encoding": "gzip"}
    )
    stranger, *_ = get(port, "/konto/log-ind/", Host="other.example")

    assert (status, headers["Content-Encoding"], headers["Cache-Control"]) == (200, "gzip", "max-age=60, public")
    assert (tmp_path / "static" / "django_htmx" / "django-htmx.js.gz").is_file()
    assert stranger == 400


def test_a_server_that_is_stopped_while_it_starts_ends_too(start):
    program, _ = start()
    time.sleep(3)

    program.send_signal(signal.SIGINT)
    program.communicate(timeout=60)

    assert program.returncode in (0, 130)
