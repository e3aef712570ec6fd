"""Which addresses exist: the views, and a plain 404 for everything else."""

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from components.state.base_path import with_base
from components.state.page_urls import HOME
from components.state.selection import QUERY, TABS

EVERYTHING = "/<path:path>"
KEPT_AT_HOME = {"lang", "theme"}
UNUSED = ("/_dash-component-suites/", "/_reload-hash", "/_favicon.ico", "/assets/")


def redirect_to(path: str, status: int) -> Answer:
    """A redirect to another path of this host, with the same query."""
    query = request.query_string.decode("ascii", "ignore")
    return redirect(with_base(path) + (f"?{query}" if query else ""), status)


def names_a_choice() -> bool:
    """Whether the query names more of a Selection than the home page keeps: addresses of views began with `/` once."""
    return bool((request.args.keys() & set(QUERY)) - KEPT_AT_HOME)


def only_known_paths(server: Flask) -> None:
    """Send `/?region=DE30` to the first view and `/economy/` to `/economy`; answer 404 where Dash would show a page for
    anything, or serve files of its own, which our pages never load."""

    @server.before_request
    def redirect_or_refuse() -> Answer | None:
        if request.path == HOME:
            return redirect_to(f"/{TABS[0]}", 302) if names_a_choice() else None
        if request.path.startswith(UNUSED):
            return abort(404)
        if request.method in ("GET", "HEAD") and request.path.endswith("/"):
            return redirect_to(f"/{request.path.strip('/')}", 308)
        caught = request.url_rule is not None and request.url_rule.rule == EVERYTHING
        if not caught or request.path.removeprefix("/") in TABS:
            return None
        return abort(404)
