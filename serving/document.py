"""The HTML document around the page: its head, its first paint, the scripts."""

import re
from html import escape
from typing import Any

from dash import Dash
from flask import has_request_context, request

from components.i18n.text import say
from components.layout import app_layout, page
from components.layout.left_out import left_out
from components.layout.notice import notice
from components.layout.pages.home import home
from components.render import markup
from components.render.dash_internals import LAYOUT
from components.state.address_faults import Fault, faults_of, not_understood
from components.state.base_path import base_path, with_base, without_base
from components.state.page_urls import HOME
from components.state.selection import Selection, from_url
from data import Data
from serving.collect import Addresses

DOCUMENT = """<!DOCTYPE html>
<html lang="{lang}" data-bs-theme="{theme}"{base}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="{theme}">
<title>{title}</title>
<link rel="icon" href="{icon}" type="image/svg+xml">
<link rel="preload" href="{regular}" as="font" type="font/woff2" crossorigin>
<link rel="preload" href="{semibold}" as="font" type="font/woff2" crossorigin>
{styles}
{scripts}
</head>
<body data-ready="{ready}">
{paint}
{config}
</body>
</html>
"""


# What a reader sees until Dash's own page is there, whole: then that takes its place in one go.
PAINT = '<div id="paint">{}</div>\n<div id="react-entry-point"></div>'
LIGHT = "find_box.js"  # works on a page that is ready without it
CHART_SCRIPTS = ("charts.js", "plotly.js")
# Charts are drawn first: assets/40_first_page.js asks for Dash's script after them. Its layout, in which the figures
# are, is fetched from the beginning. Dash wants a script of this id, and takes the Plotly that is there before it.
DASH = """<link rel="preload" href="{layout}" as="fetch" crossorigin>
<script id="_dash-renderer" data-src="{script}"></script>"""
# Versions are nobody's business; a token for jobs in the background, of which there are none, makes each page another.
UNTOLD = re.compile(
    r',"(?:(?:dash|python|plotly|ddk)_version(?:_url)?|end_id|plotly_cloud_installed)":(?:"[^"]*"|\w+)'
)


class Regioscope(Dash):
    """Dash with a document of its own: language, theme and a first paint that needs no script."""

    def __init__(self, data: Data, addresses: Addresses, **settings: Any) -> None:
        """`addresses` say where the collected style, scripts, icon and typeface are."""
        super().__init__(**settings)
        self.data = data
        self.addresses = addresses

    def index(self, *args: Any, **kwargs: Any) -> Any:
        """The home page, without Dash, or the page of a view."""
        if requested_address()[0] != HOME:
            return super().index(*args, **kwargs)
        chosen = requested_selection(self.data)
        title = f"{say('home.title', chosen.lang)} · Regioscope"
        html = page_html(home(self.data, chosen), self.data, chosen)
        return document(chosen, title, html, self.addresses, scripts=(LIGHT,))

    def interpolate_index(self, **parts: str) -> str:  # type: ignore[override]
        """The document for the address that is asked for."""
        chosen = requested_selection(self.data)
        paint = PAINT.format(markup.html_of(page.page(self.data, chosen, faults(self.data))))
        title = app_layout.title(self.data, chosen)
        layout, renderer = with_base(LAYOUT), with_base(self.addresses["dash-renderer.js"])
        config = f"{UNTOLD.sub('', parts['config'])}\n{DASH.format(layout=layout, script=renderer)}"
        return document(chosen, title, paint, self.addresses, config, scripts=CHART_SCRIPTS)


def document(
    chosen: Selection,
    title: str,
    paint: str,
    at: Addresses,
    config: str = "",
    *,
    scripts: tuple[str, ...] = (),
    style: str = "",
) -> str:
    """A whole document: head, first paint, the scripts and what they are told; without scripts it is ready as
    it is. `style` names a sheet beside the common one."""
    return DOCUMENT.format(
        lang=chosen.lang,
        theme=chosen.theme,
        title=escape(title),
        base=markup.attribute("data-base", base_path() or None),
        icon=with_base(at["icon.svg"]),
        regular=with_base(at["sans-regular.woff2"]),
        semibold=with_base(at["sans-semibold.woff2"]),
        styles="\n".join(sheet(at[name]) for name in ("page.css", style) if name),
        paint=paint,
        ready="false" if set(scripts) - {LIGHT} else "true",
        config=config,
        scripts="\n".join(script(at[name]) for name in scripts),
    )


def sheet(address: str) -> str:
    """One style sheet of the head."""
    return f'<link rel="stylesheet" href="{with_base(address)}">'


def script(address: str) -> str:
    """One script of the head, run when the document is read."""
    return f'<script defer src="{with_base(address)}"></script>'


def requested_selection(data: Data) -> Selection:
    """The Selection of the page being asked for; Dash asks for its layout apart, and then the page is its
    referrer."""
    return from_url(*requested_address(), data)


def faults(data: Data) -> tuple[Fault, ...]:
    """What the page being asked for cannot show: what does not exist, and what this page leaves out."""
    path, query = requested_address()
    unknown = not_understood(query, data, path.strip("/"))
    return (*faults_of(unknown), *left_out(path, query, data))


def requested_address() -> tuple[str, str]:
    """Path and query of the page being asked for."""
    if not has_request_context():
        return "", ""
    path, query = request.path, request.query_string.decode("utf-8", "replace")
    if path.startswith("/_dash"):
        address = (request.referrer or "").removeprefix(request.host_url.rstrip("/"))
        path, _, query = address.partition("?")
        path = without_base(path)
    return path, query


def page_html(body: Any, data: Data, chosen: Selection, fields: tuple[str, ...] = ("lang", "theme")) -> str:
    """The HTML of a page beside the views, with a notice where its address asks for what does not exist in one of
    `fields`, those that the page uses."""
    asked_in_vain = tuple(fault for fault in faults(data) if fault.field in fields)
    return markup.html_of([notice(asked_in_vain, data, chosen), body])
