"""The private names of Plotly that assets/25_plotly.js uses, and the stage on which charts are drawn."""

import re
from pathlib import Path

from tests.browser.conftest import Watched

ASSETS = Path(__file__).parents[2] / "assets"
PRIVATE = re.compile(r"_fullLayout|_fullData|__data__|\bcalcdata\b")
MARKS = """() => [...document.querySelectorAll('.scatterlayer .point, .barlayer .point, .choroplethlocation')].map((mark) => {
  const {traceOf, placeOf, locationOf} = regioscope.plotly;
  const shape = mark.matches('.choroplethlocation');
  return shape ? typeof locationOf(mark) === 'string' : Number.isInteger(placeOf(mark)) && Boolean(traceOf(mark).type);
})"""
STAGED = """
window.seen = {staged: 0, elsewhere: 0};
new MutationObserver((changes) => {
  for (const {addedNodes, target} of changes) {
    if (![...addedNodes].some((node) => node.classList?.contains('svg-container') || node.classList?.contains('plot-container'))) continue;
    seen[target.closest('.drawing-stage') ? 'staged' : 'elsewhere'] += 1;
  }
}).observe(document, {childList: true, subtree: true});
"""


def test_private_names_of_plotly_stand_in_one_script() -> None:
    with_private = [path.name for path in sorted(ASSETS.rglob("*.js")) if PRIVATE.search(path.read_text())]
    assert with_private == ["25_plotly.js"]


def test_every_mark_leads_to_its_trace(watched: Watched) -> None:
    page = watched.open("/economy")
    found = page.evaluate(MARKS)
    assert len(found) > 250
    assert all(found)


def test_boundaries_are_fetched_once_and_before_plotly_asks_for_them(watched: Watched) -> None:
    page, kinds = watched.page, list[tuple[str, str]]()
    page.on(
        "request",
        lambda request: (
            kinds.append((request.url, request.resource_type)) if request.url.endswith(".geojson") else None
        ),
    )
    watched.open("/economy")
    assert kinds
    assert len(kinds) == len(set(kinds))
    assert {kind for _, kind in kinds} == {"fetch"}, "Plotly itself asks by XMLHttpRequest"


def test_charts_are_drawn_on_the_stage_and_stand_in_their_places(watched: Watched) -> None:
    page = watched.page
    page.add_init_script(STAGED)
    watched.open("/economy")
    boxes = page.locator(".plot > .drawing.js-plotly-plot").count()
    assert boxes == page.locator(".js-plotly-plot").count() > 2
    assert page.evaluate("document.querySelectorAll('.drawing-stage > *').length") == 0
    seen = page.evaluate("seen")
    assert seen["staged"] >= boxes, seen
    assert seen["elsewhere"] == 0, seen


def test_a_chart_fills_its_place(watched: Watched) -> None:
    page = watched.open("/economy")
    gaps = page.evaluate("""() => [...document.querySelectorAll('.plot')].map((place) => {
      const [outer, inner] = [place.getBoundingClientRect(), place.querySelector('.main-svg').getBoundingClientRect()];
      return Math.abs(outer.width - inner.width) + Math.abs(outer.height - inner.height);
    })""")
    assert max(gaps) <= 2, gaps
