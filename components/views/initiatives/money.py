"""EU money: the contributions the paper prints, and the sentence that is quoted and never charted."""

from dash import html

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.figures.frame import Look
from components.i18n.text import listing, say
from components.state.selection import Selection
from components.views.initiatives.filters import filtered_projects, no_project
from components.views.pack_charts import not_in_pack, pack_chart, region_of, sources_of
from data import Data, Pack

COLUMNS = [
    "key",
    "label",
    "value",
    "unit",
    "partners",
    "countries",
    "partner_names",
    "organisations",
    "place",
    "standing",
    "source",
    "note",
]


@pack_chart("projects")
def contributions(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """What the EU gave to the projects that pass the filters, as printed."""
    passed, blanks = filtered_projects(pack, chosen), region_of(data, chosen)
    rows = passed[passed["eu_contribution"].notna()]
    rows = rows.sort_values("eu_contribution", ascending=False, ignore_index=True)
    rows = rows.assign(value=rows["eu_contribution"], unit="EUR", label=rows["name"])[COLUMNS]
    silent = passed.loc[passed["eu_contribution"].isna(), "name"].tolist()
    names = listing(silent, chosen.lang)
    notes = (say("initiatives.contributions.silent", chosen.lang, names=names),) if silent else ()
    if pack.tables["projects"]["eu_contribution"].isna().all():
        return not_in_pack(data, chosen)
    if rows.empty:
        words = no_project(chosen) if passed.empty else (say("initiatives.contributions.none", chosen.lang),)
        return ChartResult(figures.empty_state(*words), rows, notes=notes, blanks=blanks)
    look = Look(chosen.theme, chosen.lang, "EUR", 0)
    template_args = {
        **blanks,
        "first": rows["label"].iloc[0],
        "value": look.in_sentence(rows["value"].iloc[0]),
        "count": len(rows),
    }
    summary = "initiatives.contributions.summary" if len(rows) > 1 else "initiatives.contributions.single"
    partners = rows["partners"].iloc[0]
    shared = {"partners": int(partners)} if partners == partners else {}
    among = (
        [say("initiatives.contributions.partners", chosen.lang, **template_args, **shared)] if shared else []
    )
    return ChartResult(
        figures.ranking(rows, look, highlight=chosen.project, leads="project"),
        rows,
        (pack.paper,),
        " ".join([say(summary, chosen.lang, **template_args), *among]),
        (*notes, *erratum_sentences(pack, rows["note"], chosen.lang)),
        blanks,
        0,
    )


@pack_chart("quotes")
def grants(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """Sentences of the paper, word for word, with what is not clear about them."""
    table = pack.tables["quotes"]
    rows = table.assign(text=table[f"text_{chosen.lang}"])[
        ["quote", "text", "place", "standing", "source", "note"]
    ]
    parts = [
        html.Div(
            [html.Blockquote(html.P(f"“{row['quote']}”", lang="en")), html.P(row["text"])],
            **{"data-standing": row["standing"]},
        )
        for row in rows.to_dict("records")
    ]
    return ChartResult(
        html.Div(parts),
        rows,
        sources_of(pack, rows),
        say("initiatives.grants.summary", chosen.lang, count=len(rows)),
        erratum_sentences(pack, rows["note"], chosen.lang),
        region_of(data, chosen),
    )
