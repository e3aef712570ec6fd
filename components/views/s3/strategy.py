"""The strategy itself, its partnerships, its projects, and how other regions involve clusters."""

from collections.abc import Iterable
from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.naming import publisher_name
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import LANGUAGES, format_days, listing, say
from components.state.selection import Selection, to_url
from components.views.pack_charts import names_of, not_in_pack, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack
from data.pack_records import PackSource


@pack_chart("s3_ecosystems")
def ecosystems(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The priorities of the strategy, each in the reader's language and in another one."""
    other = next(language for language in LANGUAGES if language != chosen.lang)
    table = pack.tables["s3_ecosystems"].sort_values("order", kind="stable").reset_index(drop=True)
    rows = table.assign(
        order=table["order"].fillna(pd.Series(range(1, len(table) + 1))).astype(int),
        key=table["ecosystem"],
        label=table[f"name_{chosen.lang}"],
        other=table[f"name_{other}"],
        text=table[f"text_{chosen.lang}"],
    )[["order", "key", "label", "other", "text", "place", "standing", "source", "note"]]
    items = [ecosystem_item(row, other, chosen) for row in rows.to_dict("records")]
    return ChartResult(
        html.Ol(items, className="directory"),
        rows,
        sources_of(pack, rows),
        say("s3.ecosystems.summary", chosen.lang, count=len(rows)),
        (*without_text(rows, chosen.lang), *erratum_sentences(pack, rows["note"], chosen.lang)),
        region_of(data, chosen),
    )


def without_text(rows: pd.DataFrame, language: str) -> tuple[str, ...]:
    """The priorities that no source at hand describes, said once."""
    names = rows.loc[rows["text"] == "", "label"].tolist()
    return (say("s3.ecosystems.no_text", language, names=listing(names, language)),) if names else ()


def ecosystem_item(row: dict[str, Any], other: str, chosen: Selection) -> html.Li:
    """One priority: its number, its name as a link that marks it, its name in the `other` language, its text."""
    current = {"aria-current": "true"} if row["key"] == chosen.innovation else {}
    link = html.A(
        row["label"], href=to_url(chosen.but(innovation=row["key"])), **{"data-nav": "mark", **current}
    )
    text = [html.Span(row["text"], className="what")] if row["text"] else []
    return html.Li(
        [
            html.Span(str(row["order"]), className="badge-no"),
            html.Div(
                [
                    link,
                    html.Span(row["other"], lang=other, className="what"),
                    *text,
                ]
            ),
        ],
        **{"data-standing": row["standing"]},
    )


@pack_chart("s3_structure")
def structure(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """How the strategy is built, from the Region's own pages."""
    table = pack.tables["s3_structure"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], text=table[f"text_{chosen.lang}"])[
        ["label", "text", "standing", "source"]
    ]
    items = [
        html.Div([html.Dt(row["label"]), html.Dd(row["text"])], **{"data-standing": row["standing"]})
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Dl(items, className="facts"),
        rows,
        sources_of(pack, rows),
        say(
            "s3.structure.summary",
            chosen.lang,
            count=len(rows),
            publishers=listing(publishers(sources_of(pack, rows), chosen.lang), chosen.lang),
        ),
        (),
        region_of(data, chosen),
    )


@pack_chart("s3_platforms")
def platforms(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The partnerships of the platform on industrial modernisation."""
    table = pack.tables["s3_platforms"]
    rows = table.assign(
        label=table["name"].where(table["name"] != "", say("s3.platforms.all", chosen.lang)),
        text=table[f"text_{chosen.lang}"],
    )[["label", "role", "text", "place", "standing", "source"]]
    leads = int((rows["role"] == "lead").sum())
    items = [
        html.Li(
            [html.Strong(row["label"]), html.Span(row["text"], className="amount")],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Ul(items, className="ranked"),
        rows,
        sources_of(pack, rows),
        say("s3.platforms.summary", chosen.lang, leads=leads, count=len(rows), **region_of(data, chosen)),
        table_notes(pack, chosen.lang, "s3_platforms"),
        region_of(data, chosen),
    )


@pack_chart("s3_projects")
def projects(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Funded projects by innovation ecosystem, as the press reports them."""
    names = pack.rows("s3_ecosystems").set_index("ecosystem")[f"name_{chosen.lang}"]
    table = pack.tables["s3_projects"].dropna(subset=["value"])
    if table.empty:
        return not_in_pack(data, chosen)
    rows = table.assign(
        key=table["ecosystem"],
        label=names_of(pack, table["ecosystem"], "s3_ecosystems", "ecosystem", chosen.lang),
        unit=say("unit.projects", chosen.lang),
    ).sort_values("value", ascending=False, ignore_index=True)
    look = Look(
        chosen.theme, chosen.lang, say("unit.projects", chosen.lang), 0, say("unit.project", chosen.lang)
    )
    template_args = {
        "total": int(rows["value"].sum()),
        "first": rows["label"].iloc[0],
        "count": int(rows["value"].iloc[0]),
    }
    missing = [name for code, name in names.items() if code not in set(rows["key"])]
    figure = figures.ranking(rows, look, highlight=chosen.innovation, leads="innovation")
    return ChartResult(
        figure,
        rows[["key", "label", "year", "value", "unit", "standing", "source"]],
        sources_of(pack, rows),
        say("s3.projects.summary", chosen.lang, **template_args),
        (
            *table_notes(pack, chosen.lang, "s3_projects"),
            *(
                [say("s3.projects.missing", chosen.lang, names=listing(missing, chosen.lang))]
                if missing
                else []
            ),
        ),
        region_of(data, chosen),
        0,
    )


@pack_chart("events")
def events(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Where the Clusters meet Regions series has been."""
    table = pack.tables["events"]
    rows = table.assign(label=table[f"name_{chosen.lang}"])[
        ["start", "end", "label", "country", "status", "standing", "source"]
    ]
    past = int((rows["status"] == "held").sum())
    items = [
        html.Li(
            [
                html.Time(format_days(row["start"], row["end"], chosen.lang), dateTime=row["start"]),
                html.Strong(row["label"]),
                html.Span(say(f"value.status.{row['status']}", chosen.lang)),
            ],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Ol(items, className="timeline columns"),
        rows,
        sources_of(pack, rows),
        say("s3.events.summary", chosen.lang, held=past, announced=len(rows) - past),
        (say("s3.events.known", chosen.lang),),
        region_of(data, chosen),
    )


def publishers(sources: Iterable[PackSource], language: str) -> list[str]:
    """The publishers of some sources in the reader's language, each once."""
    return list(dict.fromkeys(publisher_name(source.publisher, language) for source in sources))
