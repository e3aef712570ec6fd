"""EU money: the contributions the paper prints, and the sentence that is quoted and never charted."""

from dash import html

from components import figures
from components.errata import noted
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection
from components.tabs.initiatives.projects import all_projects
from components.tabs.packed import packed, region_of
from components.text import say
from data import Data, Pack


@packed
def contributions(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """What the EU gave to the I3 projects, as printed."""
    rows = all_projects(pack, chosen.lang)
    rows = rows[rows["eu_contribution"].notna()].sort_values(
        "eu_contribution", ascending=False, ignore_index=True
    )
    rows = rows.assign(value=rows["eu_contribution"], unit="EUR", label=rows["name"])
    shown = rows[
        [
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
            "note",
        ]
    ]
    look = Look(chosen.theme, chosen.lang, "EUR", 0)
    words = region_of(data, chosen)
    told = {
        **words,
        "first": rows["label"].iloc[0],
        "value": look.number(rows["value"].iloc[0]),
        "count": len(rows),
        "partners": int(rows["partners"].iloc[0]),
    }
    figure = figures.ranking(shown, look, highlight=chosen.project, leads="project")
    return Picture(
        figure,
        shown,
        (pack.sources["paper"],),
        say("initiatives.contributions.summary", chosen.lang, **told),
        noted(pack, rows["note"], chosen.lang),
        words,
        0,
        year="2022–2026",
    )


@packed
def grants(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """The sentence on 828,600 EUR, word for word, with what is not clear about it."""
    table = pack.tables["quotes"]
    rows = table.assign(text=table[f"text_{chosen.lang}"])[["quote", "text", "place", "standing", "note"]]
    parts = [
        html.Div(
            [html.Blockquote(html.P(f"“{one['quote']}”", lang="en")), html.P(one["text"])],
            **{"data-standing": one["standing"]},
        )
        for one in rows.to_dict("records")
    ]
    return Picture(
        html.Div(parts),
        rows,
        (pack.sources["paper"],),
        say("initiatives.grants.summary", chosen.lang),
        noted(pack, rows["note"], chosen.lang),
        region_of(data, chosen),
        year="2024",
    )
