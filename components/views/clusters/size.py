"""How large the organisations are, as the paper prints it and as it must read, and how many there are
elsewhere."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences, place_in_language
from components.charts.result import ChartResult
from components.figures.shares import Share
from components.i18n.numbers import number
from components.i18n.text import say, share_key
from components.state.selection import Selection
from components.views.pack_charts import (
    not_in_pack,
    pack_chart,
    region_of,
    sources_of,
    table_notes,
)
from data import Data, Pack

COLUMNS = ("band", "label", "variant", "count", "percent", "place", "standing", "source", "note")
VARIANTS = ("printed", "resolved", "europe")


def bands(pack: Pack, data: Data, chosen: Selection, block: str) -> ChartResult:
    """One block of Figure 4: as printed, as it must read, and the European shares; a row per mark."""
    table = pack.tables["bands"]
    if block not in set(table["block"]):
        return not_in_pack(data, chosen)
    rows = variants(table[table["block"] == block], chosen.lang)
    return ChartResult(
        band_table(rows, chosen.lang),
        rows,
        sources_of(pack, rows),
        bands_sentence(rows, block, chosen.lang),
        (
            *table_notes(pack, chosen.lang, "bands"),
            say("clusters.bands.how", chosen.lang),
            *erratum_sentences(pack, rows["note"], chosen.lang),
        ),
        region_of(data, chosen),
        0,
    )


def bands_sentence(rows: pd.DataFrame, block: str, language: str) -> str:
    """The band that most organisations are in, beside the EU's share of it where there is one."""
    resolved = rows[rows["variant"] == "resolved"].set_index("band")
    top = resolved.loc[resolved["count"].idxmax()]
    total = int(resolved["count"].sum())
    europe = rows[rows["variant"] == "europe"].set_index("band")["percent"][top.name]
    template_args = {
        "count": int(top["count"]),
        "of": total,
        "band": top["label"],
        "percent": number(100 * top["count"] / (total or 1), language, 0),
    }
    if europe != europe:
        key = share_key(f"clusters.{block}_bands.alone", top["count"], total)
        return say(key, language, **template_args)
    key = share_key(f"clusters.{block}_bands.summary", top["count"], total)
    return say(key, language, **template_args, eu=number(europe, language, 0))


def variants(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Three rows per band: what Figure 4 prints, what it must say, and Europe's share; a band that the figure does
    not print has no value."""
    places = [place_in_language(place, language) for place in table["place"]]
    total = table["resolved_count"].sum() or 1
    share = table["resolved_percent"].fillna(100 * table["resolved_count"] / total)
    rows = table.assign(label=table[f"name_{language}"], place=places, resolved_percent=share)
    printed = rows.assign(variant="printed", count=rows["printed_count"], percent=rows["printed_percent"])
    printed = printed.assign(
        standing=printed["count"].isna().map({True: "not-in-our-copy", False: "printed"})
    )
    resolved = rows.assign(variant="resolved", count=rows["resolved_count"], percent=rows["resolved_percent"])
    europe = rows.assign(variant="europe", count=float("nan"), percent=rows["eu_percent"])
    europe = europe.assign(standing=europe["percent"].isna().map({True: "not-in-our-copy", False: "printed"}))
    return (
        pd.concat([printed, resolved.assign(standing="recomputed"), europe])
        .sort_index(kind="stable")[list(COLUMNS)]
        .reset_index(drop=True)
    )


def band_table(rows: pd.DataFrame, language: str) -> html.Div:
    """A row per band: printed, resolved, Europe."""
    heads = [say(f"clusters.bands.{name}", language) for name in ("band", *VARIANTS)]
    body = [
        (str(part["label"].iloc[0]), [share(row, language) for row in part.to_dict("records")])
        for _, part in rows.groupby("band", sort=False)
    ]
    return figures.scroll_box(figures.shares(heads, body), say("clusters.bands.label", language))


def share(row: dict[str, Any], language: str) -> Share:
    """One variant of one band."""
    if row["standing"] == "not-in-our-copy":
        return Share(say("clusters.bands.left_out", language), None, "not-in-our-copy")
    percent = f"{number(row['percent'], language, 0)} %"
    if row["variant"] != "europe" and row["percent"] != row["percent"]:
        return Share(number(row["count"], language, 0), None, row["standing"])
    if row["variant"] != "europe":
        return Share(f"{number(row['count'], language, 0)} ({percent})", row["percent"], row["standing"])
    return Share(percent, row["percent"], row["standing"], "union")


@pack_chart("bands")
def staff_bands(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """How many people the organisations employ."""
    return bands(pack, data, chosen, "staff")


@pack_chart("bands")
def members_bands(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """How many members the organisations have."""
    return bands(pack, data, chosen, "members")


@pack_chart("interests")
def interests(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """In what the organisations seek partners; the paper gives no numbers."""
    table = pack.tables["interests"]
    places = [place_in_language(place, chosen.lang) for place in table["place"]]
    rows = table.assign(label=table[f"name_{chosen.lang}"], place=places)[
        ["label", "place", "standing", "source"]
    ]
    items = [html.Li(row["label"], **{"data-standing": row["standing"]}) for row in rows.to_dict("records")]
    return ChartResult(
        html.Ul(items, className="chips"),
        rows,
        sources_of(pack, rows),
        say("clusters.interests.summary", chosen.lang, count=len(rows)),
        table_notes(pack, chosen.lang, "interests"),
        region_of(data, chosen),
    )
