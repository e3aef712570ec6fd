"""How large the organisations are, as the paper prints it and as it must read, and how many there are
elsewhere."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.errata import noted, translated
from components.figures.frame import Look
from components.figures.shares import Share
from components.picture import Picture
from components.selection import Selection
from components.tabs.packed import no_pack, packed, region_of, table_notes
from components.text import listing, say
from components.theme import number
from data import Data, Pack

COLUMNS = (
    "band",
    "label",
    "printed_count",
    "printed_percent",
    "resolved_count",
    "resolved_percent",
    "eu_percent",
    "eu_standing",
    "place",
    "standing",
    "note",
)


def bands(pack: Pack, data: Data, chosen: Selection, block: str) -> Picture:
    """One block of Figure 4: as printed, as it must read, and the European shares."""
    table = pack.tables["bands"]
    rows = table[table["block"] == block].assign(label=lambda one: one[f"name_{chosen.lang}"])
    rows = remainder(rows, block)[list(COLUMNS)].reset_index(drop=True)
    top = rows.loc[rows["resolved_count"].idxmax()]
    told = {
        "count": int(top["resolved_count"]),
        "of": int(rows["resolved_count"].sum()),
        "band": top["label"],
        "percent": number(top["resolved_percent"], chosen.lang, 0),
        "eu": number(top["eu_percent"], chosen.lang, 0),
    }
    return Picture(
        band_table(rows, chosen.lang),
        rows,
        (pack.sources["paper"],),
        say(f"clusters.{block}_bands.summary", chosen.lang, **told),
        (say("clusters.bands.how", chosen.lang), *noted(pack, rows["note"], chosen.lang)),
        region_of(data, chosen),
        {"resolved_percent": 0, "printed_percent": 0, "eu_percent": 0},
        year="2024",
    )


def remainder(rows: pd.DataFrame, block: str) -> pd.DataFrame:
    """The European share of the one staff band that Figure 4 leaves out: what is missing from 100 %. The
    member bands have no band left out, and sum to 98 %."""
    silent = rows["eu_percent"].isna()
    rest = 100 - rows["eu_percent"].sum()
    fills = block == "staff" and int(silent.sum()) == 1
    share = rows["eu_percent"].fillna(rest) if fills else rows["eu_percent"]
    standing = silent.map({True: "recomputed" if fills else "not-published", False: "printed"})
    return rows.assign(eu_percent=share, eu_standing=standing)


def band_table(rows: pd.DataFrame, language: str) -> html.Div:
    """A row per band: printed, resolved, Europe."""
    heads = [say(f"clusters.bands.{name}", language) for name in ("band", "printed", "resolved", "europe")]
    body = [(str(one["label"]), band_shares(one, language)) for one in rows.to_dict("records")]
    return figures.boxed(figures.shares(heads, body), say("clusters.bands.label", language))


def band_shares(one: dict[str, Any], language: str) -> list[Share]:
    """The three readings of one band."""
    left_out = say("clusters.bands.left_out", language)
    is_printed = one["printed_count"] == one["printed_count"]
    europe = f"{number(one['eu_percent'], language, 0)} %"
    return [
        Share(counted(one, "printed", language), one["printed_percent"], "printed")
        if is_printed
        else Share(left_out, None, "not-published"),
        Share(counted(one, "resolved", language), one["resolved_percent"], "recomputed"),
        Share(europe, one["eu_percent"], one["eu_standing"], "union")
        if one["eu_standing"] == "printed"
        else Share(
            say("clusters.bands.rest", language, percent=europe),
            one["eu_percent"],
            one["eu_standing"],
            "union",
        ),
    ]


def counted(one: dict[str, Any], reading: str, language: str) -> str:
    """A count with its share."""
    count, percent = one[f"{reading}_count"], one[f"{reading}_percent"]
    return f"{number(count, language, 0)} ({number(percent, language, 0)} %)"


@packed
def staff_bands(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """How many people the organisations employ."""
    return bands(pack, data, chosen, "staff")


@packed
def members_bands(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """How many members the organisations have."""
    return bands(pack, data, chosen, "members")


@packed
def members(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """The members that Box 1 counts for each of the nine technology clusters."""
    table = pack.tables["organisations"]
    rows = table.dropna(subset=["members"]).sort_values("members", ascending=False, kind="stable")
    rows = rows.assign(key=rows["no"].astype(str), label=rows["short"], value=rows["members"], place="Box 1")
    rows = rows[["no", "key", "label", "value", "place", "standing"]].reset_index(drop=True)
    silent = table[table["members"].isna()]
    most, least = rows.iloc[0], rows.iloc[-1]
    told = {
        "count": len(rows),
        "most": most["label"],
        "high": number(most["value"], chosen.lang, 0),
        "least": least["label"],
        "low": number(least["value"], chosen.lang, 0),
    }
    look = Look(chosen.theme, chosen.lang, say("unit.members", chosen.lang), 0)
    return Picture(
        figures.ranking(rows, look, highlight=chosen.organisation, leads="organisation"),
        rows,
        (pack.sources["paper"],),
        say("clusters.members.summary", chosen.lang, **told),
        (elsewhere(silent, chosen.lang), *noted(pack, ["35"], chosen.lang)),
        region_of(data, chosen),
        0,
        year="2024",
    )


def elsewhere(silent: pd.DataFrame, language: str) -> str:
    """The organisations that Box 1 does not count, with what their own pages say of members."""
    own = silent[f"members_elsewhere_{language}"]
    names = [
        f"{name} ({text})" if text else str(name) for name, text in zip(silent["short"], own, strict=True)
    ]
    return say("clusters.members.rest", language, names=listing(names, language))


def counts(data: Data, chosen: Selection) -> Picture:
    """Registered organisations in the regions whose count is published; the rest in words. For any region
    that a pack counts, its own or not."""
    packs = (pack for pack in data.packs.values() if "counts" in pack.tables)
    found = next((pack for pack in packs if chosen.region in set(pack.tables["counts"]["geo"])), None)
    return no_pack(data, chosen) if found is None else counts_of(found, data, chosen)


def counts_of(pack: Pack, data: Data, chosen: Selection) -> Picture:
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
    look = Look(chosen.theme, chosen.lang, say("unit.organisations", chosen.lang), 0)
    return Picture(
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
def interests(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """In what the organisations seek partners; the paper gives no numbers."""
    table = pack.tables["interests"]
    places = [translated(one, chosen.lang) for one in table["place"]]
    rows = table.assign(label=table[f"name_{chosen.lang}"], place=places)[["label", "place", "standing"]]
    items = [html.Li(label, **{"data-standing": "printed"}) for label in rows["label"]]
    return Picture(
        html.Ul(items, className="chips"),
        rows,
        (pack.sources["paper"],),
        say("clusters.interests.summary", chosen.lang, count=len(rows)),
        (),
        region_of(data, chosen),
        year="2024",
    )
