"""What happens to a request before Flask sees it: its host and its path are checked, and no error leaves as a
traceback."""

import logging
import re
from collections.abc import Iterable
from typing import TYPE_CHECKING
from urllib.parse import quote

from flask import Flask
from werkzeug.wrappers import Response

from components.state.base_path import base_path, without_base

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

HOST = re.compile(r"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::\d{1,5})?")
BAD_HOST = "400: the Host header names no host. / L'intestazione Host non indica alcun host.\n"
FAILED = "500: this could not be answered. / Non è stato possibile rispondere.\n"
ASCII = "".join(
    map(chr, range(33, 127))
)  # what else a query holds is percent-encoded: Flask takes nothing but UTF-8
log = logging.getLogger("regioscope")


def add_edge(server: Flask) -> None:
    """Put the checks around everything that answers, below the base path."""
    server.wsgi_app = guard(server.wsgi_app)  # type: ignore[method-assign, assignment]


def guard(inner: "WSGIApplication") -> "WSGIApplication":
    """`inner` behind a check of the host, with a plain 500 for what even Flask does not catch.

    The base path is where WSGI keeps a prefix, whether or not a proxy has cut it off, and whatever a sender says."""

    def outer(environ: "WSGIEnvironment", start: "StartResponse") -> Iterable[bytes]:
        if not is_host(environ.get("HTTP_HOST", "")):
            log.warning("refused: the Host header names no host")
            return plain_answer(BAD_HOST, 400)(environ, start)
        environ["QUERY_STRING"] = quote(environ.get("QUERY_STRING", "").encode("latin-1"), safe=ASCII)
        environ["SCRIPT_NAME"] = base_path()
        environ["PATH_INFO"] = without_base(environ.get("PATH_INFO", ""))
        try:
            return inner(environ, start)
        except Exception as error:  # noqa: BLE001 - whatever it is, the server stays up and says so in one line
            report(str(environ.get("REQUEST_METHOD")), str(environ.get("PATH_INFO")), error)
            return plain_answer(FAILED, 500)(environ, start)

    return outer


def is_host(text: str) -> bool:
    """Whether a Host header is empty, an address, or a name that can be decoded."""
    if not text:
        return True
    try:
        return bool(HOST.fullmatch(text)) and all(text.encode("ascii").decode("idna").split("."))
    except UnicodeError:
        return text.startswith("[") and bool(HOST.fullmatch(text))


def plain_answer(text: str, status: int) -> Response:
    """A short answer in both languages."""
    return Response(text, status, mimetype="text/plain", headers={"X-Content-Type-Options": "nosniff"})


def report(method: str, path: str, error: BaseException) -> None:
    """Log one line on an unexpected error; its traceback only at the level DEBUG."""
    log.error("%s %.200r failed: %s: %.200r", method, path, type(error).__name__, str(error))
    log.debug("traceback", exc_info=error)
