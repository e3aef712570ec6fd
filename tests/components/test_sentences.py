"""The sentences on a headline, a trend and a rank, for every region and every indicator, against a second path that
knows only the rows and pandas."""

import pandas as pd
import pytest

from components.charts.naming import name_of
from components.figures.frame import Look
from components.i18n.text import say
from components.layout import chart_results
from components.state.selection import Selection
from components.views.economy.change_text import change_sentence
from components.views.economy.comparison import ranking, standing_of
from components.views.economy.trend import trend
from data import Data
from data.periods import years_of_value
from tests import sample
from tests.components.plain_values import Rows, areas, every_region, history, ranks


def firm_rows(data: Data, code: str, region: str) -> Rows:
    until = data.indicators[code].source.firm_until
    found = history(data, code).get(areas(data, code)[region], [])
    return [entry for entry in found if until is None or entry[0] <= until]


def comparable(rows: Rows) -> Rows:
    """The rows from the last break on."""
    breaks = [at for at, (_, _, flag) in enumerate(rows) if "b" in flag]
    return rows[breaks[-1] :] if breaks else rows


def look_of(data: Data, code: str, lang: str) -> Look:
    indicator = data.indicators[code]
    return Look("light", lang, indicator.unit[lang], indicator.decimals)


def expected_trend(data: Data, code: str, region: str, lang: str) -> str:
    rows, look, indicator = firm_rows(data, code, region), look_of(data, code, lang), data.indicators[code]
    same = comparable(rows)
    cut = len(same) < len(rows)
    if len(same) == 1:
        key = "indicator.at_break" if cut else "indicator.once"
    else:
        key = "indicator.since_break" if cut else "indicator.trend"
    (first, before, _), (last, after, _) = same[0], same[-1]
    was, now = look.spoken_numbers(before, after)
    return say(
        key,
        lang,
        region=name_of(data, region, lang),
        indicator=indicator.title[lang],
        first=years_of_value(indicator, first),
        last=years_of_value(indicator, last),
        was=was,
        **{"is": now},
        unit=look.spoken_unit,
        broken=first,
    )


@sample.EXTENT
@pytest.mark.parametrize("lang", ["en", "it"])
def test_a_trend_goes_from_the_first_comparable_year_to_the_last(data: Data, lang: str, extent: str) -> None:
    for turn, (code, indicator) in enumerate(data.indicators.items()):
        look = look_of(data, code, lang)
        for region in sample.share(data, turn, extent):
            if not firm_rows(data, code, region):
                continue
            chosen = Selection(region=region, indicator=code, lang=lang)
            words = {"region": name_of(data, region, lang), "indicator": indicator.title[lang]}
            text = change_sentence(data, code, look, words, chosen)
            assert text.startswith(expected_trend(data, code, region, lang)), (code, region)
            changes = len(comparable(firm_rows(data, code, region))) > 1
            for prices in ("current", "pps"):
                said = say(f"indicator.prices.{prices}", lang) in text
                assert said == (changes and indicator.prices == prices), (code, region)


def test_growth_in_output_is_growth_in_volume(data: Data) -> None:
    volume = history(data, "gdp_volume")
    for region in every_region(data):
        same = comparable(firm_rows(data, "gdp", region))
        cells = {year: value for year, value, _ in volume.get(region, [])}
        if len(same) > 1 and {same[0][0], same[-1][0]} <= set(cells):
            first, last = same[0][0], same[-1][0]
            look = Look("light", "en", "%", 1)
            grown = look.number(100 * (cells[last] / cells[first] - 1), sign=True)
            words = {"region": name_of(data, region, "en"), "indicator": ""}
            chosen = Selection(region=region, indicator="gdp")
            text = change_sentence(data, "gdp", look_of(data, "gdp", "en"), words, chosen)
            assert text.endswith(
                say(
                    "indicator.growth.current",
                    "en",
                    percent=grown,
                    first=first,
                    last=last,
                    was="",
                    **{"is": ""},
                )
            ), region


def expected_place(data: Data, code: str, region: str) -> str:
    indicator, look = data.indicators[code], look_of(data, code, "en")
    year, placed = ranks(data, code)
    area, country = areas(data, code)[region], region[:2]
    value = next(value for at, value, _ in history(data, code)[area] if at == year)
    here = {code: place for code, place in placed.items() if code.startswith(country)}
    alone = [item for item in every_region(data) if item[:2] == country and data.regions.at[item, "nuts2024"]]
    kind = "whole" if alone == [region] else "only" if len(here) == 1 else "summary"
    among = "" if indicator.source.areas == "nuts2" else ".areas"
    return say(
        f"economy.ranking.{kind}{among}",
        "en",
        region=name_of(data, region, "en"),
        country=name_of(data, country, "en"),
        value=look.in_sentence(value),
        year=years_of_value(indicator, year),
        place=1 + sum(place < here[area] for place in here.values()),
        regions=len(here),
        rank=placed[area],
        of=len(placed),
    )


@sample.EXTENT
def test_a_rank_is_of_the_year_that_most_have_and_says_its_set(data: Data, extent: str) -> None:
    for turn, (code, indicator) in enumerate(data.indicators.items()):
        year, placed = ranks(data, code)
        for region in sample.share(data, turn, extent):
            chosen = Selection(region=region, indicator=code)
            words = {
                "region": name_of(data, region, "en"),
                "indicator": indicator.title["en"],
                "year": years_of_value(indicator, year),
                "country": name_of(data, region[:2], "en"),
            }
            text = standing_of(data, indicator, year, words, chosen)
            if areas(data, code)[region] in placed:
                assert text.startswith(expected_place(data, code, region)), (code, region)
            else:
                assert "rank 1" not in text
                assert "Place" not in text, (code, region)
            rows = firm_rows(data, code, region)
            newest = look_of(data, code, "en").in_sentence(rows[-1][1]) if rows else ""
            if rows and rows[-1][0] != year:
                assert f"newest value is {newest} in {rows[-1][0]}" in text, (code, region)
            else:
                assert "newest" not in text, (code, region)


def test_every_letter_of_a_flag_has_its_meaning_beside_it(data: Data) -> None:
    for code in ("gdp", "employment_rate", "gerd", "gva_volume"):
        for region in every_region(data)[::9]:
            chosen = Selection(region=region, indicator=code)
            for chart in (trend, ranking):
                picture = chart(data, chosen)
                flags = picture.rows["flag"] if "flag" in picture.rows else pd.Series(dtype=str)
                for letter in {letter for flag in flags for letter in flag}:
                    assert any(f"{letter} = " in note for note in picture.notes), (code, region, letter)


@pytest.mark.parametrize("region", ["ITC4", "FRY5", "DE21", "PT20", "ES63"])
def test_emissions_are_written_in_a_unit_in_which_the_largest_has_a_digit_before_the_point(
    data: Data, region: str
) -> None:
    result = chart_results.chart_result("economy.emissions_change", data, Selection(region=region))
    if result.rows.empty:
        return
    least = 1.0 if result.rows["unit"].iloc[0].startswith("million") else 0.0
    assert result.rows[["first", "last"]].max().max() >= least
    assert " 0.0 " not in result.summary
    assert result.figure["layout"]["xaxis"]["title"]["text"] == result.rows["unit"].iloc[0]
