"""The HTML document around the page: its head, its first paint, the scripts. Knows no chart."""

import re
from html import escape
from typing import Any

from dash import Dash
from flask import has_request_context, request

from components import markup, page
from components.selection import Selection, from_url
from components.statement import statement
from components.text import say
from data import Data

DOCUMENT = """<!DOCTYPE html>
<html lang="{lang}" data-bs-theme="{theme}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="{theme}">
<title>{title}</title>
<link rel="icon" href="/assets/icon.svg" type="image/svg+xml">
{styles}
</head>
<body data-ready="{ready}">
<div id="react-entry-point">{paint}</div>
{config}
{scripts}
{renderer}
</body>
</html>
"""


VERSIONS = re.compile(r',"(?:dash|python|plotly|ddk)_version(?:_url)?":(?:"[^"]*"|null)')


class Regioscope(Dash):
    """Dash with a document of its own: language, theme and a first paint that needs no script."""

    def __init__(self, data: Data, styles: list[str], **settings: Any) -> None:
        """`styles` are the addresses of the style sheets, in order."""
        super().__init__(**settings)
        self.data = data
        self.styles = styles

    def interpolate_index(self, **parts: str) -> str:
        """The document for the address that is asked for."""
        chosen = asked(self.data)
        paint = markup.html_of(page.page(self.data, chosen))
        scripts = {"config": VERSIONS.sub("", parts["config"]), "scripts": parts["scripts"], "renderer": parts["renderer"]}
        return document(chosen, page.title(self.data, chosen), paint, self.styles, scripts)


def document(chosen: Selection, title: str, paint: str, styles: list[str], scripts: dict[str, str]) -> str:
    """A whole document: head, first paint, and the scripts if it has any; without scripts it is ready as it is."""
    return DOCUMENT.format(
        lang=chosen.lang,
        theme=chosen.theme,
        title=escape(title),
        styles="\n".join(f'<link rel="stylesheet" href="{address}">' for address in styles),
        paint=paint,
        ready="false" if scripts else "true",
        **(scripts or dict.fromkeys(("config", "scripts", "renderer"), "")),
    )


def add_statement(app: Regioscope, contact: str) -> None:
    """`/accessibility`: the accessibility statement, a page without scripts."""

    @app.server.get("/accessibility")
    def accessibility() -> str:
        chosen = asked(app.data)
        title = f"{say('statement.link', chosen.lang)} · Regioscope"
        return document(chosen, title, markup.html_of(statement(chosen, contact)), app.styles, {})


def asked(data: Data) -> Selection:
    """The Selection of the page being asked for; Dash asks for its layout apart, and then the page is its referrer."""
    if not has_request_context():
        return Selection()
    path, query = request.path, request.query_string.decode("utf-8", "replace")
    if path.startswith("/_dash"):
        path, _, query = (request.referrer or "").removeprefix(request.host_url.rstrip("/")).partition("?")
    return from_url(path, query, data)
