"""Where a name can stand on a map without covering another: worked out for a narrow screen, where it is
hardest."""

from dataclasses import dataclass
from functools import lru_cache
from math import cos, radians
from random import Random

import pandas as pd

from components.figures.margins import SMALL
from components.figures.widths import width

LINE, GAP, DOT = 12.5, 6.0, 8.0
TRIES = 40
CENTRE, BEST = "middle center", "middle right"
SIDES = {
    BEST: (1, 0),
    "top right": (1, 1),
    "bottom right": (1, -1),
    "top center": (0, 1),
    "bottom center": (0, -1),
}
AMONG_LINES = {"bottom left": (-1, -1), "top left": (-1, 1)}
EVERY_SIDE = SIDES | AMONG_LINES
Box = tuple[float, float, float, float]


@dataclass(frozen=True)
class Name:
    """What a shape may be called, and where, in pixels from the map's corner (y upwards). With a `count` the
    name stands beside a dot there, without one in the middle of the shape."""

    key: str
    label: str
    short: str
    count: int
    x: float
    y: float


@dataclass(frozen=True)
class Label:
    """A text beside a point, or over it."""

    text: str
    side: str
    x: float
    y: float
    worth: float = 0

    @property
    def box(self) -> Box:
        """Left, right, bottom, top."""
        across, up = EVERY_SIDE.get(self.side, (0, 0))
        wide = width(self.text, SMALL)
        return box_centred_at(self.x + across * (GAP + wide / 2), self.y + up * (GAP + LINE / 2), wide, LINE)


def box_centred_at(x: float, y: float, width: float, height: float) -> Box:
    """The box with its middle there."""
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


def are_apart(box: Box, other: Box) -> bool:
    """Whether neither covers any of the other."""
    return box[1] <= other[0] or box[0] >= other[1] or box[3] <= other[2] or box[2] >= other[3]


def label_rows(land: pd.DataFrame, degree: float) -> pd.DataFrame:
    """The rows that get a name, with its `text`, its `side` of the point `x_`, `y_` (degrees): the full name
    where there is room, else the abbreviation, else none.

    `land` has `code`, `label`, `short`, `count`, `lon`, `lat`, and `at_lon`, `at_lat` where `count` is not 0.
    `degree` is the width of a degree of longitude in pixels on the narrowest screen.
    """
    with_values = land["count"] > 0
    points = land.assign(
        x_=land["at_lon"].where(with_values, land["lon"]), y_=land["at_lat"].where(with_values, land["lat"])
    )
    stretch = degree / cos(radians(float(land["lat"].mean())))
    names = [
        Name(code, label, short, int(count), x * degree, y * stretch)
        for code, label, short, count, x, y in points[
            ["code", "label", "short", "count", "x_", "y_"]
        ].to_numpy()
    ]
    placed = place_labels(tuple(names))
    shown = points[points["code"].isin(list(placed))]
    return shown.assign(
        text=[placed[code].text for code in shown["code"]], side=[placed[code].side for code in shown["code"]]
    )


@lru_cache(maxsize=32)
def place_labels(names: tuple[Name, ...]) -> dict[str, Label]:
    """The label of each name that finds room, by key. Which finds room depends on who comes first: of some
    orders, always the same ones, the best is taken."""
    first = sorted(names, key=lambda name: -name.count)
    shuffle = Random(0)  # noqa: S311 - an order, not a secret
    orders = [first, *(shuffle.sample(first, len(first)) for _ in range(TRIES))]
    return max(map(in_order, orders), key=lambda given: sum(label.worth for label in given.values()))


def in_order(names: list[Name]) -> dict[str, Label]:
    """The labels, each as good as those before it leave room for."""
    taken = [box_centred_at(name.x, name.y, DOT, DOT) for name in names if name.count]
    placed: dict[str, Label] = {}
    for name in names:
        label = first_clear(candidates(name), taken)
        if label is not None:
            placed[name.key] = label
            taken.append(label.box)
    return placed


def candidates(name: Name) -> list[Label]:
    """What the name may be and where, best first. Lines to a dot come from the left, so a name stands there only
    where it would be left out, and the right is worth the more, the more lines there are."""
    if name.count:
        full, short = f"{name.label} {name.count}", f"{name.short} {name.count}"
        ways = [(text, worth, side) for text, worth in ((full, 8.0), (short, 5.0)) for side in SIDES]
        ways += [(short, 3.0, side) for side in AMONG_LINES]
        return [
            Label(text, side, name.x, name.y, worth + (side == BEST) * name.count / 4)
            for text, worth, side in ways
        ]
    full_names = [
        Label(name.label, side, name.x, name.y, 3.0) for side in (CENTRE, "bottom center", "top center")
    ]
    return full_names + [Label(name.short, side, name.x, name.y, 2.0) for side in (CENTRE, *SIDES)]


def first_clear(labels: list[Label], taken: list[Box]) -> Label | None:
    """The first that covers nothing that is already there."""
    return next((label for label in labels if all(are_apart(label.box, other) for other in taken)), None)
