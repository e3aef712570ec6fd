"""Innovation: the scoreboard's indicators against the Union of the same year, over the years, and as the
paper prints them."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts import naming
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say, share_key
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.economy.trend import trend_of
from components.views.pack_charts import pack_chart, region_of, sources_of, value_text
from data import Data, Pack, queries

EDITION = 2023


def profile_rows(data: Data, chosen: Selection) -> pd.DataFrame:
    """The scoreboard's indicators of a region in 2023, Union of the same year = 100, from most to least."""
    codes = [code for code in data.indicators if code.startswith("ris_") and data.indicators[code].group]
    pairs = [
        (code, own)
        for code in codes
        if (own := queries.value_at(data, code, chosen.region, EDITION)) is not None
    ]
    records = [
        {
            "key": code,
            "label": data.indicators[code].short[chosen.lang],
            "region": own.region,
            "year": EDITION,
            "value": own.value,
            "score": queries.published_cells(data, code, EDITION)[own.region],
            "union_score": queries.published_cells(data, code, EDITION)[queries.UNION],
            "unit": data.indicators[code].unit[chosen.lang],
            "standing": "recomputed",
        }
        for code, own in pairs
    ]
    rows = pd.DataFrame(records)
    return rows.sort_values("value", ascending=False, ignore_index=True) if records else rows


def innovation_profile(data: Data, chosen: Selection) -> ChartResult:
    """Strengths and weaknesses: every indicator of the scoreboard against EU = 100."""
    rows = profile_rows(data, chosen)
    words = blanks(data, chosen)
    if rows.empty:
        return ChartResult(
            figures.empty_state(say("economy.innovation_profile.none", chosen.lang, **words)),
            rows,
            (),
            "",
            (),
            words,
        )
    unit = say("unit.normalised", chosen.lang, unit=say("unit.eu100", chosen.lang))
    look = Look(chosen.theme, chosen.lang, unit, 1)
    above = int((rows["value"] > 100).sum())
    index = queries.value_at(data, "ris_index", chosen.region, EDITION)
    template_args = {
        **words,
        "index": look.number(index.value if index else None),
        "above": above,
        "of": len(rows),
        "best": listing(rows["label"].head(3).tolist(), chosen.lang),
        "least": listing(rows["label"].tail(3).tolist()[::-1], chosen.lang),
    }
    notes = (
        say("economy.innovation.method", chosen.lang),
        *national_note(data, rows["key"].tolist(), chosen),
        *area_note(data, rows["region"].iloc[0], chosen),
    )
    return ChartResult(
        figures.dot_plot(rows, look, reference=100, name=say("unit.eu100", chosen.lang)),
        rows,
        tuple(data.indicators[code] for code in rows["key"]),
        say(share_key("economy.innovation_profile.summary", above, len(rows)), chosen.lang, **template_args),
        notes,
        words,
        1,
    )


def national_note(data: Data, codes: list[str], chosen: Selection) -> tuple[str, ...]:
    """The indicators whose value is the country's, repeated for each of its regions."""
    country = queries.country(data, chosen.region)
    names = [
        data.indicators[code].short[chosen.lang]
        for code in codes
        if data.indicators[code].national or country in data.indicators[code].national_in
    ]
    if not names:
        return ()
    return (say("economy.innovation.national", chosen.lang, names=listing(names, chosen.lang)),)


def area_note(data: Data, area: str, chosen: Selection) -> tuple[str, ...]:
    """Said when the value was published for a larger area."""
    return naming.area_note(data, area, chosen.region, chosen.lang)


def innovation_trend(data: Data, chosen: Selection) -> ChartResult:
    """The innovation index since 2016."""
    return trend_of(data, chosen, "ris_index")


@pack_chart("innovation")
def innovation_printed(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """What the paper prints of the scoreboard: the group, the numbers, strengths and weaknesses."""
    table = pack.tables["innovation"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"], unit=table[f"unit_{chosen.lang}"], region=table["geo"]
    )[["label", "region", "year", "value", "unit", "place", "standing", "source", "note"]]
    groups, words = pack.rows("innovation_group"), region_of(data, chosen)
    items = [
        html.Div(
            [
                html.Dt(row["label"]),
                html.Dd([html.Strong(value_text(row, chosen.lang)), f" {row['unit']}"]),
            ],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    lines = [
        *group_lines(groups, chosen.lang),
        html.Dl(items, className="facts"),
        *strengths(pack, chosen.lang),
    ]
    notes = erratum_sentences(pack, [*rows["note"], *groups["note"]], chosen.lang)
    return ChartResult(
        html.Div(lines),
        rows,
        sources_of(pack, rows),
        printed_sentence(rows, groups, chosen, words),
        notes,
        words,
    )


def group_lines(groups: pd.DataFrame, language: str) -> list[Component]:
    """The group of the scoreboard in which the paper puts the region, with what must be known of it."""
    return [
        html.P(
            [
                say("economy.innovation.group", language, group=row[f"group_{language}"], year=row["year"]),
                f" {row[f'text_{language}']}" if row[f"text_{language}"] else "",
            ],
            **{"data-standing": row["standing"]},
        )
        for row in groups.to_dict("records")
    ]


def strengths(pack: Pack, language: str) -> list[Component]:
    """The strengths and weaknesses that the paper names."""
    return [
        html.P(
            say(
                f"economy.innovation.{kind}",
                language,
                names=listing(group[f"name_{language}"].tolist(), language),
            ),
            **{"data-standing": group["standing"].iloc[0]},
        )
        for kind, group in pack.rows("innovation_strengths").groupby("kind")
    ]


def printed_sentence(
    rows: pd.DataFrame, groups: pd.DataFrame, chosen: Selection, words: dict[str, object]
) -> str:
    """The group where there is one, else how many numbers are printed."""
    if groups.empty:
        return say("economy.innovation_printed.count", chosen.lang, **words, count=len(rows))
    last = groups.sort_values("year").iloc[-1]
    group = {"group": last[f"group_{chosen.lang}"], "year": last["year"]}
    return say("economy.innovation_printed.summary", chosen.lang, **words, **group)
