"""A survey of cluster organisations: the range that is known of each answer."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.result import ChartResult
from components.i18n.text import say
from components.state.selection import Selection
from components.views.pack_charts import not_in_pack, pack_chart, region_of, sources_of, table_notes
from data import Data, Pack


def answers(pack: Pack, topic: str, language: str) -> pd.DataFrame:
    """The rows of one topic: item, question, least and most of the respondents, why."""
    table = pack.tables["survey"]
    rows = table[table["topic"] == topic]
    return rows.assign(label=rows[f"name_{language}"], why=rows[f"why_{language}"])[
        ["question", "item", "label", "least", "most", "respondents", "why", "place", "standing", "source"]
    ].reset_index(drop=True)


def survey(pack: Pack, data: Data, chosen: Selection, topic: str) -> ChartResult:
    """One topic of the survey: a row per item, a column per question, a square per respondent in each cell."""
    rows = answers(pack, topic, chosen.lang)
    if rows.empty:
        return not_in_pack(data, chosen)
    bounded = rows[rows["standing"] == "bounded"]
    words = {**region_of(data, chosen), "respondents": int(rows["respondents"].max())}
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
        sources_of(pack, rows),
        summary_text(template_args, chosen.lang),
        notes,
        words,
        0,
    )


def summary_text(counts: dict[str, int], language: str) -> str:
    """How many answers are known to a range or implied, and in how many a majority is sure."""
    is_all = counts["known"] == counts["of"]
    known = "s3.survey.summary.known" if is_all else "s3.survey.summary"
    majority = "s3.survey.majority" if counts["sure"] else "s3.survey.majority.none"
    return f"{say(known, language, **counts)} {say(majority, language, **counts)}"


def answer_table(rows: pd.DataFrame, chosen: Selection) -> html.Div:
    """Items down, questions across; the chosen innovation ecosystem is marked."""
    questions = list(rows["question"].drop_duplicates())
    respondents = rows.groupby("question")["respondents"].max()
    heads = [
        say("column.item", chosen.lang),
        *(
            f"{say(f'value.question.{question}', chosen.lang)} (n = {int(respondents[question])})"
            for question in questions
        ),
    ]
    cells = {(row["item"], row["question"]): row for row in rows.to_dict("records")}
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
        className="rows survey reasons",
    )
    return figures.scroll_box(table, say("s3.survey.label", chosen.lang))


def cell(row: dict[str, Any] | None, language: str) -> html.Td:
    """A square per respondent with the range in words, or the words that nothing is known."""
    if row is None:
        return html.Td("")
    why = html.Small(str(row["why"]))
    if row["least"] != row["least"] or row["most"] != row["most"]:
        return html.Td(
            [html.Span(say(f"standing.short.{row['standing']}", language)), why],
            **{"data-standing": str(row["standing"])},
        )
    least, most, of = (int(row[name]) for name in ("least", "most", "respondents"))
    words = say(f"s3.survey.{extent(least, most, of)}", language, least=least, most=most, of=of)
    return html.Td(
        [
            figures.pictogram(least, most, of, words, inferred=row["standing"] == "inferred"),
            html.Span(words, className="range"),
            why,
        ],
        **{"data-standing": str(row["standing"])},
    )


def extent(least: int, most: int, of: int) -> str:
    """Whether a range is all respondents, one number or several."""
    if least != most:
        return "range"
    return "exactly" if least == of else "number"


@pack_chart("survey")
def innovation_ecosystems(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """To which innovation ecosystems the clusters contribute, and which will matter more."""
    return survey(pack, data, chosen, "innovation_ecosystems")


@pack_chart("survey")
def areas(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Cross-cutting support areas."""
    return survey(pack, data, chosen, "areas")


@pack_chart("survey")
def involvement(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Policy design against implementation."""
    return survey(pack, data, chosen, "involvement")
