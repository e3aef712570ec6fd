"""One region in all its indicators: value, change, the Union's, the fifth, its peers, and a sentence per theme
made of the rows."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.numbers import number
from components.i18n.text import count_or_none, listing, say, share_key
from components.state.selection import Selection, to_url
from components.views.compare.compared import compared_with
from components.views.compare.group_text import placed_in, where_text
from components.views.compare.score_row import BACK, comparable, in_scope, score_row
from components.views.compare.spread import change_cell
from data import Data
from data.periods import years_of_value
from data.records import THEMES, Indicator

MOST, FEW = 2 / 3, 1 / 3
NAMED = 2


def scorecard(data: Data, chosen: Selection) -> ChartResult:
    """Every indicator in scope, by theme, with its place among all regions and among the peers."""
    blanks = {"region": name_of(data, chosen.region, chosen.lang)}
    near = compared_with(data, chosen)
    rows = pd.DataFrame([score_row(data, chosen, code, near) for code in in_scope(data, chosen.scope)])
    look = Look(chosen.theme, chosen.lang)
    body = [
        part for theme in THEMES for part in block(data, chosen, look, theme, rows[rows["theme"] == theme])
    ]
    heads = ("indicator", "value", "change", "union", "fifth", "peers", "path")
    among = where_text(data, placed_in(data, chosen))
    texts = [say(f"compare.card.{key}", chosen.lang, back=BACK, where=among) for key in heads]
    table = html.Table([figures.headings(texts, (1, 2, 3)), *body], className="rows scorecard")
    sources = tuple(data.indicators[code] for code in rows["indicator"])
    shown = rows.drop(columns=["theme", "path", "flags", "short", "directed"])
    lens = say(f"choice.lens.{chosen.lens}", chosen.lang)
    peers_named = listing([name_of(data, code, chosen.lang) for code in near], chosen.lang) or say(
        "value.none", chosen.lang
    )
    notes = (
        say("compare.card.rule", chosen.lang),
        say("compare.card.peers_are", chosen.lang, lens=lens, names=peers_named),
        say("compare.card.fifths", chosen.lang),
        say("compare.change.rule", chosen.lang),
        *([say("axis.truncated.small", chosen.lang)] if (rows["path"].str.len() > 1).any() else []),
    )
    decimals = {"eu100": 0, "rank": 0, "of": 0, "band": 0, "peers": 0, "ahead": 0, "peer_band": 0}
    summary = fifths_sentence(rows, blanks, chosen)
    return ChartResult(
        figures.scroll_box(table, say("compare.card.label", chosen.lang)),
        shown,
        sources,
        summary,
        notes,
        blanks,
        decimals,
    )


def block(data: Data, chosen: Selection, look: Look, theme: str, rows: pd.DataFrame) -> list[Component]:
    """The rows of a theme under its name and its sentence."""
    if rows.empty:
        return []
    records = rows.to_dict("records")
    opened = html.Details(
        [
            html.Summary(sentence(records, chosen)),
            html.P(say("compare.sentence.rule", chosen.lang)),
            html.Ul([html.Li(cells_of(row, chosen)) for row in records if comparable(row)]),
        ],
        className="sentence",
    )
    title = html.Th(
        [say(f"theme.{theme}", chosen.lang), opened], colSpan=7, scope="rowgroup", className="block"
    )
    return [html.Tbody([html.Tr(title), *[line(data, chosen, look, row) for row in records]])]


def sentence(records: list[dict[str, Any]], chosen: Selection) -> str:
    """One plain sentence from the rows of a theme: where the region is ahead of most peers, where behind."""
    rows = [row for row in records if comparable(row) and has_direction(row)]
    if not rows:
        return say("compare.sentence.none", chosen.lang)
    ahead = sorted((row for row in rows if row["ahead"] >= MOST * row["peers"]), key=strongest)
    behind = sorted((row for row in rows if row["ahead"] <= FEW * row["peers"]), key=strongest, reverse=True)
    words = {"of": len(rows), "ahead": len(ahead), "behind": len(behind)}
    if len(rows) == 1 and (ahead or behind):
        key = "compare.sentence.only_ahead" if ahead else "compare.sentence.only_behind"
        return say(key, chosen.lang, names=first_peers(ahead or behind, chosen))
    parts = [
        say(
            share_key(f"compare.sentence.{way}", len(found), len(rows)),
            chosen.lang,
            **words,
            names=first_peers(found, chosen),
        )
        for way, found in (("ahead", ahead), ("behind", behind))
        if found
    ]
    return " ".join(parts) or say("compare.sentence.middle", chosen.lang, **words)


def has_direction(row: dict[str, Any]) -> bool:
    """Whether more is better or worse at all."""
    return bool(row["directed"])


def strongest(row: dict[str, Any]) -> tuple[float, str]:
    """The order of a sentence: the largest part of the peers first."""
    return -row["ahead"] / row["peers"], str(row["indicator"])


def first_peers(rows: list[dict[str, Any]], chosen: Selection) -> str:
    """The first two by name, with how many of the peers."""
    shown = [
        say(
            "compare.sentence.one",
            chosen.lang,
            name=row["short"],
            ahead=int(row["ahead"]),
            peers=int(row["peers"]),
        )
        for row in rows[:NAMED]
    ]
    return listing(shown, chosen.lang)


def cells_of(row: dict[str, Any], chosen: Selection) -> str:
    """One row of a theme as a sentence's evidence."""
    return say(
        "compare.sentence.cell",
        chosen.lang,
        name=row["label"],
        ahead=int(row["ahead"]),
        peers=int(row["peers"]),
        year=row["year"],
    )


def line(data: Data, chosen: Selection, look: Look, row: dict[str, Any]) -> html.Tr:
    """One indicator."""
    indicator = data.indicators[row["indicator"]]
    link = html.A(
        row["label"], href=to_url(chosen.but(indicator=indicator.code, year="latest")), **{"data-nav": "link"}
    )
    name = html.Th(link, scope="row")
    standing = {"data-standing": row["standing"]}
    if row["value"] is None or row["value"] != row["value"]:
        words = say("compare.card.none", chosen.lang, year=row["year"])
        return html.Tr([name, html.Td(words, colSpan=6)], className="incomparable", **standing)
    flag = f", {code_label('flag', row['flag'], chosen.lang)}" if row["flag"] else ""
    value = [
        number(row["value"], chosen.lang, indicator.decimals),
        html.Small(f"{row['unit']}, {years_of_value(indicator, row['year'])}{flag}"),
    ]
    cells = [
        html.Td(value, className="number"),
        html.Td(change_of(row, indicator, chosen), className="number"),
        html.Td(number(row["eu100"], chosen.lang, 0), className="number"),
        html.Td(fifth_cell(row, indicator, chosen)),
        html.Td(of_peers(row, indicator, chosen)),
        html.Td(figures.spark(row["path"], look.colours.accent, row["flags"])),
    ]
    return html.Tr([name, *cells], **standing)


def change_of(row: dict[str, Any], indicator: Indicator, chosen: Selection) -> list[Any]:
    """What changed, since when, and in which prices."""
    cell = change_cell(row, indicator.decimals, chosen.lang)
    nominal = len(cell) > 1 and indicator.prices in ("current", "pps")
    return [*cell, html.Small(say(f"compare.card.{indicator.prices}", chosen.lang))] if nominal else cell


def fifth_cell(row: dict[str, Any], indicator: Indicator, chosen: Selection) -> list[Any]:
    """The fifth among all regions in view, with the exact place beside it; of fewer than five the place alone."""
    place = html.Small(say("compare.card.place", chosen.lang, rank=int(row["rank"]), of=int(row["of"])))
    if indicator.direction == "neither":
        return [say("compare.card.undirected", chosen.lang), place]
    if pd.isna(row["band"]):
        return [place]
    band = int(row["band"])
    return [html.Span(say(f"compare.fifth.{band}", chosen.lang), className=f"fifth fifth-{band}"), place]


def of_peers(row: dict[str, Any], indicator: Indicator, chosen: Selection) -> list[Any]:
    """How many peers it is ahead of, and its fifth among them."""
    if not comparable(row):
        return [say("compare.card.no_peers", chosen.lang)]
    key = "compare.card.above" if indicator.direction == "neither" else "compare.card.ahead"
    ahead = say(key, chosen.lang, ahead=int(row["ahead"]), peers=int(row["peers"]))
    if indicator.direction == "neither" or pd.isna(row["peer_band"]):
        return [ahead]
    return [ahead, html.Small(say(f"compare.fifth.{int(row['peer_band'])}", chosen.lang))]


def fifths_sentence(rows: pd.DataFrame, blanks: dict[str, Any], chosen: Selection) -> str:
    """In how many of the indicators the region is in the first and in the last fifth."""
    known = rows[rows["value"].notna() & rows["directed"]]
    if len(known) and known["band"].isna().all():
        return say("compare.scorecard.few", chosen.lang, **blanks, count=int(known["of"].max()))
    words: dict[str, Any] = {
        "of": len(known),
        **{
            name: count_or_none(int((known["band"] == band).sum()), "indicator", chosen.lang)
            for name, band in (("first", 1), ("last", 5))
        },
    }
    return say(
        "compare.scorecard.summary" if len(known) else "compare.scorecard.none",
        chosen.lang,
        **blanks,
        **words,
    )
