"""Where a name can stand on a map without covering another: worked out for a narrow screen, where it is
hardest. Knows marks, no map."""

from dataclasses import dataclass
from math import cos, radians

import pandas as pd

LETTER, LINE, GAP, DOT = 6.8, 14.0, 6.0, 8.0
Box = tuple[float, float, float, float]
CENTRE = "middle center"
SIDES = {
    "middle right": (1, 0),
    "top right": (1, 1),
    "bottom right": (1, -1),
    "top center": (0, 1),
    "bottom center": (0, -1),
    "top left": (-1, 1),
    "bottom left": (-1, -1),
}


@dataclass(frozen=True)
class Label:
    """A text beside a point, in pixels from the map's corner (y upwards)."""

    text: str
    side: str
    x: float
    y: float

    @property
    def box(self) -> Box:
        """Left, right, bottom, top."""
        across, up = SIDES.get(self.side, (0, 0))
        width = LETTER * len(self.text)
        return around(self.x + across * (GAP + width / 2), self.y + up * (GAP + LINE / 2), width, LINE)


def around(x: float, y: float, width: float, height: float) -> Box:
    """The box with its middle there."""
    return x - width / 2, x + width / 2, y - height / 2, y + height / 2


def apart(one: Box, other: Box) -> bool:
    """Whether neither covers any of the other."""
    return one[1] <= other[0] or one[0] >= other[1] or one[3] <= other[2] or one[2] >= other[3]


def labelled(land: pd.DataFrame, degree: float) -> pd.DataFrame:
    """The rows that get a name, with `text` and `side`: the full name where there is room beside the place
    (or in the middle of a shape without one), else the abbreviation, else none.

    `land` has `label`, `short`, `count`, `lon`, `lat`, and `at_lon`, `at_lat` where `count` is not 0.
    `degree` is the width of a degree of longitude in pixels on the narrowest screen.
    """
    held = land["count"] > 0
    points = land.assign(
        x_=land["at_lon"].where(held, land["lon"]), y_=land["at_lat"].where(held, land["lat"])
    )
    stretch = degree / cos(radians(float(land["lat"].mean())))
    taken = [around(x * degree, y * stretch, DOT, DOT) for x, y in points.loc[held, ["x_", "y_"]].to_numpy()]
    given = []
    for index, one in points.sort_values("count", ascending=False, kind="stable").iterrows():
        found = first_clear(candidates(one, one["x_"] * degree, one["y_"] * stretch), taken)
        if found is not None:
            taken.append(found.box)
            given.append({"index": index, "text": found.text, "side": found.side})
    chosen = pd.DataFrame(given).set_index("index")
    return points.loc[chosen.index].assign(text=chosen["text"], side=chosen["side"])


def candidates(one: pd.Series, x: float, y: float) -> list[Label]:
    """What the name may be and where, best first."""
    if not one["count"]:
        middle = (CENTRE, "bottom center", "top center")
        return [Label(one[text], side, x, y) for text in ("label", "short") for side in middle]
    texts = [f"{one[text]} {one['count']}" for text in ("label", "short")]
    return [Label(text, side, x, y) for text in texts for side in SIDES]


def first_clear(labels: list[Label], taken: list[Box]) -> Label | None:
    """The first that covers nothing that is already there."""
    return next((label for label in labels if all(apart(label.box, other) for other in taken)), None)
