"""`/indicators`: every indicator by theme, with its source, its years, its coverage, and where the region stands."""

from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import name_of, publisher_name
from components.i18n.numbers import number
from components.i18n.text import say
from components.layout.pages.region_form import region_form
from components.layout.pages.site import site_page
from components.state.page_urls import page_url
from components.state.selection import Selection
from data import Data, queries
from data.periods import years_of_value
from data.records import THEMES, Indicator

ADDRESS = "/indicators"
COLUMNS = ("indicator", "years", "year", "coverage", "value", "rank", "source")
NUMBERS = (3, 4, 5)


def indicator_index(data: Data, chosen: Selection) -> list[Component]:
    """The whole page."""
    groups = {
        theme: [indicator for indicator in data.indicators.values() if indicator.theme == theme]
        for theme in THEMES
    }
    region = name_of(data, chosen.region, chosen.lang)
    body = [
        html.H1(say("indicators.title", chosen.lang)),
        html.P(say("indicators.lead", chosen.lang, count=len(data.indicators), region=region)),
        region_form(ADDRESS, data, chosen),
        contents(groups, chosen.lang),
        *[part for theme, group in groups.items() if group for part in of_theme(theme, group, data, chosen)],
    ]
    return site_page(ADDRESS, chosen, body)


def contents(groups: dict[str, list[Indicator]], language: str) -> Component:
    """Links to the themes, with how many indicators each has."""
    links = [
        html.Li(html.A(f"{say(f'theme.{theme}', language)} ({len(group)})", href=f"#{theme}"))
        for theme, group in groups.items()
        if group
    ]
    return html.Nav(html.Ul(links), className="place-links", **{"aria-label": say("contents", language)})


def of_theme(theme: str, group: list[Indicator], data: Data, chosen: Selection) -> list[Component]:
    """One theme: its heading and its indicators in alphabetical order."""
    region = name_of(data, chosen.region, chosen.lang)
    heads = [say(f"indicators.column.{name}", chosen.lang, region=region) for name in COLUMNS]
    ordered = sorted(group, key=lambda indicator: str(indicator.title[chosen.lang]).casefold())
    body = html.Tbody([row(item, data, chosen) for item in ordered])
    table = html.Table([figures.headings(heads, NUMBERS), body], className="rows indicators")
    name = say(f"theme.{theme}", chosen.lang)
    return [html.H2(name, id=theme), figures.scroll_box(table, name)]


def row(indicator: Indicator, data: Data, chosen: Selection) -> Component:
    """One indicator: title and unit, years, coverage, the region's value and rank, publisher."""
    code, lang = indicator.code, chosen.lang
    year = queries.latest_year(data, code)
    value = queries.value_at(data, code, chosen.region, year)
    place = queries.places(data, code, year).get(value.region) if value else None
    counted = len(queries.ranked_rows(data, code, year))
    title = html.A(str(indicator.title[lang]), href=page_url(f"{ADDRESS}/{code}", chosen))
    return html.Tr(
        [
            html.Th([title, html.Small(str(indicator.unit[lang]))], scope="row"),
            html.Td(years_of(indicator, data)),
            html.Td(years_of_value(indicator, year)),
            html.Td(
                say("indicators.count", lang, count=counted, of=len(queries.areas(data, indicator))),
                className="number",
            ),
            html.Td(
                number(value.value, lang, indicator.decimals) if value else say("value.none", lang),
                className="number" if value else "number silent",
            ),
            html.Td(
                say("indicators.rank", lang, rank=place.rank, of=place.of) if place else "",
                className="number",
            ),
            html.Td([publisher_name(indicator.source.publisher, lang), html.Small(indicator.source.dataset)]),
        ],
        id=code,
    )


def years_of(indicator: Indicator, data: Data) -> str:
    """The years of which there are values."""
    years = data.values[indicator.code]["year"]
    first, last = int(years.min()), int(years.max())
    return years_of_value(indicator, last) if first == last else f"{first}–{last}"
