"""Every standing, flag and abbreviation that a reader meets is explained, in both languages, and linked."""

import re

import pytest

from components.i18n.terms import names, split_at_terms, terms
from components.i18n.text import LANGUAGES, has_words, say, words
from components.layout import card, chart_results
from components.layout.pages.glossary import glossary
from components.layout.term_links import with_terms
from components.render import markup
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from data.standings import FLAGS, STANDINGS

ABBREVIATION = re.compile(r"\b[A-Z]+[A-Z0-9&-]*[A-Z0-9]\b")
# Not words of the dashboard's subject: licences, standards, languages, countries, and what only whoever runs it sees.
OTHER = {
    **dict.fromkeys(("CNR", "CNRS", "CSIC"), "names of research bodies"),
    **dict.fromkeys(("CC", "BY", "IT", "GB", "EN", "AA"), "part of a name or code"),
    **dict.fromkeys(
        ("HOST", "PUBLIC", "CONTACT", "UTF-8", "BOM", "PDF"), "for whoever runs a copy or opens a file"
    ),
    **dict.fromkeys(
        ("WCAG", "ISTAT", "EUR", "A4"),
        "a standard, a publisher, a currency and a size of paper, known by these letters",
    ),
    **dict.fromkeys(
        ("CINEA", "DG", "REGIO", "GISCO", "EUPL-1"), "part of the name of a publisher or of a licence"
    ),
}


def glossary_html(lang: str) -> str:
    return markup.html_of(glossary(Selection(lang=lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_standing_and_flag_has_its_place_and_text(lang: str) -> None:
    page = glossary_html(lang)
    every = (*terms(), *STANDINGS, *(f"flag-{item}" for item in FLAGS))
    assert len(terms()) >= 40
    for term in every:
        assert page.count(f' id="{term}"') == 1, term
        assert has_words(f"term.{term}.text"), term
    assert {key.split(".")[1] for key in words() if key.startswith("term.")} == set(every)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_abbreviation_in_the_words_has_its_term(data: Data, lang: str) -> None:
    explained = {name for term in terms() for name in names(term, lang)}
    explained |= {piece for name in explained for piece in name.split()}
    used = {
        found: key
        for key, entry in words().items()
        if not key.startswith(("term.", "synonyms.", "group."))
        for found in ABBREVIATION.findall(entry[lang])
    }
    known_codes = explained | set(OTHER) | set(data.regions.index)
    missing = {code: key for code, key in used.items() if code not in known_codes}
    assert missing == {}, "explain them in components/i18n/words/glossary.toml"
    assert "PPS" in explained


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_name_means_two_terms(lang: str) -> None:
    every = [name.casefold() for term in terms() for name in names(term, lang)]
    assert sorted({item for item in every if every.count(item) > 1}) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_name_of_a_term_leads_to_it(lang: str) -> None:
    for term in terms():
        for name in names(term, lang):
            assert (name, term) in list(split_at_terms(f"a {name}, b", lang)), (term, name)


def test_a_term_is_linked_once_as_a_whole_word_and_not_on_its_own_entry() -> None:
    text = "Rank by GDP; GDP again; francs; RANKED"
    linked = markup.html_of(with_terms(text, "en"))
    assert linked.count("#gdp") == 1
    assert linked.count("#rank") == 1
    assert re.sub(r"<[^>]+>", "", linked) == text
    assert "#gdp" not in markup.html_of(with_terms(text, "en", without="gdp"))


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["economy.quotients", "compare.strip", "economy.innovation_trend", "economy.trend"]
)
def test_the_box_of_a_card_links_its_terms_its_standings_and_its_flags(
    data: Data, name: str, lang: str
) -> None:
    assert name in CHARTS
    result = chart_results.chart_result(
        name, data, Selection(tab=name.partition(".")[0], lang=lang, indicator="gerd")
    )
    html = markup.html_of(card.info(result, lang))
    address = "/glossary#" if lang == "en" else f"/glossary?lang={lang}#"
    targets = set(re.findall(re.escape(address) + r"([\w-]+)", html))
    assert {*result.standings} <= targets
    assert any(term in targets for term in terms())
    assert targets <= {*terms(), *STANDINGS, *(f"flag-{item}" for item in FLAGS)}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_are_sentences(lang: str) -> None:
    for key in words():
        if key.startswith("term.") and key.endswith(".text"):
            assert say(key, lang).endswith("."), key


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_term_is_a_word_of_one_region_s_pack(data: Data, lang: str) -> None:
    """What only a pack calls its organisations is explained by the pack itself."""
    named = {name for term in terms() for name in names(term, lang)}
    kinds = {kind for pack in data.packs.values() for kind in pack.rows("organisation_kinds")["kind"]}
    assert kinds
    assert not named & kinds
