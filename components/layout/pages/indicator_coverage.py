"""Where an indicator is known: how many regions of each country have a value in each year, and which lack one."""

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components import figures
from components.charts.naming import area_name, name_of
from components.i18n.text import listing, say
from components.state.page_urls import page_url
from components.state.selection import Selection
from components.views.compare.context import CompareContext
from data import queries
from data.periods import years_of_value


def coverage(now: CompareContext, path: str, chosen: Selection) -> list[Component | None]:
    """A sentence, the regions without a value in the year, and the table of countries and years."""
    lacking = queries.without_value(now.data, now.indicator.code, now.year)
    every = queries.areas(now.data, now.indicator)
    kind = "regions" if now.indicator.source.areas == "nuts2" else "areas"
    case = "some" if lacking else "all"
    text = say(
        f"indicators.coverage.{case}.{kind}",
        now.lang,
        valued=len(every) - len(lacking),
        of=len(every),
        year=now.years_text,
    )
    return [html.P(text), missing_regions(now, lacking), table(now, path, chosen)]


def missing_regions(now: CompareContext, lacking: tuple[str, ...]) -> Component | None:
    """The regions without a value in the year, by country."""
    by_country: dict[str, list[str]] = {}
    for area in lacking:
        name = name_of(now.data, queries.country(now.data, area), now.lang)
        by_country.setdefault(name, []).append(area_name(now.data, area, now.lang))
    items = [
        html.Li([html.Strong(f"{country}: "), listing(sorted(names), now.lang)])
        for country, names in sorted(by_country.items())
    ]
    return html.Ul(items, className="lacking") if items else None


def table(now: CompareContext, path: str, chosen: Selection) -> Component:
    """Countries down, years across from the newest: how many areas have a value."""
    counts = count_values(now)
    years = sorted(counts.columns, reverse=True)
    ranked = queries.ranked_years(now.data, now.indicator.code)
    heads = [
        html.Th(say("indicators.coverage.country", now.lang), scope="col"),
        html.Th(say("indicators.coverage.of", now.lang), scope="col", className="number"),
        *[
            html.Th(
                year_head(now, year, path, chosen, is_ranked=year in ranked), scope="col", className="number"
            )
            for year in years
        ],
    ]
    sizes = pd.Series([queries.country(now.data, area) for area in areas_of(now)]).value_counts()
    names = {code: str(name_of(now.data, str(code), now.lang)) for code in sizes.index}
    rows = [
        line(
            names[code],
            int(sizes[code]),
            [int(counts.at[code, year]) if code in counts.index else 0 for year in years],
        )
        for code in sorted(sizes.index, key=names.__getitem__)
    ]
    total = line(
        say("indicators.coverage.total", now.lang),
        int(sizes.sum()),
        [int(counts[year].sum()) for year in years],
    )
    body = html.Table(
        [html.Thead(html.Tr(heads)), html.Tbody([total, *rows])], className="rows coverage-years"
    )
    return figures.scroll_box(body, say("indicators.section.coverage", now.lang))


def areas_of(now: CompareContext) -> list[str]:
    """The areas that the indicator's publisher covers, sorted."""
    return sorted(queries.areas(now.data, now.indicator))


def count_values(now: CompareContext) -> pd.DataFrame:
    """Countries x years: how many areas have a value."""
    rows = now.data.values[now.indicator.code]
    rows = rows[rows["region"].isin(queries.areas(now.data, now.indicator))]
    countries = rows["region"].map(queries.region_column(now.data, "country"))
    return pd.crosstab(countries, rows["year"])


def year_head(
    now: CompareContext, year: int, path: str, chosen: Selection, *, is_ranked: bool
) -> Component | str:
    """A year; a link to the page of that year where regions can be ranked in it."""
    text = years_of_value(now.indicator, year)
    return html.A(text, href=page_url(path, chosen.but(year=str(year)))) if is_ranked else text


def line(name: str, size: int, counts: list[int]) -> Component:
    """One country: how many areas it has, and how many of them have a value each year."""
    cells = [
        html.Td(str(count), className=f"number {'full' if count == size else 'part' if count else 'none'}")
        for count in counts
    ]
    return html.Tr([html.Th(name, scope="row"), html.Td(str(size), className="number"), *cells])
