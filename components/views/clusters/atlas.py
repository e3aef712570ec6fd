"""The map: every organisation by number and name, tied to its place."""

import math
import textwrap

import pandas as pd

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say, share_key
from components.state.base_path import with_base
from components.state.selection import Selection
from components.views.clusters.organisations import (
    PLACES,
    SYMBOLS,
    filter_summary,
    filtered_organisations,
    kinds,
    place_standings,
    province_name,
    provinces,
)
from components.views.pack_charts import column_errata, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack
from data.shapes import Box, Shape

# Letters of a short name that the column beside the map has room for.
LONGEST = 32


def organisation_places(pack: Pack, data: Data, chosen: Selection) -> pd.DataFrame:
    """The organisations that pass the filters and have a place, each with its slot in the column: the first
    number on top, and the same slot whoever else is shown."""
    lon, lat, province = PLACES[chosen.location]
    rows = filtered_organisations(pack, chosen)
    rows = rows.assign(lon=rows[lon], lat=rows[lat], province=rows[province]).dropna(subset=["lon", "lat"])
    column, top, bottom = slots(ground(pack, data))
    numbers = sorted(pack.tables["organisations"]["no"])
    step = (top - bottom) / max(len(numbers) - 1, 1)
    return rows.assign(
        at_lon=column,
        at_lat=[top - numbers.index(number) * step for number in rows["no"]],
        where=place_text(pack, rows, chosen),
    ).reset_index(drop=True)


def place_text(pack: Pack, rows: pd.DataFrame, chosen: Selection) -> list[str]:
    """The place in words: the province declared, or the address found."""
    if chosen.location == "declared":
        return [province_name(pack, name, chosen.lang) for name in rows["declared"]]
    return list(rows[f"found_place_{chosen.lang}"])


def ground(pack: Pack, data: Data) -> Box:
    """West, east, south and north of the region and of every place of an organisation."""
    boxes = [shape_of(pack, data).boxes[code] for code in outlines(pack, data)]
    rows = pack.tables["organisations"]
    lons = pd.concat([rows["declared_lon"], rows["found_lon"]]).dropna().tolist()
    lats = pd.concat([rows["declared_lat"], rows["found_lat"]]).dropna().tolist()
    return (
        min([box[0] for box in boxes] + lons),
        max([box[1] for box in boxes] + lons),
        min([box[2] for box in boxes] + lats),
        max([box[3] for box in boxes] + lats),
    )


def shape_of(pack: Pack, data: Data) -> Shape:
    """The boundaries of the region's provinces where there is a file of them, else of the regions of Europe."""
    return data.shapes.get(f"{pack.region.lower()}_provinces") or data.shapes["nuts2_2024"]


def outlines(pack: Pack, data: Data) -> list[str]:
    """The codes of the outlines to draw: all provinces, or the region, alone or with those that share its outline."""
    shape = shape_of(pack, data)
    if shape.name != "nuts2_2024":
        return sorted(shape.codes)
    shared = [code for code, regions in shape.stands_for.items() if pack.region in regions]
    return shared or [code for code in (pack.region,) if code in shape.codes]


def larger_side(box: Box) -> tuple[float, float]:
    """How many degrees of longitude and latitude the larger side of a box is."""
    west, east, south, north = box
    narrow = math.cos(math.radians((south + north) / 2))
    size = max(east - west, (north - south) / narrow, 0.2)
    return size, size * narrow


def slots(box: Box) -> tuple[float, float, float]:
    """Where the column of names stands, and where it begins and ends."""
    west, _, south, north = box
    wide, high = larger_side(box)
    middle = (south + north) / 2
    return west - 0.08 * wide, middle + 0.83 * high, middle - 0.87 * high


def frame(box: Box) -> Box:
    """West, east, south and north of the map, with room for the column of names."""
    west, east, south, north = box
    wide, high = larger_side(box)
    middle = (south + north) / 2
    return west - 0.86 * wide, east + 0.03 * wide, middle - 0.96 * high, middle + 0.93 * high


def land(pack: Pack, data: Data, rows: pd.DataFrame, chosen: Selection) -> pd.DataFrame:
    """The outlines with how many of the rows are in each, and the first place that one of them has there; a region
    without outlines of its provinces is one."""
    shapes = provinces(pack, chosen.lang)
    codes = outlines(pack, data)
    if not set(codes) & set(shapes["code"]):
        return region_outline(codes, rows, data, pack, chosen)
    first = rows.drop_duplicates("province").set_index("province")
    shapes = shapes[shapes["code"].isin(codes)]
    return shapes.assign(
        count=shapes["name"].map(rows["province"].value_counts()).fillna(0).astype(int),
        at_lon=shapes["name"].map(first["lon"]),
        at_lat=shapes["name"].map(first["lat"]),
        label=shapes["label"].str.partition(" ")[0],
        short=shapes["abbreviation"].where(shapes["abbreviation"] != "", shapes["label"]),
    )


def region_outline(
    codes: list[str], rows: pd.DataFrame, data: Data, pack: Pack, chosen: Selection
) -> pd.DataFrame:
    """The region's outline, named at its middle."""
    west, east, south, north = ground(pack, data)
    name = str(name_of(data, pack.region, chosen.lang))
    point = {"lon": (west + east) / 2, "lat": (south + north) / 2}
    mark = {**point, "at_lon": point["lon"], "at_lat": point["lat"], "label": name, "short": pack.region}
    return pd.DataFrame([{**mark, "code": code, "count": len(rows)} for code in codes])


@pack_chart("organisations")
def places(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Every organisation with number and name, tied to where it declares itself or where it was found."""
    rows, words = organisation_places(pack, data, chosen), region_of(data, chosen)
    names = kinds(pack, chosen.lang)
    symbols = {kind: SYMBOLS[at % len(SYMBOLS)] for at, kind in enumerate(names.index)}
    marks = rows.assign(
        key=rows["no"].astype(str),
        label=rows["name"],
        shape=rows["kind"].map(symbols),
        standing=place_standings(rows, chosen.location),
    )
    columns = ["no", "key", "label", "short", "kind", "shape", "where", "lon", "lat", "at_lon", "at_lat"]
    short = [textwrap.shorten(name, LONGEST, placeholder="…") for name in marks["short"]]
    marks = marks[[*columns, "standing", "source", "note"]]
    marks = marks.assign(kind=marks["kind"].map(names["plural"]), short=short)
    if marks.empty:
        return ChartResult(figures.empty_state(no_marks_reason(pack, chosen)), marks, (), "", (), words)
    hover = [
        f"{row.no} {row.label}: {row.where}" if row.where else f"{row.no} {row.label}"
        for row in marks.itertuples()
    ]
    here = land(pack, data, rows, chosen)
    figure = figures.callouts(
        marks.assign(words=hover),
        here,
        Look(chosen.theme, chosen.lang),
        address=with_base(shape_of(pack, data).address),
        frame=frame(ground(pack, data)),
        highlight=chosen.organisation,
    )
    return ChartResult(
        figure,
        marks,
        sources(pack, data, marks, chosen),
        summary(pack, rows, chosen),
        notes(pack, chosen),
        words,
    )


def summary(pack: Pack, rows: pd.DataFrame, chosen: Selection) -> str:
    """How many are on the map, by province where the pack says in which each is."""
    key, shown = f"clusters.places.{chosen.location}", (len(rows), len(pack.tables["organisations"]))
    template_args = dict(zip(("count", "of"), shown, strict=True))
    named = rows[rows["province"] != ""]
    if named.empty:
        return say(share_key(f"{key}.bare", *shown), chosen.lang, **template_args)
    counts = named["province"].value_counts(sort=False).sort_values(ascending=False, kind="stable")
    items = [f"{province_name(pack, str(name), chosen.lang)} {count}" for name, count in counts.items()]
    places = listing(items, chosen.lang)
    return say(share_key(key, *shown), chosen.lang, **template_args, places=places)


def no_marks_reason(pack: Pack, chosen: Selection) -> str:
    """Why no mark is drawn: nobody passes the filters, or nobody who does has a place."""
    passed = filtered_organisations(pack, chosen)["short"].tolist()
    if not passed:
        return say("clusters.nobody", chosen.lang)
    return say("clusters.places.missing", chosen.lang, names=listing(passed, chosen.lang))


def notes(pack: Pack, chosen: Selection) -> tuple[str, ...]:
    """Who is filtered out, who has no place, how declared places are known, where the paper errs."""
    rows = filtered_organisations(pack, chosen)
    missing = rows[rows[PLACES[chosen.location][0]].isna()]["short"].tolist()
    notes = [filter_summary(pack, chosen)] if len(rows) < len(pack.tables["organisations"]) else []
    if missing:
        notes.append(say("clusters.places.missing", chosen.lang, names=listing(missing, chosen.lang)))
    errata = column_errata(pack, "organisations", PLACES[chosen.location][2])
    return (
        *notes,
        *table_notes(pack, chosen.lang, "organisations"),
        *erratum_sentences(pack, errata, chosen.lang),
    )


def sources(pack: Pack, data: Data, marks: pd.DataFrame, chosen: Selection) -> tuple[object, ...]:
    """The paper or the pages the places were found on, and whose boundaries these are."""
    named = sources_of(pack, marks)
    pages = tuple(source for source in named if source != pack.paper)
    first = named[:1] if chosen.location == "declared" else pages or named
    return (*first, shape_of(pack, data).source)
