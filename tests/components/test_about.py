"""One step from every chart: what its numbers measure, who says so, how the copy was obtained."""

import re

import pytest

from components.i18n.text import LANGUAGES, say
from components.layout import card, chart_results, page
from components.render import facts as about
from components.render import markup
from components.state.selection import Selection
from components.views import CHARTS, TABS
from data import Data
from tests import sample

TERM = re.compile(r"</?a\b[^>]*>")  # terms of the glossary are links
REGIONS = ("ITC4", "DE30", "ES21", "EE00")


@sample.EXTENT
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", CHARTS)
def test_every_chart_explains_all_that_it_shows(data: Data, name: str, language: str, extent: str) -> None:
    for region in REGIONS if extent == sample.ALL else REGIONS[LANGUAGES.index(language) :: 2]:
        chosen = Selection(tab=name.partition(".")[0], region=region, lang=language)
        picture = chart_results.chart_result(name, data, chosen)
        html = TERM.sub("", markup.html_of(card.info(picture, language)))
        text = about.text_file(picture, "?", "/", language)
        for shown in (html, text):
            for indicator in picture.indicators:
                words = (
                    indicator.title,
                    indicator.definition,
                    indicator.unit,
                    indicator.period or indicator.title,
                )
                for part in (*words, say(f"direction.{indicator.direction}", language)):
                    said = part if isinstance(part, str) else part[language]
                    assert said in shown or markup.html_of(said) in shown, (indicator.code, said)
            for cited in picture.cited:
                source = cited.source
                expected = [source.title[language], source.dataset, about.obtained_text(source, language)]
                assert all(said in shown or markup.html_of(said) in shown for said in expected), (
                    source.publisher
                )
            assert all(say(f"standing.{item}", language) in shown for item in picture.standings)
            assert all(say(f"flag.{flag}", language) in shown for flag in about.flags(picture))
        if "flag" in picture.rows:
            letters = set("".join(picture.rows["flag"].dropna().astype(str)))
            assert letters == set(about.flags(picture)), name


@pytest.mark.parametrize(("tab", "language"), sample.in_turn(list(TABS), LANGUAGES))
def test_every_card_has_the_box_closed_and_named(data: Data, tab: str, language: str) -> None:
    html = markup.html_of(page.page(data, Selection(tab=tab, part="all", lang=language)))
    for name in TABS[tab].charts:
        card = html[html.index(f'id="{name}"') :].partition("</figure>")[0]
        assert card.count('<details data-part="info">') == 1, name
        assert say("about.open", language) in card
        assert f"/data/{name}.about.txt" in card


def test_every_indicator_is_defined_in_both_languages(data: Data) -> None:
    assert len(data.indicators) >= 141
    for code, indicator in data.indicators.items():
        for language in LANGUAGES:
            said = about.indicator_facts(indicator, language)
            assert indicator.definition[language] in said, code
            assert indicator.unit[language] in said, code
            assert say(f"direction.{indicator.direction}", language) in said, code
            assert (indicator.period is None) or indicator.period[language] in said, code
            assert about.obtained_text(indicator.source, language), code
        assert indicator.source.dataset, code


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_beside_a_csv_says_how_the_csv_is_written(data: Data, language: str) -> None:
    picture = chart_results.chart_result("economy.trend", data, Selection(lang=language))
    text = about.text_file(picture, "Question", "/economy", language)
    assert {"en": "decimal mark is a point", "it": "separatore decimale è la virgola"}[language] in text
    assert all(f"  {column}: " in text for column in picture.rows)
