"""Where the numbers of bars stand, so that no line to compare with crosses them on a phone."""

from components.figures.margins import PAD, SMALL
from components.figures.widths import width

INSIDE, OUTSIDE, BEHIND = "inside", "outside", "none"


def number_starts(values: list[float], texts: list[str], lines: list[float], scale: float) -> list[float]:
    """Where a number outside its bar begins: at the bar's end, or at the last line that would cross it. `scale` is
    pixels by unit of the value."""
    starts = []
    for value, text in zip(values, texts, strict=True):
        room, start = (width(text, SMALL) + 2 * PAD) / scale, value
        for line in sorted(lines):
            start = line if value >= 0 and start <= line < start + room else start
        starts.append(start)
    return starts


def number_sides(values: list[float], texts: list[str], starts: list[float], scale: float) -> list[str]:
    """Where the number of each bar stands: outside, or where a line would cross it, inside the bar if that is long
    enough, else behind the line; plotly writes no number there."""
    return [
        OUTSIDE if start == value else INSIDE if value >= (width(text, SMALL) + 2 * PAD) / scale else BEHIND
        for value, text, start in zip(values, texts, starts, strict=True)
    ]
