"""Error pages in every language, with links back to the dashboard."""

from flask import request
from flask.json.provider import DefaultJSONProvider
from werkzeug.exceptions import HTTPException, InternalServerError
from werkzeug.wrappers import Response

from components.i18n.text import say
from components.layout.pages.accessibility import apology
from components.render import markup
from components.state.selection import TABS, Selection, from_url
from serving.document import Regioscope, document
from serving.edge import report


class BoundedJSON(DefaultJSONProvider):
    """JSON whose depth has a limit: deeper nesting is invalid JSON (ValueError) instead of a RecursionError."""

    def loads(self, s: str | bytes, **kwargs: object) -> object:
        try:
            return super().loads(s, **kwargs)
        except RecursionError:
            raise ValueError("nested too deep") from None


def add_errors(app: Regioscope) -> None:
    """A page for every status above 399, and one log line for each unexpected error."""
    app.server.json = BoundedJSON(app.server)

    @app.server.errorhandler(HTTPException)
    def refused(error: HTTPException) -> Response | HTTPException:
        return error if (error.code or 500) < 400 else page_of(app, error)

    @app.server.errorhandler(Exception)
    def failed(error: Exception) -> Response:
        report(request.method, request.path, error)
        return page_of(app, InternalServerError())


def page_of(app: Regioscope, error: HTTPException) -> Response:
    """The page of an error, in the language and theme that the address asks for; headers such as Allow stay."""
    reader = from_url(TABS[0], request.query_string.decode("utf-8", "replace"), app.data)
    chosen = Selection(lang=reader.lang, theme=reader.theme)
    kind = kind_of(error.code or 500)
    title = f"{say(f'{kind}.title', chosen.lang)} · Regioscope"
    body = document(chosen, title, markup.html_of(apology(chosen, kind)), app.addresses)
    answer = error.get_response()
    answer.data, answer.mimetype = body, "text/html"
    return answer


def kind_of(status: int) -> str:
    """The kind of words for a status: "missing", "refused" or "failed"."""
    return "missing" if status == 404 else "refused" if status < 500 else "failed"
