"""Everyone can read and work every view: axe's rules, the Tab key, narrow screens, large text,
forced colours."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from components.i18n.text import LANGUAGES
from components.state.selection import TABS
from tests import sample
from tests.browser.axe_reviews import without_review
from tests.browser.conftest import IN_BOTH, IN_CHROMIUM, Watched

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice", "EN-301-549"]
AXE = Axe()
FOCUSED = """() => {
    const one = document.activeElement, box = one.getBoundingClientRect();
    const style = getComputedStyle(one);
    const chart = one.closest('figure[data-chart]');
    return { tag: one.tagName, name: one.id || one.textContent.slice(0, 40), chart: chart ? chart.dataset.chart : '',
             frame: one.classList.contains('frame'), top: box.top + scrollY, left: box.left, width: box.width,
             outlined: style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 };
}"""


SMALL = """() => [...document.querySelectorAll('a, button, select, input, summary')].filter((one) => {
    const box = one.getBoundingClientRect();
    const words = [...one.parentElement.childNodes].some((node) => node !== one && node.nodeType === 3 && node.data.trim());
    const inline = getComputedStyle(one).display === 'inline' && (words || one.closest('p, li, dd, td, [data-part=source]'));
    return box.width && one.checkVisibility() && !inline && !one.matches('.skip') && (box.height < 24 || box.width < 24);
}).map((one) => one.outerHTML.slice(0, 120))"""
CUT = """() => [...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect(), style = getComputedStyle(one), wide = document.documentElement.clientWidth;
    const words = [...one.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    if (!words || box.width < 2 || !one.checkVisibility() || one.closest('svg, .yes-name, .voice, .skip, .unseen, option, datalist')) return false;
    const outside = (box.right > wide + 1 || box.left < -1) && !one.closest('.scroll, .frame, [data-roving], .selection-bar');
    const clipped = ['hidden', 'clip'].includes(style.overflowX) && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1);
    return outside || clipped;
}).map((one) => `${one.tagName}.${one.className}: ${one.textContent.slice(0, 60)}`)"""
# Dots and bars are walked from most to least where they lie on a number axis; bars that begin somewhere are dates.
DISORDER = """() => [...document.querySelectorAll('.js-plotly-plot')].flatMap((box) => {
    const values = window.regioscope.marks(box).filter(({ curve }) => {
        const { type, mode = '', orientation, base, ids } = box.data[curve];
        return !ids && ((type === 'bar' && orientation === 'h' && !base) || (type === 'scatter' && !mode.includes('lines')));
    }).map(({ curve, point }) => box.data[curve].x[point]).filter((value) => typeof value === 'number');
    return values.some((value, at) => at && value > values[at - 1]) ? [box.closest('[data-chart]').dataset.chart] : [];
})"""
LISTEN = """() => {
    window.told = [];
    for (const one of document.querySelectorAll('[role=status], [aria-live]'))
        new MutationObserver(() => one.textContent.trim() && window.told.push(one.textContent)).observe(one, { childList: true, characterData: true, subtree: true });
}"""
ANOTHER = "(one) => [...one.options].findIndex((option, at) => at !== one.selectedIndex && !option.disabled && !option.hidden)"
LEADS = """() => [...new Set([...document.querySelectorAll('main a[data-nav]')].map((one) => one.closest('[id]').id))].slice(0, 3)"""
FOLLOW = """(home) => {
    const ways = [...document.querySelectorAll('main a[data-nav]')].filter((one) => one.closest('[id]').id === home && !one.hasAttribute('aria-current') && one.checkVisibility());
    ways.at(-1).focus();
}"""
REDRAWN = 250
WORDS = (
    "/accessibility",
    "/about",
    "/present",
    "/nowhere",
    "/indicators",
    "/indicators/gerd",
    "/indicators/gerdd",
    "/glossary",
    "/forms?region=EE00",
    "/find",
    "/",
)


def violations(page: Page, *, drawings: bool = True) -> list[str]:
    """What axe finds wrong, and what it cannot decide and nobody has judged, a line each."""
    asked = {"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations", "incomplete"]}
    around = None if drawings else {"exclude": [[".js-plotly-plot"]]}
    found = AXE.run(page, context=around, options=asked).response
    broken = [
        f"{item['id']}: {node['html'][:160]}" for item in found["violations"] for node in item["nodes"][:3]
    ]
    return broken + without_review(page, found["incomplete"])


@pytest.mark.parametrize(("tab", "lang"), sample.in_turn(TABS, LANGUAGES))
def test_axe_finds_nothing_on_what_a_view_opens_with(watched: Watched, tab: str, lang: str) -> None:
    assert violations(watched.open(f"/{tab}?lang={lang}")) == []


@IN_CHROMIUM
@pytest.mark.parametrize(
    ("lang", "theme", "drawings"),
    [("it", "dark", False), *sample.nightly_values(("en", "light", True), ("it", "dark", True))],
)
@pytest.mark.parametrize("tab", sample.ordinary(TABS, "clusters"))
def test_axe_finds_nothing_on_any_view(
    watched: Watched, tab: str, lang: str, theme: str, drawings: bool
) -> None:
    page = watched.open(f"/{tab}?part=all&lang={lang}&theme={theme}")
    watched.menu(page.locator("figure[data-chart]").first.get_attribute("id") or "")
    page.locator("[data-part=table-toggle]").first.click()
    page.locator("[data-part=table] table").first.wait_for()
    page.mouse.move(0, 0)
    assert violations(page, drawings=drawings) == [], "wide"
    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_timeout(REDRAWN)
    if drawings:  # all night also without forced colours
        assert violations(page, drawings=False) == [], "narrow"
    page.emulate_media(forced_colors="active")
    assert violations(page, drawings=False) == [], "narrow and in forced colours"


@IN_CHROMIUM
@pytest.mark.parametrize("lang", ["it", *sample.nightly_values("en")])
@pytest.mark.parametrize(
    "address", sample.ordinary(WORDS, "/nowhere", "/indicators/gerd", "/forms?region=EE00")
)
def test_axe_finds_nothing_on_pages_of_words_and_where_nothing_is(
    watched: Watched, address: str, lang: str
) -> None:
    page = watched.open(f"{address}?lang={lang}")
    assert violations(page) == []
    page.emulate_media(forced_colors="active")
    page.set_viewport_size({"width": 320, "height": 640})
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 320


@pytest.mark.parametrize("address", ["/accessibility", "/clusters"])
def test_axe_finds_nothing_in_a_notice_and_a_phone_has_room_for_it(watched: Watched, address: str) -> None:
    page = watched.open(f"{address}?lang=xx&theme={'W' * 60}")
    assert page.locator("#notice p").count() == 2 * len(LANGUAGES)
    assert violations(page, drawings=False) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.locator("#notice").evaluate("(box) => box.scrollWidth <= box.clientWidth")


@IN_BOTH
@pytest.mark.parametrize("tab", sample.ordinary(TABS, "economy", "s3"))
def test_the_tab_key_visits_every_control_once_and_is_never_trapped(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}?part=all")
    seen: list[dict[str, Any]] = []
    for _ in range(600):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["tag"] == "BODY":
            break
        seen.append(now)
    assert now["tag"] == "BODY", f"trapped at {seen[-1]}"
    assert all(item["outlined"] for item in seen), [item for item in seen if not item["outlined"]][:3]
    before = next(index for index, stop in enumerate(seen) if stop["chart"])
    assert before <= 15, f"{before} stops before the first chart"
    framed = [item["chart"] for item in seen if item["frame"]]
    assert len(framed) == len(set(framed)), "a chart is one stop"
    graphs = page.locator("figure[data-chart]:has(.js-plotly-plot)")
    names = graphs.evaluate_all("graphs => graphs.map(graph => graph.dataset.chart)")
    assert set(names) <= set(framed), "Firefox stops at what can be scrolled too"


@pytest.mark.parametrize("tab", sample.ordinary(TABS, "initiatives"))
def test_a_view_is_whole_on_a_phone_at_fourfold_zoom_and_in_letters_twice_as_large(
    watched: Watched, tab: str
) -> None:
    page = watched.open(f"/{tab}?part=all&lang=it")
    assert page.evaluate(SMALL) == []
    for width, letters in ((390, 100), (320, 100), (1280, 200), (390, 200)):
        page.set_viewport_size({"width": width, "height": 800})
        page.evaluate(f"document.documentElement.style.fontSize = '{letters}%'")
        page.wait_for_timeout(REDRAWN)
        assert page.evaluate(CUT) == [], f"{width} px, letters at {letters} %"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{letters} %"


@pytest.mark.parametrize("tab", sample.ordinary(TABS, "compare", "initiatives"))
def test_marks_are_walked_by_value(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}?part=all")
    assert page.evaluate(DISORDER) == []


@pytest.mark.parametrize("tab", sample.ordinary(TABS, "clusters"))
def test_each_choice_keeps_the_keyboards_place_and_is_told_once(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}?part=all")
    page.evaluate(LISTEN)
    kinds = page.evaluate(LEADS)
    controls = page.locator("main select").evaluate_all("(all) => all.map((one) => one.id)")
    for control in controls[:4]:
        box = page.locator(f"[id='{control}']")
        box.focus()
        page.evaluate("window.told.length = 0")
        before = page.url
        box.select_option(index=box.evaluate(ANOTHER))
        settled(watched, before)
        assert page.evaluate("[document.activeElement.id, window.told.length]") == [control, 1], control
    for kind in kinds:
        watched.open(f"/{tab}?part=all")
        page.evaluate(LISTEN)
        page.evaluate(FOLLOW, kind)
        before = page.url
        page.keyboard.press("Enter")
        settled(watched, before)
        assert page.evaluate("[document.activeElement === document.body, window.told.length]") == [
            False,
            1,
        ], kind


def settled(watched: Watched, before: str) -> None:
    """Wait until an action has changed the address, for the answer to it, and for whatever is said of it."""
    watched.page.wait_for_url(lambda url: url != before)
    watched.ready()
    watched.page.wait_for_timeout(50)


def test_a_row_of_links_is_walked_by_arrow_keys_after_a_change_too(watched: Watched) -> None:
    page = watched.open("/economy?part=research")
    page.evaluate("window.regioscope.change({ region: 'DE30' })")
    page.locator("nav.parts a[href*='region=DE30']").first.wait_for()
    watched.ready()
    page.locator("nav.parts a[aria-current]").focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate("document.activeElement.matches('nav.parts a[aria-current] + a')")


def test_arrow_keys_walk_the_marks_and_a_voice_reads_them(watched: Watched) -> None:
    page = watched.open("/economy")
    frame = page.locator(".frame[tabindex='0']").first
    frame.focus()
    page.keyboard.press("End")
    last = page.locator("#voice").inner_text()
    page.keyboard.press("Home")
    first = page.locator("#voice").inner_text()
    page.keyboard.press("ArrowRight")
    second = page.locator("#voice").inner_text()
    assert len({first, second, last}) == 3
    assert "(1/" in first
    assert "(2/" in second
