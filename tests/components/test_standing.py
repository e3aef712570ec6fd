"""How a standing is shown: solid, outlined, or in words."""

import pytest

from components.figures.fills import is_solid
from components.figures.shares import Share, cell
from components.i18n.text import LANGUAGES, say
from components.layout import chart_results
from components.render.markup import html_of
from components.state.selection import Selection
from components.views import CHARTS
from data import Data, queries
from data.records import THEMES
from data.standings import FLAGS, OUTLINED, SOLID, STANDINGS, WITHOUT_VALUE
from tests import sample


def test_figures_fill_what_the_records_call_solid() -> None:
    assert {standing for standing in STANDINGS if is_solid(standing)} == set(SOLID)


@pytest.mark.parametrize("standing", STANDINGS)
def test_a_share_is_outlined_where_its_number_is_ours(standing: str) -> None:
    html = html_of(cell(Share("12 %", 12.0, standing)))
    assert ("outlined" in html) == (standing in (*OUTLINED, *WITHOUT_VALUE))
    assert ("solid" in html) != ("outlined" in html)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_standing_has_a_short_word_of_its_own(language: str) -> None:
    words = [say(f"standing.short.{standing}", language) for standing in STANDINGS]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("kind", "codes"), {"standing": STANDINGS, "flag": FLAGS, "theme": THEMES}.items())
def test_every_standing_flag_and_theme_has_words_of_its_own(
    kind: str, codes: tuple[str, ...], language: str
) -> None:
    words = [say(f"{kind}.{code}", language) for code in codes]
    assert len(set(words)) == len(words)


@pytest.mark.parametrize("name", [item for item in CHARTS if item.startswith("compare.")])
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
            rows["indicator"].map(lambda code: data.indicators[code].standing)
            if "indicator" in rows
            else record
        )
        expected = rows.assign(record=own)["record"].where(rows["value"].notna(), "not-in-our-copy")
        assert rows["standing"].tolist() == expected.tolist(), code


@pytest.mark.parametrize("language", LANGUAGES)
def test_flags_are_counted_only_where_the_copy_has_them(data: Data, language: str) -> None:
    for code, indicator in list(data.indicators.items())[LANGUAGES.index(language) :: len(LANGUAGES)]:
        chosen = Selection(tab="compare", indicator=code, lang=language)
        text = chart_results.chart_result("compare.coverage", data, chosen).summary
        without = say("compare.coverage.no_flags", language).split("; ")[1] in text
        assert without == (indicator.source.flags != "published"), code


SHOWS_VALUES = [item for item in CHARTS if item.startswith(("compare.", "economy."))]


@sample.EXTENT
@pytest.mark.parametrize(("name", "language"), sample.in_turn(SHOWS_VALUES, LANGUAGES))
def test_a_zero_of_a_normalised_scale_says_what_it_is(
    data: Data, name: str, language: str, extent: str
) -> None:
    """In the sentence, which slides have too, where it is the chosen region's own; else in a note."""
    scored = {code: indicator for code, indicator in data.indicators.items() if indicator.scale != "raw"}
    zeros = {code: data.values[code].query("value == 0")["region"].tolist() for code in scored}
    text = say("indicator.zero", language)
    regions = ("ES70", "FRY1", "LU00")
    for turn, code in enumerate([item for item in zeros if zeros[item]]):
        for region in regions if extent == sample.ALL else regions[turn % 3 : turn % 3 + (turn % 4 == 0)]:
            chosen = Selection(name.partition(".")[0], region=region, indicator=code, lang=language)
            picture = chart_results.chart_result(name, data, chosen)
            rows, shown = picture.rows, set()
            for column in ("indicator", "key"):
                if column in rows and "value" in rows and rows[column].isin(list(data.indicators)).any():
                    shown |= set(rows.loc[(rows["value"] == 0) & rows[column].isin(list(scored)), column])
                    break
            else:
                codes = [indicator.code for indicator in picture.indicators]
                for column, own in zip(("value", "second"), codes, strict=False):
                    if column in rows and own in scored and (rows[column] == 0).any():
                        shown.add(own)
            said = (text in picture.summary) + (text in picture.notes)
            assert said == bool(shown), (code, region, shown)


def test_a_zero_of_the_chosen_region_is_explained_where_slides_show_it(data: Data) -> None:
    explained = 0
    for code, indicator in data.indicators.items():
        value = queries.value_at(data, code, "FRY1", queries.latest_year(data, code))
        if indicator.scale == "raw" or value is None:
            continue
        for name in ("economy.ranking", "compare.strip", "compare.ranking", "compare.on_map"):
            chosen = Selection(name.partition(".")[0], region="FRY1", indicator=code)
            summary = chart_results.chart_result(name, data, chosen).summary
            assert (say("indicator.zero", "en") in summary) == (value.value == 0), (name, code)
            explained += value.value == 0
    assert explained > 3
