"""Whatever is sent to whichever address: no error of ours, at most one line in the log, no traceback, a page to leave."""

import io
import json
import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any
from urllib.parse import unquote_to_bytes

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import run_wsgi_app

from serving.edge import guard, is_host
from tests import sample

DEEP = "[" * 100_000
HOSTS = (
    *(
        "xn--a",
        "xn--",
        "xn--.",
        "a b",
        "[",
        "[::1",
        "a:99999999",
        "é.com",
        "a/b",
        "a" * 300,
        "..",
        "a..b",
        "a\tb",
        "a:b",
    ),
    *(
        "@",
        "a@b",
        "%",
        "<script>",
        "localhost:",
        ":80",
        "a,b",
        "127.0.0.1#",
        "\\",
        "xn--a.xn--b:80",
        "-",
        "*",
    ),
)
QUERIES = (
    *(
        "region=%00",
        "a=%ff",
        "region=" + "A" * 5000,
        "&" * 3000,
        "=" * 3000,
        "path=//[",
        "path=/economy%0d%0aX:1",
        "lq=nan",
    ),
    *(
        "lq=1e999",
        "lq=" + "9" * 3000,
        "peers=-0",
        "others=" + "," * 3000,
        "lang=it&lang=xx",
        "year=%E2%91%A0",
        "region[]=1",
    ),
    *(
        "__class__=1",
        "path=/present/\ud800",
        "share=٣",
        "theme={}",
        "%",
        "%zz",
        "path=/economy?" + "a" * 1400,
    ),
)
BODIES: tuple[bytes, ...] = (
    *(
        b"",
        b"{",
        b"null",
        b"[]",
        b"1",
        b'"a"',
        b"NaN",
        b"\xff\xfe",
        b"\0" * 100,
        DEEP.encode(),
        b'{"a":' * 50_000,
    ),
    *(
        b'{"output":{}}',
        b"a=" * 3000,
        b"a" + b".a" * 20_000 + b"=1",
        b"[[slides]]\n" * 900,
        b"1" * 6000,
        b'{"slide":1e400}',
    ),
    json.dumps({"key": "\ud800" * 30, "story": "milan"}).encode(),
    json.dumps({"key": "x" * 30, "story": "milan\n"}).encode(),
    json.dumps({"slide": 10**400, "query": "", "stamp": 1, "key": "x" * 30}).encode(),
)
KINDS = (
    "application/json",
    "application/toml",
    "multipart/form-data; boundary=b",
    "text/plain",
    "\xff",
    "application/json; charset=x",
)
HEADERS = (
    *(
        ("Referer", item)
        for item in ("//[", "http://[/economy", "\xff", "x" * 3000, "http://localhost/economy?region=%00")
    ),
    *(("Accept-Encoding", item) for item in ("br;q=x", ",,,", "\xff", "br;q=-1", "identity;q=0, *;q=0")),
    *(("If-None-Match", item) for item in ("*", '"', "W/", "\xff" * 50)),
    *(("Range", item) for item in ("bytes=9-1", "bytes=-", "lines=1-2", "bytes=" + "0-1," * 900)),
    *(("X-Forwarded-For", item) for item in ("\xff", "a" * 3000)),
    *(("X-Forwarded-Proto", item) for item in ("gopher", "https,http")),
    *(("Content-Length", item) for item in ("-1", "x", "99999999999")),
    ("Cookie", "=;=;\xff"),
    ("Transfer-Encoding", "chunked"),
)
ARGUMENTS = (
    *(
        "economy.ranking",
        "milan",
        "own",
        "economy",
        "__class__",
        "..",
        ".",
        "%00",
        "%ff",
        "a" * 2000,
        "aaaaaaaa",
        "1",
    ),
    *(
        "99999999999999999999",
        "-1",
        "%0d%0aX",
        "{0}",
        "economy.ranking.csv",
        "\u202e",
        "nuts2_2024",
        "dash",
        "milan%0a",
    ),
)
METHODS = ("GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND", "A")


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    from app import server

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RUNTIME", str(tmp_path_factory.mktemp("runtime")))
        yield server


@dataclass(frozen=True)
class RawRequest:
    """A request as a server hands it over, byte for byte."""

    path: str
    method: str = "GET"
    query: str = ""
    body: bytes = b""
    headers: tuple[tuple[str, str], ...] = ()

    @property
    def environ(self) -> dict[str, Any]:
        """As WSGI has it: bytes as latin-1 text."""
        named = {name.upper().replace("-", "_"): value for name, value in self.headers}
        sent = {
            name if name in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{name}": value
            for name, value in named.items()
        }
        return {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(self.path).decode("latin-1"),
            "QUERY_STRING": self.query.encode("utf-8", "surrogatepass").decode("latin-1"),
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_HOST": "localhost",
            "CONTENT_LENGTH": str(len(self.body)),
            "REMOTE_ADDR": "192.0.2.1",
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(self.body),
            "wsgi.errors": io.StringIO(),
            "wsgi.multithread": True,
            "wsgi.multiprocess": True,
            "wsgi.run_once": False,
            "wsgi.version": (1, 0),
            **sent,
        }


def status_of(server: Flask, asked: RawRequest) -> int:
    """The status of an answer that was read to its end."""
    answer, status, _ = run_wsgi_app(server, asked.environ, buffered=True)
    b"".join(answer)
    return int(status.split()[0])


def addresses(rule: str) -> list[str]:
    """A rule with each argument in the place of its variables."""
    return [re.sub(r"<[^>]+>", word.replace("\\", ""), rule) for word in ARGUMENTS] if "<" in rule else [rule]


def multipart(name: str, body: bytes) -> tuple[bytes, tuple[tuple[str, str], ...]]:
    """A form with one file, as browsers send it."""
    head = f'--b\r\nContent-Disposition: form-data; name="{name}"; filename="a"\r\n\r\n'.encode()
    return head + body + b"\r\n--b--\r\n", (("Content-Type", "multipart/form-data; boundary=b"),)


def requests(server: Flask) -> Iterator[RawRequest]:
    """Each route by each method, and each oddity at each route."""
    for rule in server.url_map.iter_rules():
        first = addresses(rule.rule)[0]
        yield from (RawRequest(path, method) for path, method in product(addresses(rule.rule), METHODS))
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            yield from (RawRequest(first, method, query) for query in QUERIES)
            yield from (RawRequest(first, method, headers=(("Host", host),)) for host in HOSTS)
            yield from (RawRequest(first, method, headers=(header,)) for header in HEADERS)
            for body in BODIES if method != "GET" else ():
                yield from (RawRequest(first, method, "", body, (("Content-Type", kind),)) for kind in KINDS)
                yield from (
                    RawRequest(first, method, "", *multipart(name, body)) for name in ("talk", "picture-1")
                )


@sample.EXTENT
def test_no_request_to_any_route_is_an_error_of_ours(
    server: Flask, caplog: pytest.LogCaptureFixture, extent: str
) -> None:
    wrong = []
    with caplog.at_level(logging.INFO):
        for asked in sample.some(requests(server), extent, 5):
            caplog.clear()
            status = status_of(server, asked)
            lines = [item.getMessage() for item in caplog.records]
            quiet = not any(item.exc_info for item in caplog.records) and not re.search(
                r"[\r\n]", "".join(lines)
            )
            if status >= 500 or len(lines) > 1 or not quiet:
                wrong.append((str(asked)[:200], status, caplog.text[:300]))
    assert wrong == []


@pytest.mark.parametrize("lang", ["en", "it"])
@pytest.mark.parametrize(
    ("path", "method", "status"),
    [("/nowhere", "GET", 404), ("/handout.pptx", "PUT", 405), ("/talk/check", "POST", 413)],
)
def test_every_refusal_is_a_page_that_can_be_left(
    client: FlaskClient, path: str, method: str, status: int, lang: str
) -> None:
    answer = client.open(f"{path}?lang={lang}", method=method, data=b" " * 250_000 if status == 413 else None)
    assert answer.status_code == status
    assert f'<html lang="{lang}"' in answer.text
    assert 'href="/compare' in answer.text
    assert answer.headers["Content-Security-Policy"]
    if status == 405:
        assert "POST" in answer.headers["Allow"]


def test_what_nobody_foresaw_is_a_page_and_one_line(server: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> str:
        raise LookupError("first line\nsecond line\r\x1b[31m")

    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(server.view_functions, "accessibility", fails)
        caplog.clear()
        answer = server.test_client().get("/accessibility?lang=it")
    assert answer.status_code == 500
    assert "errore è nostro" in answer.text.replace("&#x27;", "'").replace("L'", "")
    assert 'href="/compare' in answer.text
    (record,) = caplog.records
    assert record.exc_info is None
    assert re.fullmatch(r"GET '/accessibility' failed: LookupError: [^\n\r\x1b]*", record.getMessage())


def test_the_traceback_is_there_for_whoever_debugs(server: Flask, caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> str:
        raise LookupError

    with pytest.MonkeyPatch.context() as patch, caplog.at_level(logging.DEBUG, logger="regioscope"):
        patch.setitem(server.view_functions, "accessibility", fails)
        server.test_client().get("/accessibility")
    assert [bool(item.exc_info) for item in caplog.records] == [False, True]


def test_what_even_flask_does_not_catch_is_a_plain_500(caplog: pytest.LogCaptureFixture) -> None:
    def fails(*_: Any) -> list[bytes]:
        raise KeyError("x")

    environ = RawRequest("/a").environ
    answer, status, _ = run_wsgi_app(guard(fails), environ, buffered=True)
    assert status == "500 INTERNAL SERVER ERROR"
    assert b"500" in b"".join(answer)
    assert [item.exc_info for item in caplog.records] == [None]


@pytest.mark.parametrize(
    "host",
    ["", "localhost", "localhost:8050", "192.168.1.7", "[::1]:8050", "a-b.example", "xn--bcher-kva.example"],
)
def test_a_true_host_is_answered(host: str) -> None:
    assert is_host(host)


@pytest.mark.parametrize(
    "path", ["/_dash-component-suites/nothing/x.js", "/_dash-component-suites/dash/dash.py", "/_reload-hash"]
)
def test_nothing_of_dash_is_served_that_no_page_loads(client: FlaskClient, path: str) -> None:
    assert client.get(path).status_code == 404


def test_no_redirect_follows_a_path_that_a_sender_or_proxy_names(client: FlaskClient) -> None:
    for path in ("/?region=DE30", "/economy/"):
        answer = client.get(path, environ_overrides={"SCRIPT_NAME": "//elsewhere.example"})
        assert answer.headers["Location"].partition("?")[0] == "/economy"
