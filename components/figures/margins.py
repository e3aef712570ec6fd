"""Room for the words around a drawing, known before it is drawn: plotly would draw every figure twice to find
it."""

from math import ceil, floor, log10
from typing import Any

from components.figures.frame import Look
from components.figures.widths import fold_text, width
from components.i18n.numbers import axis_unit, number

NARROW = 288
EDGE, PAD = 6, 3
LABEL, TITLE, SMALL = 21, 17, 13
GAP = 2
STEPS = (1, 2, 5)
CORNER = 9
UNIT = "{unit}"
SCALES = ((1e9, "B"), (1e6, "M"), (1e4, "k"))


def left_margin(labels: list[str]) -> int:
    """Pixels on the left for the names of rows, on as many lines as they have."""
    return EDGE + PAD + ceil(max(map(width, labels), default=0))


def margin_for_texts(texts: list[str], shares: list[float], left: float, *, mark: float = 0) -> int:
    """Pixels on the right so that the number beside each mark is whole on a phone. `shares` says how far
    across the plot each mark is, `mark` how far its number stands from there."""
    plot = NARROW - left
    wanted = [
        (mark + 2 * PAD + width(text, SMALL) - (1 - share) * plot) / share
        for text, share in zip(texts, shares, strict=True)
        if share > 0
    ]
    return max(16, ceil(max(wanted, default=0)))


def horizontal_axis(
    axis: dict[str, Any], look: Look, reach: tuple[float, float], left: float, right: float, title: str = UNIT
) -> dict[str, Any]:
    """A value axis under the plot, from and to `reach`. Its unit is folded to what a phone has room for, and
    its numbers, never turned, are fewer where plotly's would touch on a phone. Large ones are counted in millions or
    more, which the unit says."""
    by, unit = axis_unit(look.unit, look.lang, max(map(abs, reach)))
    text = title.replace(UNIT, unit)
    room = NARROW - left - right + 2 * min(left, right) - 2 * EDGE
    named_axis = {
        **axis,
        "title": {**axis["title"], **({"text": fold_text(text, room, SMALL)} if text else {})},
    }
    named_axis["tickangle"] = 0
    if by != 1:
        return {**named_axis, **ticks(reach, round_step((reach[1] - reach[0]) / 4), by, look)}
    few = tick_count(*reach, NARROW - left - right)
    return {**named_axis, **({"nticks": few} if few else {})}


def ticks(reach: tuple[float, float], step: float, by: float, look: Look) -> dict[str, Any]:
    """The round values in the reach, a step apart, divided by `by` and written as the reader's language does."""
    low, high = reach
    values = [round(step * at, 9) for at in range(ceil(low / step), floor(high / step) + 1)]
    places = max(0, -floor(log10(step / by) + 1e-9))
    return {
        "tickmode": "array",
        "tickvals": values,
        "ticktext": [number(value / by, look.lang, places) for value in values],
    }


def margin_below(text: str) -> int:
    """Pixels under the plot for the numbers of an axis and its title."""
    return EDGE + LABEL + (TITLE * (text.count("<br>") + 1) if text else 0)


def tick_count(low: float, high: float, plot: float) -> int:
    """How many numbers plotly may write under a `plot` of so many pixels; 0 where all five that it writes at
    least have room."""
    for count in (5, 4):
        step = round_step((high - low) / count)
        widest = max(map(width, (shortened_number(low), shortened_number(high - high % step))))
        if step / (high - low) * plot >= widest + GAP:
            return 0 if count == 5 else count
    return 3


def shortened_number(value: float) -> str:
    """A number of an axis as plotly shortens it."""
    by, mark = next(
        ((by / 10 if mark == "k" else by, mark) for by, mark in SCALES if abs(value) >= by), (1, "")
    )
    return f"{value / by:.4g}{mark}"


def round_step(rough: float) -> float:
    """The next step of 1, 2, 5 times a power of ten."""
    power = 10.0 ** floor(log10(rough))
    return next((power * step for step in STEPS if power * step >= rough * (1 - 1e-9)), 10 * power)


def vertical_axis(
    axis: dict[str, Any], look: Look, reach: tuple[float, float], plot: float, title: str = UNIT
) -> dict[str, Any]:
    """A value axis to the left of a `plot` of so many pixels: round values in the reach, about 40 pixels apart,
    as the reader's language writes them, and the unit folded to the height. None stands in the corner, where the other
    axis writes."""
    by, unit = axis_unit(look.unit, look.lang, max(map(abs, reach)))
    low, high = reach
    step = round_step(((high - low) or abs(high) or 1) / (min(max(plot / 40, 4), 9) + 1))
    text = fold_text(title.replace(UNIT, unit), plot, SMALL)
    above = (low + CORNER * (high - low) / plot, high) if low > 0 else reach
    return {**axis, "title": {**axis["title"], "text": text}, **ticks(above, step, by, look)}


def margin_beside(axis: dict[str, Any]) -> int:
    """Pixels to the left of the plot for the numbers and the title of an upright axis."""
    text = axis["title"]["text"]
    return left_margin(axis["ticktext"]) + (TITLE * (text.count("<br>") + 1) + EDGE if text else 0)


def years(low: float, high: float, plot: float) -> dict[str, Any]:
    """Whole years as far apart as a `plot` of so many pixels needs, so that none has to be turned."""
    need = (width("2000") + 1) * (high - low) / plot
    step = next((item for item in (1, 2, 3, 5, 10, 20, 50) if item >= need), 100)
    return {"tickformat": "d", "tick0": 0, "dtick": step, "tickangle": 0}
