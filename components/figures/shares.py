"""Shares beside each other in a table: solid where a source gives them, outlined where they were computed."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component

from components.figures.fills import is_solid


@dataclass(frozen=True)
class Share:
    """One cell: what it says, how long its bar is (percent; none draws none), its standing, whose it is."""

    words: str
    percent: float | None
    standing: str
    party: str = "home"


def shares(heads: list[str], rows: list[tuple[str, list[Share]]]) -> html.Table:
    """A table whose cells are shares; each row has a name and a share per column."""
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    body = html.Tbody([html.Tr([html.Th(name, scope="row"), *map(cell, given)]) for name, given in rows])
    return html.Table([head, body], className="rows shares")


def cell(share: Share) -> html.Td:
    """What is said, over its bar."""
    bar = [strip(share)] if share.percent else []
    return html.Td([html.Span(share.words), *bar], **{"data-standing": share.standing})


def strip(share: Share) -> Component:
    """A bar as long as its share of the cell."""
    fill = "solid" if is_solid(share.standing) else "outlined"
    width = {"width": f"{share.percent:.1f}%"}
    return html.Span(
        html.Span(className=f"{fill} {share.party}", style=width),
        className="share",
        **{"aria-hidden": "true"},
    )
