"""The parts of a view: a link to one that only a pack can fill says so where none does, and only there; sections say how
their cards stand."""

from itertools import chain

import pytest

from components.charts.view import Entry, Section
from components.i18n.text import LANGUAGES, say
from components.layout import masthead
from components.layout.chart_results import charts_of
from components.layout.coverage import not_covered, waits_for_pack
from components.render import markup
from components.state.selection import ALL, VIEWS, Selection
from components.views import TABS
from data import Data
from data.packs import coverage
from tests import sample

PACKED = coverage.charts()


@sample.EXTENT
def test_a_link_says_that_its_part_is_empty_exactly_where_a_pack_is_missing(data: Data, extent: str) -> None:
    for turn, region in enumerate(sample.regions(data, extent)):
        lang = LANGUAGES[turn % 2]
        for view, parts in VIEWS.items():
            if view == "compare":
                continue
            links = masthead.part_links(TABS[view], data, Selection(tab=view, region=region, lang=lang))
            for part, link in zip(parts, links, strict=False):
                chosen = Selection(tab=view, part=part, region=region, lang=lang)
                names = charts_of(TABS[view], chosen)
                packed = all(name in PACKED for name in names)
                empty = packed and set(not_covered(data, chosen)) == set(names)
                says_so = say("part.empty", lang) in markup.html_of(link)
                assert says_so == empty, (region, view, part)


@pytest.mark.parametrize("region", ["ITC4", "DE30"])
def test_no_part_that_official_data_fill_waits_for_a_pack(data: Data, region: str) -> None:
    for view in VIEWS:
        assert not waits_for_pack(data, view, "overview", region)
    assert not waits_for_pack(data, "economy", "specialisation", region)
    assert waits_for_pack(data, "clusters", "policy", region) == (region == "DE30")


def entries(section: Section, part: str) -> tuple[Entry, ...]:
    return section.on_screen(Selection(part=part))


SECTIONS = [(view, section) for view, tab in TABS.items() for section in tab.sections]


@pytest.mark.parametrize(
    ("view", "section"), SECTIONS, ids=[f"{view}.{each.name}" for view, each in SECTIONS]
)
def test_a_section_says_how_its_cards_stand_and_loses_none(view: str, section: Section) -> None:
    narrow = [entry for entry in entries(section, section.shown_in) if not section.is_wide(*entry)]
    beside_a_list = section.name == "map"
    says_how = section.second_column or beside_a_list
    without = [count for count in range(3, len(narrow) + 1) if not section.is_three_abreast(count)]
    assert says_how or not without, f"{view}.{section.name}: {without} cards"
    for part in (section.shown_in, ALL):
        shown = entries(section, part)
        for first in range(len(shown)):
            # As for a region that the charts before do not cover.
            covered = shown[first:]
            columns = section.columns(covered)
            assert sorted(map(str, chain(*columns))) == sorted(map(str, covered))
            assert all(columns), "no column is empty"
            assert all(len(column) == 1 for column in columns if section.is_wide(*column[0]))
