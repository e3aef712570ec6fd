"""Every table keeps its record's promise, whichever tables and indicators there are."""

import re
import subprocess
import sys

import pandas as pd

from data import ROOT, Data, load, reading, statistics
from data.importers import FORMATS
from data.languages import LANGUAGES
from data.standings import OUTLINED, SOLID, STANDINGS, WITHOUT_VALUE

COUNTRIES = 27


def test_the_whole_of_the_data_loads(data: Data) -> None:
    assert len(data.indicators) >= 100
    assert data.values.keys() == data.indicators.keys()


def test_every_indicator_has_words_in_every_language(data: Data) -> None:
    for code, indicator in data.indicators.items():
        for words in (indicator.title, indicator.short, indicator.unit, indicator.definition):
            assert all(words[language].strip() for language in LANGUAGES), code
        assert indicator.definition["en"] != indicator.definition["it"], code
        assert all(indicator.definition[language].endswith(".") for language in LANGUAGES), code
        assert all(len(indicator.short[language]) <= 32 for language in LANGUAGES), code


def test_no_two_indicators_have_the_same_title(data: Data) -> None:
    for language in LANGUAGES:
        titles = pd.Series([indicator.title[language] for indicator in data.indicators.values()])
        assert not titles.duplicated().any(), titles[titles.duplicated()].tolist()


def test_every_standing_is_solid_outlined_or_words() -> None:
    assert sorted((*SOLID, *OUTLINED, *WITHOUT_VALUE)) == sorted(STANDINGS)


def test_every_region_code_joins(data: Data) -> None:
    for code in data.indicators:
        rows = data.values[code]
        strangers = set(rows["region"]) - set(data.regions.index)
        assert not strangers, (code, strangers)


def test_every_region_with_a_scoreboard_area_finds_its_value(data: Data) -> None:
    for column, code in (("ris_area", "ris_index"), ("rci_area", "rci_corruption_national")):
        areas = set(data.regions[column]) - {"", "EU27_2020"}
        countries = set(data.regions.index[data.regions["level"] == "country"])
        assert areas - countries <= set(data.values[code]["region"]), column


def test_every_value_is_a_number_within_its_limits_and_stands_once(data: Data) -> None:
    for code in data.indicators:
        rows = data.values[code]
        indicator = data.indicators[code]
        assert rows["value"].between(indicator.minimum, indicator.maximum).all(), code
        assert not rows.duplicated(["region", "year"]).any(), code
        assert rows["year"].dtype == "int64", code
        assert list(rows.columns) == ["region", "year", "value", "flag"], code


def test_limits_would_catch_a_value_a_thousand_times_too_high(data: Data) -> None:
    for code in data.indicators:
        rows = data.values[code]
        assert rows["value"].max() * 1000 > data.indicators[code].maximum, code


def test_a_national_value_is_marked_wherever_there_is_one(data: Data) -> None:
    """An indicator is national, or names the countries whose regions all carry one value, and no others."""
    country = data.regions["country"]
    regional = data.regions.index[~data.regions["level"].isin(["eu", "country"])]
    for code in data.indicators:
        rows = data.values[code]
        indicator = data.indicators[code]
        within = rows[rows["region"].isin(regional)]
        if indicator.national:
            spread = within.groupby([within["region"].map(country), "year"])["value"].nunique()
            assert (spread <= 1).all(), code
        else:
            assert statistics.repeated_nationally(within, country) == set(indicator.national_in), code


def test_flags_are_only_claimed_where_the_copy_carries_them(data: Data) -> None:
    for name, table in data.tables.items():
        flagged = any((data.values[code]["flag"] != "").any() for code in table.indicators)
        assert flagged == (table.source.flags == "published"), name


def test_every_record_names_an_importer_and_how_each_indicator_is_picked(data: Data) -> None:
    for name, table in data.tables.items():
        assert table.source.importer in FORMATS, name
        if len(table.indicators) > 1:
            picks = [tuple(indicator.pick.items()) for indicator in table.indicators.values()]
            assert all(picks), name
            assert len(set(picks)) == len(picks), name


def test_every_csv_is_written_in_its_one_form() -> None:
    for file in sorted((ROOT / "tables").glob("*.csv")):
        content = file.read_bytes()
        assert b"\r" not in content, file.name
        assert not content.startswith(b"\xef\xbb\xbf"), file.name
        numbers = pd.read_csv(file, dtype=str, na_filter=False)["value"]
        assert (numbers == numbers.map(lambda text: _shortest(float(text)))).all(), file.name


def _shortest(number: float) -> str:
    return str(int(number)) if number.is_integer() else repr(number)


def test_every_record_says_where_its_copy_comes_from_in_both_languages(data: Data) -> None:
    for name, table in data.tables.items():
        assert table.source.obtained["en"] != table.source.obtained["it"], name
        assert table.source.checksum == reading.checksum((ROOT / "tables" / f"{name}.csv").read_bytes())


def test_the_tables_stay_small() -> None:
    assert sum(file.stat().st_size for file in (ROOT / "tables").glob("*.csv")) < 8_000_000


def test_loading_twice_gives_the_same() -> None:
    first, second = load(), load()
    for code in first.indicators:
        pd.testing.assert_frame_equal(first.values[code], second.values[code])
    assert first != second, "Data is compared by identity"


def test_the_data_layer_imports_without_the_workbook_reader_or_the_page() -> None:
    """What only an importer needs is not loaded at start."""
    script = "import sys, data; data.load(); print(*{'openpyxl', 'dash', 'plotly'} & set(sys.modules))"
    command = [sys.executable, "-c", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT.parent)
    assert done.stdout.strip() == ""


def test_no_record_speaks_of_the_place_it_was_made_in() -> None:
    for file in sorted((ROOT / "tables").glob("*.toml")):
        text = file.read_text(encoding="utf-8")
        assert not re.search(r"/work|/tmp|shared/|localhost", text), file.name
