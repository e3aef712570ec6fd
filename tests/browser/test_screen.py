"""A picture on the first screen of every view, whatever region is chosen; choices made in quick succession."""

from urllib.parse import unquote

import pytest

from components.state.selection import TABS
from data import Data
from tests import sample
from tests.browser.conftest import Watched

HIGHEST = 400
TOP = """() => Math.min(...[...document.querySelectorAll('main .frame > *')]
    .map((box) => box.getBoundingClientRect()).filter((box) => box.height > 40).map((box) => box.top))"""


@sample.EXTENT
@pytest.mark.parametrize("tab", TABS)
def test_the_first_picture_begins_high_on_a_small_screen(
    watched: Watched, data: Data, tab: str, extent: str
) -> None:
    watched.page.set_viewport_size({"width": 1280, "height": 720})
    regions = sample.regions(data, extent)
    some = regions if extent == sample.ALL else [*regions[TABS.index(tab) :: 11], "LU00"]
    for turn, region in enumerate(some):
        page = watched.open(f"/{tab}?region={region}&lang={('it', 'en')[turn % 2]}")
        assert page.evaluate(TOP) <= HIGHEST, page.url


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
    page.wait_for_function("document.getElementById('{\"control\":\"division\"}').value === 'C20'")
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
