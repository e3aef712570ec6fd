"""Which regions are in view, which part of Europe the map shows for them, and what is said of those in grey."""

from collections.abc import Iterable

import pandas as pd

from components.figures.classes import Frame
from components.i18n.text import listing, say
from components.views.compare.context import CompareContext
from data import groups, peers, queries

MARGIN = 0.6
NAMED = 8


def shape_of(now: CompareContext) -> str:
    """The boundaries of the indicator's own NUTS vintage."""
    return "nuts2_2024" if now.indicator.source.nuts == "2024" else "nuts2_2021"


def codes_of_vintage(now: CompareContext) -> list[str]:
    """The regions of the indicator's edition of NUTS."""
    vintage = "nuts2024" if now.indicator.source.nuts == "2024" else "nuts2021"
    level2 = groups.level2(now.data)
    return [str(code) for code in level2.index[level2[vintage].astype(int) == 1]]


def codes_in_view(now: CompareContext) -> list[str]:
    """Those of them that are in view."""
    inside = groups.regions_in(now.data, now.chosen.group)
    return [code for code in codes_of_vintage(now) if code in inside]


def out_of_view(now: CompareContext) -> tuple[str, ...]:
    """Those of them on the continent that are not in view."""
    inside, apart = groups.regions_in(now.data, now.chosen.group), now.data.regions["oversea"].astype(int)
    return tuple(code for code in codes_of_vintage(now) if code not in inside and not apart[code])


def frame(now: CompareContext) -> Frame | None:
    """The part of the map to show: none for all of Europe."""
    zoom, within = now.chosen.zoom, now.chosen.within
    if zoom == "europe" and within in (groups.EVERYWHERE, *groups.ACROSS):
        return None
    codes = codes_in_view(now)
    if zoom == "neighbours":
        near = peers.neighbours(now.data, now.chosen.region)["region"]
        return map_frame(now, [now.chosen.region, *near])
    is_country = within not in (groups.EVERYWHERE, *groups.GROUPS)
    country = within if is_country else queries.country(now.data, now.chosen.region)
    everyone = (
        [code for code in now.data.regions.index if code.startswith(country) and len(code) == 4]
        if zoom == "country"
        else codes
    )
    return map_frame(now, everyone)


def map_frame(now: CompareContext, codes: Iterable[str]) -> Frame:
    """West, east, south, north of the outlines of some regions, those overseas left out, with a margin."""
    apart = now.data.regions["oversea"].astype(int)
    boxes = [
        box
        for code in codes
        if not apart.get(code, 0) and (box := now.data.shapes[shape_of(now)].boxes.get(code))
    ]
    if not boxes:
        return (-12.0, 34.0, 34.5, 70.5)
    wests, easts, souths, norths = zip(*boxes, strict=True)
    return min(wests) - MARGIN, max(easts) + MARGIN, min(souths) - MARGIN, max(norths) + MARGIN


def grey(now: CompareContext, rows: pd.DataFrame, key: str = "compare.grey") -> tuple[str, ...]:
    """How many of the rows (`label`, `value`) have no value, and the first of them by name."""
    missing = rows[rows["value"].isna()]
    if missing.empty:
        return ()
    names, more = missing["label"].head(NAMED).tolist(), len(missing) - NAMED
    if more > 0:
        names = [*names, say("compare.more", now.lang, count=more)]
    return (say(key, now.lang, count=len(missing), names=listing(names, now.lang)),)


def shared_outlines(now: CompareContext, shape: str) -> tuple[str, ...]:
    """The outlines that stand for several regions."""
    several = [code for codes in now.data.shapes[shape].stands_for.values() for code in codes]
    seen = set(several) & set(codes_in_view(now))
    return (say("compare.shared_outline", now.lang, codes=listing(sorted(seen), now.lang)),) if seen else ()
