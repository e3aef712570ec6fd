"""What stands at `/indicators/CODE` where there is no such code: that, and the indicators nearest to it."""

from difflib import get_close_matches

from dash import html
from dash.development.base_component import Component

from components.i18n.text import LANGUAGES, say
from components.layout.notice import quotable_text
from components.layout.pages.indicator_index import ADDRESS
from components.layout.pages.site import site_page
from components.state.page_urls import page_url
from components.state.selection import Selection
from data import Data

MOST, LEAST_ALIKE = 5, 0.5


def unknown_indicator(code: str, data: Data, chosen: Selection) -> list[Component]:
    """The whole page, in words."""
    lang = chosen.lang
    near = similar_indicators(code, data)
    links = [
        html.Li(html.A(str(data.indicators[code].title[lang]), href=page_url(f"{ADDRESS}/{code}", chosen)))
        for code in near
    ]
    body = [
        html.H1(say("indicators.unknown", lang)),
        html.P(say("indicators.unknown.text", lang, code=quotable_text(code))),
        *([html.P(say("indicators.unknown.near", lang)), html.Ul(links, className="links")] if near else []),
        html.P(html.A(say("indicators.all", lang), href=page_url(ADDRESS, chosen))),
    ]
    return site_page(ADDRESS, chosen, body)


def similar_indicators(code: str, data: Data) -> list[str]:
    """The indicators whose code, or a word of whose title, is most like what was asked for."""
    wanted_code = code.casefold()[:60]
    names = {indicator: indicator for indicator in data.indicators}
    names |= {
        str(indicator.title[lang]).casefold(): code
        for code, indicator in data.indicators.items()
        for lang in LANGUAGES
    }
    alike = get_close_matches(wanted_code, names, n=MOST, cutoff=LEAST_ALIKE)
    within = [code for name, code in names.items() if len(wanted_code) > 2 and wanted_code in name]
    return list(dict.fromkeys([*(names[name] for name in alike), *within]))[:MOST]
