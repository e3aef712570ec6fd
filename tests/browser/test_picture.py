"""A chart saved as an image carries its question, its sources, the day, its address, and the page's typeface."""

import io
import re

import pytest
from PIL import Image

from tests.browser.conftest import IN_CHROMIUM, Watched

pytestmark = IN_CHROMIUM

LISTEN = """() => {
  window.written = []; window.images = [];
  const fillText = CanvasRenderingContext2D.prototype.fillText;
  CanvasRenderingContext2D.prototype.fillText = function (text, ...rest) {
    window.written.push([text, this.font]);
    return fillText.call(this, text, ...rest);
  };
  const { set, get } = Object.getOwnPropertyDescriptor(HTMLImageElement.prototype, "src");
  Object.defineProperty(HTMLImageElement.prototype, "src", { get, set(value) {
    window.images.push(decodeURIComponent(String(value)));
    set.call(this, value);
  } });
}"""


def words(text: str) -> str:
    return re.sub(r"\s+", "", text)


@pytest.mark.parametrize("language", ["en", "it"])
@pytest.mark.parametrize("chart", ["economy.trend", "compare.strip"])
def test_an_image_says_what_it_shows_and_who_says_so(watched: Watched, chart: str, language: str) -> None:
    page = watched.open(f"/{chart.partition('.')[0]}?region=ES21&form=strip&lang={language}")
    page.evaluate(LISTEN)
    card = page.locator(f"[data-chart='{chart}']")
    card.scroll_into_view_if_needed()
    watched.menu(chart)
    with page.expect_download() as taken:
        card.locator("[data-image]").click()
    assert taken.value.suggested_filename == f"{chart}.png"
    with Image.open(io.BytesIO(taken.value.path().read_bytes())) as image:
        width, height = image.size
    size = card.locator(".js-plotly-plot").bounding_box()
    assert size is not None
    assert width > 2 * size["width"]
    assert height > 2 * size["height"] + 200
    written = page.evaluate("window.written")
    whole = words("".join(text for text, _ in written))
    for part in ("figcaption h3", "[data-part=summary]", "[data-part=source]"):
        assert words(card.locator(part).inner_text()) in whole, part
    assert "CCBY4.0" in whole
    assert words(page.url) in whole
    locale = {"en": "en-GB", "it": "it-IT"}[language]
    day = page.evaluate("lang => new Date().toLocaleDateString(lang, { dateStyle: 'long' })", locale)
    assert words(day) in whole
    assert all("Regioscope Sans" in font for _, font in written)
    drawing = next(item for item in page.evaluate("window.images") if "<svg" in item)
    assert drawing.count("@font-face") >= 2
    assert "data:font/woff2;base64," in drawing
    assert not watched.errors
