"""The server's side of the address: draw what the URL asks for, and send only what is not on the screen
yet."""

from typing import Any
from urllib.parse import urlsplit

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from components import controls, page
from components.selection import Selection, from_url
from data import Data

Outputs = tuple[Any, list[Any], list[Any], list[Any], Any, Any]


def register(app: Dash, data: Data) -> None:
    """Declare `show`."""

    @app.callback(
        Output("page", "children"),
        Output({"figure": ALL}, "figure"),
        Output({"part": ALL}, "children"),
        Output({"control": ALL}, "value"),
        Output("words", "data"),
        Output("drawn", "data"),
        Input("address", "data"),
        State("drawn", "data"),
        prevent_initial_call=True,
    )
    def show(address: dict[str, Any], drawn: dict[str, Any]) -> Outputs:
        """Draw the page the URL asks for: a new page for another tab, language or theme, else only what
        differs."""
        chosen = chosen_at(address["url"], data)
        if page.view_of(chosen) != drawn["view"]:
            return new_page(data, chosen, address["url"], *outputs())
        return same_page(data, chosen, address, drawn["digests"])


def chosen_at(url: str, data: Data) -> Selection:
    """The Selection of an address."""
    parts = urlsplit(url)
    return from_url(parts.path, parts.query, data)


def outputs() -> tuple[list[str], list[str], list[str]]:
    """The names of the figures, parts and controls on the reader's screen, in the order of the answer."""
    _, figures, parts, values, *_ = ctx.outputs_list
    return (
        [o["id"]["figure"] for o in figures],
        [o["id"]["part"] for o in parts],
        [o["id"]["control"] for o in values],
    )


def new_page(
    data: Data, chosen: Selection, asked: str, figures: list[str], pieces: list[str], values: list[str]
) -> Outputs:
    """Everything anew."""
    keep = [no_update] * len(figures), [no_update] * len(pieces), [no_update] * len(values)
    return (
        page.page(data, chosen),
        *keep,
        {},
        page.drawn_state(data, chosen, page.parts(data, chosen).digests, asked=asked),
    )


def same_page(data: Data, chosen: Selection, address: dict[str, Any], on_screen: dict[str, str]) -> Outputs:
    """Only what differs from what the reader has; controls move only when something else than a control asked.

    After an answer that came too late nobody knows what is on the screen: then everything is sent.
    """
    asked, by, opened = address["url"], address["by"], tuple(address["open"])
    had = {} if by == "late" else on_screen
    figures, pieces, values = outputs()
    now = page.parts(data, chosen, opened)
    held = controls.values(values, chosen)
    return (
        no_update,
        [
            now.figures[n]
            if n in now.figures and now.digests[f"figure {n}"] != had.get(f"figure {n}")
            else no_update
            for n in figures
        ],
        [now.pieces[n] if n in now.pieces and now.digests[n] != had.get(n) else no_update for n in pieces],
        [no_update if by == "control" else held[name] for name in values],
        {n: html for n, html in now.words.items() if now.digests[n] != had.get(n)},
        page.drawn_state(data, chosen, now.digests, asked=asked),
    )
