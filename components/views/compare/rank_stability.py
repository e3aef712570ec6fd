"""How firm the place is: over three years, over rounding, over the lenses."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.result import ChartResult
from components.i18n.text import listing, say, share_key
from components.state.selection import Selection
from components.views.compare.compared import weights
from components.views.compare.context import CompareContext, compare_context, set_text
from data import Data, change, rank_stability


def places(data: Data, chosen: Selection) -> ChartResult:
    """The place of the chosen region in the indicator, each way of counting it in a row."""
    now = compare_context(data, chosen)
    rows = pd.DataFrame(ways_of_counting(now))
    if rows.empty:
        return ChartResult(
            figures.empty_state(say("compare.places.none", chosen.lang, **now.blanks)),
            rows,
            blanks=now.blanks,
        )
    rows = rows.assign(region=now.home, standing="recomputed")
    columns = ["region", "way", "year", "best", "worst", "of", "standing"]
    notes = (
        say("compare.places.rule", chosen.lang),
        say("compare.places.scale", chosen.lang),
        *now.notes[-1:],
    )
    return ChartResult(
        table(now, rows), rows[columns], (now.indicator,), summary(now, rows), notes, now.blanks, 0
    )


def ways_of_counting(now: CompareContext) -> list[dict[str, Any]]:
    """Every way of counting: this year's place with rounding, the years before, each lens."""
    code, region, within = now.indicator.code, now.chosen.region, now.chosen.group
    args = (now.data, code, region, now.year, within)
    rounding = rank_stability.over_rounding(*args)
    ways = (
        [{"kind": "rounding", "way": say("compare.way.rounding", now.lang), **rounding}] if rounding else []
    )
    ways += in_years(now)
    near = rank_stability.over_lenses(
        now.data, code, region, now.year, weights(now.chosen), int(now.chosen.peers)
    )
    return [*ways, *(place_by_lens(now, code) for code in near)]


def compared_years(now: CompareContext) -> change.Places | None:
    """The place in the first and in the last of the years compared, among the areas that have a value in both; None
    where the region's own series leaves but one year that can be compared."""
    code, region = now.indicator.code, now.chosen.region
    years = [
        year
        for year in rank_stability.ranked_years(now.data, code, region, now.year)
        if not change.breaks(now.data, code, region, year, now.year)
    ]
    if len(years) < 2:
        return None
    return change.places(now.data, code, region, (years[0], years[-1]), now.chosen.group)


def in_years(now: CompareContext) -> list[dict[str, Any]]:
    """The place in each of the years compared, on the one set of areas that have a value in both."""
    found = compared_years(now)
    if found is None:
        return []
    both = listing([str(year) for year in found.years], now.lang)
    return [
        {
            "kind": "year",
            "way": say("compare.way.year", now.lang, year=year, both=both),
            "year": year,
            "best": rank,
            "worst": rank,
            "of": found.of,
        }
        for year, rank in zip(found.years, found.ranks, strict=True)
    ]


def place_by_lens(now: CompareContext, row: dict[str, Any]) -> dict[str, Any]:
    """The place among the peers of one lens."""
    way = say("compare.way.lens", now.lang, lens=say(f"choice.lens.{row['lens']}", now.lang))
    return {
        "kind": "lens",
        "way": way,
        "year": row["year"],
        "best": row["best"],
        "worst": row["best"] + row["level"],
        "of": row["of"],
    }


def table(now: CompareContext, rows: pd.DataFrame) -> Component:
    """Each way with its place, and where that is between first and last."""
    texts = [say(f"compare.way.head.{column}", now.lang) for column in ("way", "place", "bar")]
    body = [line(now, row) for row in rows.to_dict("records")]
    boxed = html.Table([figures.headings(texts), html.Tbody(body)], className="rows firm")
    return figures.scroll_box(boxed, say("compare.way.label", now.lang))


def line(now: CompareContext, row: dict[str, Any]) -> html.Tr:
    """One way of counting."""
    key = "compare.way.range" if row["best"] != row["worst"] else "compare.way.place"
    place = say(key, now.lang, best=row["best"], worst=row["worst"], of=row["of"])
    span = max(row["of"] - 1, 1)
    left, width = 100 * (row["best"] - 1) / span, 100 * (row["worst"] - row["best"]) / span
    bar = html.Span(
        className="between-mark", style={"left": f"{left:.1f}%", "width": f"max(.6rem, {width:.1f}%)"}
    )
    track = html.Span(bar, className="between", **{"aria-hidden": "true"})
    return html.Tr(
        [html.Th(row["way"], scope="row"), html.Td(place), html.Td(track)], **{"data-standing": "recomputed"}
    )


def summary(now: CompareContext, rows: pd.DataFrame) -> str:
    """The place now; how it moved from the first to the last year compared; through how many lenses it is
    first, alone."""
    here = rank_stability.places(now.data, now.indicator.code, now.chosen.region, now.year, now.chosen.group)
    found, lenses = compared_years(now), rows[rows["kind"] == "lens"]
    size = ".size" if now.indicator.direction == "neither" else ""
    sentences = []
    if here:
        words = {"rank": here["best"], "among": set_text(now, here["of"])}
        sentences.append(say(f"compare.places.now{size}", now.lang, **now.blanks, **words))
    if found:
        sentences.append(change_of_rank(now, found))
    if len(lenses):
        first = int((lenses["worst"] == 1).sum())
        words = {"first": first, "lenses": len(lenses)}
        sentences.append(
            say(
                share_key(f"compare.places.lenses{size}", words["first"], words["lenses"]),
                now.lang,
                **now.blanks,
                **words,
            )
        )
    return " ".join(sentences)


def change_of_rank(now: CompareContext, found: change.Places) -> str:
    """From the first year compared to the last, on one set of areas; breaks in the series of any are said."""
    words: dict[str, object] = {"first": found.years[0], "last": found.years[-1], "of": found.of}
    words |= {"was": found.ranks[0], "is": found.ranks[-1]}
    key = "compare.places.moved" if found.places_gained else "compare.places.stayed"
    sentence = say(key, now.lang, **now.blanks, **words)
    if not found.broken:
        return sentence
    return f"{sentence} {say('compare.places.broken', now.lang, count=found.broken)}"
