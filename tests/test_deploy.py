"""What deploy/ promises about the servers in front of the app and about what they may use."""

import logging
import re
import runpy
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

NGINX = Path("deploy/nginx.conf").read_text()
COMPOSE = Path("deploy/compose.yaml").read_text()
SERVICES = dict(
    zip(("dashboard", "nginx"), COMPOSE.partition("  dashboard:")[2].split("\n  nginx:"), strict=True)
)
SILENT, PATIENCE = 64, 1.0


@pytest.mark.parametrize("service", SERVICES)
@pytest.mark.parametrize(
    "setting",
    [
        "mem_limit:",
        "pids_limit:",
        "cpus:",
        "cap_drop: [ALL]",
        "no-new-privileges:true",
        "read_only: true",
        "memswap_limit:",
    ],
)
def test_each_container_is_limited(service: str, setting: str) -> None:
    assert setting in SERVICES[service]


@pytest.mark.parametrize(
    "line",
    [
        "proxy_set_header X-Forwarded-For $remote_addr;",
        "proxy_set_header X-Forwarded-Proto $scheme;",
        "limit_req zone=senders burst=100 nodelay;",
        "limit_conn sending 64;",
        "limit_conn clients 512;",
    ],
)
def test_nginx_forwards_and_limits_everywhere(line: str) -> None:
    server = NGINX.partition("    server {")[2]
    assert line in server.partition("location")[0]
    assert "proxy_set_header" not in server.partition("location")[2]


def test_who_only_reads_is_not_counted_as_a_sender() -> None:
    counted = re.search(r"map \$request_method \$sender \{(.*?)\}", NGINX, re.DOTALL)
    assert counted
    assert {line.split()[0] for line in counted[1].strip().splitlines()} == {
        "default",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
    }


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """The worker of deploy/ with one thread, before an app of one word."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        where = ("127.0.0.1", int(probe.getsockname()[1]))
    (tmp_path_factory.getbasetemp() / "word.py").write_text(
        "def app(environ, start):\n    start('200 OK', [('Content-Length', '2')])\n    return [b'ok']\n"
    )
    options = ["--worker-class", "deploy.worker.PatientWorker", "--threads", "1", "--no-control-socket"]
    place = ["--bind", f"127.0.0.1:{where[1]}", "--pythonpath", str(tmp_path_factory.getbasetemp())]
    with subprocess.Popen(
        [sys.executable, "-m", "gunicorn", *options, *place, "word:app"], stderr=subprocess.DEVNULL
    ) as server:
        try:
            yield where
        finally:
            server.terminate()


def connected(address: tuple[str, int]) -> socket.socket:
    """A connection, as soon as the server listens."""
    deadline = time.monotonic() + 30
    while True:
        try:
            return socket.create_connection(address, 10)
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def asked(address: tuple[str, int]) -> float:
    """How long an answer takes."""
    begun = time.monotonic()
    with connected(address) as wire:
        wire.sendall(b"GET / HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        assert wire.recv(100).startswith(b"HTTP/1.1 200")
    return time.monotonic() - begun


def test_silent_connections_take_no_thread(address: tuple[str, int]) -> None:
    asked(address)
    silent = [connected(address) for _ in range(SILENT)]
    try:
        assert asked(address) < PATIENCE
        silent[0].sendall(b"GET / HTTP/1.1\r\nHost: a\r\n\r\n")
        assert silent[0].recv(100).startswith(b"HTTP/1.1 200")
        assert asked(address) < PATIENCE
    finally:
        for wire in silent:
            wire.close()


def programs(tmp_path: Path, names: list[str], **scripts: str) -> subprocess.CompletedProcess[str]:
    """deploy/programs.sh where nothing is installed but `scripts`."""
    for name, text in {"sh": "exec /bin/sh", **scripts}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{text}\n")
        (tmp_path / name).chmod(0o755)
    return subprocess.run(
        ["/bin/sh", "deploy/programs.sh", *names],
        capture_output=True,
        text=True,
        check=False,
        env={"PATH": str(tmp_path), "PLACE": str(tmp_path)},
    )


@pytest.mark.parametrize("names", [["sh"], ["sh", "no-such-nginx"], ["no-such-nginx", "no-such-openssl"]])
def test_a_program_that_the_tests_miss_is_named_in_one_line(tmp_path: Path, names: list[str]) -> None:
    found = programs(tmp_path, names, id="echo 1000")
    missing = [name for name in names if name.startswith("no-such")]
    assert found.returncode == bool(missing)
    assert found.stderr.count("\n") == bool(missing)
    assert f"need {' '.join(missing)}:" in found.stderr or not missing
    assert ("apt-get install nginx-light openssl" in found.stderr) == bool(missing)


@pytest.mark.parametrize("does_it", [True, False])
def test_a_program_that_the_tests_miss_is_installed_where_that_can_be_done(
    tmp_path: Path, *, does_it: bool
) -> None:
    install = 'echo "$@" >> "$PLACE/asked"; ' + ('/bin/cp "$PLACE/sh" "$PLACE/no-such-nginx"' * does_it)
    found = programs(tmp_path, ["no-such-nginx"], id="echo 0", **{"apt-get": install})
    assert found.returncode == (not does_it)
    assert "install nginx-light openssl" in (tmp_path / "asked").read_text()
    assert ("need no-such-nginx:" in found.stderr) == (not does_it)


def test_whatever_runs_the_tests_without_a_browser_looks_for_their_programs_first() -> None:
    rules = re.findall(r"^(\w+):(.*?)##", Path("Makefile").read_text(), re.MULTILINE)
    needed = {name for name, needs in rules if "programs" in needs.split()}
    assert needed == {"test", "nightly", "unit"}
    assert all(needs.split()[0] == "programs" for name, needs in rules if name in needed)


def test_a_request_that_is_no_http_leaves_no_address_of_a_reader_in_the_log() -> None:
    settings = runpy.run_path("deploy/gunicorn.conf.py")
    for address in ("203.0.113.9", "2001:db8::1"):
        line = f"Invalid request from ip={address}: Invalid HTTP request line: 'x'"
        record = logging.LogRecord("gunicorn.error", logging.WARNING, "", 0, line, (), None)
        assert settings["without_reader"](record)
        assert record.getMessage() == "Invalid request: Invalid HTTP request line: 'x'"
