"""Long tables and lists in a card: the first rows, and a line that shows all; reasons in the cells of a table, and a
line that shows them. Nothing is left out of the page."""

from collections.abc import Iterator
from copy import copy
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say

ROWS, LETTERS, LEAST, SPARE = 10, 700, 3, 1


def with_long_lists_folded(figure: Any, language: str) -> Any:
    """The figure as it is where its rows are few; else with those beyond the first marked, and a line that shows
    them. Ten rows are first, fewer where they are long."""
    if any("reasons" in class_of(node) for node in every(figure)):
        return html.Div([figure, switch("reasons", language)], className="short")
    rows = list(rows_of(figure))
    first = first_rows(rows)
    beyond = rows[first:]
    if len(beyond) <= (SPARE if first == ROWS else 0):
        return figure
    marked = with_class(figure, {id(row) for row in beyond})
    return html.Div([marked, switch("rows", language)], className="long")


def switch(what: str, language: str) -> Component:
    """The line that shows all rows, or the first ones again."""
    return html.Details(
        html.Summary(
            [
                html.Span(say(f"{what}.all", language), className="more"),
                html.Span(say(f"{what}.fewer", language), className="fewer"),
            ]
        ),
        className="all-rows",
    )


def every(node: Any) -> Iterator[Component]:
    """All components of a tree."""
    if isinstance(node, (list, tuple)):
        for child in node:
            yield from every(child)
    elif isinstance(node, Component):
        yield node
        yield from every(getattr(node, "children", None))


def class_of(node: Component) -> str:
    """The classes of a component."""
    return getattr(node, "className", None) or ""


def rows_of(node: Any) -> Iterator[Component]:
    """The rows of all tables and lists, but not those of a list within a row."""
    if isinstance(node, (list, tuple)):
        for child in node:
            yield from rows_of(child)
    elif isinstance(node, (html.Li, html.Tr)):
        yield node
    elif isinstance(node, Component) and not isinstance(node, html.Thead) and not is_chosen(node):
        yield from rows_of(getattr(node, "children", None))


def is_chosen(node: Component) -> bool:
    """Whether a list is a choice of rows already: a ranking around the region, the headline numbers."""
    return bool({"ranked-rows", "headlines"} & set(class_of(node).split()))


def first_rows(rows: list[Component]) -> int:
    """How many rows are shown at first: ten, or as many as have so many letters together."""
    letters = 0
    for at, row in enumerate(rows):
        letters += len(text_of(row))
        if at >= ROWS or (letters > LETTERS and at >= LEAST):
            return at
    return len(rows)


def text_of(node: Any) -> str:
    """All words of a tree of components."""
    if isinstance(node, (list, tuple)):
        return "".join(map(text_of, node))
    if isinstance(node, Component):
        return text_of(getattr(node, "children", None))
    return "" if node is None else str(node)


def with_class(node: Any, rows: set[int]) -> Any:
    """A copy of the tree in which some rows have the class by which they are hidden at first."""
    if isinstance(node, (list, tuple)):
        return [with_class(child, rows) for child in node]
    if not isinstance(node, Component):
        return node
    other = copy(node)
    if id(node) in rows:
        setattr(other, "className", f"{class_of(node)} beyond".strip())  # noqa: B010 - Dash declares no properties
    elif hasattr(node, "children"):
        other.children = with_class(node.children, rows)
    return other
