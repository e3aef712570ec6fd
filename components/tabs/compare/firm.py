"""How firm the place is: over three years, over rounding, over the lenses."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.picture import Picture
from components.selection import Selection
from components.tabs.compare.scene import Scene, scene, weights
from components.text import say
from data import Data, firmness
from data.periods import when


def places(data: Data, chosen: Selection) -> Picture:
    """The place of the chosen region in the indicator, each way of counting it in a row."""
    now = scene(data, chosen)
    rows = pd.DataFrame(counted(now))
    if rows.empty:
        return Picture(
            figures.nothing(say("compare.places.none", chosen.lang, **now.blanks)), rows, blanks=now.blanks
        )
    rows = rows.assign(region=now.home, standing="recomputed")
    kept = ["region", "way", "year", "best", "worst", "of", "standing"]
    notes = (
        say("compare.places.rule", chosen.lang),
        say("compare.places.scale", chosen.lang),
        *now.notes[-1:],
    )
    return Picture(table(now, rows), rows[kept], (now.indicator,), summary(now, rows), notes, now.blanks, 0)


def counted(now: Scene) -> list[dict[str, Any]]:
    """Every way of counting: this year's place with rounding, the years before, each lens."""
    code, region, within = now.indicator.code, now.chosen.region, now.chosen.within
    args = (now.data, code, region, now.year, within)
    rounding = firmness.over_rounding(*args)
    ways = (
        [{"kind": "rounding", "way": say("compare.way.rounding", now.lang), **rounding}] if rounding else []
    )
    ways += [in_year(now, one) for one in firmness.over_years(*args)]
    near = firmness.over_lenses(now.data, code, region, now.year, weights(now.chosen), int(now.chosen.peers))
    return [*ways, *(through(now, one) for one in near)]


def in_year(now: Scene, one: dict[str, Any]) -> dict[str, Any]:
    """The place in one year."""
    return {
        "kind": "year",
        "way": say("compare.way.year", now.lang, year=when(now.indicator, one["year"])),
        "worst": one["best"],
        **one,
    }


def through(now: Scene, one: dict[str, Any]) -> dict[str, Any]:
    """The place among the peers of one lens."""
    way = say("compare.way.lens", now.lang, lens=say(f"choice.lens.{one['lens']}", now.lang))
    return {
        "kind": "lens",
        "way": way,
        "year": one["year"],
        "best": one["best"],
        "worst": one["best"] + one["level"],
        "of": one["of"],
    }


def table(now: Scene, rows: pd.DataFrame) -> Component:
    """Each way with its place, and where that is between first and last."""
    texts = [say(f"compare.way.head.{one}", now.lang) for one in ("way", "place", "bar")]
    body = [line(now, row) for row in rows.to_dict("records")]
    boxed = html.Table([figures.headings(texts), html.Tbody(body)], className="rows firm")
    return figures.boxed(boxed, say("compare.way.label", now.lang))


def line(now: Scene, row: dict[str, Any]) -> html.Tr:
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


def summary(now: Scene, rows: pd.DataFrame) -> str:
    """The range over years, and over lenses."""
    years, lenses = rows[rows["kind"] == "year"], rows[rows["kind"] == "lens"]
    if years.empty or lenses.empty:
        return say("compare.places.short", now.lang, **now.blanks, count=len(rows))
    words = {
        "best": int(years["best"].min()),
        "worst": int(years["worst"].max()),
        "of": int(years["of"].iloc[0]),
        "years": len(years),
        "first": int((lenses["best"] == 1).sum()),
        "lenses": len(lenses),
    }
    return say(
        "compare.places.once" if len(years) == 1 else "compare.places.summary",
        now.lang,
        **now.blanks,
        **words,
    )
