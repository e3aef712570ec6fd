"""What a part of a view does not cover for the region."""

from functools import lru_cache

from dash import html
from dash.development.base_component import Component

from components.charts import naming
from components.charts.result import ChartResult
from components.charts.view import full_name
from components.i18n.text import say
from components.layout.card import question
from components.layout.chart_results import chart_result, charts_of
from components.render import markup
from components.state.page_urls import FORMS, page_url
from components.state.selection import Selection
from components.views import TABS
from data import Data
from data.packs import coverage as packs

FORM_VIEWS = ("clusters", "initiatives", "s3")


def not_covered(data: Data, chosen: Selection) -> tuple[str, ...]:
    """The charts of the part that have no rows for the region, whatever else is chosen."""
    plain = of_region(chosen)
    sections = TABS[chosen.tab].sections_of(chosen.part)
    charts = [
        (full_name(chosen.tab, chart), chart in section.asks)
        for section in sections
        for chart, _ in section.on_screen(chosen)
    ]
    return tuple(name for name, asks in charts if is_empty(chart_result(name, data, plain), asks=asks))


def of_region(chosen: Selection) -> Selection:
    """The Selection with nothing chosen but view, part, form, region and language."""
    return Selection(
        tab=chosen.tab, part=chosen.part, form=chosen.form, region=chosen.region, lang=chosen.lang
    )


@lru_cache(maxsize=4096)
def covers_region(name: str, data: Data, region: str) -> bool:
    """Whether a chart has anything to show for a region, whatever else is chosen."""
    view = name.partition(".")[0]
    asks = any(full_name(view, chart) == name for section in TABS[view].sections for chart in section.asks)
    return not is_empty(chart_result(name, data, Selection(tab=view, region=region)), asks=asks)


@lru_cache(maxsize=2048)
def waits_for_pack(data: Data, view: str, part: str, region: str) -> bool:
    """Whether a part shows nothing but what packs bring, and no pack brings any of it for the region."""
    chosen = Selection(tab=view, part=part, region=region)
    sections = TABS[view].sections_of(part)
    asking = {full_name(view, chart) for section in sections for chart in section.asks}
    names = charts_of(TABS[view], chosen)
    return all(name in packs.charts() for name in names) and not any(
        is_brought(name, data, chosen, asks=name in asking) for name in names
    )


def is_brought(name: str, data: Data, chosen: Selection, *, asks: bool) -> bool:
    """Whether a pack brings what a chart shows; the chart is drawn only where its tables are there."""
    pack, needs = data.packs.get(chosen.region), packs.charts()[name].needs
    if needs and (pack is None or not pack.has(*needs)):
        return False
    return not is_empty(chart_result(name, data, chosen), asks=asks)


def is_empty(result: ChartResult, *, asks: bool) -> bool:
    """Whether a chart has nothing to show for a region, though no choice has to be made first; one that failed is not
    empty."""
    if asks:
        return not result.covered
    return result.rows.empty and not result.is_graph and not result.failed


def not_covered_line(names: tuple[str, ...], data: Data, chosen: Selection) -> Component | None:
    """One line on the charts of this part that do not cover the region; unfolded, the questions, and each reason
    once."""
    results = {name: chart_result(name, data, chosen) for name in names}
    if not results:
        return None
    region = naming.name_of(data, chosen.region, chosen.lang)
    reasons: dict[str, list[str]] = {}
    for name, result in results.items():
        reasons.setdefault(markup.html_of(result.figure), []).append(name)
    children = [
        part
        for charts in reasons.values()
        for part in (
            html.Ul([html.Li(question(name, results[name], chosen.lang)) for name in charts]),
            results[charts[0]].figure,
        )
    ]
    if chosen.tab in FORM_VIEWS and any(not result.covered for result in results.values()):
        children.append(html.P(html.A(say("forms.link", chosen.lang), href=page_url(FORMS, chosen))))
    words = say("not_covered", chosen.lang, region=region, count=len(results))
    alone = len(results) == len(charts_of(TABS[chosen.tab], chosen))
    return html.Details([html.Summary(words), *children], open=alone)
