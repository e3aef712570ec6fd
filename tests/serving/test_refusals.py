"""A refusal is a page that can be left, an error one line in the log."""

import logging
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import run_wsgi_app

from serving.edge import guard, is_host
from tests.serving.raw_requests import RawRequest, server

__all__ = ["server"]


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
