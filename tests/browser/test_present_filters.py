"""Filters of a slide: they stay alive, are reset, and none runs off its drawer."""

from typing import Any

import pytest

from components.talks.stories import stories
from components.views import TABS
from data import Data
from tests import sample
from tests.browser.conftest import Watched
from tests.browser.slides import on_slide, screen, state

__all__ = ["screen"]

OUT = """(drawer) => [...drawer.querySelectorAll("select, button, span, legend")].filter((one) => {
  const box = one.getBoundingClientRect();
  const room = drawer.getBoundingClientRect();
  return box.left < room.left || box.right > Math.min(room.left + drawer.clientWidth + 4, innerWidth);
}).map((one) => one.textContent.slice(0, 40))"""


def test_filters_stay_alive_and_what_they_change_stays_until_it_is_reset(
    watched: Watched, data: Data
) -> None:
    page = watched.open("/present/milan/3")
    on_slide(page, 3)
    page.keyboard.press("c")
    page.locator("[data-set=region]:visible").select_option("ITH5")
    page.wait_for_url("**/present/milan/3?region=ITH5")
    headline = stories(data)["milan"].slides[2].headline["en"]
    assert "Emilia-Romagna" in page.locator(".slide:not(.off) .gloss").inner_text()
    assert headline not in page.locator("#deck").inner_text()
    assert page.locator(".slide:not(.off) .ask").is_hidden()
    page.keyboard.press("Escape")
    page.keyboard.press("PageDown")
    on_slide(page, 4)
    assert state(page) == "/present/milan/4"
    page.keyboard.press("PageUp")
    on_slide(page, 3)
    assert state(page) == "/present/milan/3?region=ITH5"
    assert "Emilia-Romagna" in (page.locator(".slide:not(.off) .frame").get_attribute("aria-label") or "")
    page.reload()
    watched.ready()
    on_slide(page, 3)
    assert state(page) == "/present/milan/3?region=ITH5"
    page.goto(f"{watched.site}/present/milan/notes")
    page.locator(".desk-words.dimmed").wait_for()
    assert page.locator(".notes-elsewhere").is_visible()
    page = watched.open("/present/milan/3?region=DE21")
    on_slide(page, 3)
    assert headline not in page.content()
    page.keyboard.press("r")
    page.wait_for_url("**/present/milan/3")
    page.locator(f".slide:not(.off) h1:text-is('{headline}')").wait_for()
    assert page.locator(".slide:not(.off) .ask").is_visible()
    assert watched.errors == []


@sample.EXTENT
@pytest.mark.parametrize(("width", "height"), [(1024, 768), (390, 844)])
def test_no_filter_of_a_slide_runs_off_its_drawer(screen: Any, width: int, height: int, extent: str) -> None:
    """In the ordinary run every fourth section on each of the two screens, in turn."""
    watched = screen(width, height)
    for tab, view in TABS.items():
        sections = [section for section in view.sections if section.own_charts]
        for section in sections if extent == sample.ALL else sections[2 * (width == 390) :: 4]:
            number = list(view.charts.values()).index(section.own_charts[0]) + 1
            page = watched.open(f"/present/{tab}/{number}?lang=it")
            page.keyboard.press("c")
            drawer = page.locator(".slide:not(.off) .drawer")
            drawer.wait_for(state="visible")
            assert drawer.evaluate(OUT) == [], f"{tab} {section.name}"


BEGINNING = """() => {
  const slide = document.querySelector(".slide:not(.off)");
  const stage = slide.querySelector(".stage");
  const names = [...stage.querySelectorAll(".ytick text")].map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  const overlapping = names.filter((box, at) => at && names[at - 1].bottom - box.top > 0.35 * box.height).length;
  const gone = stage.firstElementChild.getBoundingClientRect().top < stage.getBoundingClientRect().top - 1;
  return { fits: slide.dataset.fits, gone, overlapping, beyond: stage.scrollHeight - stage.clientHeight };
}"""


@pytest.mark.parametrize("chart", ["compare.scorecard", "economy.competitiveness_raw", "s3.nearest"])
def test_what_is_longer_than_a_slide_begins_at_its_beginning_and_scrolls(screen: Any, chart: str) -> None:
    view = chart.partition(".")[0]
    number = list(TABS[view].charts).index(chart) + 1
    page = screen(1280, 720).open(f"/present/{view}/{number}?region=SE33")
    on_slide(page, number)
    seen = page.evaluate(BEGINNING)
    assert seen["fits"] == "false", seen
    assert not seen["gone"], seen
    assert seen["overlapping"] == 0, seen
    assert seen["beyond"] > 100, seen
