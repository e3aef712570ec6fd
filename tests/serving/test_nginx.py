"""deploy/nginx.conf in a real nginx: what it tells the dashboard, what it refuses and in which words, TLS, a path."""

import http.client
import json
import re
import shutil
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from chaos.nginx import SETTINGS, free_port, nginx_before, program, settings_for
from serving.share_links import accepts_connections

ECHO = """
import json
def app(environ, start):
    body = environ["wsgi.input"].read()
    said = {name: environ.get(name) for name in (
        "wsgi.url_scheme", "PATH_INFO", "REMOTE_ADDR", "HTTP_HOST", "HTTP_FORWARDED",
        "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_PROTO")}
    answer = json.dumps({**said, "size": len(body)}).encode()
    start("200 OK", [("Content-Length", str(len(answer))), ("Content-Type", "application/json")])
    return [answer]
"""
CLAIMED = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Proto": "https",
    "Forwarded": "for=203.0.113.9;proto=https",
    "Host": "talk.example:81",
}
PREFIX = "/eu/regioscope"
TWO_MB = b"x" * 2_000_000


@dataclass(frozen=True)
class Answer:
    """What came of a request."""

    status: int
    headers: http.client.HTTPMessage
    body: bytes

    @property
    def seen(self) -> dict[str, str | int | None]:
        """What the app behind nginx saw of the request."""
        return dict(json.loads(self.body))


def ask(
    site: str,
    path: str = "/",
    body: bytes | None = None,
    *,
    headers: dict[str, str] | None = None,
    source: str = "127.0.0.1",
    tls: ssl.SSLContext | None = None,
) -> Answer:
    """One request from one of this machine's addresses."""
    where = urlsplit(site).netloc
    wire = (
        http.client.HTTPSConnection(where, timeout=20, context=tls)
        if tls
        else http.client.HTTPConnection(where, timeout=20, source_address=(source, 0))
    )
    try:
        wire.request("GET" if body is None else "POST", path, body, headers or {})
        got = wire.getresponse()
        return Answer(got.status, got.headers, got.read())
    finally:
        wire.close()


@pytest.fixture(scope="module")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """gunicorn with an app that says what it sees; it believes a proxy on this machine, as the dashboard does."""
    folder, port = tmp_path_factory.mktemp("echo"), free_port()
    (folder / "echo.py").write_text(ECHO)
    options = ["--threads", "8", "--no-control-socket", "--pythonpath", str(folder)]
    command = [sys.executable, "-m", "gunicorn", *options, "--bind", f"127.0.0.1:{port}", "echo:app"]
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as server:
        try:
            while server.poll() is None and not accepts_connections("127.0.0.1", port):
                time.sleep(0.02)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()


@pytest.fixture(scope="module")
def site(upstream: str) -> Iterator[str]:
    """nginx with the settings as shipped."""
    with nginx_before(upstream) as (address, _):
        yield address


def test_the_settings_as_shipped_are_valid(upstream: str, tmp_path: Path) -> None:
    settings = tmp_path / "nginx.conf"
    settings.write_text(settings_for(upstream, free_port(), str(tmp_path)))
    done = subprocess.run(
        [program(), "-t", "-c", settings, "-p", tmp_path], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "[warn]" not in done.stderr.replace('[warn] the "user" directive', "")


def test_the_app_hears_who_asks_and_how_from_nginx_alone(site: str) -> None:
    seen = ask(site, "/economy", headers=CLAIMED).seen
    assert seen["HTTP_X_FORWARDED_FOR"] == "127.0.0.1"
    assert seen["wsgi.url_scheme"] == seen["HTTP_X_FORWARDED_PROTO"] == "http"
    assert not seen["HTTP_FORWARDED"]
    assert (seen["HTTP_HOST"], seen["PATH_INFO"]) == ("talk.example:81", "/economy")
    assert ask(site, source="127.0.0.9").seen["HTTP_X_FORWARDED_FOR"] == "127.0.0.9"


def in_words(answer: Answer, status: int, *words: str) -> bool:
    """Whether an answer of nginx's own is a sentence in each language."""
    text = answer.body.decode()
    return (
        answer.status == status
        and answer.headers["Content-Type"] == "text/plain; charset=utf-8"
        and all(word in text for word in words)
    )


@pytest.mark.parametrize(
    ("path", "asked", "passed"),
    [("/_dash-update-component", 600, 100), ("/talk/check", 40, 11), ("/handout.pptx", 40, 11)],
)
def test_who_sends_too_much_is_told_to_wait_and_others_are_answered(
    site: str, path: str, asked: int, passed: int
) -> None:
    source = f"127.0.1.{asked % 250 + len(path)}"
    answers = [ask(site, path, b"{}", source=source) for _ in range(asked)]
    assert {answer.status for answer in answers[:passed]} == {200}
    refused = next(answer for answer in answers if answer.status != 200)
    assert in_words(refused, 429, "too many requests", "Troppe richieste")
    assert refused.headers["Retry-After"] == "2"
    assert ask(site, path, b"{}").status == 200
    assert {ask(site, "/economy", source=source).status for _ in range(150)} == {200}


@pytest.mark.parametrize(
    ("method", "path", "most"),
    [("POST", "/_dash-update-component", 64), ("POST", "/talk/check", 8), ("GET", "/economy", 512)],
)
def test_unfinished_requests_of_one_address_are_limited(site: str, method: str, path: str, most: int) -> None:
    address, source = urlsplit(site), f"127.0.2.{most % 250}"
    half = f"{method} {path} HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\n{{".encode()
    wires = []
    try:
        for _ in range(most):
            wires.append(
                socket.create_connection((str(address.hostname), address.port or 80), 10, (source, 0))
            )
            wires[-1].sendall(half)
        # A whole request goes over the limit: one broken off may be reset before its answer is read.
        body, deadline = b"" if method == "POST" else None, time.monotonic() + 30
        answer = ask(site, path, body, source=source)
        while answer.status == 200 and time.monotonic() < deadline:
            time.sleep(0.5)  # another process of nginx has not read all of them yet
            answer = ask(site, path, body, source=source)
        assert in_words(answer, 429, "too many requests")
        wires[0].sendall(b"12345678")
        assert wires[0].recv(100).startswith(b"HTTP/1.1 200")
        assert ask(site, "/economy").status == 200
    finally:
        for wire in wires:
            wire.close()


def test_what_is_too_large_is_refused_in_words_but_a_hand_out_is_not(site: str) -> None:
    source = "127.0.3.1"
    assert in_words(ask(site, "/talks", TWO_MB, source=source), 413, "too large", "troppo grande")
    assert ask(site, "/handout.pptx", TWO_MB, source=source).seen["size"] == len(TWO_MB)


def test_a_dashboard_that_does_not_answer_is_said_in_words() -> None:
    with nginx_before(f"http://127.0.0.1:{free_port()}") as (address, _):
        for body in (None, b"{}"):
            assert in_words(ask(address, "/economy", body), 502, "does not answer", "non risponde")


def certificate(folder: Path) -> dict[str, Path]:
    """A key and a certificate that it signs itself."""
    files = {"key": folder / "key.pem", "certificate": folder / "certificate.pem"}
    kind = ["-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"]
    names = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    out = ["-keyout", str(files["key"]), "-out", str(files["certificate"])]
    openssl = str(shutil.which("openssl"))
    subprocess.run([openssl, "req", *kind, *names, *out], check=True, capture_output=True)
    return files


def test_tls_works_as_its_comment_says(upstream: str, tmp_path: Path) -> None:
    files, port = certificate(tmp_path), free_port()
    comment = re.search(
        r"take the marks off these lines.*?\n((?:\s+# .*\n)*?)(\s+# listen 8443 ssl;\n(?:\s+# ssl_\w+ .*;\n)+)",
        SETTINGS.read_text(),
    )
    assert comment
    block = comment[2]
    changes = {
        block: block.replace("# ", "")
        .replace("listen 8443", f"listen 127.0.0.1:{port}")
        .replace("/etc/nginx/tls/key.pem", str(files["key"]))
        .replace("/etc/nginx/tls/certificate.pem", str(files["certificate"]))
    }
    trusted = ssl.create_default_context(cafile=str(files["certificate"]))
    with nginx_before(upstream, changes) as (plain, _):
        seen = ask(
            f"https://127.0.0.1:{port}", "/economy", tls=trusted, headers={"X-Forwarded-Proto": "http"}
        ).seen
        assert seen["wsgi.url_scheme"] == "https"
        assert ask(plain, "/economy").seen["wsgi.url_scheme"] == "http"


def test_under_a_path_nothing_else_is_the_dashboards(upstream: str) -> None:
    with nginx_before(upstream, {"location / {": f"location {PREFIX}/ {{"}) as (address, _):
        assert ask(address, f"{PREFIX}/economy?region=DE21").seen["PATH_INFO"] == f"{PREFIX}/economy"
        root = ask(address, PREFIX)
        assert (root.status, root.headers["Location"]) == (301, f"{PREFIX}/")
        assert ask(address, "/economy").status == 404
        assert ask(address, f"{PREFIX}/handout.pptx", TWO_MB).seen["size"] == len(TWO_MB)
        assert ask(address, f"{PREFIX}/talks", TWO_MB).status == 413
        checks = [ask(address, f"{PREFIX}/talk/check", b"", source="127.0.4.1").status for _ in range(40)]
        assert {200, 429} == set(checks)
