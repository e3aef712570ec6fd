"""The HTML document around the page: its head, its first paint, the scripts. Knows no chart."""

import re
from html import escape
from typing import Any

from dash import Dash
from flask import has_request_context, request

from components import markup, page
from components.selection import Selection, from_url
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
<body data-ready="false">
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
        return DOCUMENT.format(
            lang=chosen.lang,
            theme=chosen.theme,
            title=escape(page.title(self.data, chosen)),
            styles="\n".join(f'<link rel="stylesheet" href="{address}">' for address in self.styles),
            paint=markup.html_of(page.page(self.data, chosen)),
            config=VERSIONS.sub("", parts["config"]),
            scripts=parts["scripts"],
            renderer=parts["renderer"],
        )


def asked(data: Data) -> Selection:
    """The Selection of the page being asked for; Dash asks for its layout apart, and then the page is its referrer."""
    if not has_request_context():
        return Selection()
    path, query = request.path, request.query_string.decode("utf-8", "replace")
    if path.startswith("/_dash"):
        path, _, query = (request.referrer or "").removeprefix(request.host_url.rstrip("/")).partition("?")
    return from_url(path, query, data)
