"""A map of all regions in classes, for any view: outlines, those overseas in boxes, and classes of counts."""

import json
from collections.abc import Iterable
from functools import cache
from operator import itemgetter
from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.figures.box_names import NamedBox
from components.figures.classes import NONE, Land
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.base_path import with_base
from components.state.selection import Selection
from data import Data, peers

SHAPE = "nuts2_2024"
CLASSES = 5


def region_map(
    data: Data,
    chosen: Selection,
    marks: pd.DataFrame,
    names: dict[int, str],
    *,
    compared: tuple[str, ...] = (),
) -> dict[str, Any]:
    """`marks` has `key` (a region), `step` (0.. or NONE) and `words`, in the order in which marks are visited; regions
    without a mark are drawn as NONE. The chosen region and those compared are ringed."""
    look = Look(chosen.theme, chosen.lang)
    shape = data.shapes[SHAPE]
    rows = outline_rows(marks, shape.stands_for)
    missing = [code for code in peers.regions(data) if code not in set(marks["key"])]
    grey = [code for code in missing if not any(code in several for several in shape.stands_for.values())]
    rest = pd.DataFrame({"key": grey, "step": NONE, "words": [names[NONE]] * len(grey)})
    every = pd.concat([rows, rest], ignore_index=True)
    apart = data.regions["oversea"].astype(int).reindex(every["key"]).fillna(0).to_numpy() == 1
    placed = every.assign(order=range(1, len(every) + 1), oversea=apart)
    addresses = [item.address for item in (shape, data.shapes["oversea"], data.shapes["oversea_frames"])]
    land = Land(*map(with_base, addresses), boxes=named_boxes(data, placed["key"], chosen.lang))
    return figures.class_map(placed, look, land=land, names=names, home=chosen.region, compared=compared)


def named_boxes(data: Data, codes: Iterable[str], language: str) -> tuple[NamedBox, ...]:
    """The boxes of those of the regions that are drawn in one, in the order in which boxes are read."""
    corners = upper_left_corners(data)
    seen = sorted(set(codes) & set(corners), key=lambda code: -corners[code][1])
    return tuple(NamedBox(str(name_of(data, code, language)), *corners[code]) for code in seen)


@cache
def upper_left_corners(data: Data) -> dict[str, tuple[float, float]]:
    """Longitude and latitude of the upper left corner of each box: in the east of the map, where the boxes are, it is
    the northernmost, since parallels fall to the right there."""
    features = json.loads(data.shapes["oversea_frames"].path.read_text(encoding="utf-8"))["features"]
    corners = {}
    for feature in features:
        longitude, latitude = max(feature["geometry"]["coordinates"][0], key=itemgetter(1))
        corners[str(feature["properties"]["code"])] = (float(longitude), float(latitude))
    return corners


def outline_rows(marks: pd.DataFrame, stands_for: dict[str, tuple[str, ...]]) -> pd.DataFrame:
    """One row per outline: those of several regions say all of them and take no class of one."""
    covered = {code for several in stands_for.values() for code in several}
    single = marks.loc[~marks["key"].isin(covered), ["key", "step", "words"]]
    several = [
        {"key": outline, "step": NONE, "words": "; ".join(marks.loc[marks["key"].isin(codes), "words"])}
        for outline, codes in stands_for.items()
        if marks["key"].isin(codes).any()
    ]
    return pd.concat([single, pd.DataFrame(several, columns=["key", "step", "words"])], ignore_index=True)


def map_notes(data: Data, chosen: Selection) -> tuple[str, ...]:
    """What stands beside every such map: which outline stands for several regions."""
    codes = sorted(code for several in data.shapes[SHAPE].stands_for.values() for code in several)
    return (say("compare.shared_outline", chosen.lang, codes=listing(codes, chosen.lang)),) if codes else ()


def steps_of(counts: pd.Series) -> pd.Series:
    """The class of each count, by the index of `counts`: up to five classes of about as many regions each (quantiles),
    4 for the highest; NONE for 0 and for a missing count."""
    some = counts[counts > 0]
    if some.empty:
        return pd.Series(NONE, index=counts.index)
    if some.nunique() <= CLASSES:
        order = {value: at for at, value in enumerate(sorted(some.unique()))}
        steps = some.map(order) + (CLASSES - some.nunique())
    else:
        bands = pd.qcut(some, CLASSES, labels=False, duplicates="drop")
        steps = bands + (CLASSES - 1 - bands.max())
    return steps.reindex(counts.index).fillna(NONE).astype(int)


def class_names(
    counts: pd.Series, steps: pd.Series, chosen: Selection, none: str, unit: str
) -> dict[int, str]:
    """Each class by its least and most count, and what is grey."""
    names = {NONE: say(none, chosen.lang)}
    look = Look(chosen.theme, chosen.lang, "", 0)
    for step, values in counts.groupby(steps):
        if step != NONE:
            low, high = look.number(values.min()), look.number(values.max())
            span = low if low == high else say("compare.legend.band", chosen.lang, low=low, high=high)
            names[int(str(step))] = say(unit, chosen.lang, span=span, most=int(values.max()))
    return names
