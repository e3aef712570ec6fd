"""Employment in industrial ecosystems as the input paper has it: numbers where it prints them, else how the region
stands in words."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import name_of
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import say, share_key
from components.state.selection import Selection
from components.views.pack_charts import names_of, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack
from data.periods import span

UNSTATED = "not-stated"


@pack_chart("ecosystem_employment", "ecosystems")
def ecosystems(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The shares that the paper prints, and in words how the region stands where only words exist."""
    rows = ecosystem_rows(pack, chosen.lang)
    quotients, counts = pack.rows("ecosystem_quotients"), count_standings(rows)
    return ChartResult(
        ecosystem_table(data, rows, chosen),
        rows,
        (
            *sources_of(pack, rows),
            *(Citation(source, span(quotients["year"])) for source in sources_of(pack, quotients)),
        ),
        say(share_key("economy.ecosystems.summary", counts["known"], counts["of"]), chosen.lang, **counts),
        (
            *quotient_notes(pack, chosen.lang),
            *table_notes(pack, chosen.lang, "ecosystem_employment"),
            *erratum_sentences(pack, [*rows["note"], *quotients["note"]], chosen.lang),
        ),
        region_of(data, chosen),
        1,
    )


def ecosystem_rows(pack: Pack, language: str) -> pd.DataFrame:
    """A row per ecosystem and area, the ecosystem with the largest share first."""
    table = pack.tables["ecosystem_employment"]
    largest = table.groupby("ecosystem")["value"].transform("max")
    rows = table.assign(
        label=names_of(pack, table["ecosystem"], "ecosystems", "ecosystem", language),
        region=table["geo"],
        unit="%",
    ).iloc[largest.argsort(kind="stable")[::-1]]
    order = rows["ecosystem"].drop_duplicates().tolist()
    rows = rows.sort_values("ecosystem", key=lambda codes: codes.map(order.index), kind="stable")
    columns = ["label", "region", "year", "value", "unit", "relation", "standing", "source", "note"]
    return rows[columns].reset_index(drop=True)


def count_standings(rows: pd.DataFrame) -> dict[str, int]:
    """How many shares have a number, and how many ecosystems only words, or nothing, for the region."""
    without = [group for _, group in rows.groupby("label") if group["value"].isna().all()]
    worded = sum(bool((group["relation"] != UNSTATED).any()) for group in without)
    return {
        "known": int(rows["value"].notna().sum()),
        "of": len(rows),
        "worded": worded,
        "silent": len(without) - worded,
    }


def quotient_notes(pack: Pack, language: str) -> tuple[str, ...]:
    """The location quotient of each ecosystem that has one."""
    names = pack.rows("ecosystems").set_index("ecosystem")[f"name_{language}"]
    rows = pack.rows("ecosystem_quotients").dropna(subset=["value"])
    return tuple(
        say(
            "economy.ecosystems.quotient",
            language,
            ecosystem=names.get(row["ecosystem"], row["ecosystem"]),
            value=number(row["value"], language, 2),
            standing=say(f"standing.short.{row['standing']}", language),
        )
        for row in rows.to_dict("records")
    )


def ecosystem_table(data: Data, rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """One line per ecosystem: a number with a bar per area where it is printed, and how the region stands in words."""
    areas = rows["region"].drop_duplicates().tolist()
    heads = [
        say("column.ecosystem", chosen.lang),
        *(name_of(data, code, chosen.lang) for code in areas),
        say("column.relation", chosen.lang),
    ]
    most = rows["value"].max()
    body = [
        html.Tr(
            [html.Th(label, scope="row"), *cells(group, areas, most, chosen), relation(group, chosen.lang)]
        )
        for label, group in rows.groupby("label", sort=False)
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])), html.Tbody(body)],
        className="rows bars",
    )
    return figures.scroll_box(table, say("economy.ecosystems.label", chosen.lang))


def relation(group: pd.DataFrame, language: str) -> html.Td:
    """How the region stands to its country and the EU, in words."""
    stated = group["relation"].iloc[0]
    text = say(f"value.relation.{stated}", language)
    return html.Td(text, **{"data-standing": "not-in-our-copy" if stated == UNSTATED else "printed"})


def cells(group: pd.DataFrame, areas: list[str], most: float, chosen: Selection) -> list[html.Td]:
    """A cell per area; empty for one of which the table has no row."""
    found = {row["region"]: row for row in group.to_dict("records")}
    return [bar(found[area], most, chosen) if area in found else html.Td("") for area in areas]


def bar(row: dict[str, Any], most: float, chosen: Selection) -> html.Td:
    """A number over a bar of its length, or its standing in words where there is no number."""
    standing = {"data-standing": row["standing"]}
    if row["value"] != row["value"]:
        return html.Td(say(f"standing.short.{row['standing']}", chosen.lang), className="silent", **standing)
    strip = html.Span(
        className="bar home" if row["region"] == chosen.region else "bar",
        style={"width": f"{100 * row['value'] / (most or 1):.1f}%"},
    )
    return html.Td([html.Span(f"{number(row['value'], chosen.lang, 1)} %"), strip], **standing)
