"""A series as small as a word: a drawing in a data address, so that it prints and needs no script."""

from urllib.parse import quote

from dash import html

WIDTH, HEIGHT, MOST = 84, 22, 16


def spark(values: list[float], colour: str) -> html.Img | str:
    """A line through up to 16 of the values in order, a dot at the last; nothing for fewer than two.

    The numbers stand beside it in words, so a screen reader passes it by."""
    if len(values) < 2:
        return ""
    points = line_points(thin_out(values))
    path = "M" + " ".join(f"{x} {y}" for x, y in points)
    x, y = points[-1]
    drawing = (
        f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {WIDTH} {HEIGHT}'>"
        f"<path d='{path}' fill='none' stroke='{colour}' stroke-width='1.5'/>"
        f"<circle cx='{x}' cy='{y}' r='2.5' fill='{colour}'/></svg>"
    )
    return html.Img(src=f"data:image/svg+xml,{quote(drawing, safe=SAFE)}", alt="", className="spark")


SAFE = " =:/'.,()"


def thin_out(values: list[float]) -> list[float]:
    """At most 16 of them, the last always among them."""
    step = -(-len(values) // MOST)
    return values[::-1][::step][::-1]


def line_points(values: list[float]) -> list[tuple[int, int]]:
    """The points of the line in the drawing's own units."""
    low, span = min(values), (max(values) - min(values)) or 1
    step = (WIDTH - 6) / (len(values) - 1)
    return [
        (round(3 + at * step), round(HEIGHT - 3 - (HEIGHT - 6) * (value - low) / span))
        for at, value in enumerate(values)
    ]
