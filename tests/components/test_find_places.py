"""Whatever a place is called leads to regions: a country in any language of the Union, an area or a town inside a region,
a code of an earlier NUTS."""

from components.i18n.country_names import FILE, country_names, file_text, names_from_cldr
from components.i18n.text import words
from components.layout.find.hits import find
from components.layout.find.options import options
from components.layout.find.places import areas, foreign_country, split_names
from components.state.selection import Selection, from_url
from data import Data, inside_region, nuts


def regions_found(text: str, data: Data) -> set[str]:
    hits = find(text, data, Selection(), 60).hits
    return {from_url("economy", hit.href.partition("?")[2], data).region for hit in hits}


def test_the_names_of_countries_are_those_of_cldr() -> None:
    assert FILE.read_text(encoding="utf-8") == file_text(names_from_cldr())


def test_a_country_leads_to_its_regions_by_its_name_in_any_language_of_the_union(data: Data) -> None:
    level2 = data.regions[data.regions["level"] == "nuts2"]
    assert set(country_names()) == {*level2["country"], *nuts.NEIGHBOURS}
    for country, names in country_names().items():
        if country in nuts.NEIGHBOURS:
            continue
        inside = set(level2.index[level2["country"] == country])
        for name in names:
            assert {hit.code for hit in options(name, "region", data, "en").hits} >= inside, name


def test_an_area_inside_a_region_leads_there_by_name_code_and_town(data: Data) -> None:
    for code, names, leads in areas(data)[::15]:
        for text in (code, *names):
            assert set(leads) <= regions_found(text, data), text
            assert leads[0] in [hit.code for hit in options(text, "region", data, "en").hits], text


def test_each_town_of_the_words_is_in_an_area_and_leads_to_its_region(data: Data) -> None:
    rows = inside_region.districts(data).set_index("district")["region"]
    towns = [key.removeprefix("town.") for key in words() if key.startswith("town.")]
    assert len(towns) > 90
    for district in towns:
        for name in split_names(f"town.{district}"):
            assert rows[district] in [hit.code for hit in options(name, "region", data, "it").hits], name


def test_a_code_of_an_earlier_nuts_leads_to_the_region_of_today(data: Data) -> None:
    for code, region in nuts.RECODED.items():
        assert options(code, "region", data, "en").exact == (
            code if code in data.regions.index else region
        ), code
        first = find(code.lower(), data, Selection(), 5).hits[0]
        if code not in data.regions.index:
            assert code in first.title
            assert region in first.detail, code


def test_a_region_comes_before_areas_and_towns_of_its_name(data: Data) -> None:
    for text, region in (("Berlin", "DE30"), ("Madrid", "ES30"), ("Hamburg", "DE60")):
        assert options(text, "region", data, "en").exact == region


def test_the_code_of_a_divided_region_leads_to_its_parts(data: Data) -> None:
    present = nuts.present_regions(data.regions)
    for code, regions in nuts.DIVIDED_INTO.items():
        assert code not in data.regions.index
        assert present.issuperset(regions)
        assert {hit.code for hit in options(code, "region", data, "en").hits} == set(regions)
        assert regions_found(code.lower(), data) >= set(regions)


def test_a_former_code_of_level_1_leads_to_what_its_regions_are_today() -> None:
    assert nuts.regions_of_former_code("itd") == ("ITH1", "ITH2", "ITH3", "ITH4", "ITH5")
    assert nuts.regions_of_former_code("XX9") == ()


def test_a_country_beside_the_union_is_known_by_its_codes_and_names() -> None:
    for country in nuts.NEIGHBOURS:
        texts = (country, f"{country}0", f"{country}01", f"{country}011", *country_names()[country])
        assert {foreign_country(text) for text in texts} == {country}
    assert foreign_country("GB") == "UK"
    assert {foreign_country(text) for text in ("", "ITC4", "CHINA", "ISLE", "no-such", "SKI")} == {""}
