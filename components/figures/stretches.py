"""Steps in time as a list that is also a chart: each with its words, and a bar on one common scale of years."""

from dataclasses import dataclass

from dash import html
from dash.development.base_component import Component


@dataclass(frozen=True)
class Stretch:
    """One step: when in words, from which year (with decimals) to which (none: a moment), what, and where it
    is said."""

    when: str
    begin: float
    finish: float | None
    title: str
    words: str
    place: str
    standing: str


def stretches(steps: list[Stretch], scale: tuple[float, float], marks: list[int]) -> html.Div:
    """The steps in their order over a scale of years, with a mark at each of `marks`."""
    ticks = [html.Span(str(year), style={"left": year_position(year, scale)}) for year in marks]
    axis = html.Div(
        [html.Span(), html.Div(ticks, className="track ticks")],
        className="stretch-axis",
        **{"aria-hidden": "true"},
    )
    return html.Div(
        [axis, html.Ol([html.Li(step(item, scale), **{"data-standing": item.standing}) for item in steps])],
        className="stretches",
    )


def step(stretch: Stretch, scale: tuple[float, float]) -> list[Component]:
    """When, where on the scale, and what."""
    box = {"left": year_position(stretch.begin, scale)}
    if stretch.finish is not None:
        box["width"] = f"{100 * (stretch.finish - stretch.begin) / (scale[1] - scale[0]):.2f}%"
    bar = html.Span(className="moment" if stretch.finish is None else "period", style=box)
    words = html.Div(
        [html.Strong(stretch.title), html.Span(stretch.words), html.Small(stretch.place)], className="words"
    )
    return [html.Time(stretch.when), html.Span(bar, className="track", **{"aria-hidden": "true"}), words]


def year_position(year: float, scale: tuple[float, float]) -> str:
    """A year's place on the scale."""
    return f"{100 * (year - scale[0]) / (scale[1] - scale[0]):.2f}%"
