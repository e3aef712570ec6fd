"""No text of a drawing covers another or is cut, measured on the screen."""

from itertools import product

import pytest

from components.state.selection import TABS
from tests.browser.conftest import Watched

MEASURE = """() => {
  const faults = [];
  for (const plot of document.querySelectorAll("main .js-plotly-plot")) {
    const svg = plot.querySelector("svg.main-svg");
    const frame = svg && svg.getBoundingClientRect();
    if (!frame || !frame.width) continue;
    const chart = plot.closest("[data-chart]")?.dataset.chart;
    const seen = (text) => {
      const style = getComputedStyle(text);
      const hidden = style.visibility === "hidden" || style.opacity === "0" || text.closest(".hoverlayer");
      return text.textContent.trim() && !hidden;
    };
    const boxes = [...plot.querySelectorAll("svg text")].filter(seen)
      .map((text) => [text.textContent.trim(), text.getBoundingClientRect()]).filter(([, box]) => box.width > 0);
    boxes.forEach(([text, box], at) => {
      const cut = Math.max(frame.left - box.left, box.right - frame.right, frame.top - box.top, box.bottom - frame.bottom);
      if (cut > 1.5) faults.push(`${chart}: "${text}" is cut by ${Math.round(cut)} px`);
      for (const [other, near] of boxes.slice(at + 1)) {
        const wide = Math.min(box.right, near.right) - Math.max(box.left, near.left);
        const high = Math.min(box.bottom, near.bottom) - Math.max(box.top, near.top);
        if (wide > 1.5 && high > 5) faults.push(`${chart}: "${text}" covers "${other}"`);
      }
    });
  }
  return faults;
}"""
REGIONS = ("EE00", "FR10", "DE30", "ES70", "ITC4", "LU00", "PT20", "EL30")
SIZES = (390, 820, 1280)
PAGES = [
    ("/compare?region=EE00&lang=it&part=two", 390),
    ("/compare?region=FR10&lang=en&part=two", 1280),
    ("/compare?region=EE00&lang=it&part=time", 390),
    ("/compare?region=ES70&lang=en&within=less_developed&form=strip", 820),
    ("/economy?region=FR10&lang=it&part=innovation", 390),
    ("/clusters?region=EE00&lang=it&part=sectors", 390),
]
EVERY = [
    (f"/{tab}?region={region}&lang={language}&part=all", width)
    for tab, region, language, width in product(TABS, REGIONS, ("en", "it"), SIZES)
]


@pytest.mark.parametrize(
    ("address", "width"),
    [*PAGES, *(pytest.param(*page, marks=pytest.mark.nightly) for page in EVERY)],
)
def test_no_text_of_a_drawing_covers_another_or_is_cut(watched: Watched, address: str, width: int) -> None:
    watched.page.set_viewport_size({"width": width, "height": 900})
    page = watched.open(address)
    assert page.locator("main .js-plotly-plot").count()
    assert page.evaluate(MEASURE) == []
