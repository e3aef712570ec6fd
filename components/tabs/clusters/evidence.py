"""How large the organisations are, how many there are elsewhere, what studies say of clusters, and how
policy came here."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.errata import noted, translated
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection
from components.tabs.packed import packed, region_of, table_notes
from components.text import say
from components.theme import number
from data import Data, Pack

RESOLVED = {"staff": (11, 3, 0, 1), "members": (3, 7, 5)}


def bands(pack: Pack, data: Data, chosen: Selection, block: str) -> Picture:
    """One block of Figure 4: as printed, as it must read, and the European shares."""
    table = pack.tables["bands"]
    rows = table[table["block"] == block].assign(label=lambda one: one[f"name_{chosen.lang}"])
    rows = rows[
        [
            "band",
            "label",
            "printed_count",
            "printed_percent",
            "resolved_count",
            "resolved_percent",
            "eu_percent",
            "place",
            "standing",
            "note",
        ]
    ].reset_index(drop=True)
    words = region_of(data, chosen)
    top = rows.loc[rows["resolved_count"].idxmax()]
    told = {
        **words,
        "count": int(top["resolved_count"]),
        "band": top["label"],
        "percent": number(top["resolved_percent"], chosen.lang, 0),
        "eu": number(top["eu_percent"], chosen.lang, 0),
    }
    return Picture(
        band_table(rows, chosen.lang),
        rows,
        (pack.sources["paper"],),
        say(f"clusters.{block}_bands.summary", chosen.lang, **told),
        noted(pack, rows["note"], chosen.lang),
        words,
        {"resolved_percent": 0, "printed_percent": 0, "eu_percent": 0},
        year="2024",
    )


def band_table(rows: pd.DataFrame, language: str) -> html.Div:
    """A row per band: printed, resolved with a bar, Europe with a bar."""
    heads = [say(f"clusters.bands.{name}", language) for name in ("band", "printed", "resolved", "europe")]
    body = [
        html.Tr(
            [
                html.Th(one["label"], scope="row"),
                html.Td(
                    counted(one, "printed", language)
                    if one["printed_count"] == one["printed_count"]
                    else say("clusters.bands.left_out", language),
                    **{
                        "data-standing": "printed"
                        if one["printed_count"] == one["printed_count"]
                        else "not-published"
                    },
                ),
                html.Td(
                    [
                        counted(one, "resolved", language),
                        strip(one["resolved_percent"], "bar home"),
                    ],
                    **{"data-standing": "recomputed"},
                ),
                html.Td(
                    [f"{number(one['eu_percent'], language, 0)} %", strip(one["eu_percent"], "bar")]
                    if one["eu_percent"] == one["eu_percent"]
                    else say("clusters.bands.left_out", language),
                    **{
                        "data-standing": "printed"
                        if one["eu_percent"] == one["eu_percent"]
                        else "not-published"
                    },
                ),
            ]
        )
        for one in rows.to_dict("records")
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])), html.Tbody(body)],
        className="rows bars",
    )
    return figures.boxed(table, say("clusters.bands.label", language))


def counted(one: dict[str, Any], reading: str, language: str) -> str:
    """A count with its share."""
    count, percent = one[f"{reading}_count"], one[f"{reading}_percent"]
    return f"{number(count, language, 0)} ({number(percent, language, 0)} %)"


def strip(percent: float, kind: str) -> html.Span:
    """A bar as long as its share."""
    return html.Span(className=kind, style={"width": f"{percent:.0f}%"})


@packed
def staff_bands(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """How many people the organisations employ."""
    return bands(pack, data, chosen, "staff")


@packed
def members_bands(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """How many members the organisations have."""
    return bands(pack, data, chosen, "members")


@packed
def counts(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Registered organisations in the three regions whose count is published; the rest in words."""
    table = pack.tables["counts"].assign(
        key=lambda one: one["geo"],
        label=lambda one: one[f"name_{chosen.lang}"],
        region=lambda one: one["geo"],
    )
    rows = table[["key", "label", "region", "value", "rank", "level", "date", "place", "standing", "note"]]
    drawn = rows[rows["level"] == "region"]
    whole = rows.set_index("level")["value"]
    words = region_of(data, chosen)
    told = {
        **words,
        "own": int(drawn["value"].iloc[0]),
        "country": int(whole["country"]),
        "union": number(whole["EU"], chosen.lang, 0),
    }
    look = Look(chosen.theme, chosen.lang, say("unit.organisations", chosen.lang), 0)
    notes = (
        say("clusters.counts.rest", chosen.lang, rest=int(whole["residual"])),
        *table_notes(pack, chosen.lang, "counts"),
    )
    return Picture(
        figures.ranking(drawn, look, highlight=chosen.region),
        rows.reset_index(drop=True),
        (pack.sources["paper"],),
        say("clusters.counts.summary", chosen.lang, **told),
        notes,
        words,
        0,
        year="2024",
    )


@packed
def interests(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """In what the organisations seek partners; the paper gives no numbers."""
    table = pack.tables["interests"]
    rows = table.assign(label=table[f"name_{chosen.lang}"])[["label", "place", "standing"]]
    items = [html.Li(label, **{"data-standing": "printed"}) for label in rows["label"]]
    return Picture(
        html.Ul(items, className="ranked"),
        rows,
        (pack.sources["paper"],),
        say("clusters.interests.summary", chosen.lang, count=len(rows)),
        (),
        region_of(data, chosen),
        year="2024",
    )


@packed
def statements(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Figures 5, 6 and 14 in words: their pictures are lost."""
    table = pack.tables["statements"]
    rows = table.assign(
        label=table[f"name_{chosen.lang}"],
        text=table[f"text_{chosen.lang}"],
        place=[translated(one, chosen.lang) for one in table["place"]],
    )
    rows = rows[["place", "label", "direction", "text", "standing", "source"]]
    items = [
        html.Li(
            statement(one, chosen.lang),
            className=f"said {one['direction']}",
            **{"data-standing": one["standing"]},
        )
        for one in rows.to_dict("records")
    ]
    notes = table_notes(pack, chosen.lang, "statements")
    positive = int((rows["direction"] == "positive").sum())
    return Picture(
        html.Ul(items, className="statements"),
        rows,
        (pack.sources["paper"], pack.sources["ketels"]),
        say("clusters.statements.summary", chosen.lang, count=len(rows), positive=positive),
        notes,
        region_of(data, chosen),
        year="2021–2024",
    )


def statement(one: dict[str, Any], language: str) -> list[Component]:
    """One finding: its direction in words, its subject, what is said, where."""
    return [
        html.Span(say(f"value.direction.{one['direction']}", language), className="direction"),
        html.Strong(str(one["label"])),
        html.Span(str(one["text"])),
        html.Small(str(one["place"])),
    ]


@packed
def policy(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """Two decades of cluster policy, from districts to technology clusters."""
    table = pack.tables["policy"]
    rows = table.assign(label=table[f"name_{chosen.lang}"], text=table[f"text_{chosen.lang}"])[
        ["start", "end", "label", "text", "place", "standing", "source"]
    ]
    items = [
        html.Li(
            [html.Time(span(one)), html.Strong(one["label"]), html.Span(one["text"])],
            **{"data-standing": one["standing"]},
        )
        for one in rows.to_dict("records")
    ]
    sources = (pack.sources["paper"], pack.sources["region"])
    return Picture(
        html.Ol(items, className="timeline"),
        rows,
        sources,
        say("clusters.policy.summary", chosen.lang, count=len(rows), first=rows["start"].iloc[0][:4]),
        (),
        region_of(data, chosen),
        year="2001–2027",
    )


def span(one: dict[str, Any]) -> str:
    """When it began, and when it ended if that is known."""
    return f"{one['start']}–{one['end']}" if one["end"] else str(one["start"])
