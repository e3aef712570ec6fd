"""Everything is found by whatever it is called, and comes first: any region, indicator, chart, term, organisation."""

import re
import time
from itertools import chain

import pytest

from components.charts.errata import place_in_language
from components.i18n import terms
from components.i18n.letters import plain_letters
from components.i18n.text import LANGUAGES, say, words
from components.layout.chart_address import chart_address
from components.layout.chart_links import chart_question
from components.layout.find.entries import PAGES, Entry, entries, normal
from components.layout.find.hits import find, suggestions
from components.layout.find.match import matches
from components.layout.find.page import find_page
from components.layout.pages.about import references
from components.render import markup
from components.state.selection import Selection, choices
from components.views import CHARTS
from data import Data

QUICK = 0.03  # seconds a query, with room for a machine that does other things too


def best_match(text: str, data: Data) -> Entry:
    found = matches(text, data)
    assert found, text
    return found[0]


def level2(data: Data) -> list[tuple[str, list[str]]]:
    rows = data.regions[data.regions["level"] == "nuts2"]
    columns = [f"name_{language}" for language in (*LANGUAGES, "local")]
    return [(str(code), [str(row[column]) for column in columns]) for code, row in rows.iterrows()]


def check_regions(data: Data, every: list[tuple[str, list[str]]]) -> None:
    called: dict[str, set[str]] = {}
    for code, names in level2(data):
        for name in names:
            called.setdefault(normal(name), set()).add(code)
    for code, names in every:
        assert best_match(code.lower(), data).key == code
        for text in {plain_letters(name).upper() for name in names} | {names[-1]}:
            same = len(called[normal(text)])
            assert code in [item.key for item in matches(text, data)[:same]], text


def test_a_region_comes_first_by_its_code_and_each_of_its_names(data: Data) -> None:
    every = level2(data)
    check_regions(
        data, [*every[::12], *(item for item in every if item[0] in ("LU00", "BE34", "FR10", "NL31"))]
    )


@pytest.mark.nightly
def test_so_does_every_region(data: Data) -> None:
    check_regions(data, level2(data))


def test_a_country_or_a_nuts_1_region_leads_to_its_regions(data: Data) -> None:
    codes = [code for code, _ in level2(data)]
    rows = data.regions[data.regions["level"].isin(["country", "nuts1"])]
    for group, row in rows.iloc[::4].iterrows():
        inside = {code for code in codes if code.startswith(str(group))}
        for text in (group, row["name_en"], row["name_it"], row["name_local"]):
            found = find(str(text), data, Selection(), 60)
            shown = {
                hit.href.partition("region=")[2].partition("&")[0] or "ITC4"
                for hit in found.hits
                if hit.kind == "Region"
            }
            assert inside <= shown, text
    for text, count in (("Bavaria", 7), ("DE2", 7), ("bayern", 7), ("ITC", 4)):
        assert find(text, data, Selection(), 60).count == count, text


def test_every_indicator_comes_first_by_its_code_and_titles(data: Data) -> None:
    for code, indicator in data.indicators.items():
        for text in (code, *(indicator.title[lang] for lang in LANGUAGES)):
            assert best_match(text, data).key == code, text


def test_every_synonym_finds_its_indicator(data: Data) -> None:
    keys = [key for key in words() if key.startswith("synonyms.")]
    assert len(keys) > 60
    for key in keys:
        code = key.removeprefix("synonyms.")
        assert code in data.indicators, key
        for text in chain.from_iterable(say(key, lang).split(";") for lang in LANGUAGES):
            found = [item.key for item in matches(text, data) if item.kind == "indicator"]
            assert code in found[:6], text


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_question_finds_its_chart_whatever_stands_in_its_blanks(data: Data, lang: str) -> None:
    states = (Selection(lang=lang), Selection(lang=lang, region="FRY1", indicator="ris_index"))
    for name in CHARTS:
        for chosen in states:
            question = chart_question(name, data, chosen)
            found = find(question, data, chosen, 5)
            same = [item for item in CHARTS if chart_question(item, data, chosen) == question]
            assert found.hits[0].href in {chart_address(code, chosen) for code in same}, question


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_is_found_by_each_of_its_names(data: Data, lang: str) -> None:
    for term in terms.terms():
        for name in terms.names(term, lang):
            assert term in [item.key for item in matches(name, data)[:8] if item.kind == "term"], name


def test_every_organisation_and_project_of_a_pack_is_found_by_its_names(data: Data) -> None:
    named = [entry for entry in entries(data) if entry.kind in ("organisation", "project")]
    assert len(named) > 20
    for item in named:
        assert all(item in matches(name, data)[:10] for name in item.names), item.key


def test_an_indicator_says_value_and_rank_of_the_region_at_hand_or_of_the_region_typed(data: Data) -> None:
    shown = find("gerd", data, Selection(region="DE30"), 1).hits[0]
    assert shown.href == "/indicators/gerd?region=DE30"
    assert "Berlin, 2023: R&D expenditure" in shown.detail
    assert "of 227" in shown.detail
    typed = find("unemployment in Berlin", data, Selection(), 3)
    assert typed.region == "DE30"
    assert typed.hits[0].href == "/indicators/unemployment_rate?region=DE30"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("Lombrady", "Lombardy"), ("Catalogna", "Catalonia"), ("unemploiment", "Unemployment")],
)
def test_what_is_nearly_right_is_found_or_suggested(data: Data, typed: str, meant: str) -> None:
    near = [*find(typed, data, Selection(), 5).hits, *suggestions(typed, data, Selection())]
    assert any(meant in hit.title for hit in near), typed


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_found_is_said_in_words_with_ways_on(data: Data, lang: str) -> None:
    html = markup.html_of(find_page("<b>xqzzt", data, Selection(lang=lang)))
    assert "&lt;b&gt;xqzzt" in html
    assert "<b>" not in html
    assert "/indicators" in html
    assert "data-hit" not in html
    empty = markup.html_of(find_page("  ", data, Selection(lang=lang)))
    assert markup.html_of(say("search.empty", lang)) in empty


def test_a_query_takes_milliseconds(data: Data) -> None:
    texts = ("patents", "Lombardia", "how has GDP changed", "xqzzt", "a" * 500, "innovation", "DE2")
    for text in texts:
        find(text, data, Selection(), 10)
    started = time.process_time()
    for text in texts:
        find(text, data, Selection(), 10)
    assert (time.process_time() - started) / len(texts) < QUICK


def test_a_page_is_found_by_whatever_stands_on_it(data: Data) -> None:
    for name, title in PAGES.items():
        for lang in LANGUAGES:
            synonyms = [text.strip() for text in say(f"{name}.synonyms", lang).split(";")]
            for text in (say(title, lang), *synonyms):
                hits = find(text, data, Selection(lang=lang), 60).hits
                assert f"/{name}" in [re.sub(r"\?[^#]*", "", hit.href) for hit in hits], (text, lang)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_contradiction_of_a_paper_is_found_by_its_number_and_at_its_own_place(
    data: Data, lang: str
) -> None:
    page = markup.html_of(references(data, Selection(lang=lang)))
    for region, pack in data.packs.items():
        for row in pack.rows("errata").to_dict("records"):
            texts = (f"errata {row['id']}", f"{place_in_language(row['place'], lang)} erratum {row['id']}")
            for text in texts:
                first = find(text, data, Selection(lang=lang, region=region), 1).hits[0]
                assert first.href.startswith("/about"), text
                place = first.href.partition("#")[2]
                assert place.endswith(f"-{row['id']}"), text
                assert f'id="{place}"' in page


def test_what_stands_on_a_long_page_is_found_where_it_stands(data: Data) -> None:
    page = markup.html_of(references(data, Selection()))
    for text, place in {
        "errata": "errata",
        "contradictions": "errata",
        "bibliography": "bibliography",
        "sources": "data",
        "licences": "data",
    }.items():
        assert find(text, data, Selection(), 1).hits[0].href == f"/about#{place}", text
        assert f'id="{place}"' in page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_sector_is_found_by_code_and_name_and_leads_to_its_map(data: Data, lang: str) -> None:
    for code in filter(None, choices(data)["division"]):
        member = data.breakdowns["sbs_2014"].record.members[code]
        for text in (code, f"{code} {member.short[lang]}", str(member.title[lang])):
            found = find(text, data, Selection(lang=lang), 8).hits
            assert any(f"division={code}" in hit.href for hit in found), text
