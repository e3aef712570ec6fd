"""The words and tables inside a figure that is made of components, as plain texts."""

import re
from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component


def children(node: Any) -> list[Any]:
    """What stands inside a component."""
    inside = getattr(node, "children", None)
    return inside if isinstance(inside, list) else [] if inside is None else [inside]


def tag(node: Any) -> str:
    """A component's HTML name."""
    return node.to_plotly_json()["type"].lower() if isinstance(node, Component) else ""


BLOCKS = {"li", "p", "h4", "h5", "dt", "dd", "blockquote", "div", "ul", "ol", "dl", "tr"}
HIDDEN = {"small", "caption"}
ASIDE = {"headline-context", "headline-more"}
SPACED_MARK = re.compile(r"\s+([,.;:])(?=\s|$)")


def text_in(node: Any) -> str:
    """All words inside a component, in one line; a word that only the eye needs is left out."""
    if isinstance(node, (str, int, float)):
        return str(node)
    if isinstance(node, (list, tuple)):
        return " ".join(filter(None, map(text_in, node)))
    if not isinstance(node, Component) or tag(node) in HIDDEN or getattr(node, "className", "") in ASIDE:
        return ""
    words = " ".join(" ".join(filter(None, map(text_in, children(node)))).split())
    return SPACED_MARK.sub(r"\1", words)


def tables_in(node: Any) -> Iterator[list[list[str]]]:
    """The tables inside a component, as rows of texts."""
    if tag(node) == "table":
        rows = [[text_in(cell) for cell in children(row)] for row in rows_in(node)]
        yield [row for row in rows if any(row)]
    elif isinstance(node, Component):
        for child in children(node):
            yield from tables_in(child)


def rows_in(node: Any) -> Iterator[Component]:
    """The rows of a table."""
    for child in children(node):
        if tag(child) == "tr":
            yield child
        elif isinstance(child, Component):
            yield from rows_in(child)


def lines_in(node: Any) -> Iterator[str]:
    """The words inside a component, a line for each of its smallest blocks; an entry of a list is one line."""
    if tag(node) == "li" and not any(tag(child) == "li" for child in all_nodes(node)):
        yield " · ".join(filter(None, pieces_in(node)))
    elif isinstance(node, (list, tuple)):
        for child in node:
            yield from lines_in(child)
    elif isinstance(node, Component) and any(tag(child) in BLOCKS for child in all_nodes(node)):
        for child in children(node):
            yield from lines_in(child)
    else:
        yield text_in(node)


def pieces_in(node: Any) -> Iterator[str]:
    """The parts of an entry: badge, name, what is said of it; a link that leads on from it is left out."""
    for child in children(node):
        if tag(child) == "div":
            yield from pieces_in(child)
        elif tag(child) != "a" or child is children(node)[0]:
            yield text_in(child)


def all_nodes(node: Any) -> Iterator[Any]:
    """Everything inside a component."""
    for child in children(node):
        yield child
        if isinstance(child, Component):
            yield from all_nodes(child)
