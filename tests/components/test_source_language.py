"""Source lines are in one language: an Italian one has no English in it but the names that publishers bear."""

import re
from typing import Any

import pytest

from components.charts.naming import licence_name, publisher_name
from components.layout import chart_results
from components.layout.source_line import printed_source, short_source
from components.render import markup
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from data.shapes import records

ENGLISH = re.compile(
    r"\b(?:as|and|the|of|by|with|from|for|own|only|cited|reported|repeated|named|other|pages|use|this|facts"
    r"|Commission|Union|Nations|European|Decision|Centre|Agency|Regional)\b"
)
PROPER = re.compile(r"European Cluster Collaboration Platform|Lombardy Life Sciences Cluster")


def english_in(text: str) -> list[str]:
    """The English words of a text, those of proper names left out."""
    return ENGLISH.findall(PROPER.sub("", text))


def every_source(data: Data) -> set[tuple[str, str]]:
    """Publisher and licence of every table, pack and file of boundaries."""
    tables: list[Any] = [indicator.source for indicator in data.indicators.values()]
    tables += [*records().values()]
    tables += [breakdown.record.source for breakdown in data.breakdowns.values()]
    tables += [source for pack in data.packs.values() for source in pack.sources.values()]
    return {(source.publisher, source.licence) for source in tables}


def test_no_publisher_and_no_licence_is_english_in_italian(data: Data) -> None:
    found = every_source(data)
    assert any(english_in(publisher) for publisher, _ in found)
    for publisher, licence in found:
        for in_language, name in ((publisher_name, publisher), (licence_name, licence)):
            assert not english_in(in_language(name, "it")), name
            assert in_language(name, "en") == name


@pytest.mark.parametrize("name", CHARTS)
def test_no_source_line_of_a_chart_has_english_in_its_italian(data: Data, name: str) -> None:
    for region in ("ITC4", "ES21", "FRY5"):
        chosen = Selection(tab=name.partition(".")[0], region=region, lang="it")
        result = chart_results.chart_result(name, data, chosen)
        titles = {str(cited.source.title["it"]) for cited in result.cited}
        line = markup.html_of(short_source(result, "it")) + printed_source([result], "it")
        text = re.sub(r"<[^>]*>", " ", line)
        for title in titles:
            text = text.replace(title, "").replace(markup.html_of(title), "")
        assert not english_in(text), (name, region, text)
