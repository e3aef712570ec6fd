"""A tree of components as plain HTML: what a reader sees before any script has run, and without one. Knows
no data."""

from collections.abc import Iterable
from copy import copy
from html import escape
from typing import Any

from dash.development.base_component import Component

from components.render.dash_internals import component_description, live_component
from components.render.graph import Graph, plot_attributes
from components.state.base_path import base_path, with_base

HTML = "dash_html_components"
VOID = {"br", "hr", "img", "input", "link", "meta"}
RENAMED = {
    "className": "class",
    "htmlFor": "for",
    "colSpan": "colspan",
    "rowSpan": "rowspan",
    "tabIndex": "tabindex",
    "dateTime": "datetime",
}
ADDRESSES = ("action", "href", "src")
SILENT = {"children", "n_clicks", "disable_n_clicks"}


@live_component("children", "tag", "name", "className", "role", wildcards=("data-", "aria-"))
class Words(Component):
    """A box whose inside is HTML text, made here and put in whole: one component for Dash where a tree would be
    hundreds, each of which it asks at every change whether it changed. `tag` is the element's name, `name` its id in
    the document; drawn by assets/words.js."""


def html_of(node: Any) -> str:
    """`node` and all below it as HTML. Widgets become nothing."""
    if node is None:
        return ""
    if isinstance(node, (list, tuple)):
        return "".join(map(html_of, node))
    if not isinstance(node, Component):
        return text_html(node)
    if isinstance(node, Words):
        return words(node)
    if isinstance(node, Graph):
        return graph_placeholder(node)
    namespace, kind, _ = component_description(node)
    return element(kind.lower(), node) if namespace == HTML else ""


def text_html(text: object) -> str:
    """A text as HTML, with its language where that is not the page's (see `data.languages.Untranslated`)."""
    written_in = language_of(text)
    return f'<span lang="{written_in}">{escape(str(text))}</span>' if written_in else escape(str(text))


def language_of(text: object) -> str:
    """The language of a text that is not in that of the page, else ""."""
    return str(getattr(text, "written_in", ""))


def words(node: Words) -> str:
    """A box of HTML text as HTML."""
    props = {"id" if name == "name" else name: value for name, value in props_of(node)}
    tag, inside = props.pop("tag"), props.pop("children", None)
    attributes = "".join(attribute(name, value) for name, value in sorted(props.items()))
    return f"<{tag}{attributes}>{inside or ''}</{tag}>"


def graph_placeholder(node: Graph) -> str:
    """The box of a chart before its script has run, as high as the chart will be."""
    if node.figure is None:
        return ""
    plot = plot_attributes(node.id["name"], node.figure)
    attributes = "".join(attribute(name, value) for name, value in plot.items())
    return f'<div{attributes}><div class="room"></div></div>'


def props_of(node: Component) -> list[tuple[str, Any]]:
    """What was said of a component, in the order of the names (Dash keeps some in a set)."""
    _, _, names = component_description(node)
    return sorted((name, value) for name, value in vars(node).items() if "-" in name or name in names)


def element(tag: str, node: Component) -> str:
    """One HTML element with its attributes and children."""
    attributes = "".join(attribute(name, value) for name, value in props_of(node))
    children = getattr(node, "children", None)
    if isinstance(children, str) and (written_in := language_of(children)):
        attributes += "" if hasattr(node, "lang") else attribute("lang", written_in)
        return f"<{tag}{attributes}>{escape(children)}</{tag}>"
    inside = "" if tag in VOID else f"{html_of(children)}</{tag}>"
    return f"<{tag}{attributes}>{inside}"


def attribute(name: str, value: Any) -> str:
    """` name="value"`, or nothing for what is not HTML."""
    if name == "style" and value:
        return f' style="{escape(";".join(f"{key}:{setting}" for key, setting in value.items()))}"'
    if name in SILENT or value is None or value is False or isinstance(value, dict):
        return ""
    written = " ".join(value) if isinstance(value, Iterable) and not isinstance(value, str) else value
    written = with_base(written) if name in ADDRESSES else written
    plain = RENAMED.get(name, name)
    return (
        f" {plain}"
        if value is True and not name.startswith(("aria-", "data-"))
        else f' {plain}="{escape(str(written))}"'
    )


def with_base_in(node: Any) -> Any:
    """A tree of components for Dash, which writes the addresses of its own links; those in HTML have the base path
    already."""
    if not base_path():
        return node
    if isinstance(node, (list, tuple)):
        return [with_base_in(child) for child in node]
    if not isinstance(node, Component) or isinstance(node, (Words, Graph)):
        return node
    other = copy(node)
    for name in ADDRESSES:
        if address := getattr(node, name, None):
            setattr(other, name, with_base(address))
    if hasattr(node, "children"):
        other.children = with_base_in(node.children)
    return other
