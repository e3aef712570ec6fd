"""The browser's side of the address: controls write it, and the page says when it is drawn."""

from dash import ALL, ClientsideFunction, Dash, Input, Output, State


def register(app: Dash) -> None:
    """Declare the two callbacks that run in the browser (assets/regioscope.js)."""
    app.clientside_callback(
        ClientsideFunction("regioscope", "remember"),
        Output("address", "data"),
        Input({"control": ALL}, "value"),
        State("defaults", "data"),
        State("drawn", "data"),
        prevent_initial_call=True,
    )
    app.clientside_callback(
        ClientsideFunction("regioscope", "arrive"),
        Output("voice", "children"),
        Input("drawn", "data"),
        State("words", "data"),
        State("plots", "data"),
        State("defaults", "data"),
    )
