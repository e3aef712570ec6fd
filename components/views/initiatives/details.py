"""One project: every fact known of it, who says so, and the pages that it was read on."""

from typing import Any

import pandas as pd
from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.provenance import Citation
from components.charts.result import ChartResult
from components.i18n.numbers import number
from components.i18n.text import format_date, say
from components.state.selection import Selection
from components.views.initiatives.filters import all_projects, filtered_projects
from components.views.pack_charts import pack_chart, page_link, region_of
from data import Data, Pack
from data.periods import span


@pack_chart("projects")
def project(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Everything known of the chosen project."""
    blanks = region_of(data, chosen)
    rows = all_projects(pack, chosen.lang)
    rows = rows[rows["key"] == chosen.project]
    if rows.empty:
        choose = figures.empty_state(say("initiatives.project.choose", chosen.lang))
        return ChartResult(choose, pd.DataFrame(), blanks=blanks)
    row = rows.iloc[0].to_dict()
    facts = pd.DataFrame([*facts_of(pack, row, chosen.lang), *pages_of(row, chosen.lang)])
    when = span((row["start"], row["end"]))
    keys = str(row["source"]).split()
    years = {key: "" if pack.sources[key] == pack.paper else when for key in keys}
    summary = say(
        "initiatives.project.summary",
        chosen.lang,
        name=row["name"],
        programme=row["programme"],
        named=say(f"initiatives.named.{row['named']}", chosen.lang),
    )
    return ChartResult(
        html.Div([html.P(row["text"]), facts_list(facts)]),
        facts,
        tuple(Citation(pack.sources[key], years[key]) for key in years),
        summary,
        (*filtered_out(pack, row, chosen), *erratum_sentences(pack, [str(row["note"])], chosen.lang)),
        blanks,
    )


def filtered_out(pack: Pack, row: dict[str, Any], chosen: Selection) -> tuple[str, ...]:
    """That the project stays here although the filters keep it away from the other charts."""
    if row["key"] in set(filtered_projects(pack, chosen)["key"]):
        return ()
    return (say("initiatives.project.filtered", chosen.lang, name=row["name"]),)


def facts_list(facts: pd.DataFrame) -> html.Dl:
    """The facts as terms and values; the pages together as links."""
    terms = [
        html.Div(
            [html.Dt(label), *(html.Dd(value_of(fact)) for fact in group.to_dict("records"))],
            **{"data-standing": group["standing"].iloc[0]},
        )
        for label, group in facts.groupby("label", sort=False)
    ]
    return html.Dl(terms, className="facts")


def value_of(fact: dict[str, Any]) -> Any:
    """The text of a fact; an address is a link."""
    return page_link(fact["text"], short=False) if fact["fact"] == "page" else fact["text"]


def facts_of(pack: Pack, row: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """Label, value and standing of each fact; a fact without a value was not found on the pages read."""
    named = str(row["standing"])
    start, end = (format_date(str(row[column]), language) for column in ("start", "end"))
    period = say("date.span", language, start=start, end=end) if start and end else start or end
    entries = [
        ("theme", row["theme"], named),
        ("organisations", row["organisations"], standing_of_participants(pack, row)),
        ("confidence", say(f"choice.confidence.{row['confidence']}", language), "inferred"),
        ("period", period, "published"),
        ("contribution", euros(row["eu_contribution"], language), "printed"),
        ("contribution_elsewhere", euros(row["eu_contribution_elsewhere"], language), "published"),
        ("partners", whole_number(row["partners"], language), "printed"),
        ("partners_elsewhere", whole_number(row["partners_elsewhere"], language), "published"),
        ("countries", whole_number(row["countries"], language), "printed"),
        ("country_names", row["partner_names"], "published"),
        ("grant", row["grant"], "published"),
    ]
    return [fact(key, text, standing, language) for key, text, standing in entries]


def fact(key: str, text: str, standing: str, language: str) -> dict[str, Any]:
    """One fact as a row; without a text it says why there is none."""
    label = say(f"initiatives.fact.{key}", language)
    if text:
        return {"fact": key, "label": label, "text": text, "standing": standing}
    why = "unprinted" if standing == "printed" else "unfound"
    return {
        "fact": key,
        "label": label,
        "text": say(f"initiatives.{why}", language),
        "standing": "not-in-our-copy",
    }


def standing_of_participants(pack: Pack, row: dict[str, Any]) -> str:
    """Who says which organisations take part: the paper, if it says so of all of them."""
    part = pack.rows("participations")
    standings = part.loc[part["project"] == row["key"], "standing"]
    return "printed" if len(standings) and (standings == "printed").all() else "published"


def pages_of(row: dict[str, Any], language: str) -> list[dict[str, Any]]:
    """A row per page on which the project was found."""
    return [fact("page", page, "published", language) for page in str(row["pages"]).split()]


def euros(value: float, language: str) -> str:
    """Euros, or nothing."""
    return f"{number(value, language, 0)} EUR" if value == value else ""


def whole_number(value: float, language: str) -> str:
    """A whole number, or nothing."""
    return number(value, language, 0) if value == value else ""
