"""The server's side of the address: draw what the URL asks for, and send only what is not on the screen
yet."""

from typing import Any

from dash import ALL, Dash, Input, Output, State, ctx, no_update

from components.layout import app_layout, content, page
from components.layout.controls import values as values_of
from components.render import markup
from components.state.selection import Selection, from_url, split_address
from data import Data

Outputs = tuple[Any, list[Any], list[Any], Any, Any, Any]


def register(app: Dash, data: Data) -> None:
    """Declare `show`."""

    @app.callback(
        Output("page", "children"),
        Output({"part": ALL}, "children"),
        Output({"control": ALL}, "value"),
        Output("words", "data"),
        Output("plots", "data"),
        Output("drawn", "data"),
        Input("address", "data"),
        State("drawn", "data"),
        prevent_initial_call=True,
    )
    def show(address: dict[str, Any], drawn: dict[str, Any]) -> Outputs:
        """Draw the page the URL asks for: a new page for another tab, language or theme, else only what
        differs."""
        return render(data, address, drawn, *outputs())


def render(
    data: Data, address: dict[str, Any], drawn: dict[str, Any], boxes: list[str], controls: list[str]
) -> Outputs:
    """The answer to an address: a new page for another view, language or theme, else only what differs.

    `address` is where the reader is (`url`), what brought her there (`by`: control, link, history, mark, late) and
    whose tables are open (`open`); `drawn` is what her screen shows (`view`, `digests`); `boxes` and `controls` name
    the parts and the controls on it, in the order of the answer.
    """
    chosen = chosen_at(address["url"], data)
    before = chosen_at(drawn["url"], data) if drawn.get("url") else None
    if app_layout.view_of(data, chosen) != drawn["view"]:
        had = drawn["digests"] if before and before.tab == chosen.tab and before.part == chosen.part else {}
        return new_page(data, chosen, address["url"], boxes, controls, before, had)
    return same_page(data, chosen, address, drawn["digests"], boxes, controls, before)


def chosen_at(url: str, data: Data) -> Selection:
    """The Selection of an address."""
    return from_url(*split_address(url), data)


def outputs() -> tuple[list[str], list[str]]:
    """The names of the boxes and controls on the reader's screen, in the order of the answer."""
    _, boxes, values, *_ = ctx.outputs_list
    return [o["id"]["part"] for o in boxes], [o["id"]["control"] for o in values]


def new_page(
    data: Data,
    chosen: Selection,
    asked: str,
    boxes: list[str],
    values: list[str],
    before: Selection | None = None,
    had: dict[str, str] | None = None,
) -> Outputs:
    """The whole page."""
    now = content.page_content(data, chosen)
    return (
        markup.with_base_in(page.page(data, chosen)),
        [no_update] * len(boxes),
        [no_update] * len(values),
        {},
        now.figures,
        app_layout.drawn_state(data, chosen, now.digests, asked=asked, before=before, had=had),
    )


def same_page(
    data: Data,
    chosen: Selection,
    address: dict[str, Any],
    on_screen: dict[str, str],
    boxes: list[str],
    values: list[str],
    before: Selection | None = None,
) -> Outputs:
    """Only what differs from what the reader has. Controls move only when something else than a control asked, so
    that none changes under the hand that holds it.

    After an answer that came too late nobody knows what is on the screen: then everything is sent.
    """
    asked, by, opened = address["url"], address["by"], tuple(address["open"])
    had = {} if by == "late" else on_screen
    now = content.page_content(data, chosen, opened)
    held = values_of(values, chosen)
    changed = {name for name, digest in now.digests.items() if had.get(name) != digest}
    return (
        no_update,
        [markup.with_base_in(now.boxes[name]) if name in changed else no_update for name in boxes],
        [no_update if by == "control" else held[name] for name in values],
        {name: html for name, html in now.words.items() if name in changed},
        {name: figure for name, figure in now.figures.items() if f"figure {name}" in changed},
        app_layout.drawn_state(data, chosen, now.digests, asked=asked, before=before, had=had),
    )
