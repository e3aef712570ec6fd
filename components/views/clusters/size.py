"""How large the organisations are, as the paper prints it and as it must read, and how many there are
elsewhere."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import noted, translated
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.shares import Share
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.organisations import left_out, passing, said_of_filters
from components.views.packed import no_pack, packed, region_of, table_notes
from data import Data, Pack

COLUMNS = ("band", "label", "variant", "count", "percent", "place", "standing", "note")
VARIANTS = ("printed", "resolved", "europe")


def bands(pack: Pack, data: Data, chosen: Selection, block: str) -> ChartResult:
    """One block of Figure 4: as printed, as it must read, and the European shares; a row per mark."""
    table = pack.tables["bands"]
    rows = variants(table[table["block"] == block], chosen.lang)
    resolved = rows[rows["variant"] == "resolved"].set_index("band")
    top = resolved.loc[resolved["count"].idxmax()]
    europe = rows[rows["variant"] == "europe"].set_index("band")["percent"]
    told = {
        "count": int(top["count"]),
        "of": int(resolved["count"].sum()),
        "band": top["label"],
        "percent": number(top["percent"], chosen.lang, 0),
        "eu": number(europe[top.name], chosen.lang, 0),
    }
    return ChartResult(
        band_table(rows, chosen.lang),
        rows,
        (pack.sources["paper"],),
        say(f"clusters.{block}_bands.summary", chosen.lang, **told),
        (say("clusters.bands.how", chosen.lang), *noted(pack, rows["note"], chosen.lang)),
        region_of(data, chosen),
        0,
        year="2024",
    )


def variants(table: pd.DataFrame, language: str) -> pd.DataFrame:
    """Three rows per band: what Figure 4 prints, what it must say, and Europe's share; a band that the figure does
    not print has no value."""
    rows = table.assign(label=table[f"name_{language}"], place=translated("Figure 4", language))
    printed = rows.assign(variant="printed", count=rows["printed_count"], percent=rows["printed_percent"])
    printed = printed.assign(standing=printed["count"].isna().map({True: "not-published", False: "printed"}))
    resolved = rows.assign(variant="resolved", count=rows["resolved_count"], percent=rows["resolved_percent"])
    europe = rows.assign(variant="europe", count=float("nan"), percent=rows["eu_percent"])
    europe = europe.assign(standing=europe["percent"].isna().map({True: "not-published", False: "printed"}))
    return (
        pd.concat([printed, resolved.assign(standing="recomputed"), europe])
        .sort_index(kind="stable")[list(COLUMNS)]
        .reset_index(drop=True)
    )


def band_table(rows: pd.DataFrame, language: str) -> html.Div:
    """A row per band: printed, resolved, Europe."""
    heads = [say(f"clusters.bands.{name}", language) for name in ("band", *VARIANTS)]
    body = [
        (str(part["label"].iloc[0]), [share(one, language) for one in part.to_dict("records")])
        for _, part in rows.groupby("band", sort=False)
    ]
    return figures.boxed(figures.shares(heads, body), say("clusters.bands.label", language))


def share(one: dict[str, Any], language: str) -> Share:
    """One variant of one band."""
    if one["standing"] == "not-published":
        return Share(say("clusters.bands.left_out", language), None, "not-published")
    percent = f"{number(one['percent'], language, 0)} %"
    if one["variant"] != "europe":
        return Share(f"{number(one['count'], language, 0)} ({percent})", one["percent"], one["standing"])
    return Share(percent, one["percent"], one["standing"], "union")


@packed
def staff_bands(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """How many people the organisations employ."""
    return bands(pack, data, chosen, "staff")


@packed
def members_bands(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """How many members the organisations have."""
    return bands(pack, data, chosen, "members")


@packed
def members(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The members that Box 1 counts for each of the technology clusters that pass the filters."""
    table = passing(pack, chosen)
    rows = table.dropna(subset=["members"]).sort_values("members", ascending=False, kind="stable")
    rows = rows.assign(key=rows["no"].astype(str), label=rows["short"], value=rows["members"], place="Box 1")
    rows = rows[["no", "key", "label", "value", "place", "standing"]].reset_index(drop=True)
    notes = members_notes(pack, table[table["members"].isna()], chosen)
    blanks = region_of(data, chosen)
    if rows.empty:
        none = say("clusters.nobody" if table.empty else "clusters.members.none", chosen.lang)
        return ChartResult(figures.nothing(none), rows, notes=notes, blanks=blanks)
    look = Look(
        chosen.theme, chosen.lang, say("unit.members", chosen.lang), 0, say("unit.member", chosen.lang)
    )
    return ChartResult(
        figures.ranking(rows, look, highlight=chosen.organisation, leads="organisation"),
        rows,
        (pack.sources["paper"],),
        members_summary(rows, chosen.lang),
        (*notes, *noted(pack, ["35"], chosen.lang)),
        blanks,
        0,
        year="2024",
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
    """Who is filtered out, and who passes the filters without a count in Box 1."""
    filtered = () if left_out(pack, chosen).empty else (said_of_filters(pack, chosen),)
    uncounted = () if silent.empty else (elsewhere(silent, chosen.lang),)
    return (*filtered, *uncounted)


def elsewhere(silent: pd.DataFrame, language: str) -> str:
    """The organisations that Box 1 does not count, with what their own pages say of members."""
    own = silent[f"members_elsewhere_{language}"]
    names = [
        f"{name} ({text})" if text else str(name) for name, text in zip(silent["short"], own, strict=True)
    ]
    return say("clusters.members.rest", language, names=listing(names, language))


def counts(data: Data, chosen: Selection) -> ChartResult:
    """Registered organisations in the regions whose count is published; the rest in words. For any region
    that a pack counts, its own or not."""
    packs = (pack for pack in data.packs.values() if "counts" in pack.tables)
    found = next((pack for pack in packs if chosen.region in set(pack.tables["counts"]["geo"])), None)
    return no_pack(data, chosen) if found is None else counts_of(found, data, chosen)


def counts_of(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The counts that a pack has."""
    table = pack.tables["counts"]
    table = table.assign(key=table["geo"], region=table["geo"], label=table[f"name_{chosen.lang}"])
    rows = table[table["level"] == "region"].sort_values("value", ascending=False)
    rows = rows[["key", "label", "region", "value", "rank", "date", "place", "standing"]].reset_index(
        drop=True
    )
    whole = table.set_index("level")["value"]
    own = rows.set_index("region").loc[chosen.region]
    told = {
        **region_of(data, chosen),
        "own": int(own["value"]),
        "rank": int(own["rank"]),
        "country": int(whole["country"]),
        "union": number(whole["EU"], chosen.lang, 0),
    }
    look = Look(
        chosen.theme,
        chosen.lang,
        say("unit.organisations", chosen.lang),
        0,
        say("unit.organisation", chosen.lang),
    )
    return ChartResult(
        figures.ranking(rows, look, highlight=chosen.region),
        rows,
        (pack.sources["paper"],),
        say("clusters.counts.summary", chosen.lang, **told),
        (
            say("clusters.counts.rest", chosen.lang, rest=int(whole["residual"])),
            *table_notes(pack, chosen.lang, "counts"),
        ),
        region_of(data, chosen),
        0,
        year="2024",
    )


@packed
def interests(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """In what the organisations seek partners; the paper gives no numbers."""
    table = pack.tables["interests"]
    places = [translated(one, chosen.lang) for one in table["place"]]
    rows = table.assign(label=table[f"name_{chosen.lang}"], place=places)[["label", "place", "standing"]]
    items = [html.Li(label, **{"data-standing": "printed"}) for label in rows["label"]]
    return ChartResult(
        html.Ul(items, className="chips"),
        rows,
        (pack.sources["paper"],),
        say("clusters.interests.summary", chosen.lang, count=len(rows)),
        (),
        region_of(data, chosen),
        year="2024",
    )
