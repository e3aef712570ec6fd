"""The server's side of the address: draw what the URL asks for, and send only what is not on the screen
yet."""

from typing import Any
from urllib.parse import urlsplit

from dash import ALL, Dash, Input, Output, State, ctx, no_update
from dash.exceptions import PreventUpdate

from components import controls, page, tables
from components.selection import Selection, from_url
from components.tabs import CHARTS, TABS
from components.text import say
from data import Data

Outputs = tuple[Any, list[Any], list[Any], list[Any], Any]


def register(app: Dash, data: Data) -> None:
    """Declare `show` and `open_table`."""

    @app.callback(
        Output("page", "children"),
        Output({"figure": ALL}, "figure"),
        Output({"part": ALL}, "children"),
        Output({"control": ALL}, "value"),
        Output("drawn", "data"),
        Input("address", "data"),
        State("drawn", "data"),
        State({"toggle": ALL}, "aria-expanded"),
        prevent_initial_call=True,
    )
    def show(address: dict[str, str], drawn: dict[str, Any], _: list[str]) -> Outputs:
        """Draw the page the URL asks for: a new page for another tab, language or theme, else only what
        differs."""
        chosen = chosen_at(address["url"], data)
        if page.view_of(chosen) != drawn["view"]:
            return new_page(data, chosen, address["url"], *outputs())
        return same_page(data, chosen, address, drawn["digests"])

    @app.callback(
        Output({"part": ALL}, "children", allow_duplicate=True),
        Output({"toggle": ALL}, "aria-expanded"),
        Output({"toggle": ALL}, "children"),
        Input({"toggle": ALL}, "n_clicks"),
        State("drawn", "data"),
        State({"toggle": ALL}, "aria-expanded"),
        prevent_initial_call=True,
    )
    def open_table(_: list[int], drawn: dict[str, Any], __: list[str]) -> tuple[list[Any], ...]:
        """Open or close the table of one chart."""
        return toggled(data, chosen_at(drawn["url"], data), ctx.triggered_id["toggle"])


def chosen_at(url: str, data: Data) -> Selection:
    """The Selection of an address."""
    parts = urlsplit(url)
    return from_url(parts.path, parts.query, data)


def outputs() -> tuple[list[str], list[str], list[str]]:
    """The names of the figures, parts and controls on the reader's screen, in the order of the answer."""
    _, figures, parts, values, _ = ctx.outputs_list
    return (
        [o["id"]["figure"] for o in figures],
        [o["id"]["part"] for o in parts],
        [o["id"]["control"] for o in values],
    )


def opened() -> tuple[str, ...]:
    """The charts whose table is open."""
    states = ctx.states_list[-1]
    return tuple(
        state["id"]["toggle"]
        for state in states
        if state.get("value") == "true" and state["id"]["toggle"] in CHARTS
    )


def new_page(
    data: Data, chosen: Selection, asked: str, figures: list[str], pieces: list[str], values: list[str]
) -> Outputs:
    """Everything anew."""
    keep = [no_update] * len(figures), [no_update] * len(pieces), [no_update] * len(values)
    return (
        page.page(data, chosen),
        *keep,
        page.drawn_state(data, chosen, page.parts(data, chosen).digests, asked=asked),
    )


def same_page(data: Data, chosen: Selection, address: dict[str, str], on_screen: dict[str, str]) -> Outputs:
    """Only what differs from what the reader has; controls move only when something else than a control asked.

    After an answer that came too late nobody knows what is on the screen: then everything is sent.
    """
    asked, by = address["url"], address["by"]
    had = {} if by == "late" else on_screen
    figures, pieces, values = outputs()
    now = page.parts(data, chosen, opened())
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
        page.drawn_state(data, chosen, now.digests, asked=asked),
    )


def toggled(data: Data, chosen: Selection, name: str) -> tuple[list[Any], ...]:
    """The table of one chart put in or taken out, and its button turned."""
    if name not in TABS[chosen.tab].charts:
        raise PreventUpdate
    is_open = name not in opened()
    picture = page.picture_of(name, data, chosen)
    changed = {
        (f"{name}.table", "children"): tables.scrolled(
            data, picture, chosen.lang, page.question(name, picture, chosen)
        )
        if is_open
        else None,
        (name, "aria-expanded"): str(is_open).lower(),
        (name, "children"): say("take.close" if is_open else "take.table", chosen.lang),
    }
    return tuple([changed.get(slot_key(slot), no_update) for slot in slots] for slots in ctx.outputs_list)


def slot_key(slot: dict[str, Any]) -> tuple[str, str]:
    """The name and the property of one slot of the answer."""
    return next(iter(slot["id"].values())), slot["property"].partition("@")[0]
