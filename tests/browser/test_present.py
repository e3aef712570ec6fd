"""A talk given in a real browser: by keyboard alone, at three resolutions, in two windows, on a phone."""

import io
import itertools
import re
from typing import Any
from urllib.parse import urlsplit

import pytest
import zxingcpp
from PIL import Image

from components.layout.coverage import covers_region
from components.talks.stories import stories
from components.views import TABS
from data import Data
from tests import sample
from tests.browser.conftest import IN_BOTH, Watched
from tests.browser.slides import on_slide, screen, state

__all__ = ["screen"]

LOOK = """() => {
  const slide = document.querySelector(".slide:not(.off)");
  const stage = slide.querySelector(".stage");
  const frame = stage.getBoundingClientRect();
  const zoomed = (one) => { let by = 1; for (let at = one; at && at !== document.body; at = at.parentElement) by *= Number(at.style && at.style.zoom) || 1; return by; };
  const seen = (one) => { const box = one.getBoundingClientRect(); const style = getComputedStyle(one); return box.width > 1 && style.visibility !== "hidden" && style.display !== "none"; };
  const texts = [...slide.querySelectorAll("*")].filter((one) => seen(one) && [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim()));
  const sizes = texts.map((one) => parseFloat(getComputedStyle(one).fontSize) * (one.closest("svg") ? 1 : zoomed(one)));
  const outside = texts.filter((one) => {
    const box = one.getBoundingClientRect();
    const edge = one.closest(".stage") ? frame : { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
    return box.left < edge.left - 2 || box.top < edge.top - 2 || box.right > edge.right + 2 || box.bottom > edge.bottom + 2;
  }).map((one) => one.textContent.slice(0, 60));
  const names = [...stage.querySelectorAll(".ytick text")].map((one) => one.getBoundingClientRect()).sort((a, b) => a.top - b.top);
  const overlapping = names.filter((box, at) => at && names[at - 1].bottom - box.top > 0.35 * box.height).length;
  const nameless = [...stage.querySelectorAll(".headline-title, dt, th[scope=row]")].filter((one) => one.textContent.trim() && !one.innerText.trim()).map((one) => one.textContent);
  const struck = [...stage.querySelectorAll(".headline-value")].filter((one) => [...one.children].some((child) => child.getBoundingClientRect().right > one.closest("li").getBoundingClientRect().right + 1)).map((one) => one.textContent);
  return { struck, nameless, fits: slide.dataset.fits, smallest: Math.min(...sizes), least: innerHeight / 48, outside, overlapping, used: stage.clientHeight / innerHeight };
}"""


@pytest.mark.parametrize(
    ("width", "height", "lang"),
    [
        (1280, 720, "en"),
        (1024, 768, "it"),
        *sample.nightly_values((1920, 1080, "en"), (1920, 1080, "it"), (1280, 720, "it"), (1024, 768, "en")),
    ],
)
def test_the_milan_talk_by_keyboard_is_whole_and_readable_on_every_slide(
    screen: Any, data: Data, width: int, height: int, lang: str
) -> None:
    watched = screen(width, height)
    page = watched.open(f"/present/milan/1?lang={lang}")
    slides = stories(data)["milan"].slides
    for number, slide in enumerate(slides, start=1):
        on_slide(page, number)
        seen = page.evaluate(LOOK)
        assert seen["fits"] == "true", slide.chart
        assert seen["smallest"] >= seen["least"] - 0.6, (slide.chart, seen)
        assert seen["outside"] == [], slide.chart
        assert seen["overlapping"] == 0, slide.chart
        assert seen["nameless"] == [], slide.chart
        assert seen["struck"] == [], slide.chart
        assert seen["used"] > 0.38, slide.chart
        assert page.locator(".slide:not(.off) h1").inner_text().replace("\n", " ") == slide.headline[lang]
        if number > 1:
            assert slide.headline[lang] in page.locator("#voice").inner_text()
        page.keyboard.press(["ArrowRight", "PageDown", "Space", "ArrowDown"][number % 4])
    assert state(page).startswith(f"/present/milan/{len(slides)}")
    page.keyboard.press("Home")
    on_slide(page, 1)
    page.keyboard.press("End")
    on_slide(page, len(slides))
    assert watched.abroad == []
    assert watched.errors == []


@pytest.mark.nightly
def test_nine_slides_of_ten_are_on_the_screen_within_200_milliseconds(watched: Watched, data: Data) -> None:
    """A time, so it is taken where nothing else runs beside it."""
    page = watched.open("/present/milan/1")
    took = []
    for number in range(2, len(stories(data)["milan"].slides) + 1):
        page.keyboard.press("PageDown")
        on_slide(page, number)
        took.append(page.evaluate("() => Number(document.body.dataset.took)"))
    assert sorted(took)[int(0.9 * len(took))] < 200, took


@IN_BOTH
def test_every_key_does_what_the_list_of_keys_says(watched: Watched) -> None:
    page = watched.open("/present/milan-five/1")
    on_slide(page, 1)
    page.keyboard.press("?")
    assert page.locator("dialog .keys li").count() > 8
    page.keyboard.press("Escape")
    page.keyboard.press("b")
    assert page.locator("#deck").get_attribute("data-black") == "true"
    page.keyboard.press("b")
    assert page.locator("#deck").get_attribute("data-black") == "false"
    page.keyboard.press("o")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    on_slide(page, 2)
    page.keyboard.press("f")
    page.wait_for_timeout(300)
    assert page.evaluate("() => Boolean(document.fullscreenElement)")
    page.keyboard.press("f")
    with page.expect_popup() as notes:
        page.keyboard.press("n")
    notes.value.wait_for_url("**/present/milan-five/notes*")
    assert watched.errors == []


def test_a_view_is_presented_from_where_the_reader_is(watched: Watched) -> None:
    page = watched.open("/economy?region=ITH5")
    watched.menu("economy.nearest")
    page.locator("[data-chart='economy.nearest'] [data-part=present]").click()
    number = list(TABS["economy"].charts).index("economy.nearest") + 1
    page.wait_for_url(f"**/present/economy/{number}?region=ITH5")
    watched.ready()
    assert "Emilia-Romagna" in page.locator(".slide:not(.off) .gloss").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_url(f"**/present/economy/{number + 1}?region=ITH5")
    assert watched.errors == []
    assert watched.abroad == []


def test_a_view_of_a_region_without_a_pack_is_presented_without_empty_slides(
    watched: Watched, data: Data
) -> None:
    charts = list(TABS["clusters"].charts)
    covered = [at for at, chart in enumerate(charts, start=1) if covers_region(chart, data, "BG34")]
    assert 1 not in covered
    page = watched.open("/present/clusters/1?region=BG34")
    for place, number in enumerate(covered, start=1):
        on_slide(page, number)
        assert page.locator(".deck-foot .count").inner_text() == f"{place} / {len(covered)}"
        page.keyboard.press("ArrowRight")
    page.keyboard.press("o")
    assert page.locator(".overview li").count() == len(covered)
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    on_slide(page, covered[0])
    page.keyboard.press("c")
    page.locator(".slide:not(.off) .drawer [data-set=region]").select_option("ITC4")
    count = page.locator(".deck-foot .count", has_text=f"/ {len(charts)}")
    count.wait_for()
    assert watched.errors == []


def test_the_talk_goes_on_when_the_server_is_gone(watched: Watched) -> None:
    page = watched.open("/present/milan-five/1")
    on_slide(page, 1)
    page.wait_for_timeout(1500)
    page.context.set_offline(True)
    for number in (2, 3, 4):
        page.keyboard.press("PageDown")
        on_slide(page, number)
        assert page.locator(".slide:not(.off) .stage > *").count() == 1
    page.keyboard.press("c")
    region = page.locator(".slide:not(.off) .drawer [data-set=region]")
    region.select_option("SE33")
    lost = page.locator(".deck-lost", has_text="The server does not answer")
    lost.wait_for()
    assert lost.inner_text() in page.locator("#voice").inner_text()
    assert region.input_value() == "ITC4", "the filters say what the slide shows"
    page.keyboard.press("Escape")
    page.keyboard.press("PageUp")
    on_slide(page, 3)
    assert not lost.is_visible()
    page.keyboard.press("q")
    lost.wait_for()


@pytest.mark.parametrize(
    ("width", "height"), [(1024, 768), *sample.nightly_values((1920, 1080), (1280, 720))]
)
def test_a_phone_reads_the_code_from_a_sixth_of_the_picture_and_finds_the_same_state(
    screen: Any, width: int, height: int
) -> None:
    watched = screen(width, height)
    page = watched.open("/present/milan/11?kind=LTC&lang=it")
    on_slide(page, 11)
    page.wait_for_timeout(1500)
    page.keyboard.press("q")
    picture = page.locator("dialog img.qr")
    picture.wait_for()
    page.wait_for_timeout(300)
    typed = page.locator("dialog .address")
    assert typed.inner_text().startswith("http://talk.example/present/milan/11?kind=LTC")
    assert typed.evaluate("(one) => parseFloat(getComputedStyle(one).fontSize)") >= 2 * height / 48
    assert typed.bounding_box()["y"] <= page.locator("dialog h2").bounding_box()["y"]
    shot = Image.open(io.BytesIO(page.screenshot())).convert("L")
    small = shot.resize((width // 6, height // 6), Image.Resampling.LANCZOS)
    read = zxingcpp.read_barcodes(small)
    assert [item.format for item in read] == [zxingcpp.BarcodeFormat.QRCode]
    code = urlsplit(read[0].text)
    asked = code.path + "?" + code.query
    phone = screen(390, 800, is_mobile=True, has_touch=True, device_scale_factor=2)
    there = phone.open(asked)
    on_slide(there, 11)
    assert re.fullmatch(r"/present/milan/11\?kind=LTC&lang=it&talk=[a-z2-7]{8}", state(there))
    assert (
        there.locator(".slide:not(.off) h1").inner_text() == page.locator(".slide:not(.off) h1").inner_text()
    )
    assert there.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    assert phone.errors == []
    assert phone.abroad == []


ENDS = """() => [...document.querySelectorAll(".slide:not(.off) .annotation-text")].map((one) => {
  const box = one.getBoundingClientRect();
  const frame = one.closest(".stage").getBoundingClientRect();
  return { text: one.textContent, top: box.top, bottom: box.bottom, lines: one.querySelectorAll("tspan").length, whole: box.top > frame.top - 1 && box.right < frame.right + 1 && box.bottom < frame.bottom + 1 };
}).sort((a, b) => a.top - b.top)"""


@pytest.mark.parametrize(("region", "lang"), [("EE00", "en"), ("IE06", "it")])
def test_names_at_the_ends_of_lines_stand_on_one_line_each_and_apart(
    screen: Any, region: str, lang: str
) -> None:
    number = list(TABS["compare"].charts).index("compare.trend") + 1
    page = screen(1280, 720).open(f"/present/compare/{number}?region={region}&lang={lang}")
    on_slide(page, number)
    names = page.evaluate(ENDS)
    assert len(names) > 10
    for above, below in itertools.pairwise(names):
        assert below["top"] - above["top"] > 0.8 * (above["bottom"] - above["top"]), (above, below)
    assert [name["text"] for name in names if not name["whole"] or name["lines"] > 1] == []


def test_rows_of_a_slide_are_equally_far_apart(screen: Any, data: Data) -> None:
    slides = stories(data)["milan"].slides
    number = [slide.chart for slide in slides].index("economy.competitiveness_raw") + 1
    page = screen(1280, 720).open(f"/present/milan/{number}")
    on_slide(page, number)
    tops = page.evaluate(
        "() => [...document.querySelectorAll('.slide:not(.off) .ytick text')].map((one) => one.getBoundingClientRect().top).sort((a, b) => a - b)"
    )
    steps = [below - above for above, below in itertools.pairwise(tops)]
    assert len(steps) == 13
    assert max(steps) - min(steps) < 1.5, steps
