"""Values over years as an inline SVG: one line per series, its name and newest value where it ends."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

import pandas as pd

from components.figures.frame import Look
from components.figures.lines import BREAK, MOVED, shifts
from components.figures.widths import width

WIDTH, HEIGHT, TOP, BOTTOM, SIZE = 460, 270, 16, 30, 15
LINE_HEIGHT, TICKS, GAP, MOST_YEARS = 18, 4, 10, 5
STEPS = (1, 2, 2.5, 5, 10)
HEAVIER = 1.1


@dataclass(frozen=True)
class Series:
    """One line: name, colour, and its (year, value, flag) in order of years."""

    name: str
    colour: str
    points: tuple[tuple[int, float, str], ...]


@dataclass(frozen=True)
class Frame:
    """How years and values become places in the drawing."""

    years: tuple[int, int]
    values: tuple[float, float]
    left: float
    right: float
    height: int = HEIGHT

    @property
    def bottom(self) -> int:
        """Where the lowest value stands."""
        return self.height - BOTTOM

    def x(self, year: float) -> float:
        first, last = self.years
        return round(self.left + (WIDTH - self.left - self.right) * (year - first) / max(last - first, 1), 1)

    def y(self, value: float) -> float:
        low, high = self.values
        return round(self.bottom - (self.bottom - TOP) * (value - low) / (high - low), 1)


def svg_lines(series: list[Series], look: Look, *, label: str, height: int = HEIGHT) -> str:
    """The lines as SVG text, interrupted where a series breaks. A flagged value has an open mark, a break a square
    one."""
    years = [year for item in series for year, _, _ in item.points]
    ticks = ticks_of(series)
    left = max(text_width(look.number(tick)) for tick in ticks) + GAP
    names = [f"{item.name} {look.number(item.points[-1][1])}" for item in series]
    frame = Frame(
        (min(years), max(years)),
        (ticks[0], ticks[-1]),
        left,
        max(map(text_width, names)) + 2 * GAP,
        height,
    )
    paths_svg = "".join(line(item, frame, look) for item in series)
    return (
        f'<svg class="svg-lines" viewBox="0 0 {WIDTH} {height}" role="img" aria-label="{escape(label)}"'
        f' font-size="{SIZE}">{grid(ticks, frame, look)}{year_labels(frame, look)}{paths_svg}'
        f"{end_labels(series, names, frame)}</svg>"
    )


def ticks_of(series: Sequence[Series]) -> list[float]:
    """The values at the axis of a drawing, from its foot to its top."""
    values = [value for item in series for _, value, _ in item.points]
    return tick_values(min(values), max(values))


def text_width(text: str) -> float:
    """About how wide a text is in this drawing."""
    return width(text) * SIZE / 14 * HEAVIER


def tick_values(low: float, high: float) -> list[float]:
    """Round values that enclose `low` and `high`, about `TICKS` steps apart."""
    span = (high - low) or abs(high) or 1
    power = 10 ** floor(log10(span / TICKS))
    step = next(step * power for step in STEPS if step * power * TICKS >= span)
    first, last = floor(low / step), -floor(-high / step)
    return [round(step * at, 10) for at in range(first, max(last, first + 1) + 1)]


def grid(ticks: list[float], frame: Frame, look: Look) -> str:
    """Horizontal lines with their values."""
    return "".join(
        f'<path d="M{frame.left} {frame.y(tick)}H{WIDTH - frame.right}" stroke="{look.colours.grid}"/>'
        f'<text x="{frame.left - 6}" y="{frame.y(tick) + 5}" text-anchor="end" fill="{look.colours.soft}">'
        f"{escape(look.number(tick))}</text>"
        for tick in ticks
    )


def year_labels(frame: Frame, look: Look) -> str:
    """The first year, the last, and some between them."""
    first, last = frame.years
    step = max(1, -(-(last - first) // MOST_YEARS))
    years = range(last, first - 1, -step)
    return "".join(
        f'<text x="{frame.x(year)}" y="{frame.height - 8}" text-anchor="middle" fill="{look.colours.soft}">'
        f"{year}</text>"
        for year in years
    )


def line(series: Series, frame: Frame, look: Look) -> str:
    """One series: a line, interrupted where the series breaks, and a mark for each value, with what it says."""
    stretches = "".join(
        f'<polyline points="{" ".join(places)}" fill="none" stroke="{series.colour}" stroke-width="2.2"/>'
        for places in unbroken_stretches(series, frame)
    )
    return stretches + "".join(point_mark(series, point, frame, look) for point in series.points)


def unbroken_stretches(series: Series, frame: Frame) -> list[list[str]]:
    """The places of the values, a list for each stretch of years without a break."""
    found: list[list[str]] = [[]]
    for year, value, flag in series.points:
        if BREAK in flag and found[-1]:
            found.append([])
        found[-1].append(f"{frame.x(year)},{frame.y(value)}")
    return found


def point_mark(series: Series, point: tuple[int, float, str], frame: Frame, look: Look) -> str:
    """One value."""
    year, value, flag = point
    x, y = frame.x(year), frame.y(value)
    paint = (
        f'fill="{look.colours.ground if flag else series.colour}" stroke="{series.colour}" stroke-width="1.6"'
    )
    title = f"<title>{escape(f'{series.name}, {year}: {look.value(value)}')}</title>"
    if BREAK in flag:
        return f'<rect x="{x - 3.5}" y="{y - 3.5}" width="7" height="7" {paint}>{title}</rect>'
    return f'<circle cx="{x}" cy="{y}" r="2.6" {paint}>{title}</circle>'


def end_labels(series: list[Series], names: list[str], frame: Frame) -> str:
    """The name and the newest value of each series beside its end, moved apart where two would touch."""
    ends = sorted(zip(series, names, strict=True), key=lambda pair: pair[0].points[-1][1])
    heights = [series.points[-1][1] for series, _ in ends]
    moved = shifts(heights, pd.Series(frame.values), frame.bottom - TOP, [1] * len(ends))
    return "".join(
        f'<text x="{frame.x(series.points[-1][0]) + GAP}" y="{frame.y(height) - shift + 5}" fill="{series.colour}"'
        f' font-weight="600">{escape(name)}</text>{tie(series, frame, shift)}'
        for (series, name), height, shift in zip(ends, heights, moved, strict=True)
    )


def tie(series: Series, frame: Frame, shift: float) -> str:
    """A hair line from the end of a line to its name where that had to move."""
    if abs(shift) < MOVED:
        return ""
    year, value, _ = series.points[-1]
    x, y = frame.x(year), frame.y(value)
    return f'<path d="M{x + 3} {y}L{x + GAP - 2} {y - shift}" stroke="{series.colour}"/>'
