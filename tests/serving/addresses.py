"""What a served dashboard gives out: each page, file and callback answer, and every address in it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any

ATTRIBUTES = ("href", "src", "action", "formaction", "poster", "srcset", "data")
# Properties of JSON that hold an address which a browser asks for as it is.
PROPERTIES = ("href", "src", "action", "geojson", "picture", "requests_pathname_prefix")
INSIDE_CSS = re.compile(r"url\(\s*[\"']?([^\"')]+)")


class Addresses(HTMLParser):
    """The addresses of a piece of HTML, in the order in which they stand there."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.data: list[str] = []
        self.in_data = False
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.in_data = tag == "script" and ("type", "application/json") in attrs
        for name, value in attrs:
            if name in ATTRIBUTES:
                self.found.append(value or "")
            elif name == "style":
                self.found += INSIDE_CSS.findall(value or "")

    def handle_data(self, data: str) -> None:
        if self.in_data and data.strip():
            self.found += in_json(json.loads(data))

    def handle_endtag(self, _tag: str) -> None:
        self.in_data = False


def in_json(value: Any, name: str = "") -> Iterator[str]:
    """The addresses of a JSON answer, those in its HTML too."""
    if isinstance(value, dict):
        for key, item in value.items():
            yield from in_json(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from in_json(item, name)
    elif isinstance(value, str) and name in PROPERTIES:
        yield value
    elif isinstance(value, str) and re.search(r"<\w", value):
        yield from Addresses(value).found


def in_answer(kind: str, body: bytes) -> list[str]:
    """Every address in the body of an answer of this content type."""
    if kind.startswith("text/html"):
        return Addresses(body.decode()).found
    if kind.startswith("application/json"):
        return list(in_json(json.loads(body)))
    if kind.startswith("text/css"):
        return INSIDE_CSS.findall(body.decode())
    return []


def texts(kind: str, body: bytes) -> list[str]:
    """The words of a file that a reader takes along."""
    if "spreadsheetml" in kind:
        with zipfile.ZipFile(io.BytesIO(body)) as file:
            return [file.read(name).decode() for name in file.namelist() if name.endswith((".xml", ".rels"))]
    return [body.decode()] if kind.startswith(("text/csv", "text/plain")) else []
