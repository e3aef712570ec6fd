"""Every callback of the dashboard with its Inputs and Outputs. What they do stands in plain functions: `render.py`
on the server, `assets/regioscope.js` in the browser."""

from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx

from callbacks import download, guard
from callbacks.render import OnScreen, render
from data import Data


def register(app: Dash, data: Data) -> None:
    """Wire an app to its data."""
    guard.register(app)
    download.register(app, data)

    # In the browser: a control that is used writes the address.
    app.clientside_callback(
        ClientsideFunction("regioscope", "remember"),
        Output("address", "data"),
        Input({"control": ALL}, "value"),
        State("defaults", "data"),
        State("drawn", "data"),
        prevent_initial_call=True,
    )

    # On the server: the address decides what is on the screen; only what differs is sent.
    @app.callback(
        Output("page", "children"),
        Output({"type": "graph", "name": ALL}, "figure"),
        Output({"part": ALL}, "children"),
        Output({"control": ALL}, "value"),
        Output("words", "data"),
        Output("drawn", "data"),
        Input("address", "data"),
        State("drawn", "data"),
        prevent_initial_call=True,
    )
    def show(address: dict[str, Any], screen: dict[str, Any]) -> tuple[Any, ...]:
        """Draw the page that the address asks for: a new page for another view, part, language or theme, else only
        what differs."""
        return render(data, address, screen, on_screen())

    # In the browser: words are put in their boxes, the document is named, and the change is said aloud.
    app.clientside_callback(
        ClientsideFunction("regioscope", "arrive"),
        Output("voice", "children"),
        Input("drawn", "data"),
        State("words", "data"),
        State("defaults", "data"),
    )


def on_screen() -> OnScreen:
    """What is on the reader's screen, in the order in which Dash wants the answer."""
    _, graphs, boxes, controls, *_ = ctx.outputs_list
    return OnScreen(
        graphs=[slot["id"]["name"] for slot in graphs],
        boxes=[slot["id"]["part"] for slot in boxes],
        controls=[slot["id"]["control"] for slot in controls],
    )
