"""How an indicator changed for the region, beside its country and the Union."""

from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import code_label, name_of
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.figures.svg_lines import Series, svg_lines
from components.i18n.numbers import number
from components.i18n.text import say
from components.render.markup import Words
from components.state.selection import Selection
from components.views.economy.trend import trend as economy_trend
from data import Data
from data.periods import years_of_value

PARTIES = ("home", "country", "union")


def trend(data: Data, chosen: Selection) -> Component:
    """The lines with their question, sentence and notes, and the same values as a table."""
    result = economy_trend(data, chosen)
    question = say("economy.trend", chosen.lang, **result.blanks)
    notes = [html.P(note, className="note") for note in result.notes]
    text = html.P(result.summary) if result.summary else None
    parts = [
        html.H2(question),
        lines(data, result, chosen, question),
        text,
        *notes,
        values(data, result, chosen),
    ]
    return html.Section(parts, className="place-card")


def lines(data: Data, result: ChartResult, chosen: Selection, label: str) -> Component | None:
    """The drawing; none where there are not two years to join, and the sentence says what there is."""
    if result.rows.empty:
        return html.P(say("indicator.none", chosen.lang, **result.blanks), className="nothing")
    if result.rows["year"].nunique() < 2:
        return None
    indicator = data.indicators[chosen.indicator]
    look = Look(chosen.theme, chosen.lang, str(indicator.unit[chosen.lang]), indicator.decimals)
    drawing = svg_lines(series_of(data, result, look), look, label=label)
    return Words(children=drawing, tag="div", className="svg-box")


def series_of(data: Data, result: ChartResult, look: Look) -> list[Series]:
    """The lines of a trend in its colours, each with the name of its region, country or the Union."""
    colours = {"home": look.colours.accent, "country": look.colours.country, "union": look.colours.union}
    return [
        Series(
            name_of(data, str(rows["region"].iloc[0]), look.lang),
            colours[party],
            tuple(
                zip(
                    rows["year"].tolist(),
                    rows["value"].tolist(),
                    rows["flag"].fillna("").tolist(),
                    strict=True,
                )
            ),
        )
        for party in PARTIES
        if len(rows := result.rows[result.rows["key"] == party].sort_values("year"))
    ]


def values(data: Data, result: ChartResult, chosen: Selection) -> Component | None:
    """All values as a table, years from the newest, folded away."""
    if result.rows.empty:
        return None
    indicator, lang = data.indicators[chosen.indicator], chosen.lang
    parties = [party for party in PARTIES if party in set(result.rows["key"])]
    cells = {(row["key"], row["year"]): row for row in result.rows.to_dict("records")}
    names = {row["key"]: name_of(data, row["region"], lang) for row in result.rows.to_dict("records")}
    heads = [say("column.year", lang), *(names[party] for party in parties)]
    body = [
        html.Tr(
            [
                html.Th(years_of_value(indicator, year), scope="row"),
                *[cell(cells.get((party, year)), indicator.decimals, lang) for party in parties],
            ]
        )
        for year in sorted(set(result.rows["year"]), reverse=True)
    ]
    table = html.Table([figures.headings(heads, (1, 2, 3)), html.Tbody(body)], className="rows")
    label = say("indicators.values", lang, unit=str(indicator.unit[lang]))
    return html.Details([html.Summary(label), figures.scroll_box(table, label)], className="fold")


def cell(row: dict[str, object] | None, decimals: int, language: str) -> Component:
    """One value with its flag in words."""
    if row is None:
        return html.Td(say("value.none", language), className="number silent")
    flag = str(row["flag"] or "")
    text = number(float(str(row["value"])), language, decimals)
    return html.Td(
        [text, html.Small(code_label("flag", flag, language)) if flag else None], className="number"
    )
