"""A sparkline: an SVG in a data address, so that it prints and needs no script."""

from collections.abc import Sequence
from urllib.parse import quote

from dash import html

WIDTH, HEIGHT, MOST = 84, 22, 16
BREAK = "b"


def spark(values: list[float], colour: str, flags: Sequence[str] = ()) -> html.Img | str:
    """A line through up to 16 of the values in order, a dot at the last; nothing for fewer than two. The line is
    interrupted before a value whose flag says that the series breaks.

    The numbers stand beside it in words, so a screen reader passes it by."""
    if len(values) < 2:
        return ""
    shown = sampled_positions(len(values))
    points = line_points([values[at] for at in shown])
    before = [0, *(at + 1 for at in shown)]
    starts = [
        at == 0 or any(BREAK in flag for flag in flags[before[at] : end + 1]) for at, end in enumerate(shown)
    ]
    path = "".join(f"{'M' if begins else ' '}{x} {y}" for begins, (x, y) in zip(starts, points, strict=True))
    x, y = points[-1]
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<path d='{path}' fill='none' stroke='{colour}' stroke-width='1.5'/>"
        f"<circle cx='{x}' cy='{y}' r='2.5' fill='{colour}'/></svg>"
    )
    return html.Img(src=f"data:image/svg+xml,{quote(drawing, safe=SAFE)}", alt="", className="spark")


SAFE = " =:/'.,()"


def sampled_positions(count: int) -> list[int]:
    """The positions of at most 16 of so many values, the last always among them."""
    return [*range(count - 1, -1, -count // MOST)][::-1]


def line_points(values: list[float]) -> list[tuple[int, int]]:
    """The points of the line in the drawing's own units."""
    low, span = min(values), (max(values) - min(values)) or 1
    step = (WIDTH - 6) / (len(values) - 1)
    return [
        (round(3 + at * step), round(HEIGHT - 3 - (HEIGHT - 6) * (value - low) / span))
        for at, value in enumerate(values)
    ]
