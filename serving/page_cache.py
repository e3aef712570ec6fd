"""Documents and layouts kept whole: a Selection gives the same bytes as long as the process lives, so they are made
and compressed once, and a browser that has them already is only told so. Knows no page."""

import gzip
import hashlib
from collections.abc import Callable
from typing import Any

import brotli
from flask import Flask, Response, make_response, request

from components.cache import Cache
from components.state.selection import Selection
from data import Data
from serving.document import asked, faults
from serving.routes import EVERYTHING

KEPT = 128
FAILED = b"data-failed="  # a chart that could not be drawn is tried again
RULES = {EVERYTHING: "text/html", "/_dash-layout": "application/json"}
SHRINK: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "identity": lambda body: body,
}


def keep_whole(server: Flask, data: Data) -> None:
    """Keep what Dash answers under the views' own addresses and as their layout."""
    for rule in server.url_map.iter_rules():
        if rule.rule in RULES:
            view = server.view_functions[rule.endpoint]
            server.view_functions[rule.endpoint] = kept(view, data, RULES[rule.rule])


def kept(view: Callable[..., Any], data: Data, mimetype: str) -> Callable[..., Response]:
    """A view function whose answer depends on nothing but the Selection that is asked for."""

    def made(_: Selection, encoding: str) -> tuple[bytes, str, bool]:
        body = make_response(view()).get_data()
        return SHRINK[encoding](body), hashlib.blake2s(body, digest_size=12).hexdigest(), FAILED not in body

    answers = Cache(made, KEPT, lasts=lambda answer: answer[2])

    def answered(**_: str) -> Response:
        encoding = request.accept_encodings.best_match(SHRINK, default="identity")
        # The notice of what an address asks for in vain quotes it: that page is nobody else's, and is not kept.
        answer_of = made if faults(data) else answers
        body, tag, _lasts = answer_of(asked(data), encoding)
        answer = Response(body, mimetype=mimetype)
        answer.headers["Cache-Control"] = "private, no-cache"
        answer.vary.update(("Accept-Encoding", "Referer"))
        answer.set_etag(f"{tag}-{encoding}")
        if encoding != "identity":
            answer.headers["Content-Encoding"] = encoding
        answer.make_conditional(request)
        return answer

    return answered
