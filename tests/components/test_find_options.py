"""Choosing by typing: what is typed leads to what is called so, and to nothing else."""

import pytest

from components.i18n.text import LANGUAGES
from components.layout.control_choices import NONE, label
from components.layout.controls import LISTS
from components.layout.find.options import KINDS, MOST, options
from components.state.selection import RANGES, choices
from components.views import TABS
from data import Data

LONGEST = 40


def level2(data: Data) -> list[str]:
    return [str(code) for code in data.regions.index[data.regions["level"] == "nuts2"]]


def test_each_region_is_meant_by_its_code_and_by_the_name_in_the_list(data: Data) -> None:
    codes = level2(data)
    assert [options(code.lower(), "region", data, "en").exact for code in codes] == codes
    for lang in LANGUAGES:
        names = [label("region", code, data, lang) for code in codes]
        assert [options(name, "region", data, lang).exact for name in names] == codes


def test_a_country_and_a_nuts_1_region_lead_to_their_regions_and_to_no_single_one(data: Data) -> None:
    for country in sorted({code[:2] for code in level2(data)}):
        inside = [code for code in level2(data) if code.startswith(country)]
        found = options(str(data.regions.at[country, "name_en"]), "region", data, "en")
        assert {hit.code for hit in found.hits} >= set(inside)
        assert found.exact == (inside[0] if len(inside) == 1 else "")
    bavaria = options("Baviera", "region", data, "en")
    assert [hit.code for hit in bavaria.hits] == [f"DE2{number}" for number in range(1, 8)]
    assert not bavaria.exact


@pytest.mark.parametrize("text", ["zzzz", "Bavria", "?"])
def test_what_nothing_is_called_is_never_taken(data: Data, text: str) -> None:
    found = options(text, "region", data, "en")
    assert not found.known
    assert not found.exact


def test_each_indicator_is_meant_by_its_title(data: Data) -> None:
    for lang in LANGUAGES:
        titles = [str(indicator.title[lang]) for indicator in data.indicators.values()]
        assert len(set(titles)) == len(titles)
        assert [options(title, "indicator", data, lang).exact for title in titles] == [*data.indicators]
    assert all(len(options(text, "indicator", data, "en").hits) <= MOST for text in ("a", "e", "in"))


def test_each_sector_is_meant_by_its_code_and_by_the_name_in_the_list_and_so_is_none(data: Data) -> None:
    for lang in LANGUAGES:
        for code in choices(data)["division"]:
            name = label("division", code, data, lang)
            assert options(name, "division", data, lang).exact == (code or NONE), name
            assert options(name, "division", data, lang).known
    codes = [code for code in choices(data)["division"] if code]
    assert [options(code.lower(), "division", data, "en").exact for code in codes] == codes


def test_a_list_too_long_to_look_through_is_found_by_typing(data: Data) -> None:
    controls = {name for tab in TABS.values() for name in tab.controls} - set(RANGES)
    long = {name for name in controls if len(choices(data)[name]) > LONGEST}
    assert {"division", "indicator"} <= long <= set(LISTS)
    assert set(LISTS.values()) <= set(KINDS)
