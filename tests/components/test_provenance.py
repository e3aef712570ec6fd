"""Every source has the years of its own rows, every value the years that it refers to, every score the word that
it is one."""

import json
import re

import pandas as pd
import pytest

from components.charts.provenance import CODES, TIME, citations
from components.charts.result import ChartResult
from components.i18n.text import LANGUAGES, say
from components.layout import card, chart_results, source_line
from components.render import facts as about
from components.render import html_table, markup
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from data.pack_records import PackSource
from data.periods import YEAR, period_of, span, years_of_value
from tests import sample

REGIONS = ("ITC4", "DE30", "ES21", "EE00", "FR10", "LU00", "PT20", "EL30")


def result_of(data: Data, name: str, region: str, language: str = "en", **fields: str) -> ChartResult:
    chosen = Selection(tab=name.partition(".")[0], region=region, lang=language).but(**fields)
    return chart_results.chart_result(name, data, chosen)


def years_in(picture: ChartResult) -> set[str]:
    """Every year that a row names in a column of time."""
    columns = [column for column in (*TIME, "second_year") if column in picture.rows]
    return set(YEAR.findall(" ".join(str(item) for column in columns for item in picture.rows[column])))


@pytest.mark.parametrize(
    ("name", "region"), [*((name, "ITC4") for name in CHARTS), *sample.in_turn(list(CHARTS), REGIONS[1:])]
)
def test_a_source_has_only_years_of_rows_that_come_from_it(data: Data, region: str, name: str) -> None:
    picture = result_of(data, name, region)
    several = len(picture.cited) > 1
    assert not (several and picture.year), "one span of years for several sources"
    for citation in picture.cited:
        years = set(YEAR.findall(citation.years))
        if isinstance(citation.source, PackSource) and "source" in picture.rows and citation.source.key:
            mine = picture.rows[
                [citation.source.key in str(keys).split() for keys in picture.rows["source"].fillna("")]
            ]
            mine = mine if len(mine) else picture.rows
        elif codes := [column for column in CODES if column in picture.rows]:
            of_indicator = picture.rows[codes[0]].isin([indicator.code for indicator in citation.indicators])
            mine = picture.rows[of_indicator] if of_indicator.any() else picture.rows
        else:
            mine = picture.rows
        periods = {year for indicator in citation.indicators for year in YEAR.findall(period_of(indicator))}
        latest = {str(data.values[indicator.code]["year"].max()) for indicator in citation.indicators}
        own = set(YEAR.findall(str(getattr(citation.source, "year", ""))))
        own |= {str(int(year)) for year in picture.rows.get("since", pd.Series()).dropna()}
        known = years_in(ChartResult({}, mine)) | periods | own | (latest if several else set())
        known |= {year for column in mine for year in YEAR.findall(str(column).replace("_", " "))}
        if mine is picture.rows and picture.year:
            known |= set(YEAR.findall(picture.year))
        assert years <= known, (name, region, citation.years)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_the_source_line_says_each_source_once_with_its_years(data: Data, name: str, language: str) -> None:
    picture = result_of(data, name, "ITC4", language)
    html = markup.html_of(source_line.source_line(picture, language))
    for citation in picture.cited:
        terms = about.source_terms(citation, language)
        assert not re.search(r"[{}]", terms)
        assert citation.years in terms or citation.years == citation.source.published[:4]
        assert html.count(markup.html_of(citation.source.title[language])) >= 1


@sample.EXTENT
@pytest.mark.parametrize("name", ["economy.headlines", "economy.trend"])
def test_a_growth_in_another_indicator_cites_that_indicator(data: Data, name: str, extent: str) -> None:
    cited_growths = 0
    for code in [code for code, record in data.indicators.items() if record.growth]:
        growth = data.indicators[code].growth
        for region in sample.regions(data, extent):
            picture = result_of(data, name, region, indicator=code)
            if name == "economy.trend":
                template = say(f"indicator.growth.{data.indicators[code].prices}", "en")
                grown = template.partition("{")[0].strip() in picture.summary
            else:
                own = picture.rows[picture.rows["indicator"] == code]
                grown = bool(own["since"].notna().any())
            years = [
                citation.years
                for citation in picture.cited
                if citation.source == data.indicators[growth].source
            ]
            assert bool(years) == grown, (region, code)
            if grown and name == "economy.headlines":
                assert years == [span((int(own["since"].iloc[0]), int(own["year"].iloc[0])))]
            elif grown:
                assert set(YEAR.findall(years[0])) <= set(YEAR.findall(picture.summary))
            cited_growths += grown
    assert cited_growths > (400 if extent == sample.ALL else 60)


def test_one_span_is_never_shared_by_two_sources(data: Data) -> None:
    rows = result_of(data, "economy.headlines", "ITC4").rows
    indicators = tuple(data.indicators[code] for code in ("population", "gerd"))
    found = citations(indicators, rows, "2001–2027")
    assert [entry.years for entry in found] == [
        span(rows.loc[rows["indicator"] == indicator.code, "year"]) for indicator in indicators
    ]
    assert found[0].years != found[1].years


WITH_PERIOD = ("economy.ranking", "economy.trend", "compare.ranking", "compare.trend", "compare.on_map")


@sample.EXTENT
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", WITH_PERIOD)
def test_values_of_an_edition_are_shown_under_the_years_they_refer_to(
    data: Data, name: str, language: str, extent: str
) -> None:
    editions = [indicator for indicator in data.indicators.values() if indicator.period]
    assert len(editions) >= 70
    for indicator in sample.some(editions, extent, 3 if language == "en" else 9):
        picture = result_of(data, name, "ES21", language, indicator=indicator.code)
        if picture.rows.empty:
            continue
        edition = str(picture.rows["year"].iloc[0])
        said = [card.question(name, picture, language), picture.summary]
        said += [json.dumps(picture.figure["layout"].get("xaxis", {}))] if picture.is_graph else []
        if name.endswith("trend"):
            said += [text for trace in picture.figure["data"] for text in trace["text"]]
        if len(picture.rows) < 30:
            said.append(markup.html_of(html_table.table(data, picture, language, "")))
        if edition not in period_of(indicator):
            assert not [text for text in said if edition in text.replace(indicator.title[language], "")], (
                indicator.code
            )
        assert picture.cited[0].years == years_of_value(indicator, int(edition))
        assert picture.cited[0].edition == edition


SCORE = {"en": "score", "it": "punteggio"}
INVERTED = {"en": "invert", "it": "invertit"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_score_says_so_in_its_title_and_unit(data: Data, language: str) -> None:
    scores = [indicator for indicator in data.indicators.values() if indicator.scale != "raw"]
    assert len(scores) >= 27
    for item in scores:
        assert SCORE[language] in item.title[language], item.code
        assert SCORE[language] in item.unit[language], item.code
        if item.scale == "inverted":
            texts = (item.title, item.short, item.unit)
            assert all(INVERTED[language] in text[language] for text in texts), item.code
    for item in data.indicators.values():
        if re.search(r"normalised|turns the scale round|as a score|scores? of the", item.definition["en"]):
            assert item.scale != "raw", f"{item.code} is a score by its definition"


@pytest.mark.parametrize("scale", ["own", "eu100", "country100", "index"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_score_says_so_wherever_its_value_stands(data: Data, language: str, scale: str) -> None:
    for code in ("ris_air_emissions", "ris_tertiary_education", "rci_designs"):
        for name in (
            "economy.ranking",
            "compare.ranking",
            "compare.strip",
            "compare.trend",
            "compare.on_map",
        ):
            picture = result_of(data, name, "EE00", language, indicator=code, scale=scale)
            if len(picture.rows):
                shown = json.dumps(picture.figure, default=str, ensure_ascii=False)
                shown = shown if picture.is_graph else markup.html_of(picture.figure)
                stands = f"{card.question(name, picture, language)} {picture.summary} {shown}"
                assert SCORE[language] in stands, (name, code, scale)
            if len(picture.rows) and "unit" in picture.rows:
                assert picture.rows["unit"].str.contains(SCORE[language]).all(), (name, code, scale)


@pytest.mark.parametrize(("region", "language"), sample.in_turn(REGIONS, LANGUAGES))
def test_every_row_of_a_score_in_any_chart_has_the_word(data: Data, region: str, language: str) -> None:
    scores = {code for code, indicator in data.indicators.items() if indicator.scale != "raw"}
    for name in CHARTS:
        rows = result_of(data, name, region, language).rows
        for column in CODES:
            if column in rows and "unit" in rows:
                mine = rows[rows[column].isin(scores)]
                assert mine["unit"].str.contains(SCORE[language]).all(), (name, region)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", [item for item in CHARTS if item.startswith("initiatives.")])
def test_no_source_of_a_project_is_undated(data: Data, name: str, language: str) -> None:
    picture = result_of(data, name, "ITC4", language)
    outlines = [shape.source for shape in data.shapes.values()]
    cited = [citation for citation in picture.cited if citation.source not in outlines]
    assert [item.source.title["en"] for item in cited if not (item.years or item.source.published)] == []
