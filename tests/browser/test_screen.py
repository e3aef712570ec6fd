"""A picture on the first screen of every view, whatever region is chosen; choices made in quick succession."""

from urllib.parse import unquote

import pytest

from components.state.selection import OVERVIEW, TABS, VIEWS
from data import Data
from tests import sample
from tests.browser.conftest import IN_BOTH, Watched

HIGHEST = 400
TOP = """() => Math.min(...[...document.querySelectorAll('main .frame > *')]
    .map((box) => box.getBoundingClientRect()).filter((box) => box.height > 40).map((box) => box.top))"""


@IN_BOTH
@sample.EXTENT
@pytest.mark.parametrize("tab", TABS)
def test_the_first_picture_begins_high_on_a_small_screen(
    watched: Watched, data: Data, tab: str, extent: str
) -> None:
    watched.page.set_viewport_size({"width": 1280, "height": 720})
    regions = sample.regions(data, extent)
    some = regions if extent == sample.ALL else [*regions[TABS.index(tab) :: 20], "LU00"]
    for turn, region in enumerate(some):
        page = watched.open(f"/{tab}?region={region}&lang={('it', 'en')[turn % 2]}")
        assert page.evaluate(TOP) <= HIGHEST, page.url


SIZES = {(1280, 720): {"overview": 2.5, "part": 4.0}, (390, 844): {"overview": 6.0, "part": 6.0}}
SCREENS = "() => document.documentElement.scrollHeight / innerHeight"


def parts_and_regions(data: Data, extent: str) -> list[tuple[str, str, str]]:
    """Parts of views with a region: in the ordinary run every overview for the region with a paper and for another one,
    and every third part; else each region has every overview and the sample every part."""
    parts = [(tab, part) for tab, names in VIEWS.items() for part in names]
    if extent != sample.ALL:
        return [
            *((*place, "ITC4") for place in parts if place[1] == OVERVIEW or place in parts[::3]),
            *((tab, OVERVIEW, region) for tab, region in zip(VIEWS, sample.regions(data)[::4], strict=False)),
        ]
    every = [(tab, OVERVIEW, region) for tab in VIEWS for region in sample.regions(data, extent)]
    return [*every, *((*place, region) for place in parts for region in sample.regions(data))]


@sample.EXTENT
def test_a_part_is_a_few_screens_high(watched: Watched, data: Data, extent: str) -> None:
    too_high = []
    for turn, (tab, part, region) in enumerate(parts_and_regions(data, extent)):
        watched.page.set_viewport_size({"width": 1280, "height": 720})
        page = watched.open(f"/{tab}?part={part}&region={region}&lang={('it', 'en')[turn % 2]}")
        for (width, height), most in SIZES.items():
            page.set_viewport_size({"width": width, "height": height})
            page.wait_for_timeout(200)
            screens = page.evaluate(SCREENS)
            if screens > most["overview" if part == OVERVIEW else "part"]:
                too_high.append((page.url, width, round(screens, 2)))
    assert not too_high


@IN_BOTH
def test_a_long_list_opens_by_keyboard_and_shows_every_row(watched: Watched) -> None:
    page = watched.open("/clusters?region=ITC4")
    rows = page.locator('[data-chart="clusters.directory"] .directory li')
    seen = sum(row.is_visible() for row in rows.all())
    assert 3 <= seen < rows.count()
    page.locator('[data-chart="clusters.directory"] .all-rows > summary').press("Enter")
    assert all(row.is_visible() for row in rows.all())


CHOSEN = """([name, value]) => {
    const select = document.getElementById(`{"control":"${name}"}`);
    Object.getOwnPropertyDescriptor(HTMLSelectElement.prototype, "value").set.call(select, value);
    select.dispatchEvent(new Event("change", { bubbles: true }));
}"""


@pytest.mark.parametrize(("region", "other"), [("ITC4", "DE30"), ("DE30", "ITC4")])
def test_a_choice_made_while_a_new_page_arrives_is_kept(watched: Watched, region: str, other: str) -> None:
    page = watched.open(f"/clusters?region={region}")
    page.evaluate(CHOSEN, ["region", other])
    page.evaluate(CHOSEN, ["division", "C20"])
    page.wait_for_url("**division=C20**")
    watched.ready()
    page.wait_for_function("() => document.getElementById('{\"control\":\"division\"}').value === 'C20'")
    assert page.locator('[id=\'{"control":"region"}\']').input_value() == other
    assert "division=C20" in page.url


def test_boxes_checked_before_the_page_is_ready_count(watched: Watched) -> None:
    page = watched.open("/clusters")
    page.locator(".fold summary").click()
    page.evaluate("document.body.dataset.ready = 'false'")
    page.locator('[id=\'{"control":"members"}\'] input').first.check()
    page.wait_for_url("**members=**")
    value = page.locator('[id=\'{"control":"members"}\'] input').first.get_attribute("value")
    assert unquote(page.url).endswith(f"members={value}")
