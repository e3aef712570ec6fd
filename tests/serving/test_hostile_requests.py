"""Whatever is sent to whichever address: no error of ours, at most one line in the log, no traceback, a page to leave."""

import json
import logging
import re
from collections.abc import Iterator
from itertools import product

import pytest
from flask import Flask
from werkzeug.test import run_wsgi_app

from tests import sample
from tests.serving.raw_requests import RawRequest, server

__all__ = ["server"]

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
