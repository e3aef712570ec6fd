"""Links that leave this host. A pack may come from anywhere: only what is a web address becomes a link."""

import re
from typing import Any

from dash import html

WEB_ADDRESS = re.compile(r"https?://[\w.-]+(:\d+)?([/?#]\S*)?")


def web_link(address: str, content: Any, **properties: Any) -> html.A | html.Span:
    """`content` as a link to another site; without a link where the address is none of the web."""
    if not WEB_ADDRESS.fullmatch(address):
        return html.Span(content)
    return html.A(content, href=address, rel="noopener noreferrer", target="_blank", **properties)


def without_scheme(address: str) -> str:
    """An address as people read it."""
    return address.removeprefix("https://").removeprefix("http://").rstrip("/")
