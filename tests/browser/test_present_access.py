"""A slide for everybody: its chart by keyboard with its sentence and its table, shortcuts that can be switched off, a
reader's own text spacing, headings in order, a room check on a narrow screen."""

from itertools import pairwise

import pytest

from components.i18n.text import LANGUAGES
from components.talks.stories import stories
from data import Data
from tests import sample
from tests.browser.conftest import Watched
from tests.browser.slides import on_slide
from tests.browser.test_access import CUT

SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
# A slide may be scrolled, but nothing may be out of reach: cut by a box that cannot be scrolled.
LOST = """() => [...document.querySelectorAll('.slide:not(.off) *')].filter((one) => {
    if (one.closest('svg') || one.closest('[inert]') || ![...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim())) return false;
    const box = one.getBoundingClientRect();
    for (let at = one.parentElement; at && at !== document.body; at = at.parentElement) {
        const style = getComputedStyle(at), frame = at.getBoundingClientRect();
        if (['auto', 'scroll'].includes(style.overflowY)) return false;
        if (style.overflowY !== 'visible' && (box.bottom > frame.bottom + 2 || box.right > frame.right + 2)) return true;
    }
    return false;
}).map((one) => one.textContent.slice(0, 80))"""
DRAWN = """() => { const stage = document.querySelector('.slide:not(.off) .stage'); const plot = stage.querySelector('.js-plotly-plot');
    const scrolls = stage.closest('.slide').dataset.fits === 'false' && stage.scrollHeight > stage.clientHeight;
    return !plot || scrolls || plot.getBoundingClientRect().bottom <= stage.getBoundingClientRect().bottom + 2; }"""
LEVELS = "() => [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].filter((one) => !one.closest('[inert]')).map((one) => Number(one.tagName[1]))"


@pytest.mark.parametrize("lang", ["it", *sample.nightly_values("en")])
def test_text_spacing_cuts_nothing_and_headings_are_in_order_on_any_slide(
    watched: Watched, data: Data, lang: str
) -> None:
    page = watched.open(f"/present/milan/1?lang={lang}")
    for number in range(1, len(stories(data)["milan"].slides) + 1):
        on_slide(page, number)
        levels = page.evaluate(LEVELS)
        assert levels[0] == 1
        assert all(after - before <= 1 for before, after in pairwise(levels)), number
        style = page.add_style_tag(content=SPACING)
        page.wait_for_timeout(400)
        assert page.evaluate(LOST) == [], number
        page.wait_for_function(DRAWN)
        style.evaluate("(one) => one.remove()")
        page.keyboard.press("PageDown")
    assert watched.errors == []


def test_a_chart_is_one_tab_stop_with_its_sentence_and_its_table(watched: Watched) -> None:
    page = watched.open("/present/milan/3")
    on_slide(page, 3)
    frame = page.locator(".slide:not(.off) .stage .frame")
    assert frame.get_attribute("tabindex") == "0"
    assert "rank 27 of 244" in (frame.get_attribute("aria-label") or "")
    frame.focus()
    page.keyboard.press("ArrowRight")
    assert "South Tyrol" in page.locator("#voice").inner_text()
    assert page.locator("body").get_attribute("data-shown") == "3"
    page.get_by_role("button", name="Table", exact=True).click()
    panel = page.locator("dialog[data-panel=table]")
    panel.wait_for()
    assert panel.locator("tbody tr").count() == 21
    assert "rank 27 of 244" in panel.inner_text()
    page.keyboard.press("Escape")
    page.keyboard.press("t")
    panel.wait_for()
    assert watched.errors == []


def test_keys_of_one_letter_can_be_switched_off_for_good(watched: Watched) -> None:
    page = watched.open("/present/milan-five/1")
    on_slide(page, 1)
    page.keyboard.press("?")
    page.get_by_label("Keys of one letter work").uncheck()
    page.keyboard.press("Escape")
    for address in ("/present/milan-five/1", "/present/milan-five/2"):
        page = watched.open(address)
        for key in ("b", ".", "o", "c", "q", "t", "?", "h", "f"):
            page.keyboard.press(key)
        assert page.locator("dialog, .drawer:not([hidden])").count() == 0
        assert page.locator("#deck").get_attribute("data-black") != "true"
    page.keyboard.press("PageDown")
    on_slide(page, 3)
    page.get_by_role("button", name="Keys", exact=True).click()
    page.get_by_role("button", name="O: all slides").click()
    page.locator("dialog[data-panel=overview]").wait_for()
    assert watched.errors == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_room_check_reflows(watched: Watched, lang: str) -> None:
    watched.page.set_viewport_size({"width": 320, "height": 256})
    page = watched.open(f"/room-check?lang={lang}")
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    assert page.evaluate(CUT) == []
    assert watched.errors == []


def test_the_room_check_draws_every_section_at_once(watched: Watched) -> None:
    page = watched.open("/room-check")
    drawn = page.locator("#content > section").evaluate_all(
        "(all) => all.map((one) => getComputedStyle(one).contentVisibility)"
    )
    assert len(drawn) > 5
    assert set(drawn) == {"visible"}
