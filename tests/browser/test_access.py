"""Everyone can read and work every view: axe's rules, the Tab key, narrow screens, large text, print."""

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page

from components.selection import TABS
from components.text import LANGUAGES
from components.theme import THEMES
from tests.browser.conftest import Watched

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


def violations(page: Page) -> list[str]:
    """What axe finds wrong, a line each."""
    found = AXE.run(
        page, options={"runOnly": {"type": "tag", "values": RULES}, "resultTypes": ["violations"]}
    ).response["violations"]
    return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"][:3]]


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing_on_any_view(watched: Watched, tab: str, lang: str, theme: str) -> None:
    page = watched.open(f"/{tab}?lang={lang}&theme={theme}")
    page.locator("[data-part=table-toggle]").first.click()
    page.locator("[data-part=table] table").first.wait_for()
    assert violations(page) == []


@pytest.mark.parametrize("tab", TABS)
def test_axe_finds_nothing_on_a_small_screen(watched: Watched, tab: str) -> None:
    watched.page.set_viewport_size({"width": 320, "height": 640})
    assert violations(watched.open(f"/{tab}")) == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_axe_finds_nothing_in_the_accessibility_statement(watched: Watched, lang: str) -> None:
    assert violations(watched.open(f"/accessibility?lang={lang}")) == []


@pytest.mark.parametrize("tab", TABS)
def test_the_tab_key_visits_every_control_once_and_is_never_trapped(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}")
    seen: list[dict[str, Any]] = []
    for _ in range(600):
        page.keyboard.press("Tab")
        now = page.evaluate(FOCUSED)
        if now["tag"] == "BODY":
            break
        seen.append(now)
    assert now["tag"] == "BODY", f"trapped at {seen[-1]}"
    assert all(one["outlined"] for one in seen), [one for one in seen if not one["outlined"]][:3]
    before = next(index for index, one in enumerate(seen) if one["chart"])
    assert before <= 15, f"{before} stops before the first chart"
    framed = [one["chart"] for one in seen if one["frame"]]
    assert len(framed) == len(set(framed)), "a chart is one stop"
    graphs = page.locator("figure[data-chart]:has(.js-plotly-plot)").count()
    assert len(framed) == graphs


@pytest.mark.parametrize("tab", TABS)
@pytest.mark.parametrize("width", [320, 390])
def test_nothing_scrolls_sideways_on_a_phone(watched: Watched, tab: str, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 800})
    page = watched.open(f"/{tab}")
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("tab", TABS)
def test_every_target_is_large_enough(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}")
    small = page.evaluate("""() => [...document.querySelectorAll('button, select, input, a[data-nav], .take a, .contents a')]
        .filter((one) => { const box = one.getBoundingClientRect(); return box.width && (box.height < 24 || box.width < 24) && !one.closest('.form-check'); })
        .map((one) => one.outerHTML.slice(0, 100))""")
    assert small == []


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


def test_focus_stays_where_it_is_when_charts_are_drawn_again(watched: Watched) -> None:
    page = watched.open("/economy")
    region = page.get_by_label("Region", exact=True)
    region.focus()
    region.select_option("ITH5")
    page.locator("h1", has_text="Emilia-Romagna").wait_for()
    watched.ready()
    assert page.evaluate("document.activeElement.id") == '{"control":"region"}'


@pytest.mark.parametrize("tab", TABS)
def test_the_page_says_what_it_shows_without_any_script(chromium: Browser, site: str, tab: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{site}/{tab}")
    assert page.locator("h1").inner_text()
    assert (
        page.locator("figure[data-chart] [data-part=source]").count()
        == page.locator("figure[data-chart]").count()
        > 0
    )
    context.close()


@pytest.mark.parametrize("tab", TABS)
def test_print_cuts_no_chart(watched: Watched, tab: str) -> None:
    page = watched.open(f"/{tab}")
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    cut = page.evaluate("""() => [...document.querySelectorAll('figure[data-chart] .main-svg')]
        .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length""")
    assert cut == 0
