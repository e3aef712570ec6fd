"""Everything on a page that depends on the Selection."""

from typing import Any

from components.cache import Cache
from components.charts.view import Tab, full_name
from components.layout.boxes import PageContent
from components.layout.card import chart_words, lasting_words
from components.layout.chart_results import chart_result, charts_of, digest, figure_with_digest
from components.layout.control_choices import option_list
from components.layout.controls import control, years_to_play
from components.layout.coverage import not_covered, not_covered_line
from components.layout.forms import form_links
from components.layout.masthead import part_links, switches, tab_links, view_heading
from components.layout.selection_bar import chips
from components.render import markup
from components.state.selection import Selection
from components.views import TABS
from data import Data

DEPENDENT = ("year", "second")


def page_content(data: Data, chosen: Selection, opened: tuple[str, ...] = ()) -> PageContent:
    """Everything that depends on the Selection, for the tab it is on. `opened` names the charts whose table
    is open."""
    return CACHE(data, chosen, opened)


def build(data: Data, chosen: Selection, opened: tuple[str, ...]) -> PageContent:
    """`page_content`, without its cache."""
    tab = TABS[chosen.tab]
    results = {name: chart_result(name, data, chosen) for name in charts_of(tab, chosen)}
    left_out = not_covered(data, chosen)
    figures = {name: figure_with_digest(result) for name, result in results.items() if result.is_graph}
    words: dict[str, Any] = {
        "tabs": tab_links(chosen),
        "switches": switches(chosen),
        "intro": view_heading(tab, data, chosen),
        "parts": part_links(tab, data, chosen),
        "chips": chips(tab, data, chosen),
        "not_covered": not_covered_line(left_out, data, chosen),
        **({"bar": tab.bar(data, chosen)} if tab.bar else {}),
    }
    for name, result in results.items():
        words |= chart_words(name, result, data, chosen, is_open=name in opened)
    words |= form_switches(tab, chosen)
    written = {name: markup.html_of(component) for name, component in words.items()}
    for name, result in results.items():
        written |= lasting_words(name, result, chosen.lang)
    dependent = [name for name in DEPENDENT if name in tab.controls_of(chosen.part)]
    digests = {f"figure {name}": figure["layout"]["meta"] for name, figure in figures.items()}
    digests |= {name: digest(html) for name, html in written.items()}
    digests |= {
        f"box.{name}": digest([option_list(name, data, chosen), years_to_play(data, chosen)])
        for name in dependent
    }
    boxes = {f"box.{name}": control(name, data, chosen) for name in dependent}
    failed = any(result.failed for result in results.values())
    return PageContent(tuple(results), figures, boxes, written, digests, left_out, failed)


def form_switches(tab: Tab, chosen: Selection) -> dict[str, Any]:
    """The links from each chart of several forms to its other forms, by part."""
    return {
        f"{full_name(tab.name, chart)}.forms": form_links(tab, forms, chart, chosen)
        for section in tab.sections_of(chosen.part)
        for chart, forms in section.on_screen(chosen)
        if forms
    }


CACHE = Cache(build, 24, lasts=lambda content: not content.failed)
