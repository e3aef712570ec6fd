"""Which addresses exist: the views, and a plain 404 for everything else."""

from flask import Flask, abort, redirect, request
from werkzeug.wrappers import Response as Answer

from components.selection import TABS

EVERYTHING = "/<path:path>"


def only_known_paths(server: Flask) -> None:
    """Send `/` to the first view and answer 404 where Dash would show a page for anything."""

    @server.before_request
    def known() -> Answer | None:
        if request.path == "/":
            query = request.query_string.decode("utf-8", "replace")
            return redirect(f"/{TABS[0]}" + (f"?{query}" if query else ""), 302)
        caught = request.url_rule is not None and request.url_rule.rule == EVERYTHING
        if not caught or request.path.removeprefix("/") in TABS:
            return None
        return abort(404)
