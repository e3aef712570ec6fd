"""The survey of nine clusters: the range that the text of the paper gives for each answer. The counts are in
pictures, which are not in our copy."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.packed import packed, region_of, table_notes
from data import Data, Pack


def answers(pack: Pack, figure: int, language: str) -> pd.DataFrame:
    """The rows of one figure: item, question, least and most of nine, why."""
    table = pack.tables["survey"]
    rows = table[table["figure"] == figure]
    return rows.assign(label=rows[f"name_{language}"], why=rows[f"why_{language}"])[
        ["question", "item", "label", "least", "most", "respondents", "why", "place", "standing"]
    ].reset_index(drop=True)


def survey(pack: Pack, data: Data, chosen: Selection, figure: int, key: str) -> ChartResult:
    """One figure of the survey: a row per item, a column per question, nine squares in each cell."""
    rows = answers(pack, figure, chosen.lang)
    bounded = rows[rows["standing"] == "bounded"]
    words = {**region_of(data, chosen), "respondents": int(rows["respondents"].iloc[0])}
    template_args = {
        **words,
        "known": len(bounded),
        "of": len(rows),
        "inferred": int((rows["standing"] == "inferred").sum()),
        "sure": int((2 * bounded["least"] > bounded["respondents"]).sum()),
    }
    notes = (*table_notes(pack, chosen.lang, "survey"), say("s3.survey.key", chosen.lang))
    return ChartResult(
        answer_table(rows, chosen),
        rows,
        (pack.sources["paper"],),
        say(key, chosen.lang, **template_args),
        notes,
        words,
        0,
        year="2024",
    )


def answer_table(rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """Items down, questions across; the chosen innovation ecosystem is marked."""
    questions = list(rows["question"].drop_duplicates())
    heads = [
        say("column.item", chosen.lang),
        *(
            f"{say(f'value.question.{question}', chosen.lang)} (n = {int(rows['respondents'].iloc[0])})"
            for question in questions
        ),
    ]
    cells = {(one["item"], one["question"]): one for one in rows.to_dict("records")}
    body = [
        html.Tr(
            [
                html.Th(group["label"].iloc[0], scope="row"),
                *(cell(cells.get((item, question)), chosen.lang) for question in questions),
            ],
            className="here" if item == chosen.innovation else None,
        )
        for item, group in rows.groupby("item", sort=False)
    ]
    table = html.Table(
        [html.Thead(html.Tr([html.Th(text, scope="col") for text in heads])), html.Tbody(body)],
        className="rows survey",
    )
    return figures.boxed(table, say("s3.survey.label", chosen.lang))


def cell(row: dict[str, Any] | None, language: str) -> html.Td:
    """Nine squares with the range in words, or the words that nothing is known."""
    if row is None:
        return html.Td("")
    why = html.Small(str(row["why"]))
    if row["least"] != row["least"]:
        return html.Td(
            [html.Span(say(f"standing.short.{row['standing']}", language)), why],
            **{"data-standing": str(row["standing"])},
        )
    least, most, of = (int(row[name]) for name in ("least", "most", "respondents"))
    words = say(
        "s3.survey.exactly" if least == most else "s3.survey.range", language, least=least, most=most, of=of
    )
    return html.Td(
        [
            figures.pictogram(least, most, of, words, inferred=row["standing"] == "inferred"),
            html.Span(words, className="range"),
            why,
        ],
        **{"data-standing": str(row["standing"])},
    )


@packed
def innovation_ecosystems(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Figure 10: to which innovation ecosystems the clusters contribute, and which will matter more."""
    return survey(pack, data, chosen, 10, "s3.innovation_ecosystems.summary")


@packed
def areas(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Figure 11: cross-cutting support areas."""
    return survey(pack, data, chosen, 11, "s3.areas.summary")


@packed
def involvement(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Figure 12: policy design against implementation; only the order is known."""
    return survey(pack, data, chosen, 12, "s3.involvement.summary")
