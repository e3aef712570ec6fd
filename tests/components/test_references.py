"""The page about the paper and the data names every author, entry, footnote, erratum and source, in both
languages."""

import re
from dataclasses import replace

import pytest

from components.charts.errata import place_in_language
from components.i18n.text import LANGUAGES
from components.layout import page
from components.layout.pages.about import references
from components.render import markup
from components.state.selection import TABS, Selection
from data import Data


def html_of_page(data: Data, lang: str) -> str:
    return markup.html_of(references(data, Selection(lang=lang)))


def escaped_text(text: object) -> str:
    return markup.html_of(str(text))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_paper_is_cited_whole(data: Data, lang: str) -> None:
    shown = html_of_page(data, lang)
    for pack in data.packs.values():
        paper = pack.paper
        assert f'href="{escaped_text(paper.address)}"' in shown
        people = [*pack.rows("authors")["name"], *pack.rows("authors")["affiliation"]]
        for text in (paper.title[lang], paper.publisher, paper.dataset, *people):
            assert escaped_text(text) in shown, text
        for row in pack.rows("bibliography").to_dict("records"):
            assert shown.count(f'id="entry-{row["entry"]}"') == 1
            assert f'href="{escaped_text(row["address"])}"' in shown
            for part in ("authors", "year", "title", "published_in"):
                assert escaped_text(row[part]) in shown, row[part]
        for row in pack.rows("errata").to_dict("records"):
            assert shown.count(f'id="erratum-{row["id"]}"') == 1
            assert escaped_text(row[f"problem_{lang}"]) in shown
        for source in pack.sources.values():
            assert escaped_text(source.title[lang]) in shown


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_footnote_leads_to_its_address_or_to_its_entry(data: Data, lang: str) -> None:
    shown = html_of_page(data, lang)
    for pack in data.packs.values():
        entries = set(pack.rows("bibliography")["entry"])
        for row in pack.rows("footnotes").to_dict("records"):
            cites = row["entry"] == row["entry"]
            assert cites or row["address"], row["footnote"]
            assert not cites or row["entry"] in entries, row["footnote"]
            assert not row["address"] or f'href="{escaped_text(row["address"])}"' in shown
            assert escaped_text(row[f"name_{lang}"]) in shown


def test_the_paper_of_lombardy_has_six_authors_eleven_entries_and_the_sources_it_names(data: Data) -> None:
    tables = data.packs["ITC4"].tables
    assert len(tables["authors"]) == 6
    assert set(tables["bibliography"]["entry"]) == set(range(1, 12))
    publishers = set(tables["footnotes"]["publisher"])
    assert publishers >= {"Banca d'Italia", "SACE", "Polis - Lombardia", "Confindustria Lombardia"}
    assert "Roadmap" in " ".join(tables["footnotes"]["name_en"])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_table_says_when_and_how_its_copy_was_obtained(data: Data, lang: str) -> None:
    shown = html_of_page(data, lang)
    sources = [table.source for table in data.tables.values()]
    for source in (*sources, *(table.record.source for table in data.breakdowns.values())):
        for text in (source.title[lang], source.obtained[lang], source.dataset):
            assert escaped_text(text) in shown, text
        assert f'href="{escaped_text(source.address)}"' in shown
    for shape in data.shapes.values():
        assert escaped_text(shape.attribution[lang]) in shown


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tab", TABS)
def test_every_view_leads_to_the_page(tab: str, lang: str) -> None:
    shown = markup.html_of(page.foot(Selection(tab=tab, lang=lang)))
    assert f'href="/about{"?lang=it" if lang == "it" else ""}"' in shown


def test_every_part_that_the_contents_name_is_there_once(data: Data) -> None:
    shown = html_of_page(data, "en")
    named = re.findall(r'href="#([a-z]+)"', shown.partition("<main")[2])
    assert len(named) == 8
    assert all(shown.count(f'id="{part}"') == 1 for part in named)


def test_a_pack_without_a_bibliography_has_a_page_too(data: Data) -> None:
    pack = data.packs["ITC4"]
    bare = replace(pack, tables={name: rows for name, rows in pack.tables.items() if name == "organisations"})
    shown = html_of_page(replace(data, packs={"ITC4": bare}), "it")
    assert 'id="bibliography"' not in shown
    assert 'id="data"' in shown


@pytest.mark.parametrize("lang", ["en", "it"])
def test_a_paper_stands_once_however_many_packs_quote_it(data: Data, lang: str) -> None:
    shown = html_of_page(data, lang)
    papers = {str(pack.paper.title[lang]) for pack in data.packs.values()}
    assert len(papers) < len(data.packs)
    for title in papers:
        assert shown.count(markup.html_of(title)) == 1
    for pack in data.packs.values():
        assert markup.html_of(pack.title[lang]) in shown
        assert pack.paper.obtained is None or markup.html_of(str(pack.paper.obtained[lang])) in shown


def test_a_place_of_the_paper_is_named_in_each_language_without_changing_the_number_of_figures() -> None:
    assert place_in_language("Section 2, Figures 5 and 14", "it") == "Sezione 2, Figure 5 e 14"
    assert place_in_language("Figure 5 and Box 1", "it") == "Figura 5 e Riquadro 1"
    assert place_in_language("Executive summary", "en") == "Executive summary"
