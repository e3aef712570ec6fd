"""Where the values are: every region of the Union on an equal-area map, and as equal tiles."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.result import ChartResult
from components.figures.box_names import NamedBox
from components.figures.classes import NONE, Land, Segment
from components.i18n.text import listing, say
from components.state.base_path import with_base
from components.state.selection import Selection
from components.views.compare.among_peers import standing_text
from components.views.compare.compared import compared_with
from components.views.compare.context import CompareContext, compare_context
from components.views.compare.map_frame import (
    codes_in_view,
    frame,
    grey,
    out_of_view,
    shape_of,
    shared_outlines,
)
from components.views.compare.map_regions import mark_words, outlines, regions_in_view, step
from components.views.compare.summary_text import summary
from components.views.region_map import named_boxes
from data import Data, shapes


def on_map(data: Data, chosen: Selection) -> ChartResult:
    """The fifths on the map, the chosen and the compared regions outlined."""
    now = compare_context(data, chosen)
    if now.rows.empty:
        return no_values(now)
    shape = shape_of(now)
    outline_paths = outlines(now, shape)
    rows = regions_in_view(now)
    figure = figures.class_map(
        outline_paths,
        now.look,
        land=land(now, shape),
        names=legend(now),
        home=chosen.region,
        compared=chosen_codes(now),
        frame=frame(now),
    )
    source = data.shapes[shape].source
    notes = (
        *fifths(now),
        say("compare.rings", now.lang),
        *boxes_note(now),
        *grey(now, rows),
        *shared_outlines(now, shape),
        *now.notes,
    )
    return ChartResult(
        with_fixed_legend(now, figure),
        rows,
        (now.indicator, source),
        text_beside(now),
        notes,
        now.blanks,
        {"value": now.places},
    )


def on_tiles(data: Data, chosen: Selection) -> ChartResult:
    """The same as one equal tile per region."""
    now = compare_context(data, chosen)
    if now.rows.empty:
        return no_values(now)
    rows = regions_in_view(now)
    grid = shapes.rows("tilegrid").set_index("code")
    placed = rows.assign(
        key=rows["code"], col=rows["code"].map(grid["col"]), row=rows["code"].map(grid["row"])
    )
    words = [mark_words(now, code) for code in placed["code"]]
    figure = figures.tiles(
        placed.assign(words=words, text=country_codes(placed)).dropna(subset=["col"]),
        now.look,
        names=legend(now),
        home=chosen.region,
        compared=chosen_codes(now),
        borders=country_borders(placed),
    )
    notes = (say("compare.tiles", now.lang), say("compare.rings", now.lang), *grey(now, rows), *now.notes)
    return ChartResult(
        with_fixed_legend(now, figure),
        rows,
        (now.indicator,),
        text_beside(now),
        notes,
        now.blanks,
        {"value": now.places},
    )


def text_beside(now: CompareContext) -> str:
    """Where the region stands; the comparison says where among those compared in the ranking beside the map."""
    return summary(now) if now.chosen.tab == "compare" else standing_text(now)


def country_codes(placed: pd.DataFrame) -> list[str]:
    """The code of each country for the tile nearest to the middle of its tiles, nothing for the others."""
    country = placed["code"].str[:2]
    middle = placed.groupby(country)[["col", "row"]].transform("median")
    away = (placed[["col", "row"]] - middle).abs().sum(axis=1).where(placed["col"].notna())
    nearest = set(away.dropna().groupby(country).idxmin())
    return [code if at in nearest else "" for at, code in country.items()]


def country_borders(placed: pd.DataFrame) -> list[Segment]:
    """The edges between neighbouring tiles of two countries."""
    rows = placed.dropna(subset=["col"])
    country = {
        (int(col), int(row)): code[:2]
        for col, row, code in zip(rows["col"], rows["row"], rows["code"], strict=True)
    }
    east = [
        ((col + 0.5, row - 0.5), (col + 0.5, row + 0.5))
        for (col, row), own in country.items()
        if country.get((col + 1, row), own) != own
    ]
    north = [
        ((col - 0.5, row + 0.5), (col + 0.5, row + 0.5))
        for (col, row), own in country.items()
        if country.get((col, row + 1), own) != own
    ]
    return [*east, *north]


def boxes_in_view(now: CompareContext) -> tuple[NamedBox, ...]:
    """The boxes of the regions in view, on the map of all of Europe."""
    return () if frame(now) is not None else named_boxes(now.data, codes_in_view(now), now.lang)


def boxes_note(now: CompareContext) -> tuple[str, ...]:
    """Which region each box shows, in the order of their numbers."""
    names = listing([box.name for box in boxes_in_view(now)], now.lang)
    return (say("compare.boxes", now.lang, names=names),) if names else ()


def land(now: CompareContext, shape: str) -> Land:
    """The outlines; those overseas in boxes where all of Europe is shown."""
    every = frame(now) is None
    addresses = [
        with_base(now.data.shapes[name].address) if every else "" for name in ("oversea", "oversea_frames")
    ]
    address = with_base(now.data.shapes[shape].address)
    return Land(address, *addresses, plain=out_of_view(now), boxes=boxes_in_view(now))


def no_values(now: CompareContext) -> ChartResult:
    """Nothing published for the regions in view."""
    return ChartResult(
        figures.empty_state(say("indicator.year.none", now.lang, **now.blanks)),
        now.rows.iloc[0:0],
        blanks=now.blanks,
    )


def chosen_codes(now: CompareContext) -> tuple[str, ...]:
    """The regions compared, as regions of the map."""
    return compared_with(now.data, now.chosen)


def legend(now: CompareContext) -> dict[int, str]:
    """Each fifth as a class of values, from the lowest; the next begins where the one before ends. What is grey."""
    names = {NONE: say("compare.legend.none", now.lang)}
    if now.all_years:
        return names | now.all_years.legend(now.look)
    ends = now.rows.groupby("band")["value"].agg(["min", "max"]).sort_values("min")
    below = ""
    for band, low, high in ends.itertuples():
        start, end = now.look.number(low), now.look.number(high)
        key = "compare.legend.above" if below else "compare.legend.band"
        names[step(float(band))] = say(key, now.lang, low=below or start, high=end)
        below = end
    return names


def with_fixed_legend(now: CompareContext, figure: dict[str, Any]) -> dict[str, Any]:
    """A figure with the legend of all years, where its classes are those."""
    every = now.all_years
    if not every:
        return figure
    title = say("compare.legend.all", now.lang, first=every.first, last=every.last)
    return figures.with_all_classes(figure, now.look, legend(now), title)


def fifths(now: CompareContext) -> tuple[str, ...]:
    """What the classes are, where they are those of the year."""
    return () if now.all_years else (say("compare.fifths", now.lang),)
