"""The sentences on a headline, a trend and a rank, for every region and every indicator, against a second path that
knows only the rows and pandas."""

from collections import Counter
from functools import cache

import pandas as pd
import pytest

from components.charts.naming import name_of
from components.figures.frame import Look
from components.i18n.text import say
from components.layout import chart_results
from components.state.selection import Selection
from components.views.economy.change_text import change_sentence
from components.views.economy.comparison import ranking, standing_of
from components.views.economy.headlines import CODES, headlines, row
from components.views.economy.trend import trend
from data import Data
from data.periods import years_of_value
from tests import sample

Rows = list[tuple[int, float, str]]
UNION = "EU27_2020"


def every_region(data: Data) -> list[str]:
    return list(data.regions.index[data.regions["level"] == "nuts2"])


@cache
def areas(data: Data, code: str) -> dict[str, str]:
    """The area whose value covers each region."""
    kind = data.indicators[code].source.areas
    level2 = data.regions[data.regions["level"] == "nuts2"]
    return dict(zip(level2.index, level2.index if kind == "nuts2" else level2[f"{kind}_area"], strict=True))


@cache
def ranked_areas(data: Data, code: str) -> set[str]:
    """The areas that are ranked: those of the table's own NUTS edition, or the scoreboards' own."""
    source = data.indicators[code].source
    if source.areas != "nuts2":
        return set(areas(data, code).values()) - {""}
    edition = "nuts2024" if source.nuts == "2024" else "nuts2021"
    return {item for item in every_region(data) if data.regions.at[item, edition]}


@cache
def history(data: Data, code: str) -> dict[str, Rows]:
    """Year, value and flag by area, in order of years."""
    rows = data.values[code].sort_values(["region", "year"])
    return {
        str(region): list(zip(part["year"], part["value"], part["flag"], strict=True))
        for region, part in rows.groupby("region")
    }


@cache
def ranks(data: Data, code: str) -> tuple[int, dict[str, int]]:
    """The last year that is no forecast and that half as many areas have as the fullest, and the ranks in it."""
    rows = data.values[code]
    rows = rows[rows["region"].isin(ranked_areas(data, code))]
    counts = Counter(rows["year"])
    firm = data.indicators[code].source.firm_until or max(counts)
    year = max(item for item, count in counts.items() if 2 * count >= max(counts.values()) and item <= firm)
    values = rows[rows["year"] == year].set_index("region")["value"]
    placed = values.rank(method="min", ascending=data.indicators[code].direction == "lower")
    return int(year), placed.astype(int).to_dict()


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


@pytest.mark.parametrize("code", CODES)
def test_every_headline_is_the_newest_value_with_the_rank_of_the_ranked_year(data: Data, code: str) -> None:
    indicator = data.indicators[code]
    year, placed = ranks(data, code)
    for region in every_region(data):
        found = row(data, code, Selection(region=region))
        rows = history(data, code).get(areas(data, code)[region], [])
        if not rows:
            assert found is None
            continue
        assert found is not None
        assert (found["year"], found["value"], found["flag"]) == rows[-1], region
        area = areas(data, code)[region]
        assert found["rank_year"] == year
        assert found["rank"] == placed.get(area), region
        if found["rank"] is not None:
            assert found["of"] == len(placed)
            assert found["rank_value"] == {at: value for at, value, _ in rows}[year], region
        if indicator.size or found["rank"] is None:
            assert found["band"] is None, f"{region}: size has no good and no bad fifth"


@pytest.mark.parametrize("code", CODES)
def test_every_headline_change_is_on_the_base_of_its_value_and_crosses_no_break(
    data: Data, code: str
) -> None:
    by = {"gdp": "gdp_volume", "gdp_per_head_pps": "gdp_per_head_eu100"}.get(code, code)
    for region in every_region(data):
        found = row(data, code, Selection(region=region))
        rows = history(data, code).get(areas(data, code)[region], [])
        if found is None or len(rows) < 2:
            assert found is None or found["change"] is None
            continue
        (first, _, _), (last, _, flag) = rows[-2:]
        if "b" in flag:
            assert (found["change"], found["since"], found["broken"]) == (None, None, last), region
            continue
        cells = {year: value for year, value, _ in history(data, by).get(areas(data, by)[region], [])}
        if first in cells and last in cells:
            ratio = code in ("population", "gdp")
            gained = 100 * (cells[last] / cells[first] - 1) if ratio else cells[last] - cells[first]
            assert found["change"] == pytest.approx(gained), region
            assert found["since"] == first, region


def test_the_headline_of_innovation_has_value_and_change_on_one_base(data: Data) -> None:
    raw = data.published["ris_index"].pivot_table(index="region", columns="year", values="value")
    relative = 100 * raw.div(raw.loc[UNION])
    signs = 0
    for region in every_region(data):
        area = areas(data, "ris_index")[region]
        if area not in relative.index:
            continue
        found = row(data, "ris_index", Selection(region=region))
        assert found is not None
        change = relative.at[area, 2023] - relative.at[area, 2022]
        assert found["value"] == pytest.approx(relative.at[area, 2023]), region
        assert found["change"] == pytest.approx(change), region
        signs += (change > 0) != (raw.at[area, 2023] > raw.at[area, 2022])
    assert signs > 0, "no region tells the two bases apart: the test proves nothing"


def test_no_headline_sentence_praises_size(data: Data) -> None:
    names = {data.indicators[code].short["en"] for code in CODES if data.indicators[code].size}
    assert names == {"Population", "GDP"}
    for region in every_region(data)[::3]:
        picture = headlines(data, Selection(region=region))
        praised = picture.summary.partition(": ")[2].partition(". Counted")[0]
        assert not {f"{name} (" for name in names} & {
            part[: len(part) - 5] for part in praised.split(", ")
        }, region
        rows = picture.rows
        assert rows.loc[rows["indicator"].isin(["population", "gdp"]), "band"].isna().all(), region


def test_no_rank_stands_on_a_year_that_few_regions_have(data: Data) -> None:
    picture = ranking(data, Selection(region="EE00", indicator="gerd", year="2024"))
    assert picture.rows["rank"].isna().all()
    assert "Only 5 regions" in picture.summary
    assert "rank 74 of 227" in ranking(data, Selection(region="EE00", indicator="gerd")).summary


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
