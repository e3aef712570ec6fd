"""Figures anyone can look up: the tables give what their publishers print."""

import pytest

from data import Data, statistics

EU = "EU27_2020"


def value(data: Data, code: str, region: str, year: int) -> float:
    rows = data.values[code]
    return float(rows.loc[(rows["region"] == region) & (rows["year"] == year), "value"].item())


def test_gdp_of_lombardy_in_2022_is_the_one_after_the_revision(data: Data) -> None:
    assert round(value(data, "gdp", "ITC4", 2022)) == 457_233


def test_gdp_of_lombardy_before_the_revision_follows_from_the_older_vintage(data: Data) -> None:
    """44,200 EUR a head times 9,959,800 people: the paper's 439,986 to the rounding of the head figure."""
    head, people = (
        value(data, f"ardeco_{name}", "ITC4", 2022) for name in ("gdp_per_head_eur", "population")
    )
    assert head * people / 1e6 == pytest.approx(439_986, rel=0.002)
    assert value(data, "ardeco_gdp_per_head_pps", "ITC4", 2022) == 46_000
    assert value(data, "ardeco_gdp_per_head_pps", "ITC4", 2021) == 42_500


def test_the_population_of_italy_is_the_sum_of_its_21_regions(data: Data) -> None:
    regions = data.regions.index[(data.regions["country"] == "IT") & (data.regions["level"] == "nuts2")]
    italy = statistics.sum_by_year(data.values["population"], regions).set_index("year")
    assert value(data, "population", "ITC4", 2023) == 9_976_509
    assert (italy.at[2023, "value"], italy.at[2023, "n"]) == (58_997_201, 21)


def test_lombardys_innovation_index_of_2023_is_97_4_of_the_eu(data: Data) -> None:
    lombardy = value(data, "ris_index", "ITC4", 2023)
    assert round(lombardy, 1) == 97.4
    assert statistics.performance_group(lombardy) == "moderate"


@pytest.mark.parametrize(
    ("code", "place", "of", "italy", "europe"),
    [
        ("rci_corruption", 193, 232, -1.0271, -0.0799),
        ("rci_healthy_life", 11, 233, 78.7098, 75.2495),
        ("rci_gva_kn", 12, 234, 27.7121, 24.5577),
        ("rci_unemployment", 118, 234, 10.1226, 7.2720),
        ("rci_tertiary", 202, 233, 19.9738, 33.4046),
        ("rci_patents", 50, 234, 70.5735, 124.2273),
    ],
)
def test_places_and_weighted_means_of_the_competitiveness_indicators(
    data: Data, code: str, place: int, of: int, italy: float, europe: float
) -> None:
    rows, people = data.values[code], data.values["rci_population"]
    placed = statistics.rank(rows, data.indicators[code].direction).set_index("region")
    in_italy = rows[rows["region"].map(data.regions["country"]) == "IT"]
    assert (placed.at["ITC4", "rank"], placed.at["ITC4", "of"]) == (place, of)
    assert statistics.weighted_mean(in_italy, people)["value"].item() == pytest.approx(italy, abs=5e-5)
    assert statistics.weighted_mean(rows, people)["value"].item() == pytest.approx(europe, abs=5e-5)


def test_the_index_has_21_regional_indicators_and_the_other_68_raw_ones(data: Data) -> None:
    groups = [data.indicators[code].group for code in data.indicators if code.startswith("ris_")]
    raw = [indicator.group for indicator in data.indicators.values() if indicator.table == "rci_2022"]
    assert len([group for group in groups if group is not None]) == 21
    assert len(set(groups) - {None}) == 12
    assert len([group for group in raw if group != "context"]) == 68


def test_lombardy_is_specialised_in_textiles_within_manufacturing(data: Data) -> None:
    codes = [code for code in data.indicators if code.startswith("employed_c")]
    countries = data.regions.index[data.regions["level"] == "country"]
    region = statistics.by_activity(data.values, codes, "ITC4", 2022)
    union = statistics.summed_by_activity(data.values, codes, countries, 2022)
    quotients = statistics.location_quotients(region, union, total="employed_c")
    found = statistics.select_specialised(quotients)
    assert found["activity"].tolist()[0] == "employed_c13"
    assert not {"employed_c11", "employed_c12"} & set(quotients["activity"]), "confidential is not zero"


def test_what_is_confidential_has_no_row(data: Data) -> None:
    for code in ("employed_c11", "employed_c12"):
        assert "ITC4" not in set(data.values[code]["region"])


def test_gdp_per_head_of_table_1_has_the_year_in_which_the_series_of_its_time_has_the_value(
    data: Data,
) -> None:
    """The values of the region and the country; that of the Union is in no year of the file."""
    older = data.values["ardeco_gdp_per_head_pps"]
    found = 0
    for pack in data.packs.values():
        printed = pack.rows("table1")
        for row in printed[printed["indicator"] == "gdp_per_head"].itertuples():
            years = older.loc[(older["region"] == row.geo) & (older["value"] == row.value), "year"].tolist()
            assert years in ([], [row.year]), f"{row.geo}: {row.value} is of {years}, not of {row.year}"
            found += bool(years)
    assert found >= 2
