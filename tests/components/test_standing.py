"""How a standing is shown: solid, outlined, or in words."""

import pytest

from components.figures.fills import is_solid
from components.figures.shares import Share, cell
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.render.markup import html_of
from components.state.selection import Selection
from components.views import CHARTS
from data import Data, records
from data.records import OUTLINED, STANDINGS, WITHOUT_VALUE


def test_figures_fill_what_the_records_call_solid() -> None:
    assert {standing for standing in STANDINGS if is_solid(standing)} == set(records.SOLID)


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_share_is_outlined_where_its_number_is_ours(standing: str) -> None:
    html = html_of(cell(Share("12 %", 12.0, standing)))
    assert ("outlined" in html) == (standing in (*OUTLINED, *WITHOUT_VALUE))
    assert ("solid" in html) != ("outlined" in html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_standing_has_a_short_word_of_its_own(language: str) -> None:
    words = [say(f"standing.short.{standing}", language) for standing in STANDINGS]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", [one for one in CHARTS if one.startswith("compare.")])
@pytest.mark.parametrize("region", ["ITC4", "PT1A", "ES70"])
def test_the_comparison_says_of_each_value_what_its_record_says(data: Data, name: str, region: str) -> None:
    """RIS values relative to the Union are recomputed; what has no value is not in our copy, whoever publishes it."""
    for code in ("ris_index", "gdp_per_head_pps", "rci_rd"):
        chosen = Selection(tab="compare", region=region, indicator=code, second=code)
        rows = chart_results.chart_result(name, data, chosen).rows
        if "standing" not in rows or "value" not in rows:
            continue
        record = data.indicators[code].standing
        own = (
            rows["indicator"].map(lambda one: data.indicators[one].standing)
            if "indicator" in rows
            else record
        )
        expected = rows.assign(record=own)["record"].where(rows["value"].notna(), "not-in-our-copy")
        assert rows["standing"].tolist() == expected.tolist(), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_flags_are_counted_only_where_the_copy_has_them(data: Data, language: str) -> None:
    for code, indicator in data.indicators.items():
        chosen = Selection(tab="compare", indicator=code, lang=language)
        text = chart_results.chart_result("compare.coverage", data, chosen).summary
        without = say("compare.coverage.no_flags", language).split("; ")[1] in text
        assert without == (indicator.source.flags != "published"), code


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["economy.ranking", "economy.trend"])
def test_a_zero_of_a_normalised_scale_says_what_it_is(data: Data, name: str, language: str) -> None:
    zeros = 0
    for code, indicator in data.indicators.items():
        for region in ("ES70", "FRY1", "LU00"):
            chosen = Selection(tab="economy", region=region, indicator=code, lang=language)
            picture = chart_results.chart_result(name, data, chosen)
            zero = indicator.scale != "raw" and bool((picture.rows["value"] == 0).any())
            assert (say("indicator.zero", language) in picture.notes) == zero, (code, region)
            zeros += zero
    assert zeros > 3
