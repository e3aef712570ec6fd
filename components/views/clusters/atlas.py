"""The map: every organisation by number and name, tied to its place."""

import pandas as pd

from components import figures
from components.charts.errata import noted
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.base_path import with_base
from components.state.selection import Selection
from components.views.clusters.organisations import (
    PLACE_STANDINGS,
    PLACES,
    passing,
    province_name,
    provinces,
    said_of_filters,
)
from components.views.packed import packed, region_of
from data import Data, Pack

WHERE = "14 15"
SHAPES = {"LTC": "circle", "National": "square", "Other": "diamond"}
FRAME = (5.97, 11.5, 43.7, 47.52)
COLUMN, TOP, BOTTOM = 8.27, 47.36, 43.88


def located(pack: Pack, chosen: Selection) -> pd.DataFrame:
    """The organisations that pass the filters and have a place, each with its slot in the column: the first
    number on top, and the same slot whoever else is shown."""
    lon, lat, province = PLACES[chosen.location]
    rows = passing(pack, chosen)
    rows = rows.assign(lon=rows[lon], lat=rows[lat], where=rows[province]).dropna(subset=["lon", "lat"])
    step = (TOP - BOTTOM) / (len(pack.tables["organisations"]) - 1)
    return rows.assign(
        at_lon=COLUMN, at_lat=TOP - (rows["no"] - 1) * step, where=where(rows, chosen)
    ).reset_index(drop=True)


def where(rows: pd.DataFrame, chosen: Selection) -> list[str]:
    """The place in words: the province declared, or the address found."""
    if chosen.location == "declared":
        return [province_name(name, chosen.lang) for name in rows["declared"]]
    return list(rows[f"found_place_{chosen.lang}"])


def land(rows: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """The provinces with how many of the rows are in each, and the first place that one of them has there."""
    name = PLACES[chosen.location][2]
    first = rows.drop_duplicates(name).set_index(name)
    counted, shapes = rows[name].value_counts(), provinces(chosen.lang)
    return shapes.assign(
        count=shapes["name"].map(counted).fillna(0).astype(int),
        at_lon=shapes["name"].map(first["lon"]),
        at_lat=shapes["name"].map(first["lat"]),
        label=shapes["label"].str.partition(" ")[0],
        short=shapes["abbreviation"],
    )


@packed
def places(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Every organisation with number and name, tied to where it declares itself or where it was found."""
    rows, words = located(pack, chosen), region_of(data, chosen)
    marks = rows.assign(
        key=rows["no"].astype(str),
        label=rows["name"],
        shape=rows["kind"].map(SHAPES),
        standing=PLACE_STANDINGS[chosen.location],
    )
    columns = ["no", "key", "label", "short", "kind", "shape", "where", "lon", "lat", "at_lon", "at_lat"]
    marks = marks[[*columns, "standing", "note"]]
    if marks.empty:
        return ChartResult(figures.nothing(nobody(pack, chosen)), marks, (), "", (), words)
    shape = data.shapes["lombardy_provinces"]
    drawn = marks.assign(
        kind=[say(f"clusters.kinds.{kind}", chosen.lang) for kind in marks["kind"]],
        words=[f"{one.no} {one.label}: {one.where}" for one in marks.itertuples()],
    )
    here = land(rows, chosen)
    figure = figures.callouts(
        drawn,
        here,
        Look(chosen.theme, chosen.lang),
        address=with_base(shape.address),
        frame=FRAME,
        highlight=chosen.organisation,
    )
    told = {
        **words,
        "count": len(marks),
        "of": len(pack.tables["organisations"]),
        "places": counted(here, chosen),
    }
    return ChartResult(
        figure,
        marks,
        sources(pack, data, chosen),
        say(f"clusters.places.{chosen.location}", chosen.lang, **told),
        notes(pack, chosen),
        words,
    )


def counted(here: pd.DataFrame, chosen: Selection) -> str:
    """Provinces with their numbers, from most to least."""
    names = provinces(chosen.lang).set_index("code")["label"]
    some = here.assign(label=here["code"].map(names))[here["count"] > 0].sort_values(
        "count", ascending=False, kind="stable"
    )
    return listing([f"{one[0]} {one[1]}" for one in some[["label", "count"]].to_numpy()], chosen.lang)


def nobody(pack: Pack, chosen: Selection) -> str:
    """Why no mark is drawn: nobody passes the filters, or nobody who does has a place."""
    passed = passing(pack, chosen)["short"].tolist()
    if not passed:
        return say("clusters.nobody", chosen.lang)
    return say("clusters.places.missing", chosen.lang, names=listing(passed, chosen.lang))


def notes(pack: Pack, chosen: Selection) -> tuple[str, ...]:
    """Who is filtered out, who has no place, how declared places are known, where the paper errs."""
    rows = passing(pack, chosen)
    missing = rows[rows[PLACES[chosen.location][0]].isna()]["short"].tolist()
    said = [said_of_filters(pack, chosen)] if len(rows) < len(pack.tables["organisations"]) else []
    if missing:
        said.append(say("clusters.places.missing", chosen.lang, names=listing(missing, chosen.lang)))
    if chosen.location == "declared":
        said.append(say("clusters.places.elimination", chosen.lang))
    return (*said, *noted(pack, [WHERE], chosen.lang))


def sources(pack: Pack, data: Data, chosen: Selection) -> tuple[object, ...]:
    """The paper or the pages the places were found on, and whose boundaries these are."""
    first = (pack.sources["paper"],) if chosen.location == "declared" else (pack.sources["profiles"],)
    return (*first, data.shapes["lombardy_provinces"].source)
