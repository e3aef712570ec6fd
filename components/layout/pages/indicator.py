"""`/indicators/CODE`: what an indicator measures, who says so, where it is known, and every value of it."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.naming import area_name, publisher_name
from components.charts.result import ChartResult
from components.i18n.text import say
from components.layout.chart_address import chart_address
from components.layout.chart_links import chart_question, charts_of_any_indicator
from components.layout.control_choices import choice_names
from components.layout.pages.indicator_coverage import coverage
from components.layout.pages.indicator_index import ADDRESS
from components.layout.pages.indicator_ranking import ranking_table
from components.layout.pages.indicator_trend import trend
from components.layout.pages.region_form import region_form
from components.layout.pages.region_map import region_map
from components.layout.pages.site import facts, site_page
from components.layout.term_links import term_link, with_terms
from components.render.facts import obtained_text
from components.state.page_urls import page_url
from components.state.selection import LATEST, Selection, choices
from components.views.compare.context import CompareContext, compare_context
from components.views.compare.map_frame import grey, shape_of, shared_outlines
from components.views.compare.map_regions import regions_in_view
from components.views.compare.summary_text import summary
from data import Data, queries
from data.periods import years_of_value
from data.records import Indicator

FILES = ("csv", "xlsx", "about.txt")


def indicator_page(data: Data, chosen: Selection, sort: str) -> list[Component]:
    """The whole page; `sort` is the column by which the ranking is ordered, with "-" for the other way round."""
    now = compare_context(data, comparison_selection(chosen))
    indicator, lang = now.indicator, chosen.lang
    path = f"{ADDRESS}/{indicator.code}"
    body = [
        html.P(html.A(say("indicators.title", lang), href=page_url(ADDRESS, chosen))),
        html.H1(str(indicator.title[lang])),
        html.P(with_terms(str(indicator.definition[lang]), lang), className="lead"),
        html.P(summary(now), **{"data-part": "summary"}),
        contents(lang),
        *[html.P(note, className="note") for note in now.notes],
        region_form(
            path,
            data,
            chosen,
            years=year_choices(data, indicator, lang),
            groups=group_choices(data, lang),
            more={"sort": sort} if sort else {},
        ),
        html.Div([map_part(now), trend(data, comparison_selection(chosen))], className="place-pair"),
        *section("facts", lang, record(now)),
        *section("ranking", lang, ranking_table(now, path, chosen, sort)),
        *section("coverage", lang, *coverage(now, path, chosen)),
        *section("files", lang, files(indicator, chosen)),
        *section("charts", lang, charts(data, comparison_selection(chosen))),
    ]
    return site_page(path, chosen, body, {"sort": sort} if sort else {})


def comparison_selection(chosen: Selection) -> Selection:
    """The Selection that the comparison's own functions are given: nothing but what the page keeps."""
    names = ("region", "indicator", "year", "within", "lang", "theme")
    return Selection(tab="compare", **{name: getattr(chosen, name) for name in names})


def contents(language: str) -> Component:
    """Links to the sections of the page: the ranking stands far below the map on a phone."""
    links = [
        html.A(say(f"indicators.section.{name}", language), href=f"#{name}")
        for name in ("ranking", "facts", "coverage", "files", "charts")
    ]
    return html.Nav(links, className="page-contents", **{"aria-label": say("contents", language)})


def section(name: str, language: str, *body: Component | None) -> list[Component | None]:
    """A heading that a link can lead to, and what stands under it."""
    return [html.H2(say(f"indicators.section.{name}", language), id=name), *body]


def year_choices(data: Data, indicator: Indicator, language: str) -> dict[str, str]:
    """The years in which regions can be ranked, the newest first."""
    years = reversed(queries.ranked_years(data, indicator.code))
    return {
        LATEST: say("choice.year.latest", language),
        **{str(year): years_of_value(indicator, year) for year in years},
    }


def group_choices(data: Data, language: str) -> dict[str, str]:
    """The groups of regions that the ranking can be narrowed to."""
    names = choice_names("within", data, language, choices(data)["within"])
    return {pairs[1][1]: pairs[0][1] for pairs in names}


def map_part(now: CompareContext) -> Component:
    """The map with its question, and what the eye must know of it."""
    question = say("compare.on_map", now.lang, **now.blanks)
    path = f"{ADDRESS}/{now.indicator.code}"
    shown = region_map(now, lambda code: page_url(path, now.chosen.but(region=code)), question)
    notes = (*grey(now, regions_in_view(now)), *shared_outlines(now, shape_of(now)))
    return card(question, shown, notes)


def card(question: str, shown: Component, notes: tuple[str, ...]) -> Component:
    """A figure under the question that it answers."""
    return html.Section(
        [html.H2(question), shown, *[html.P(note, className="note") for note in notes]],
        className="place-card",
    )


def record(now: CompareContext) -> Component:
    """What the record says: definition, unit, direction, source, how and when the copy was obtained."""
    indicator, lang = now.indicator, now.lang
    source, years = indicator.source, now.data.values[indicator.code]["year"]
    direction = "direction.size" if indicator.size else f"direction.{indicator.direction}"
    terms = {
        "code": html.Code(indicator.code),
        "unit": with_terms(str(indicator.unit[lang]), lang),
        "direction": say(direction, lang),
        "theme": say(f"theme.{indicator.theme}", lang),
        "period": str(indicator.period[lang]) if indicator.period else "",
        "years": say("references.years", lang, first=int(years.min()), last=int(years.max())),
        "standing": term_link(say(f"standing.{indicator.standing}", lang), indicator.standing, lang),
        "source": link(
            source.address,
            say(
                "source.line",
                lang,
                publisher=publisher_name(source.publisher, lang),
                title=source.title[lang],
            ),
        ),
        "dataset": source.dataset,
        "request": source.request,
        "obtained": obtained_text(source, lang),
        "licence": link(source.licence_address, source.licence),
        "nuts": with_terms(say(f"indicators.nuts.{source.areas}", lang, edition=source.nuts), lang),
        "caution": with_terms(str(source.notes[lang]), lang) if source.notes else "",
    }
    return facts({say(f"indicators.record.{name}", lang): text for name, text in terms.items()})


def link(address: str, text: str) -> Component:
    """A link that leaves this host."""
    return html.A(text, href=address, rel="noopener noreferrer", target="_blank")


def files(indicator: Indicator, chosen: Selection) -> Component:
    """Every value of the indicator to take away."""
    path = f"{ADDRESS}/{indicator.code}"
    links = [
        html.Li(
            html.A(
                say(f"indicators.file.{kind}", chosen.lang),
                href=page_url(f"{path}.{kind}", Selection(lang=chosen.lang)),
                download=f"{indicator.code}.{kind}",
                **{"data-part": kind},
            )
        )
        for kind in FILES
    ]
    return html.Ul(links, className="place-links")


def charts(data: Data, chosen: Selection) -> Component:
    """The charts of the views that show whichever indicator is chosen, in this state."""
    links = [
        html.Li(html.A(chart_question(name, data, chosen), href=chart_address(name, chosen)))
        for name in charts_of_any_indicator()
    ]
    return html.Ul(links, className="links")


def all_values(data: Data, chosen: Selection) -> ChartResult:
    """Every value of the indicator, whatever the area, for the files."""
    indicator = data.indicators[chosen.indicator]
    rows = data.values[indicator.code]
    shown = pd.DataFrame(
        {
            "code": rows["region"],
            "label": [area_name(data, area, chosen.lang) for area in rows["region"]],
            "year": rows["year"],
            "value": rows["value"],
            "unit": str(indicator.unit[chosen.lang]),
            "flag": rows["flag"].fillna(""),
            "standing": indicator.standing,
        }
    )
    title = str(indicator.title[chosen.lang])
    text = say("indicators.files.summary", chosen.lang, count=len(rows), title=title)
    return ChartResult(html.P(text), shown, (indicator,), text)
