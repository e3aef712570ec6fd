"""Controls in a row; lists of many boxes fold away."""

from dash import html
from dash.development.base_component import Component

from components.i18n.text import say
from components.layout.controls import ADDED, control
from components.state.selection import DEFAULTS, Selection
from data import Data


def controls(names: tuple[str, ...], data: Data, chosen: Selection, heading: str = "") -> Component | None:
    """The controls of a section in one row, a group named after it; lists of many boxes fold away under one heading."""
    if not names:
        return None
    boxes = {name: html.Div(control(name, data, chosen), id={"part": f"box.{name}"}) for name in names}
    many = [name for name in names if isinstance(DEFAULTS[name], tuple) and name not in ADDED]
    few = [boxes[name] for name in names if name not in many]
    folded = (
        filters(
            [boxes[name] for name in many],
            is_open=any(getattr(chosen, name) for name in many),
            language=chosen.lang,
        )
        if many
        else None
    )
    return html.Div(
        [*few, folded],
        className="controls",
        role="group",
        **{
            "aria-label": say("controls.of", chosen.lang, section=heading)
            if heading
            else say("controls", chosen.lang)
        },
    )


def filters(boxes: list[Component], *, is_open: bool, language: str) -> Component:
    """Filters that fold away; open from the start when any is in use."""
    return html.Details(
        [html.Summary(say("filters", language)), html.Div(boxes, className="filters")],
        open=is_open,
        className="fold",
    )
