"""A chart's card: question, definitions, menu, figure, sentence, notes and source."""

from functools import lru_cache
from typing import Any

from dash import html
from dash.development.base_component import Component

from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout.boxes import PageContent, dom_id, joined_boxes, part
from components.layout.long_lists import with_long_lists_folded
from components.layout.menu import menu, take_away
from components.layout.source_line import short_source
from components.layout.term_links import term_link, with_terms
from components.render import facts as about
from components.render import html_table, markup
from components.render.graph import Graph, graph_id
from components.state.base_path import base_path
from components.state.selection import Selection
from data import Data


def card(name: str, content: PageContent, language: str, *, wide: bool, asks: bool = False) -> Component:
    """One chart with everything around it; one that `asks` for a choice first takes a line until it is made."""
    question_id, summary_id = dom_id(f"{name}.question"), dom_id(f"{name}.summary")
    labels = {"aria-labelledby": question_id, "aria-describedby": summary_id}
    head = [
        part(f"{name}.question", content, "h3"),
        form_switch(name, content, language),
        info_box(name, content, language),
        menu(name, content, language),
    ]
    foot = [
        part(f"{name}.notes", content, className="notes-box"),
        part(f"{name}.source", content, **{"data-part": "source"}),
        part(f"{name}.table", content, **{"data-part": "table"}),
    ]
    graph = Graph(id=graph_id(name), figure=content.figures.get(name))
    return html.Figure(
        [
            joined_boxes("figcaption", head),
            part(f"{name}.summary", content, "p", **{"data-part": "summary"}),
            html.Div(
                [graph, part(f"{name}.text", content, className="chart-text")],
                id=f"{name}.frame",
                className="frame",
                role="group",
                **labels,
            ),
            joined_boxes("div", foot, "card-foot"),
        ],
        id=name,
        className=" ".join(["card-chart", *(["wide"] if wide else []), *(["asks"] if asks else [])]),
        **{"data-chart": name},
    )


def form_switch(name: str, content: PageContent, language: str) -> Component | None:
    """The forms that the rows of the card can be shown in, where there are several."""
    key = f"{name}.forms"
    if key not in content.words:
        return None
    names = {
        "aria-label": say("forms", language),
        "aria-labelledby": f"{dom_id(key)} {dom_id(f'{name}.question')}",
    }
    return part(key, content, "nav", className="forms", **names, **{"data-roving": "true"})


def info_box(name: str, content: PageContent, language: str) -> Component:
    """Definitions and provenance, folded away; named after the chart's question."""
    own = f"{name}.info-name"
    words = say("about.open", language)
    summary = html.Summary(
        [
            html.Span(className="info-sign", **{"aria-hidden": "true"}),
            html.Span(words, id=own, className="unseen"),
        ],
        title=words,
        **{"aria-labelledby": f"{own} {dom_id(f'{name}.question')}"},
    )
    return html.Details([summary, part(f"{name}.info", content)], **{"data-part": "info"})


def chart_words(
    name: str, result: ChartResult, data: Data, chosen: Selection, *, is_open: bool
) -> dict[str, Any]:
    """What a chart card says that another choice may change though the result is the same: its menu, its table
    if that is open."""
    title = question(name, result, chosen.lang)
    return {
        f"{name}.take": take_away(name, chosen),
        f"{name}.table": html_table.table_box(data, result, chosen.lang, title) if is_open else None,
    }


@lru_cache(maxsize=128)
def lasting_words(name: str, result: ChartResult, language: str) -> dict[str, str]:
    """What a chart card says as long as its result is the same, as HTML by part."""
    texts = {
        "question": question(name, result, language),
        "summary": result.summary,
        "text": "" if result.is_graph else with_long_lists_folded(result.figure, language),
        "notes": folded_notes(result, language),
        "source": short_source(result, language),
        "info": info(result, language),
    }
    return {f"{name}.{part}": markup.html_of(component) for part, component in texts.items()}


def folded_notes(result: ChartResult, language: str) -> Component | None:
    """What a careful reader must know, behind a line that says how many notes there are."""
    if not result.notes:
        return None
    listed = html.Ul([html.Li(note) for note in result.notes], className="notes")
    count = say("notes", language, count=len(result.notes))
    return html.Details([html.Summary(count), listed], className="notes-fold")


def question(name: str, result: ChartResult, language: str) -> str:
    """The chart's title: the one question it answers."""
    if result.failed:
        return say("chart.failed.title", language)
    return say(name, language, **result.blanks)


def info(result: ChartResult, language: str) -> list[Component]:
    """What the chart's numbers mean and where they come from."""
    facts = "".join(fact_html(fact, language, base_path()) for fact in about.facts(result, language))
    return [markup.Words(children=facts, tag="dl")] if facts else []


@lru_cache(maxsize=1024)
def fact_html(fact: about.Fact, language: str, _base: str) -> str:
    """A fact as HTML. Most charts of most regions rest on the same ones, and to look for the glossary's words in them
    takes longer than some charts."""
    return markup.html_of([html.Dt(fact.label, className=fact.kind), html.Dd(fact_text(fact, language))])


def fact_text(fact: about.Fact, language: str) -> Any:
    """A fact's text, as a link where it can be looked up; the words in it that the glossary explains lead there."""
    if fact.term:
        return term_link(fact.text, fact.term, language)
    if not fact.href:
        return with_terms(fact.text, language)
    return html.A(fact.text, href=fact.href, rel="noopener noreferrer", target="_blank")
