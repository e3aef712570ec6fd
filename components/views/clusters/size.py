"""How large the organisations are, as the paper prints it and as it must read, and how many there are
elsewhere."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences, place_in_language
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.shares import Share
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.organisations import filtered_organisations, left_out, said_of_filters
from components.views.pack_charts import (
    column_errata,
    not_in_pack,
    pack_chart,
    region_of,
    sources_of,
    table_notes,
)
from data import Data, Pack, queries

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
    whole = int(resolved["count"].sum())
    europe = rows[rows["variant"] == "europe"].set_index("band")["percent"][top.name]
    told = {
        "count": int(top["count"]),
        "of": whole,
        "band": top["label"],
        "percent": number(100 * top["count"] / (whole or 1), language, 0),
    }
    if europe != europe:
        return say(f"clusters.{block}_bands.alone", language, **told)
    return say(f"clusters.{block}_bands.summary", language, **told, eu=number(europe, language, 0))


def variants(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Three rows per band: what Figure 4 prints, what it must say, and Europe's share; a band that the figure does
    not print has no value."""
    places = [place_in_language(place, language) for place in table["place"]]
    whole = table["resolved_count"].sum() or 1
    share = table["resolved_percent"].fillna(100 * table["resolved_count"] / whole)
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


@pack_chart("organisations")
def members(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The members that the paper counts for each of the organisations that pass the filters."""
    table = filtered_organisations(pack, chosen)
    rows = table.dropna(subset=["members"]).sort_values("members", ascending=False, kind="stable")
    rows = rows.assign(key=rows["no"].astype(str), label=rows["short"], value=rows["members"])
    rows = rows[["no", "key", "label", "value", "place", "standing", "source"]].reset_index(drop=True)
    notes = members_notes(pack, table[table["members"].isna()], chosen)
    blanks = region_of(data, chosen)
    if pack.tables["organisations"]["members"].isna().all():
        return not_in_pack(data, chosen)
    if rows.empty:
        none = say("clusters.nobody" if table.empty else "clusters.members.none", chosen.lang)
        return ChartResult(figures.empty_state(none), rows, notes=notes, blanks=blanks)
    look = Look(
        chosen.theme, chosen.lang, say("unit.members", chosen.lang), 0, say("unit.member", chosen.lang)
    )
    return ChartResult(
        figures.ranking(rows, look, highlight=chosen.organisation, leads="organisation"),
        rows,
        sources_of(pack, rows)[:1],
        members_summary(rows, chosen.lang),
        (*notes, *erratum_sentences(pack, column_errata(pack, "organisations", "members"), chosen.lang)),
        blanks,
        0,
    )


def members_summary(rows: pd.DataFrame, language: str) -> str:
    """Who counts most members and who fewest."""
    most, least = rows.iloc[0], rows.iloc[-1]
    template_args = {
        "count": len(rows),
        "most": most["label"],
        "high": number(most["value"], language, 0),
        "least": least["label"],
        "low": number(least["value"], language, 0),
    }
    key = "clusters.members.summary" if len(rows) > 1 else "clusters.members.single"
    return say(key, language, **template_args)


def members_notes(pack: Pack, silent: pd.DataFrame, chosen: Selection) -> tuple[str, ...]:
    """Who is filtered out, and who passes the filters without a count in the paper."""
    filtered = () if left_out(pack, chosen).empty else (said_of_filters(pack, chosen),)
    uncounted = () if silent.empty else (members_elsewhere(silent, chosen.lang),)
    return (*filtered, *uncounted)


def members_elsewhere(silent: pd.DataFrame, language: str) -> str:
    """The organisations whose members the paper does not count, with what their own pages say of members."""
    own = silent[f"members_elsewhere_{language}"]
    names = [
        f"{name} ({text})" if text else str(name) for name, text in zip(silent["short"], own, strict=True)
    ]
    return say("clusters.members.rest", language, names=listing(names, language))


def counts(data: Data, chosen: Selection) -> ChartResult:
    """Registered organisations of the region, as its own pack or one of the same country counts them."""
    country = queries.country(data, chosen.region)
    packs = [pack for pack in data.packs.values() if pack.country == country and pack.has("counts")]
    own = [pack for pack in packs if pack.region == chosen.region]
    for pack in (*own, *packs):
        table = pack.tables["counts"]
        counted = table[
            (table["geo"] == chosen.region) & (table["level"] == "region") & table["value"].notna()
        ]
        if len(counted):
            return counts_of(pack, data, chosen)
    return not_in_pack(data, chosen)


def counts_of(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The counts that a pack has of regions, with those of the country and the EU in words."""
    table = pack.tables["counts"].dropna(subset=["value"])
    table = table.assign(key=table["geo"], region=table["geo"], label=table[f"name_{chosen.lang}"])
    rows = table[table["level"] == "region"].sort_values("value", ascending=False, kind="stable")
    columns = ["key", "label", "region", "value", "rank", "date", "place", "standing", "source"]
    rows = rows[columns].reset_index(drop=True)
    unit, singular = (say(f"unit.{name}", chosen.lang) for name in ("organisations", "organisation"))
    return ChartResult(
        figures.ranking(rows, Look(chosen.theme, chosen.lang, unit, 0, singular), highlight=chosen.region),
        rows,
        sources_of(pack, table),
        " ".join(counts_sentences(rows, table, region_of(data, chosen), chosen)),
        (*table_notes(pack, chosen.lang, "counts"), *erratum_sentences(pack, table["note"], chosen.lang)),
        region_of(data, chosen),
        0,
    )


def counts_sentences(
    rows: pd.DataFrame, table: pd.DataFrame, words: dict[str, Any], chosen: Selection
) -> list[str]:
    """How many organisations the region has of how many in its country, its place there, and how many there are in the
    EU, as far as each is counted."""
    whole = table.drop_duplicates("level").set_index("level")["value"]
    own = rows.set_index("region").loc[chosen.region]
    told = {"own": int(own["value"])}
    of_country = {"total": int(whole["country"])} if "country" in whole else {}
    key = "clusters.counts.summary" if of_country else "clusters.counts.own"
    lines = [say(key, chosen.lang, **words, **told, **of_country)]
    if own["rank"] == own["rank"]:
        lines.append(say("clusters.counts.rank", chosen.lang, **words, rank=int(own["rank"])))
    if "EU" in whole:
        lines.append(say("clusters.counts.union", chosen.lang, union=number(whole["EU"], chosen.lang, 0)))
    return lines


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
