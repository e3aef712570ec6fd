"""One small drawing per series, all on one scale, each beside the same series for comparison."""

from dataclasses import dataclass
from urllib.parse import quote

from dash import html
from dash.development.base_component import Component

from components.figures.frame import Look
from components.figures.sparks import SAFE

WIDTH, HEIGHT, EDGE = 180, 90, 4
BREAK = "b"
Point = tuple[int, float, str]


@dataclass(frozen=True)
class Panel:
    """One series: what stands above it, what it says in words, its (year, value, flag) in order of years, and the
    region that it is of."""

    title: Component
    words: str
    ends: str
    points: tuple[Point, ...]
    region: str


def small_multiples(panels: list[Panel], beside: tuple[Point, ...], look: Look) -> html.Div:
    """The panels in their order; `beside` is drawn in grey in each. A line is interrupted where its series breaks."""
    every = [point for panel in panels for point in panel.points] + list(beside)
    years = (min(year for year, _, _ in every), max(year for year, _, _ in every))
    values = (min(value for _, value, _ in every), max(value for _, value, _ in every))
    items = [
        html.Li(
            [
                panel.title,
                html.Img(src=panel_image(panel, beside, years, values, look), alt=panel.words),
                panel.ends,
            ],
            **{"data-region": panel.region},
        )
        for panel in panels
    ]
    return html.Div(html.Ul(items), className="small-multiples")


def panel_image(
    panel: Panel, beside: tuple[Point, ...], years: tuple[int, int], values: tuple[float, float], look: Look
) -> str:
    """One panel as a data address."""
    lines = [(beside, look.colours.rest, 1.5), (panel.points, look.colours.accent, 2.2)]
    paths = "".join(
        f"<path d='{path(points, years, values)}' fill='none' stroke='{colour}' stroke-width='{width}'/>"
        for points, colour, width in lines
        if points
    )
    x, y = svg_position(panel.points[-1], years, values)
    svg = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<path d='M0 {HEIGHT - 0.5}H{WIDTH}' stroke='{look.colours.grid}'/>{paths}"
        f"<circle cx='{x}' cy='{y}' r='3' fill='{look.colours.accent}'/></svg>"
    )
    return f"data:image/svg+xml,{quote(svg, safe=SAFE)}"


def path(points: tuple[Point, ...], years: tuple[int, int], values: tuple[float, float]) -> str:
    """The line through some points as an SVG path, interrupted before a point at a break."""
    steps = []
    for at, point in enumerate(points):
        x, y = svg_position(point, years, values)
        steps.append(f"{'M' if at == 0 or BREAK in point[2] else 'L'}{x} {y}")
    return "".join(steps)


def svg_position(point: Point, years: tuple[int, int], values: tuple[float, float]) -> tuple[float, float]:
    """A point in the drawing's own units."""
    year, value, _ = point
    across = (year - years[0]) / max(years[1] - years[0], 1)
    up = (value - values[0]) / ((values[1] - values[0]) or 1)
    return round(EDGE + (WIDTH - 2 * EDGE) * across, 1), round(HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * up, 1)
