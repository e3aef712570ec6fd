"""Every view on paper: whole charts in their own shape, no heading left alone at the foot of a sheet."""

import io
import re
from collections import Counter
from datetime import date

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from components.i18n.text import LANGUAGES
from components.state.selection import ALL, OVERVIEW, TABS
from components.theme import THEMES
from tests import sample
from tests.browser.conftest import IN_CHROMIUM, Watched

pytestmark = IN_CHROMIUM

ON_PAPER = """() => {
    dispatchEvent(new Event('beforeprint'));
    return [...document.querySelectorAll('figure[data-chart] :is(.svg-container, .piece)')].map((place) => {
        const svg = place.querySelector(".main-svg"), box = svg.getBoundingClientRect();
        const { width, height } = svg.viewBox.baseVal;
        return { scale: Math.min(box.width / width, box.height / height), name: place.closest('figure').id, ratio: width / height, wide: box.width, high: box.height, empty: place.getBoundingClientRect().height - box.height };
    }).filter(({ wide }) => wide);
}"""
LEAST_SCALE = 0.95  # a drawing is made for the width of the sheet
# The smallest letters by chart, and what is there to be pressed or unfolded, as paper has it.
LETTERS = """() => {
    const small = new Set(), texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
        const text = texts.currentNode, parent = text.parentElement, range = document.createRange();
        if (!text.data.trim() || !parent.checkVisibility({ visibilityProperty: true }) || parent.closest(".unseen, .voice, .yes-name")) continue;
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) continue;
        const matrix = parent.getScreenCTM && parent.closest("svg") ? parent.getScreenCTM() : { a: 1, b: 0 };
        const points = parseFloat(getComputedStyle(parent).fontSize) * Math.hypot(matrix.a, matrix.b) * 0.75;
        if (points < LEAST) small.add(`${parent.closest("[data-chart]")?.dataset.chart} ${parent.className} ${points.toFixed(1)}: ${text.data}`);
    }
    return [...small];
}"""
CONTROLS = """() => [...document.querySelectorAll("button, select, input, nav, figcaption summary, .headline-more summary")]
    .filter((one) => one.checkVisibility() && one.getBoundingClientRect().width > 1).map((one) => one.outerHTML.slice(0, 90))"""
CUT_ROWS = """() => [...document.querySelectorAll(".piece")].flatMap((piece) => {
    const { top, bottom } = piece.getBoundingClientRect();
    return [...piece.querySelectorAll(".ytick text")].map((row) => row.getBoundingClientRect())
        .filter((row) => (row.top < top - 1 && row.bottom > top + 1) || (row.top < bottom - 1 && row.bottom > bottom + 1)).length ? [piece.closest("figure").id] : [];
})"""
PAINT = """() => {
    const shapes = ":is(path, rect, circle, text, stop)";
    return [...document.querySelectorAll(`figure[data-chart] .plot ${shapes}, .swatch, .svg-box ${shapes}`)].map((one) => {
        const { fill, stroke, stopColor, backgroundColor } = getComputedStyle(one);
        const colours = one.matches("stop") ? [stopColor] : one.matches(".swatch") ? [backgroundColor] : [fill, stroke];
        const letters = one.matches("text") && ["rgb(0, 0, 0)", "rgb(255, 255, 255)"].includes(fill);
        return letters || fill.startsWith("url") ? "" : [one.closest("figure")?.id, one.tagName, ...colours].join(" ");
    });
}"""
LEAST = 7.9  # points: 8, less what a browser rounds
A_CARD = 300  # letters: a question, its sentence and its source
CUT = """() => [...document.querySelectorAll('figure[data-chart] .main-svg')]
    .filter((one) => one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length"""
LAYERS = "[...document.querySelectorAll('.js-plotly-plot .main-svg')]"
SQUEEZED = f"{LAYERS}.filter((one) => Math.abs(one.getScreenCTM().a - 1) > 0.01).length"
TITLES = """[...document.querySelectorAll('#content section:has(h2)')].map((one) =>
    ['h2', '.section-text', 'h3'].map((name) => one.querySelector(name)?.innerText || '').join(''))"""


@pytest.mark.parametrize("tab", sample.ordinary(TABS, "compare", "clusters"))
def test_a_chart_on_paper_is_whole_and_leaves_no_empty_space(watched: Watched, tab: str) -> None:
    page = on_paper(watched, f"/{tab}?part=all")
    assert page.evaluate(CUT) == 0
    charts = page.evaluate(ON_PAPER)
    assert page.evaluate(CUT) == 0
    assert page.evaluate(CUT_ROWS) == []
    assert charts
    for chart in charts:
        assert abs(chart["empty"]) <= 2, chart
        assert chart["high"] <= chart["wide"] / chart["ratio"] + 1, chart
        assert chart["scale"] > LEAST_SCALE, chart


def on_paper(watched: Watched, address: str) -> Page:
    """A page as wide as a sheet, styled for paper."""
    page = watched.open(address)
    page.set_viewport_size({"width": 718, "height": 1000})
    page.emulate_media(media="print")
    return page


@pytest.mark.parametrize(
    ("address", "language"),
    sample.in_turn(["/compare?part=all", "/initiatives?part=all", "/indicators/gerd?"], LANGUAGES)
    + sample.nightly_values(
        *((f"/{tab}?part=all", "it") for tab in ("economy", "clusters", "s3")),
        *((f"/{page}?", "en") for page in ("indicators", "glossary", "about", "")),
    ),
)
def test_letters_on_paper_can_be_read_and_nothing_is_there_to_be_pressed(
    watched: Watched, address: str, language: str
) -> None:
    page = on_paper(watched, f"{address}&lang={language}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(LETTERS.replace("LEAST", str(LEAST))) == []
    assert page.evaluate(CONTROLS) == []
    line = page.locator(".paper-line")
    assert str(date.today().year) in line.inner_text()
    assert page.url.split("#")[0] in line.inner_text()


@pytest.mark.parametrize(
    "address",
    ["/compare?form=tiles", "/clusters?", *sample.nightly_values("/economy?part=all", "/indicators/gerd?")],
)
def test_paper_has_the_same_colours_whatever_the_theme(watched: Watched, address: str) -> None:
    painted = []
    for theme in THEMES:
        page = on_paper(watched, f"{address}&theme={theme}")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        painted.append(Counter(page.evaluate(PAINT)))
        page.emulate_media(media="screen")
    assert painted[0]
    assert painted[0] == painted[1]


def test_after_printing_a_chart_fits_the_window_again(watched: Watched) -> None:
    page = watched.open("/economy")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.evaluate(f"{LAYERS}.every((one) => one.hasAttribute('viewBox'))")
    page.evaluate("dispatchEvent(new Event('afterprint'))")
    assert not page.evaluate(f"{LAYERS}.some((one) => one.hasAttribute('viewBox'))")
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function(f"() => {LAYERS}.every((one) => one.getBoundingClientRect().right <= 700)")
    assert page.evaluate(SQUEEZED) == 0


@pytest.mark.parametrize("part", [OVERVIEW, *sample.nightly_values(ALL)])
@pytest.mark.parametrize("tab", TABS)
def test_in_a_wider_window_a_chart_is_drawn_at_its_size(watched: Watched, tab: str, part: str) -> None:
    watched.page.set_viewport_size({"width": 700, "height": 900})
    page = watched.open(f"/{tab}?part={part}")
    page.set_viewport_size({"width": 1600, "height": 900})
    wide = f"() => {LAYERS}.every((one) => Math.abs(one.getBoundingClientRect().width - one.closest('.plot').clientWidth) < 2)"
    page.wait_for_function(wide)
    assert page.evaluate(SQUEEZED) == 0


@pytest.mark.parametrize("language", ["it", *sample.nightly_values("en")])
@pytest.mark.parametrize("tab", sample.ordinary(TABS, "initiatives"))
def test_a_heading_stands_on_the_sheet_of_what_it_heads(watched: Watched, tab: str, language: str) -> None:
    page = watched.open(f"/{tab}?part=all&lang={language}&theme=dark")
    titles = page.evaluate(TITLES)
    sheets = [without_spaces(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    assert titles
    for title in titles:
        assert any(without_spaces(title) in sheet for sheet in sheets), title


@pytest.mark.parametrize(("tab", "region"), sample.in_turn(TABS, ["EE00", "ITC4", "FRY5"]))
def test_no_sheet_of_a_view_is_empty_but_for_a_heading_or_a_choice(
    watched: Watched, tab: str, region: str
) -> None:
    page = watched.open(f"/{tab}?region={region}")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    sheets = [without_spaces(sheet.extract_text()) for sheet in PdfReader(io.BytesIO(page.pdf())).pages]
    assert all(len(sheet) > A_CARD for sheet in sheets[:-1]), [len(sheet) for sheet in sheets]


def without_spaces(words: str) -> str:
    """Words without spaces and hyphens, which a line's end may add or take."""
    return re.sub(r"[\s\u00ad-]", "", words)
