"""Six plain rows in each theme, and what an axis does with their values: for the rules about marks."""

from typing import Any

import pandas as pd
import pytest

from components.figures.classes import Land
from components.figures.frame import Look
from components.theme import THEMES

CLEAR = "rgba(0,0,0,0)"


VALUES = [41.5, -3.0, 12.25, 12.25, 88.0, 60.0]
LAND = Land("/shapes/regions.json")


@pytest.fixture(params=THEMES)
def look(request: pytest.FixtureRequest) -> Look:
    """Each theme in turn."""
    return Look(theme=request.param, unit="%")


def rows(**columns: list[Any]) -> pd.DataFrame:
    """Six rows with a key, a label and a value each."""
    keys = list("abcdef")
    base = {"key": keys, "label": [f"Region {key}" for key in keys], "value": VALUES}
    return pd.DataFrame({**base, **columns})


def runs_right(axis: dict[str, Any]) -> bool:
    """Whether larger numbers lie further right (or, for a y axis, further up)."""
    low, high = axis.get("range", (0, 1))
    return bool(low < high) and axis.get("autorange") != "reversed"


def rows_run_down(figure: dict[str, Any]) -> bool:
    """Whether the first category is the topmost: the axis of the rows is turned round."""
    first, last = figure["layout"]["yaxis"]["range"]
    return bool(first > last)


def fits_axis(axis: dict[str, Any], values: list[float]) -> bool:
    """Whether an axis shows all of the values."""
    low, high = sorted(axis["range"])
    return bool(low <= min(values) and max(values) <= high)


def classes(step: list[int], **more: list[Any]) -> pd.DataFrame:
    """Six regions in classes."""
    order = list(range(len(step)))
    return rows(step=step, words=list("uvwxyz"), order=order, oversea=[False] * len(step), **more)
