"""Each indicator has a page: what it is, who says so, where it is known, its whole ranking, all its values."""

import re
from html import unescape

import pytest

from components.charts.naming import area_name
from components.figures.svg_lines import tick_values
from components.i18n.text import LANGUAGES, say
from components.layout.chart_address import chart_address
from components.layout.chart_links import chart_question
from components.layout.chart_results import charts_of
from components.layout.pages.indicator import all_values, comparison_selection, indicator_page
from components.layout.pages.indicator_coverage import count_values
from components.layout.pages.indicator_index import indicator_index
from components.layout.pages.indicator_ranking import COLUMNS, known_sort, sort_rows
from components.layout.pages.unknown_indicator import similar_indicators
from components.render import markup
from components.render.facts import obtained_text
from components.state.query_text import split_address
from components.state.selection import Selection, from_url
from components.views import CHARTS, TABS
from components.views.compare.context import compare_context
from data import Data, queries

SAMPLE = (
    "gdp_per_head_pps",
    "gerd",
    "ris_index",
    "rci_patents",
    "unemployment_rate",
    "employed_c28",
    "gdp_volume",
)
REGIONS = ("ITC4", "DE30", "EE00", "FRY1", "PT1A")


def html_of_page(data: Data, code: str, region: str = "ITC4", lang: str = "en", sort: str = "") -> str:
    return markup.html_of(indicator_page(data, Selection(indicator=code, region=region, lang=lang), sort))


def ranking_rows(html: str) -> list[str]:
    """The code of each row of the ranking, in order."""
    table = html[html.index("whole-ranking") :].partition("</table>")[0]
    return re.findall(r'<tr[^>]* data-region="([^"]+)"', table)


def check_page(data: Data, code: str, region: str, lang: str) -> None:
    html, page = (
        unescape(re.sub(r"</?a\b[^>]*>", "", html_of_page(data, code, region, lang))),
        data.indicators[code],
    )
    year = queries.latest_year(data, code)
    expected = (
        page.title[lang],
        page.definition[lang],
        page.unit[lang],
        say("direction.size" if page.size else f"direction.{page.direction}", lang),
        page.source.title[lang],
        page.source.dataset,
        page.source.request,
        obtained_text(page.source, lang),
        page.source.licence,
    )
    assert [text for text in expected if str(text) not in html] == [], code
    assert sorted(ranking_rows(html_of_page(data, code, region, lang))) == sorted(
        queries.ranked_rows(data, code, year)["region"]
    ), code
    for area in queries.without_value(data, code, year):
        assert area_name(data, area, lang) in html, (code, area)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", SAMPLE)
def test_a_page_says_what_it_is_who_says_so_and_ranks_everyone(data: Data, code: str, lang: str) -> None:
    check_page(data, code, REGIONS[SAMPLE.index(code) % len(REGIONS)], lang)


@pytest.mark.nightly
@pytest.mark.parametrize("lang", LANGUAGES)
def test_so_does_the_page_of_every_indicator(data: Data, lang: str) -> None:
    for code in data.indicators:
        check_page(data, code, "ES21", lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_index_leads_to_every_indicator(data: Data, lang: str) -> None:
    html = markup.html_of(indicator_index(data, Selection(lang=lang)))
    lead = f"?lang={lang}" if lang != "en" else ""
    assert [code for code in data.indicators if f'href="/indicators/{code}{lead}"' not in html] == []


@pytest.mark.parametrize("code", SAMPLE)
def test_every_region_on_the_map_is_a_link_that_says_its_value(data: Data, code: str) -> None:
    html = html_of_page(data, code)
    drawing = html[html.index('class="svg-map"') :].partition("</svg>")[0]
    regions = set(re.findall(r'data-region="([^"]+)"', drawing))
    edition = data.indicators[code].source.nuts
    vintage, shape = f"nuts{edition}", data.shapes[f"nuts2_{edition}"]
    level2 = data.regions[(data.regions["level"] == "nuts2") & (data.regions[vintage].astype(int) == 1)]
    together = {item for several in shape.stands_for.values() for item in several}
    assert regions == (set(level2.index) - together) | set(shape.stands_for)
    assert drawing.count("<title>") == len(regions)
    assert drawing.count('tabindex="0"') == 1


@pytest.mark.parametrize("sort", [f"{sign}{name}" for name in COLUMNS for sign in ("", "-")])
def test_the_ranking_is_sorted_by_the_column_asked_for(data: Data, sort: str) -> None:
    now = compare_context(data, comparison_selection(Selection(indicator="gerd", lang="it")))
    rows = sort_rows(now, sort)
    name = sort.removeprefix("-")
    column = {"rank": "rank", "fifth": "band", "value": "value", "change": "difference"}.get(name)
    is_falling = sort.startswith("-") != (name in ("value", "change"))
    if column:
        values = rows[column].dropna().astype(float).tolist()
        assert values == sorted(values, reverse=is_falling)
        assert not rows[column].isna().any() or rows[column].isna().tolist() == sorted(rows[column].isna())
    assert len(rows) == len(now.rows)
    head = html_of_page(data, "gerd", sort=sort)
    order = "descending" if is_falling else "ascending"
    assert head.count("aria-sort") == 1
    assert f'aria-sort="{order}"' in head


def test_names_are_sorted_without_their_accents(data: Data) -> None:
    now = compare_context(data, comparison_selection(Selection(indicator="gerd")))
    labels = sort_rows(now, "region")["label"].tolist()
    assert labels.index("Île-de-France") < labels.index("Inner London") if "Inner London" in labels else True
    assert labels.index("Åland") < labels.index("Alentejo")


def test_a_column_that_does_not_exist_is_no_order() -> None:
    assert [known_sort(text) for text in ("value", "-rank", "<b>", "--rank", "")] == [
        "value",
        "-rank",
        "",
        "",
        "",
    ]


def test_the_files_hold_every_value(data: Data) -> None:
    for code in data.indicators:
        rows, own = all_values(data, Selection(indicator=code)).rows, data.values[code]
        assert rows["value"].tolist() == own["value"].tolist(), code
        assert set(rows["standing"]) == {data.indicators[code].standing}


def test_the_coverage_counts_every_area_that_can_be_ranked(data: Data) -> None:
    for code in SAMPLE:
        table = count_values(compare_context(data, comparison_selection(Selection(indicator=code))))
        for year in queries.ranked_years(data, code):
            assert table[year].sum() == len(queries.ranked_rows(data, code, year)), (code, year)


@pytest.mark.parametrize(
    ("asked", "expected"), [("gdp_per_hed", "gdp_per_head_pps"), ("GERD", "gerd"), ("patents", "rci_patents")]
)
def test_an_unknown_code_has_near_ones(data: Data, asked: str, expected: str) -> None:
    assert expected in similar_indicators(asked, data)


@pytest.mark.parametrize(
    ("low", "high"), [(0.12, 9.27), (18.9, 156.3), (100, 100), (-3.2, 4), (0, 0), (1e6, 1.2e7)]
)
def test_the_ticks_enclose_the_values(low: float, high: float) -> None:
    ticks = tick_values(low, high)
    assert ticks[0] <= low
    assert ticks[-1] >= high
    assert 2 <= len(ticks) <= 7


@pytest.mark.parametrize("name", CHARTS)
def test_the_address_of_a_chart_leads_to_where_it_is_on_the_screen(data: Data, name: str) -> None:
    address, _, anchor = chart_address(name, Selection(region="DE30", part="all")).partition("#")
    path, query = split_address(address)
    chosen = from_url(path, query, data)
    assert anchor == name
    assert (chosen.tab, chosen.region) == (name.partition(".")[0], "DE30")
    assert chosen.part != "all"
    assert name in charts_of(TABS[chosen.tab], chosen)
    assert "{" not in chart_question(name, data, chosen)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_links_at_the_top_lead_to_the_sections_of_the_page(data: Data, lang: str) -> None:
    html = html_of_page(data, "gerd", lang=lang)
    contents = re.search(r'<nav[^>]*class="page-contents".*?</nav>', html)
    assert contents
    links = re.findall(r'href="#(\w+)"', contents[0])
    assert set(links) == set(re.findall(r'<h2 id="(\w+)"', html))
    assert links[0] == "ranking"
