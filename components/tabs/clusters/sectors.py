"""Which organisation addresses which of the 14 industrial ecosystems."""

import pandas as pd
from dash import html

from components import figures
from components.errata import noted
from components.picture import Picture
from components.selection import Selection, to_url
from components.tabs.packed import packed, region_of
from components.text import listing, say
from data import Data, Pack


@packed
def matrix(pack: Pack, data: Data, chosen: Selection) -> Picture:
    """17 links: a row per ecosystem, a column per organisation, empty rows included."""
    names = pack.tables["ecosystems"].set_index("ecosystem")[f"name_{chosen.lang}"]
    links = pack.tables["links"]
    people = pack.tables["organisations"].set_index("no")
    rows = links.assign(
        no=links["organisation"],
        label=links["organisation"].map(people["name"]),
        ecosystem_code=links["ecosystem"],
        ecosystem=links["ecosystem"].map(names),
    )
    counted = (
        rows["ecosystem_code"]
        .value_counts()
        .reindex(names.index, fill_value=0)
        .sort_values(ascending=False, kind="stable")
    )
    words = region_of(data, chosen)
    told = {
        **words,
        "links": len(rows),
        "covered": int((counted > 0).sum()),
        "of": len(names),
        "first": names[counted.index[0]],
        "count": int(counted.iloc[0]),
        "none": listing([names[code] for code in counted.index[counted == 0]], chosen.lang),
    }
    shown = rows[["no", "label", "ecosystem", "place", "standing", "note"]]
    figure = figures.boxed(
        grid(rows, counted, names, people, chosen), say("clusters.matrix.label", chosen.lang)
    )
    return Picture(
        figure,
        shown,
        (pack.sources["paper"],),
        say("clusters.matrix.summary", chosen.lang, **told),
        noted(pack, rows["note"], chosen.lang),
        words,
        year="2024",
    )


def grid(
    rows: pd.DataFrame, counted: pd.Series, names: pd.Series, people: pd.DataFrame, chosen: Selection
) -> html.Table:
    """The matrix as a table: a filled mark is a link, and its cell says so to a screen reader."""
    linked = set(zip(rows["no"], rows["ecosystem_code"], strict=True))
    heads = [
        html.Th(
            html.A(
                str(no),
                href=to_url(chosen.but(organisation=str(no))),
                title=people.at[no, "name"],
                **{"data-nav": "mark", "aria-label": f"{no} {people.at[no, 'name']}"},
            ),
            scope="col",
        )
        for no in people.index
    ]
    head = html.Thead(
        html.Tr(
            [
                html.Th(say("column.ecosystem", chosen.lang), scope="col"),
                *heads,
                html.Th(say("column.total", chosen.lang), scope="col", className="number"),
            ]
        )
    )
    body = [
        html.Tr(
            [
                html.Th(names[code], scope="row"),
                *(
                    mark(
                        people.at[no, "short"],
                        chosen.lang,
                        linked=(no, code) in linked,
                        highlighted=str(no) == chosen.organisation,
                    )
                    for no in people.index
                ),
                html.Td(
                    str(count) if count else say("clusters.matrix.none", chosen.lang), className="number"
                ),
            ]
        )
        for code, count in counted.items()
    ]
    return html.Table([head, html.Tbody(body)], className="rows matrix")


def mark(name: str, language: str, *, linked: bool, highlighted: bool) -> html.Td:
    """One cell."""
    if not linked:
        return html.Td("", className="here" if highlighted else None)
    dot = html.Span("●", role="img", **{"aria-label": say("clusters.matrix.yes", language, name=name)})
    return html.Td(dot, className="yes here" if highlighted else "yes", **{"data-standing": "printed"})
