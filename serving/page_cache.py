"""Caches pages and layouts per Selection and encoding; supports ETags. A Selection gives the same bytes as long as the
process lives."""

import gzip
import hashlib
from collections.abc import Callable
from dataclasses import dataclass

import brotli
from flask import Flask, Response, g, request

from components.cache import Store
from components.render.dash_internals import LAYOUT
from components.state.page_urls import HOME
from components.state.selection import Selection
from data import Data
from serving.document import faults, requested_selection
from serving.routes import EVERYTHING

LIMIT = 4_000_000  # bytes of compressed pages: about 150
FAILED = b"data-failed="  # a chart that could not be drawn is tried again
MIMETYPES = {EVERYTHING: "text/html", HOME: "text/html", LAYOUT: "application/json"}
COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "br": lambda body: brotli.compress(body, quality=5),
    "gzip": lambda body: gzip.compress(body, 6, mtime=0),
    "identity": lambda body: body,
}


@dataclass(frozen=True)
class Page:
    """The compressed bytes of a page or layout and the fingerprint of its content."""

    body: bytes
    tag: str
    mimetype: str
    encoding: str


Key = tuple[str, Selection, str]


def cache_pages(server: Flask, data: Data) -> None:
    """Answer the views' addresses and their layouts from a cache, which the first answer of each fills.

    Flask runs after-request functions from the last to the first: this one comes after the compression of other
    answers, so that it sees a page before that does."""
    pages: Store[Page] = Store(LIMIT, weigh=lambda page: len(page.body))
    server.extensions["page_cache"] = pages

    @server.before_request
    def answer_from_cache() -> Response | None:
        key = key_of(data)
        page = pages.get(key) if key and not faults(data) else None
        g.page_key = None if page else key
        return response(page) if page else None

    @server.after_request
    def fill_cache(answer: Response) -> Response:
        key: Key | None = g.pop("page_key", None)
        if key is None or answer.status_code != 200:
            return answer
        body, (rule, _, encoding) = answer.get_data(), key
        tag = hashlib.blake2s(body, digest_size=12).hexdigest()
        page = Page(COMPRESS[encoding](body), tag, MIMETYPES[rule], encoding)
        # The notice of what an address asks for in vain quotes it: that page is nobody else's, and is not kept.
        if FAILED not in body and not faults(data):
            pages.put(key, page)
        return response(page)


def key_of(data: Data) -> Key | None:
    """Under what the answer to the request is kept; None for what is no page and no layout."""
    rule = request.url_rule.rule if request.url_rule else ""
    if rule not in MIMETYPES or request.method not in ("GET", "HEAD"):
        return None
    encoding = request.accept_encodings.best_match(COMPRESS, default="identity")
    return rule, requested_selection(data), encoding


def response(page: Page) -> Response:
    """A page as the browser gets it, or 304 where it has it."""
    answer = Response(page.body, mimetype=page.mimetype)
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.vary.update(("Accept-Encoding", "Referer"))
    answer.set_etag(f"{page.tag}-{page.encoding}")
    if page.encoding != "identity":
        answer.headers["Content-Encoding"] = page.encoding
    answer.make_conditional(request)
    return answer
