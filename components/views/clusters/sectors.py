"""Which organisation addresses which industrial ecosystem."""

from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.errata import erratum_sentences
from components.charts.result import ChartResult
from components.i18n.text import listing, say
from components.state.selection import Selection, to_url
from components.views.clusters.organisations import filter_summary, filtered_organisations, kinds
from components.views.pack_charts import pack_chart, region_of, sources_of
from data import Data, Pack

NOBODY = "nobody"


@pack_chart("organisations", "links", "ecosystems")
def matrix(pack: Pack, data: Data, chosen: Selection) -> ChartResult:
    """The links: a row per ecosystem, a column per organisation; ecosystems without any are rows too."""
    names = pack.tables["ecosystems"].set_index("ecosystem")[f"name_{chosen.lang}"]
    people = pack.tables["organisations"].set_index("no")
    links = pack.tables["links"]
    counted = links["ecosystem"].value_counts().reindex(names.index, fill_value=0)
    counted = counted.sort_values(ascending=False, kind="stable")
    rows = rows_of(pack, counted, names, people)
    template_args = {
        "links": len(links),
        "covered": int((counted > 0).sum()),
        "of": len(names),
        "first": names[counted.index[0]],
        "count": int(counted.iloc[0]),
        "none": listing([names[code] for code in counted.index[counted == 0]], chosen.lang),
    }
    shown = filtered_organisations(pack, chosen)["no"]
    faded = len(shown) < len(people)
    grid = Grid(links, counted, names, people, set(shown), kinds(pack, chosen.lang)["plural"], chosen)
    return ChartResult(
        figures.scroll_box(grid.table(), say("clusters.matrix.label", chosen.lang)),
        rows,
        sources_of(pack, rows),
        say(
            f"clusters.matrix.{'summary' if template_args['covered'] < template_args['of'] else 'all'}",
            chosen.lang,
            **template_args,
        ),
        (*([faded_note(pack, chosen)] if faded else []), *erratum_sentences(pack, rows["note"], chosen.lang)),
        region_of(data, chosen),
    )


def faded_note(pack: Pack, chosen: Selection) -> str:
    """That the filters of the map fade columns, and which."""
    return f"{filter_summary(pack, chosen)} {say('clusters.matrix.faded', chosen.lang)}"


def rows_of(pack: Pack, counted: pd.Series, names: pd.Series, people: pd.DataFrame) -> pd.DataFrame:
    """A row per link, then one per ecosystem that has none, which the table of links says by leaving it out."""
    links, record = pack.tables["links"], pack.records["links"]
    linked = links.assign(no=links["organisation"], label=links["organisation"].map(people["name"]))
    bare = pd.DataFrame({"ecosystem": counted.index[counted == 0], "label": NOBODY, "standing": "printed"})
    bare = bare.assign(
        place=record.place, note=record.errata.get("ecosystem", ""), source=" ".join(links["source"].head(1))
    )
    rows = pd.concat([linked, bare], ignore_index=True)
    rows = rows.assign(code_=rows["ecosystem"], ecosystem=rows["ecosystem"].map(names))
    return rows[["ecosystem", "code_", "no", "label", "place", "standing", "source", "note"]]


class Grid:
    """The matrix as a table: a dot is a link, said in words too; on a narrow screen each row is a list."""

    def __init__(
        self,
        links: pd.DataFrame,
        counted: pd.Series,
        names: pd.Series,
        people: pd.DataFrame,
        shown: set[int],
        kinds: pd.Series,
        chosen: Selection,
    ) -> None:
        self.linked = set(zip(links["organisation"], links["ecosystem"], strict=True))
        self.counted, self.names, self.people, self.shown, self.chosen = counted, names, people, shown, chosen
        self.kinds = kinds
        self.order = [no for kind in kinds.index for no in people.index[people["kind"] == kind]]

    def table(self) -> html.Table:
        """All of it."""
        body = html.Tbody([self.row(str(code), int(count)) for code, count in self.counted.items()])
        return html.Table([self.head(), body], className="rows matrix slanted")

    def head(self) -> html.Thead:
        """Kinds over the organisations, and the organisations by number and short name."""
        lang, sizes = self.chosen.lang, self.people["kind"].value_counts()
        kinds = [
            html.Th(plural, scope="colgroup", colSpan=int(sizes[kind]))
            for kind, plural in self.kinds.items()
            if kind in sizes
        ]
        first = html.Th(say("column.ecosystem", lang), scope="col", rowSpan=2)
        last = html.Th(say("column.total", lang), scope="col", rowSpan=2, className="number")
        names = [html.Th(self.link(no), scope="col", className=self.state(no)) for no in self.order]
        return html.Thead([html.Tr([first, *kinds, last], className="kinds"), html.Tr(names)])

    def link(self, no: int) -> Component:
        """An organisation as a link to its details."""
        person, to = self.people.loc[no], to_url(self.chosen.but(organisation=str(no)))
        words = [html.Span(str(no), className="no"), html.Span(person["short"], className="short")]
        return html.A(words, href=to, **{"data-nav": "mark", "aria-label": f"{no} {person['name']}"})

    def state(self, no: int) -> str | None:
        """How a column stands out: chosen, or kept away by a filter."""
        here = ["here"] if str(no) == self.chosen.organisation else []
        return " ".join(here + (["out"] if no not in self.shown else [])) or None

    def row(self, code: str, count: int) -> html.Tr:
        """One ecosystem: its name is a link to those that address it on the map."""
        lang = self.chosen.lang
        to = to_url(self.chosen.but(ecosystem=(code,)))
        name = html.A(self.names[code], href=to, **{"data-nav": "mark"}) if count else self.names[code]
        cells = [self.cell(no, code) for no in self.order]
        total = html.Td(str(count) if count else say("clusters.matrix.none", lang), className="number")
        return html.Tr([html.Th(name, scope="row"), *cells, total], className=None if count else "bare")

    def cell(self, no: int, code: str) -> html.Td:
        """A dot that names the organisation, or nothing."""
        state = self.state(no)
        if (no, code) not in self.linked:
            return html.Td("", className=state)
        words = say("clusters.matrix.yes", self.chosen.lang, name=f"{no} {self.people.at[no, 'short']}")
        inside: list[Any] = [
            html.Span("●", **{"aria-hidden": "true"}),
            html.Span(words, className="yes-name"),
        ]
        return html.Td(inside, className=f"yes {state or ''}".strip(), **{"data-standing": "printed"})
