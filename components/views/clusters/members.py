"""How many members the region's cluster organisations have, and how many organisations regions count."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.clusters.organisations import filter_summary, filtered_organisations, left_out
from components.views.pack_charts import (
    column_errata,
    not_in_pack,
    pack_chart,
    region_of,
    sources_of,
    table_notes,
)
from data import Data, Pack, queries


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
    filtered = () if left_out(pack, chosen).empty else (filter_summary(pack, chosen),)
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
    totals = table.drop_duplicates("level").set_index("level")["value"]
    own = rows.set_index("region").loc[chosen.region]
    template_args = {"own": int(own["value"])}
    of_country = {"total": int(totals["country"])} if "country" in totals else {}
    key = "clusters.counts.summary" if of_country else "clusters.counts.own"
    lines = [say(key, chosen.lang, **words, **template_args, **of_country)]
    if own["rank"] == own["rank"]:
        lines.append(say("clusters.counts.rank", chosen.lang, **words, rank=int(own["rank"])))
    if "EU" in totals:
        lines.append(say("clusters.counts.union", chosen.lang, union=number(totals["EU"], chosen.lang, 0)))
    return lines
