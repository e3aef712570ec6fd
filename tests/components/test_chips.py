"""What narrows a view stands in the bar: how many of how many, each choice, and the way out."""

import html
import re

import pytest

from components.charts.naming import name_of
from components.i18n.text import LANGUAGES
from components.layout.selection_bar import chips
from components.render.markup import html_of
from components.state.pack_choices import FROM_PACK, own_choices
from components.state.query_text import split_address
from components.state.selection import DEFAULTS, MOST, Selection, from_url
from components.views import TABS
from components.views.clusters import organisations
from components.views.initiatives import filters
from data import Data

VIEWS = {
    "clusters": (organisations.FILTERS, organisations.filtered_organisations, "organisations"),
    "initiatives": (filters.FILTERS, filters.filtered_projects, "projects"),
}


def text_of(data: Data, chosen: Selection) -> str:
    return html_of(chips(TABS[chosen.tab], data, chosen))


@pytest.mark.parametrize("tab", VIEWS)
def test_each_filter_says_how_many_it_leaves_and_how_to_take_it_back(data: Data, tab: str) -> None:
    names, filtered, table = VIEWS[tab]
    tried = 0
    for region, pack in data.packs.items():
        if not pack.has(table):
            continue
        for name in names:
            for value in own_choices(pack).get(name, ())[:4]:
                if not value:
                    continue
                held = (value,) if isinstance(DEFAULTS[name], tuple) else value
                chosen = Selection(tab=tab, region=region).but(**{name: held})
                text = text_of(data, chosen)
                left, every = len(filtered(pack, chosen)), len(pack.rows(table))
                assert f"{left} of {every} {table} shown" in text
                links = [
                    from_url(*split_address(link), data)
                    for link in re.findall(r'href="([^"]*\?[^"]*)"', text)
                ]
                assert all(getattr(link, name) == DEFAULTS[name] for link in links)
                tried += 1
    assert tried > 10


def test_a_filter_of_a_pack_is_no_chip_where_the_region_has_none(data: Data) -> None:
    region = next(code for code in ("DE30", "FR10") if code not in data.packs)
    for tab in VIEWS:
        chosen = Selection(tab=tab, region=region, kind=("cluster",), programme=("I3",), organisation="1")
        assert text_of(data, chosen) == ""
    assert FROM_PACK


def test_what_is_chosen_for_every_year_is_a_chip(data: Data) -> None:
    assert "classes" not in text_of(data, Selection(tab="compare"))
    assert 'data-chip="classes"' in text_of(data, Selection(tab="compare", classes="all"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_chip_names_regions_and_indicators_in_words(data: Data, lang: str) -> None:
    codes = tuple(data.regions.index[data.regions["level"] == "nuts2"])
    for first in range(0, len(codes), MOST):
        some = codes[first : first + MOST]
        text = html.unescape(text_of(data, Selection(tab="compare", part="table", lang=lang, others=some)))
        for code in some:
            assert f"{name_of(data, code, lang)} ({code})" in text
    for code, indicator in data.indicators.items():
        chosen = Selection(tab="compare", part="table", lang=lang, columns=(code,))
        assert str(indicator.short[lang]) in html.unescape(text_of(data, chosen))
