"""A sentence that names a first, a last or a best names all that are it, and says by which order; one that speaks of a
region agrees with its number."""

import re
from string import Formatter

import pytest

from components.charts.result import ChartResult
from components.charts.view import draw
from components.i18n.grammar import inside_sentence
from components.i18n.numbers import number_in_words, spoken_numbers, unit_after
from components.i18n.text import LANGUAGES, words
from components.state.selection import Selection
from components.views import CHARTS
from components.views.compare.context import compare_context
from components.views.compare.summary_text import summary
from data import clustering, queries
from tests import sample
from tests.own_data import DATA

CODES = tuple(DATA.indicators)
# Fixed words that would speak of the region in the singular; behind each exception, what the word speaks of.
SINGULAR = {
    "en": re.compile(r"\b(its|itself|does|(with|like|for|of) it)\b"),
    "it": re.compile(r"\b(suo|sua|suoi|sue|al suo interno|le serve)\b"),
}
OTHERS = {
    "clusters.manufacturing_change.one": "the division",
    "economy.share_of_country.two": "the country",
    "economy.table1": "the paper",
    "economy.errata": "the paper",
    "forms.step.place": "the folder, the file",
    "fund.none": "the fund, the participant",
    "indicators.lead": "the indicator",
    "clusters.counts": "the number of organisations",
    "clusters.members": "the organisation",
    "economy.gva_structure": "value added",
    "economy.section_gva": "value added",
    "economy.research_targets.none": "the region as an object",
    "economy.twin.without": "the bubble",
    "pack.without": "the pack",
    "economy.text_numbers": "the paper",
    "economy.text_statements": "the paper",
    "economy.in_short": "the paper",
    "economy.innovation_printed": "the paper",
    "initiatives.in_short": "the paper",
    "initiatives.grants": "the paper",
    "economy.agglomerations": "the paper",
    "clusters.in_short": "the paper",
    "clusters.cluster_counts": "the paper",
    "s3.in_short": "the paper",
    "s3.ecosystems": "the strategy",
    "economy.competitiveness_raw.none": "the index",
    "economy.innovation_profile.none": "the scoreboard",
    "notice.former": "the code",
    "notice.divided": "the code",
    "notice.foreign.way": "the choice",
}


def fixed_words(template: str) -> str:
    """A template without its blanks."""
    return " ".join(before for before, *_ in Formatter().parse(template))


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_template_speaks_of_a_region_in_a_fixed_number(language: str) -> None:
    faults = {
        key: entry[language]
        for key, entry in words().items()
        if "{region" in entry[language]
        and SINGULAR[language].search(fixed_words(entry[language]))
        and key not in OTHERS
    }
    assert faults == {}


def result_of(name: str, **chosen: object) -> ChartResult:
    return draw(CHARTS[name], DATA, Selection(**chosen))  # type: ignore[arg-type]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("scale", ["own", *sample.nightly_values("index")])
def test_an_end_that_several_areas_share_is_said_to_be_shared(code: str, scale: str) -> None:
    now = compare_context(DATA, Selection(tab="compare", indicator=code, scale=scale))
    values = now.rows["value"].tolist()
    low = DATA.indicators[code].direction == "lower"
    first, last = (min, max) if low else (max, min)
    said = summary(now)
    if len(set(values)) == 1:
        assert "all have the same value" in said
        return
    for end, name in ((first(values), "first"), (last(values), "last")):
        count = values.count(end)
        assert (f"{count} of them share the {name} of these values" in said) == (count > 1), said


@pytest.mark.parametrize("code", [code for code in CODES if DATA.indicators[code].direction == "neither"])
def test_an_index_of_a_size_is_not_called_a_size(code: str) -> None:
    for year in ("latest", "2016"):
        now = compare_context(DATA, Selection(tab="compare", indicator=code, scale="index", year=year))
        if now.home in now.rows.index and now.rows["value"].nunique() > 1:
            assert ("by size" in summary(now)) == (now.scaled.scale == "own"), summary(now)


@pytest.mark.parametrize("region", sample.regions(DATA))
def test_a_best_position_names_every_indicator_that_has_it(region: str) -> None:
    for name in ("economy.digital", "economy.competitiveness_raw"):
        result = result_of(name, region=region)
        if result.rows.empty:
            continue
        best = result.rows[result.rows["value"] == result.rows["value"].max()]
        text = result.summary.partition("Best: ")[2]
        named = [label for label in best["label"] if inside_sentence(label, "en") in text]
        assert len(named) == len(best) or f"{len(best) - len(named)} more" in result.summary, region


@pytest.mark.parametrize("region", sample.regions(DATA))
def test_the_sector_shown_by_itself_says_why_it_is(region: str) -> None:
    result = result_of("clusters.division_map", tab="clusters", region=region)
    year = clustering.newest_with_all(DATA, region)
    notes = " ".join(result.notes)
    if year is None:
        assert "metal products stand for them" in notes
        return
    rows = clustering.of_region(DATA, clustering.area(DATA, region, year), year)
    passing = rows[(rows["quotient"] > 1.5) & (rows["share"] >= 1)]
    highest = (passing if len(passing) else rows).sort_values("quotient")["division"].iloc[-1]
    assert str(result.blanks["division"]).startswith(str(highest))
    assert ("none of the region's passes" in notes) == passing.empty
    assert ("pass both thresholds this one has the highest quotient" in notes) == bool(len(passing))


@pytest.mark.parametrize("division", DATA.breakdowns["sbs_2014"].record.parts)
def test_the_sector_that_goes_with_another_is_the_closest_by_the_measure_said(division: str) -> None:
    result = result_of("clusters.co_located", tab="clusters", region="ITC4", division=division)
    pairs = clustering.proximity(DATA, clustering.ALL_SECTORS)
    pairs = pairs[pairs["first"] == division]
    closest = pairs[pairs["proximity"] == pairs["proximity"].max()]
    assert any(result.summary.startswith(f"{second} ") for second in closest["second"]), result.summary
    assert (
        f" {100 * closest['proximity'].iloc[0]:.0f} % of those specialised in the commoner" in result.summary
    )


def test_no_correlation_is_refused_for_a_reason_that_is_not_so() -> None:
    for scale, year in (("own", "latest"), ("index", "2016")):
        for region in ("ES64", "ITC4"):
            chosen = {"tab": "compare", "indicator": "population", "scale": scale, "year": year}
            result = result_of("compare.scatter", region=region, **chosen)
            pairs = result.rows[result.rows["alike"]]
            assert ("Only " in result.summary) == (len(pairs) < 3)
            same = pairs["value"].nunique() == 1 or pairs["second"].nunique() == 1
            assert ("the same value everywhere" in result.summary) == (same and len(pairs) >= 3)


@pytest.mark.parametrize("region", sample.regions(DATA))
def test_first_among_the_regions_compared_means_ahead_of_all_of_them(region: str) -> None:
    for code in ("gdp_per_head_pps", "rci_bond_yields"):
        result = result_of("compare.places", tab="compare", region=region, indicator=code)
        found = re.search(r"(?:is|are) first through (\d+) of (\d+)", result.summary)
        if found:
            lenses = result.rows[result.rows["way"].str.startswith("among the peers")]
            alone = (lenses["best"] == 1) & (lenses["worst"] == 1)
            assert [int(item) for item in found.groups()] == [int(alone.sum()), len(lenses)]


def test_where_a_country_is_one_region_none_of_its_partners_is_counted_in_it() -> None:
    for region in sample.regions(DATA):
        said = result_of("initiatives.closer_partners", tab="initiatives", region=region).summary
        assert " 0 " not in said, said
        if queries.is_whole_country(DATA, region):
            assert " shown " not in said, said


@pytest.mark.parametrize("value", [1, 999_999, 1_000_000, 1_369_995, 5e8, None])
@pytest.mark.parametrize("unit", ["abitanti", "milioni di euro", ""])
def test_a_number_and_its_unit_on_two_lines_read_as_on_one(value: float | None, unit: str) -> None:
    (text,) = spoken_numbers([value], "it", unit, 0)
    assert f"{text} {unit_after(value, 'it', unit)}".strip() == number_in_words(value, "it", unit, 0)
