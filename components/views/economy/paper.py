"""What the input paper prints of a region's economy: Table 1, structure, shares of the country."""

from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import groupby
from operator import itemgetter
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import noted
from components.charts.naming import flag_legend, name_of
from components.charts.provenance import Cited
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.economy.standing import is_whole_country
from components.views.packed import needs, not_in_pack, pack_with, sources_of
from data import Data, Pack, queries
from data.periods import span
from data.records import WITHOUT_VALUE

OFFICIAL = {
    "population": ("population", 0.001),
    "gdp": ("gdp", 1.0),
    "gdp_per_head": ("gdp_per_head_pps", 1.0),
}
PARTIES = ("home", "country", "union")


def codes(data: Data, region: str) -> dict[str, str]:
    """Who stands in the three columns: the region, its country, the Union."""
    return {"home": region, "country": queries.country(data, region), "union": queries.UNION}


@lru_cache(maxsize=512)
def table1_rows(data: Data, region: str, lang: str) -> pd.DataFrame:
    """Table 1 of a region's pack: a row per indicator and party; as printed, else the official value, else nothing."""
    pack = data.packs[region]
    names, printed = printed_table1(pack)
    rows = [
        {
            "indicator": row["indicator"],
            "block": row["block"],
            "label": row[f"name_{lang}"],
            "unit": row[f"unit_{lang}"],
            "party": party,
            "region": code,
            **value(data, printed.get((row["indicator"], code)), row["indicator"], code, int(row["year"])),
            "notes": row["note"],
        }
        for row in names
        for party, code in codes(data, region).items()
    ]
    return pd.DataFrame(rows)


@cache
def printed_table1(pack: Pack) -> tuple[list[dict[str, Any]], dict[tuple[str, str], dict[str, Any]]]:
    """Table 1 of a pack: what its rows are called, and its cells by indicator and party."""
    cells = pack.tables["table1"].to_dict("records")
    names = pack.tables["table1"].drop_duplicates("indicator").to_dict("records")
    return names, {(cell["indicator"], cell["geo"]): cell for cell in cells}


def value(
    data: Data, printed: Mapping[str, Any] | None, indicator: str, code: str, year: int
) -> dict[str, Any]:
    """A printed value with the official one of the same year beside it, either of which may be missing."""
    official = official_value(data, indicator, code, year)
    if printed is not None and known(printed["value"]):
        return {
            "year": year,
            "value": printed["value"],
            "current": official,
            "standing": printed["standing"],
        }
    silent = printed["standing"] if printed is not None else "not-in-our-copy"
    return {
        "year": year,
        "value": official,
        "current": official,
        "standing": "published" if official is not None else silent,
    }


def official_value(data: Data, indicator: str, code: str, year: int) -> float | None:
    """The publisher's value today, in Table 1's unit."""
    if indicator not in OFFICIAL:
        return None
    source, factor = OFFICIAL[indicator]
    found = queries.at(data, source, code, year)
    return None if found is None else found.value * factor


@needs("table1")
def table1(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Table 1 in full, with the publisher's current value where it differs."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    years = span(rows.loc[rows["standing"] == "printed", "year"])
    printed = [Cited(source, years) for source in sources_of(pack, pack.tables["table1"])]
    with_value = rows[~rows["standing"].isin(WITHOUT_VALUE)]
    words = {
        **blanks(data, chosen),
        "known": int((with_value["party"] == "home").sum()),
        "of": rows["indicator"].nunique(),
    }
    return ChartResult(
        wide_table(data, rows, chosen),
        rows,
        (*printed, *official_sources(data, rows)),
        say("economy.table1.summary", chosen.lang, **words),
        noted(pack, rows["notes"], chosen.lang),
        blanks(data, chosen),
    )


def official_sources(data: Data, rows: pd.DataFrame) -> list[Cited]:
    """The publishers of the current values, each with the years of its own."""
    current = rows[rows["current"].notna()]
    years = {name: span(current.loc[current["indicator"] == name, "year"]) for name in OFFICIAL}
    shown = {data.indicators[code]: years[name] for name, (code, _) in OFFICIAL.items() if years[name]}
    return [Cited(indicator.source, when, (indicator,)) for indicator, when in shown.items()]


def wide_table(data: Data, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """Table 1 as a reader knows it: a row per indicator, a column per party."""
    heads = [
        say("column.label", chosen.lang),
        say("column.unit", chosen.lang),
        say("column.year", chosen.lang),
        *(name_of(data, code, chosen.lang) for code in codes(data, chosen.region).values()),
    ]
    head = html.Thead(
        html.Tr(
            [
                html.Th(text, scope="col", className="number" if place > 1 else None)
                for place, text in enumerate(heads)
            ]
        )
    )
    body = [
        part
        for block, group in groupby(rows.to_dict("records"), itemgetter("block"))
        for part in block_rows(str(block), list(group), chosen.lang)
    ]
    box = html.Table([head, html.Tbody(body)], className="rows table1")
    return figures.boxed(box, say("economy.table1.label", chosen.lang))


def block_rows(block: str, rows: list[dict[str, Any]], language: str) -> list[html.Tr]:
    """A block's heading and its rows."""
    title = html.Tr(
        html.Th(say(f"economy.block.{block}", language), colSpan=6, scope="colgroup", className="block")
    )
    return [title, *(line(list(group), language) for _, group in groupby(rows, itemgetter("indicator")))]


def line(parties: list[dict[str, Any]], language: str) -> html.Tr:
    """One indicator: what it is, and its value for each party."""
    first = parties[0]
    return html.Tr(
        [
            html.Th(first["label"], scope="row"),
            html.Td(first["unit"]),
            html.Td(str(first["year"]), className="number"),
            *(cell(one, language) for one in parties),
        ]
    )


def cell(one: dict[str, Any], language: str) -> html.Td:
    """One value with its standing; under it the current one where it differs."""
    places = None if abs(one["value"] or 0) < 1000 else 0
    text = (
        number(one["value"], language, 1 if places is None and one["unit"].startswith("%") else places)
        if known(one["value"])
        else say(f"standing.short.{one['standing']}", language)
    )
    differs = (
        one["standing"] == "printed"
        and known(one["current"])
        and abs(one["current"] - one["value"]) > 0.0005 * abs(one["value"])
    )
    now = (
        html.Span(
            say("economy.table1.current", language, value=number(one["current"], language, 0)),
            className="current",
            **{"data-standing": "published"},
        )
        if differs
        else None
    )
    return html.Td([html.Span(text), now], className="number", **{"data-standing": one["standing"]})


def known(value: object) -> bool:
    """Whether there is a number."""
    return value is not None and value == value


def structure(pack: Pack, data: Data, chosen: Selection, block: str) -> ChartResult:
    """The shares of one block of Table 1 for the three parties."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    rows = rows[(rows["block"] == block) & rows["value"].notna()]
    if "home" not in set(rows["party"]):
        return not_in_pack(data, chosen)
    look = Look(chosen.theme, chosen.lang, rows["unit"].iloc[0], 1)
    names: dict[str, str] = {
        party: name_of(data, code, chosen.lang) for party, code in codes(data, chosen.region).items()
    }
    return ChartResult(
        figures.against(rows, look, names),
        rows,
        sources_of(pack, pack.tables["table1"]),
        structure_sentence(rows, look, blanks(data, chosen)),
        noted(pack, rows["notes"], chosen.lang),
        blanks(data, chosen),
        1,
    )


def structure_sentence(rows: pd.DataFrame, look: Look, words: dict[str, Any]) -> str:
    """Where the region exceeds the Union most; its largest share where the Union has none to set it against."""
    home, union = (rows[rows["party"] == party].set_index("indicator") for party in ("home", "union"))
    gaps = (home["value"] - union["value"]).dropna()
    sector = gaps.idxmax() if len(gaps) else home["value"].idxmax()
    shares = {"sector": home.at[sector, "label"], "home": look.number(home.at[sector, "value"])}
    if gaps.empty or gaps[sector] <= 0:
        return say("economy.structure.first", look.lang, **words, **shares)
    against = look.number(union.at[sector, "value"])
    return say("economy.structure.summary", look.lang, **words, **shares, union=against)


def with_block(data: Data, region: str, block: str) -> Pack | None:
    """The pack of a region if its Table 1 has a block."""
    pack = pack_with(data, region, "table1")
    return pack if pack and block in set(pack.tables["table1"]["block"]) else None


@needs("table1")
def gva_structure(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Where value added comes from."""
    return structure(pack, data, chosen, "gva")


def employment_structure(data: Data, chosen: Selection) -> ChartResult:
    """Where people work: as printed for a pack's region, else the last labour force survey by section that is at
    hand."""
    pack = with_block(data, chosen.region, "employment")
    return structure(pack, data, chosen, "employment") if pack else survey_structure(data, chosen)


def survey_structure(data: Data, chosen: Selection) -> ChartResult:
    """Employment by group of NACE sections, last year at hand (2015), for any region; the Union where it is
    published."""
    groups = [code for code in data.indicators if code.startswith("lfs_") and code != "lfs_total"]
    rows = pd.DataFrame([one for code in groups for one in shares(data, code, chosen)])
    sources = tuple(data.indicators[code] for code in (*groups, "lfs_total"))
    if rows.empty:
        return ChartResult(
            figures.nothing(say("economy.employment_structure.none", chosen.lang, **blanks(data, chosen))),
            rows,
            (),
            "",
            (),
            blanks(data, chosen),
        )
    look = Look(chosen.theme, chosen.lang, "%", 1)
    names: dict[str, str] = {
        party: name_of(data, code, chosen.lang) for party, code in codes(data, chosen.region).items()
    }
    home = rows[rows["party"] == "home"]
    top = home.loc[home["value"].idxmax()]
    words = {
        **blanks(data, chosen),
        "sector": top["label"],
        "home": look.number(top["value"]),
        "year": top["year"],
    }
    return ChartResult(
        figures.against(rows, look, names),
        rows,
        sources,
        say("economy.employment_structure.survey", chosen.lang, **words),
        (
            say("economy.employment_structure.old", chosen.lang),
            *unpublished_groups(data, groups, home["label"].tolist(), chosen),
            *flag_legend(rows["flag"], chosen.lang),
        ),
        blanks(data, chosen),
        1,
    )


def unpublished_groups(
    data: Data, groups: list[str], labels: list[str], chosen: Selection
) -> tuple[str, ...]:
    """The groups that the survey does not give for this region: any of them may be larger than those it gives."""
    names = [data.indicators[code].short[chosen.lang] for code in groups]
    missing = [name for name in names if name not in labels]
    if not missing:
        return ()
    return (say("economy.employment_structure.gaps", chosen.lang, names=listing(missing, chosen.lang)),)


def shares(data: Data, code: str, chosen: Selection) -> list[dict[str, Any]]:
    """The share of one group in total employment in the last year of the survey, for each party that has both."""
    made = []
    year = queries.latest_year(data, "lfs_total")
    for party, region in codes(data, chosen.region).items():
        part, whole = (queries.at(data, one, region, year) for one in (code, "lfs_total"))
        if part and whole:
            made.append(
                {
                    "label": data.indicators[code].short[chosen.lang],
                    "party": party,
                    "region": region,
                    "year": year,
                    "value": 100 * part.value / whole.value,
                    "unit": "%",
                    "flag": part.flag,
                    "standing": "recomputed",
                }
            )
    return made if any(one["party"] == "home" for one in made) else []


def share_of_country(data: Data, chosen: Selection) -> ChartResult:
    """What share of its country a region is, in everything the paper names; else in people and output."""
    pack = pack_with(data, chosen.region, "shares_of_country")
    rows = printed_shares(pack, chosen.lang) if pack else official_shares(data, chosen)
    words = {
        **blanks(data, chosen),
        "country": name_of(data, queries.country(data, chosen.region), chosen.lang),
    }
    if rows.empty:
        return ChartResult(
            figures.nothing(say("economy.share_of_country.none", chosen.lang, **words)),
            rows,
            (),
            "",
            (),
            words,
        )
    rows = rows.sort_values("value", ascending=False, ignore_index=True)
    look = Look(chosen.theme, chosen.lang, "%", None if pack else 1)
    sources = sources_of(pack, rows) if pack else tuple(data.indicators[code] for code in rows["key"])
    return ChartResult(
        figures.ranking(rows, look, highlight="population"),
        rows,
        sources,
        share_sentence(rows, look, words, is_whole=is_whole_country(data, chosen.region)),
        noted(pack, rows["notes"], chosen.lang) if pack else (),
        words,
    )


def share_sentence(rows: pd.DataFrame, look: Look, words: dict[str, Any], *, is_whole: bool) -> str:
    """The share of the people, and the largest other share; that it is the whole, where it is."""
    if is_whole:
        return say("economy.share_of_country.whole", look.lang, **words)
    people = rows[rows["key"] == "population"]
    others = rows[rows["key"] != "population"]
    if people.empty or others.empty:
        only = rows.iloc[0]
        told = {"first": only["label"], "value": look.number(only["value"]), "year": only["year"]}
        return say("economy.share_of_country.first", look.lang, **words, **told)
    first = others.iloc[0]
    told = {
        "first": first["label"],
        "value": look.number(first["value"]),
        "people": look.number(people["value"].iloc[0]),
        "year": first["year"],
        "people_year": people["year"].iloc[0],
    }
    key = (
        "economy.share_of_country.two"
        if list(others["key"]) == ["gdp"]
        else "economy.share_of_country.summary"
    )
    return say(key, look.lang, **words, **told)


def printed_shares(pack: Pack, language: str) -> pd.DataFrame:
    """The shares the paper names."""
    table = pack.tables["shares_of_country"].dropna(subset=["value"])
    return table.assign(
        key=table["indicator"], label=table[f"name_{language}"], unit="%", notes=table["note"]
    )[["key", "label", "year", "value", "unit", "standing", "source", "notes"]]


def official_shares(data: Data, chosen: Selection) -> pd.DataFrame:
    """Shares of population and GDP from the official series; a country's population is the sum of its regions, in
    the last year in which all of them have a value."""
    made = []
    for code in ("population", "gdp"):
        for year in reversed(queries.ranked_years(data, code)):
            part, whole = (
                queries.at(data, code, chosen.region, year),
                country_total(data, code, chosen.region, year),
            )
            if part and whole:
                made.append(share_row(data, code, part, whole, chosen))
                break
    return pd.DataFrame(made)


def share_row(data: Data, code: str, part: queries.Value, whole: float, chosen: Selection) -> dict[str, Any]:
    """One share of the country, in per cent."""
    return {
        "key": code,
        "label": data.indicators[code].short[chosen.lang],
        "region": chosen.region,
        "year": part.year,
        "value": 100 * part.value / whole,
        "unit": "%",
        "flag": part.flag,
        "standing": "recomputed",
    }


def country_total(data: Data, code: str, region: str, year: int) -> float | None:
    """The country's published value of a year, else the sum over its regions where all of them have one, the
    region itself among them."""
    country = queries.country(data, region)
    whole = queries.at(data, code, country, year)
    if whole:
        return whole.value
    rows = queries.among(data, code, year)
    inside = rows[rows["region"].str.startswith(country)]
    complete = not queries.without_value(data, code, year, country) and region in set(inside["region"])
    return float(inside["value"].sum()) if complete else None
