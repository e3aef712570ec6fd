"""The private names of Plotly that assets/25_plotly.js uses, and when and how large charts are drawn."""

import re
from pathlib import Path

from tests.browser.conftest import IN_BOTH, Watched

ASSETS = Path(__file__).parents[2] / "assets"
PRIVATE = re.compile(r"_fullLayout|_fullData|__data__|\bcalcdata\b")
MARKS = """() => [...document.querySelectorAll('.scatterlayer .point, .barlayer .point, .choroplethlocation')].map((mark) => {
  const {traceOf, placeOf, locationOf} = regioscope.plotly;
  const shape = mark.matches('.choroplethlocation');
  return shape ? typeof locationOf(mark) === 'string' : Number.isInteger(placeOf(mark)) && Boolean(traceOf(mark).type);
})"""
TURNS = """
window.turns = [];
let turn = 0;
const next = new MessageChannel();
next.port1.onmessage = () => { turn += 1; };
document.addEventListener('regioscope:drawing', ({target}) => {
  const {top, bottom} = target.closest('[data-chart]').getBoundingClientRect();
  window.turns.push({turn, seen: bottom > 0 && top < innerHeight, name: target.closest('[data-chart]').dataset.chart});
  next.port2.postMessage('');
});
"""


def test_private_names_of_plotly_stand_in_one_script() -> None:
    with_private = [path.name for path in sorted(ASSETS.rglob("*.js")) if PRIVATE.search(path.read_text())]
    assert with_private == ["25_plotly.js"]


def test_every_mark_leads_to_its_trace(watched: Watched) -> None:
    page = watched.open("/economy")
    found = page.evaluate(MARKS)
    assert len(found) > 250
    assert all(found)


@IN_BOTH
def test_a_map_is_as_large_as_it_was_asked_to_be_at_once(watched: Watched) -> None:
    """A browser prints as soon as the page was told that it will, before what Plotly leaves for later."""
    page = watched.open("/clusters")
    at_once, later = page.evaluate("""async () => {
      const box = document.querySelector("[data-chart='clusters.places'] .js-plotly-plot");
      const sizes = () => [...box.querySelectorAll('.choroplethlocation')].map((shape) => shape.getBoundingClientRect().width);
      const before = sizes(), done = regioscope.plotly.resize(box, {width: 320, height: 240});
      const found = sizes();
      await done;
      return found[0] < before[0] * 0.8 ? [found, sizes()] : [before, found];
    }""")
    assert len(at_once) > 5
    assert at_once == later


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


def test_each_chart_is_drawn_in_a_turn_of_its_own_those_in_view_first(watched: Watched) -> None:
    page = watched.page
    page.add_init_script(TURNS)
    watched.open("/economy?part=structure")
    first = page.evaluate("turns.splice(0)")
    page.evaluate("regioscope.lead('region=DE21')")
    watched.ready()
    for turns in (first, page.evaluate("turns")):
        assert len(turns) > 4
        assert len({each["turn"] for each in turns}) == len(turns), turns
        seen = [each["seen"] for each in turns]
        assert seen == sorted(seen, reverse=True), turns
        assert seen[0], "the first screen shows a chart"
        assert not seen[-1], "not all charts are in view"


def test_a_chart_fills_its_place(watched: Watched) -> None:
    page = watched.open("/economy")
    gaps = page.evaluate("""() => [...document.querySelectorAll('.plot')].map((place) => {
      const [outer, inner] = [place.getBoundingClientRect(), place.querySelector('.main-svg').getBoundingClientRect()];
      return Math.abs(outer.width - inner.width) + Math.abs(outer.height - inner.height);
    })""")
    assert max(gaps) <= 2, gaps
