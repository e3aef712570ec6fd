"""The links to the parts of a view: a part that only a pack can fill says so where none does, and only there."""

import pytest

from components.i18n.text import LANGUAGES, say
from components.layout import masthead
from components.layout.chart_results import charts_of
from components.layout.coverage import not_covered, waits_for_pack
from components.render import markup
from components.state.selection import VIEWS, Selection
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
