"""What the maps draw of each region: known for all readers at once, and what is the reader's own."""

from functools import lru_cache
from typing import Any

import pandas as pd

from components.figures.classes import NONE
from components.i18n.text import say
from components.state.selection import Selection
from components.views.compare.context import CompareContext, compare_context
from components.views.compare.map_frame import (
    codes_in_view,
)
from data import Data, areas, groups, queries

KNOWN_BY = ("year", "scale", "base", "within", "classes", "lang", "theme")


def without_reader(now: CompareContext) -> Selection:
    """The Selection without whom it compares and, unless its scale or the areas in view are of the region's, without
    the region: nothing of what is known of each area depends on them."""
    known: dict[str, Any] = {name: getattr(now.chosen, name) for name in KNOWN_BY}
    own: dict[str, Any] = {"region": now.chosen.region} if is_own(now.chosen) else {}
    return Selection(indicator=now.indicator.code, **known, **own)


def is_own(chosen: Selection) -> bool:
    """Whether the scale or the areas in view are those of the region."""
    return chosen.scale == "country100" or chosen.within == groups.BORDER


def regions_in_view(now: CompareContext) -> pd.DataFrame:
    """Every region in view with the value, fifth and place of the area that covers it; without a value the
    fifth is missing."""
    return known_regions(now.data, without_reader(now))


@lru_cache(maxsize=16)
def known_regions(data: Data, chosen: Selection) -> pd.DataFrame:
    """The same, once for every chosen region."""
    now = compare_context(data, chosen)
    codes = codes_in_view(now)
    covering = [queries.area(now.data, now.indicator, code) for code in codes]
    found = now.rows.reindex(covering)
    frame = pd.DataFrame(
        {
            "code": codes,
            "label": [str(now.name(code)) for code in codes],
            "area": covering,
            "year": now.year,
            "value": found["value"].to_numpy(),
            "unit": now.look.unit,
            "flag": found["flag"].fillna("").to_numpy(),
            "band": found["band"].to_numpy(),
            "rank": found["rank"].to_numpy(),
            "of": found["of"].to_numpy(),
            "standing": [now.standing if known else "not-in-our-copy" for known in found["value"].notna()],
        }
    )
    order = frame["rank"].fillna(len(frame)).rank(method="first").astype(int)
    every = now.all_years
    steps = (
        [every.step(value) for value in frame["value"]] if every else [step(item) for item in frame["band"]]
    )
    return frame.assign(step=steps, order=order)


def step(band: float) -> int:
    """The colour class of a fifth: the best is the darkest."""
    return NONE if band != band else 5 - int(band)


def mark_words(now: CompareContext, code: str) -> str:
    """What a region's mark says."""
    area = queries.area(now.data, now.indicator, code)
    if area not in now.rows.index:
        return f"{now.name(code)} ({code}): {say('value.none', now.lang)}"
    if areas.region_of(now.data, area) == code:
        return now.words(area)
    return say("compare.covered", now.lang, name=now.name(code), code=code, words=now.words(area))


def outlines(now: CompareContext, shape: str) -> pd.DataFrame:
    """One row per outline: the regions, or several where one outline stands for them."""
    return known_outlines(now.data, without_reader(now), shape)


@lru_cache(maxsize=16)
def known_outlines(data: Data, chosen: Selection, shape: str) -> pd.DataFrame:
    """The same, once for every chosen region."""
    now, rows = compare_context(data, chosen), known_regions(data, chosen)
    stands_for = data.shapes[shape].stands_for
    covered = {item for several in stands_for.values() for item in several}
    single = rows[~rows["code"].isin(covered)]
    words = [mark_words(now, code) for code in single["code"]]
    marks = pd.DataFrame(
        {"key": single["code"], "step": single["step"], "order": single["order"], "words": words}
    )
    together = [
        {
            "key": outline,
            "step": NONE,
            "order": len(rows) + 1,
            "words": "; ".join(mark_words(now, code) for code in several),
        }
        for outline, several in stands_for.items()
        if set(several) & set(rows["code"])
    ]
    joined = pd.concat([marks, pd.DataFrame(together)], ignore_index=True) if together else marks
    apart = now.data.regions["oversea"].astype(int).reindex(joined["key"]).fillna(0).to_numpy()
    return joined.assign(oversea=apart == 1)
