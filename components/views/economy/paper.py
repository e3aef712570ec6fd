"""What the input paper prints of a region's economy: Table 1, structure, shares of the country, ecosystems."""

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
from data import Data, Pack, queries
from data.periods import span
from data.records import WITHOUT_VALUE

OFFICIAL = {
    "population": ("population", 0.001),
    "gdp": ("gdp", 1.0),
    "gdp_per_head": ("gdp_per_head_pps", 1.0),
}
PARTIES = ("home", "country", "union")


def paper_of(data: Data, region: str) -> Pack | None:
    """The pack of a region, or of its country: Italian and European columns hold for every Italian region."""
    same = [pack for pack in data.packs.values() if pack.country == queries.country(data, region)]
    return data.packs.get(region) or next(iter(same), None) or next(iter(data.packs.values()), None)


def codes(data: Data, region: str) -> dict[str, str]:
    """Who stands in the three columns: the region, its country, the Union."""
    return {"home": region, "country": queries.country(data, region), "union": queries.UNION}


@lru_cache(maxsize=512)
def table1_rows(data: Data, region: str, lang: str) -> pd.DataFrame:
    """Table 1: a row per indicator and party; as printed where the paper covers it, else the official
    value, else nothing."""
    pack = paper_of(data, region)
    if pack is None:
        return pd.DataFrame()
    names, cells = printed1(pack)
    made = [
        {
            "indicator": one["indicator"],
            "block": one["block"],
            "label": one[f"name_{lang}"],
            "unit": one[f"unit_{lang}"],
            "party": party,
            "region": code,
            **value(data, cells, one["indicator"], code, int(one["year"])),
            "notes": one["note"],
        }
        for one in names
        for party, code in codes(data, region).items()
    ]
    return pd.DataFrame(made)


@cache
def printed1(pack: Pack) -> tuple[list[dict[str, Any]], dict[tuple[str, str], float]]:
    """Table 1 of a pack: what its rows are called, and its cells by indicator and party."""
    printed = pack.tables["table1"]
    names = printed.drop_duplicates("indicator").to_dict("records")
    return names, printed.set_index(["indicator", "geo"])["value"].to_dict()


def value(
    data: Data, printed: Mapping[tuple[str, str], float], indicator: str, code: str, year: int
) -> dict[str, Any]:
    """A printed value with the official one of the same year beside it, either of which may be missing."""
    cell = printed.get((indicator, code))
    official = official_value(data, indicator, code, year)
    if cell is not None:
        return {
            "year": year,
            "value": cell,
            "current": official,
            "standing": "printed",
        }
    return {
        "year": year,
        "value": official,
        "current": official,
        "standing": "published" if official is not None else "not-in-our-copy",
    }


def official_value(data: Data, indicator: str, code: str, year: int) -> float | None:
    """The publisher's value today, in Table 1's unit."""
    if indicator not in OFFICIAL:
        return None
    source, factor = OFFICIAL[indicator]
    found = queries.at(data, source, code, year)
    return None if found is None else found.value * factor


def table1(data: Data, chosen: Selection) -> ChartResult:
    """Table 1 in full, with the publisher's current value where it differs."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    pack = paper_of(data, chosen.region)
    if pack is None:
        return ChartResult(figures.nothing(say("paper.none", chosen.lang)), rows)
    printed = span(rows.loc[rows["standing"] == "printed", "year"])
    sources = (*([Cited(pack.sources["paper"], printed)] if printed else []), *official_sources(data, rows))
    told = rows[~rows["standing"].isin(WITHOUT_VALUE)]
    words = {
        **blanks(data, chosen),
        "known": int((told["party"] == "home").sum()),
        "of": rows["indicator"].nunique(),
    }
    return ChartResult(
        wide_table(data, rows, chosen),
        rows,
        sources,
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


def structure(data: Data, chosen: Selection, block: str) -> ChartResult:
    """The shares of one block of Table 1 for the three parties."""
    rows = table1_rows(data, chosen.region, chosen.lang)
    pack = paper_of(data, chosen.region)
    rows = rows[(rows["block"] == block) & rows["value"].notna()] if len(rows) else rows
    if pack is None or rows.empty or "home" not in set(rows["party"]):
        return ChartResult(
            figures.nothing(say(f"economy.{block}_structure.none", chosen.lang, **blanks(data, chosen))),
            rows.iloc[0:0],
            (),
            "",
            (),
            blanks(data, chosen),
        )
    look = Look(chosen.theme, chosen.lang, rows["unit"].iloc[0], 1)
    names: dict[str, str] = {
        party: name_of(data, code, chosen.lang) for party, code in codes(data, chosen.region).items()
    }
    home = rows[rows["party"] == "home"].set_index("label")["value"]
    union = rows[rows["party"] == "union"].set_index("label")["value"]
    gap = (home - union).idxmax()
    words = {
        **blanks(data, chosen),
        "sector": gap,
        "home": look.number(home[gap]),
        "union": look.number(union[gap]),
    }
    return ChartResult(
        figures.against(rows, look, names),
        rows,
        (pack.sources["paper"],),
        say("economy.structure.summary", chosen.lang, **words),
        noted(pack, rows["notes"], chosen.lang),
        blanks(data, chosen),
        1,
    )


def gva_structure(data: Data, chosen: Selection) -> ChartResult:
    """Where value added comes from."""
    return structure(data, chosen, "gva")


def employment_structure(data: Data, chosen: Selection) -> ChartResult:
    """Where people work: as printed for the pack's region, else the last labour force survey by section
    that is at hand."""
    if chosen.region in data.packs:
        return structure(data, chosen, "employment")
    return survey_structure(data, chosen)


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
    pack = data.packs.get(chosen.region)
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
    sources = (
        tuple(pack.sources[key] for key in dict.fromkeys(rows["source"]))
        if pack
        else tuple(data.indicators[code] for code in rows["key"])
    )
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
    table = pack.tables["shares_of_italy"]
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


def ecosystems(data: Data, chosen: Selection) -> ChartResult:
    """Figure 1: the ten numbers the text prints, and in words how the region stands where only words exist."""
    pack = data.packs.get(chosen.region)
    if pack is None:
        return ChartResult(
            figures.nothing(say("economy.ecosystems.none", chosen.lang, **blanks(data, chosen))),
            pd.DataFrame(),
            (),
            "",
            (),
            blanks(data, chosen),
        )
    names = pack.tables["ecosystems"].set_index("ecosystem")[f"name_{chosen.lang}"]
    table = pack.tables["ecosystem_employment"]
    rows = table.assign(label=table["ecosystem"].map(names), region=table["geo"], unit="%")[
        ["label", "region", "year", "value", "unit", "relation", "standing", "source", "note"]
    ]
    order = (
        rows.groupby("label")["value"]
        .max()
        .sort_values(ascending=False, na_position="last", kind="stable")
        .index
    )
    rows = (
        rows.assign(place=rows["label"].map({label: place for place, label in enumerate(order)}))
        .sort_values("place", kind="stable")
        .drop(columns="place")
        .reset_index(drop=True)
    )
    words = {"known": int(rows["value"].notna().sum()), "of": len(rows)}
    quotient = pack.tables["ecosystem_quotients"].iloc[0]
    notes = (
        say("economy.ecosystems.quotient", chosen.lang, value=number(quotient["value"], chosen.lang, 2)),
        *noted(pack, rows["note"], chosen.lang),
    )
    return ChartResult(
        ecosystem_table(data, rows, chosen),
        rows,
        (pack.sources["paper"], Cited(pack.sources["regioscope"], span([quotient["year"]]))),
        say("economy.ecosystems.summary", chosen.lang, **words),
        notes,
        blanks(data, chosen),
        1,
    )


def ecosystem_table(data: Data, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """One line per ecosystem: three numbers with bars where they are printed, and how the region stands in
    words."""
    heads = [
        say("column.ecosystem", chosen.lang),
        *(name_of(data, code, chosen.lang) for code in rows["region"].drop_duplicates()),
        say("column.relation", chosen.lang),
    ]
    most = rows["value"].max()
    body = [
        html.Tr(
            [
                html.Th(label, scope="row"),
                *(bar(one, most, chosen.lang) for one in group.to_dict("records")),
                html.Td(
                    say(f"value.relation.{group['relation'].iloc[0]}", chosen.lang),
                    **{
                        "data-standing": "printed"
                        if group["relation"].iloc[0] != "not-stated"
                        else "not-in-our-copy"
                    },
                ),
            ]
        )
        for label, group in rows.groupby("label", sort=False)
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])), html.Tbody(body)],
        className="rows bars",
    )
    return figures.boxed(table, say("economy.ecosystems.label", chosen.lang))


def bar(one: dict[str, Any], most: float, language: str) -> html.Td:
    """A number over a bar of its length, or its standing in words where there is no number."""
    if not known(one["value"]):
        return html.Td(
            say(f"standing.short.{one['standing']}", language),
            className="silent",
            **{"data-standing": one["standing"]},
        )
    strip = html.Span(
        className="bar home" if one["region"] not in ("IT", queries.UNION) else "bar",
        style={"width": f"{100 * one['value'] / most:.1f}%"},
    )
    return html.Td(
        [html.Span(f"{number(one['value'], language, 1)} %"), strip], **{"data-standing": one["standing"]}
    )
