"""What holds for every chart of every tab, whoever adds one next year."""

import csv
import gzip
import io
import json
import re
from itertools import product
from typing import Any

import pytest

from components.charts.result import ChartResult
from components.i18n.text import LANGUAGES, has_words, say
from components.layout import app_layout, chart_results, content
from components.layout.missing_words import missing_words
from components.render import csv_file, html_table
from components.render.dash_internals import to_json
from components.state.selection import DEFAULTS, RANGES, Selection, choices, to_url
from components.theme import THEMES
from components.views import CHARTS, TABS
from data import Data
from data.standings import STANDINGS
from tests import sample

REGIONS = ("ITC4", "ITH5", "FR10", "AT11", "PT1A", "CY00")
SAYS_TRUNCATED = {"en": "begin at zero", "it": "da zero"}
DRAWN, SENT = 40_000, 12_000
LAYOUT_KEY = re.compile(r'"(grid|images|rangeselector|rangeslider|sliders|updatemenus)":')
PROJECTIONS = {"azimuthal equal area", "mercator", "natural earth"}
Drawn = tuple[str, list[tuple[Selection, ChartResult]]]


def samples(data: Data, tab: str, turn: int, extent: str) -> list[Selection]:
    """Selections that move every control of a tab at least once, in several regions, both languages, both
    themes. In the ordinary run a control has its first value for charts of an even turn, its last for the others."""
    pairs = list(product(REGIONS, LANGUAGES))
    spoken = pairs if extent == sample.ALL else [*pairs[::4], *pairs[3::4]]
    base = [Selection(tab=tab, region=code, lang=lang) for code, lang in spoken]
    dark = [Selection(tab=tab, theme=theme) for theme in THEMES]
    moved = []
    for name in TABS[tab].controls:
        values = sample_values(data, name)
        in_use = values if extent == sample.ALL else [values[-(turn % 2)]]
        moved += [Selection(tab=tab, **{name: value}) for value in in_use]
    return base + dark + moved


def sample_values(data: Data, name: str) -> list[Any]:
    """A few values of one field, the last and the first among them."""
    if name in RANGES:
        return list(RANGES[name])
    allowed = choices(data)[name]
    some = list(dict.fromkeys([allowed[0], allowed[len(allowed) // 2], allowed[-1]]))
    return [(item,) for item in some] if isinstance(DEFAULTS[name], tuple) else some


EACH = [
    *(pytest.param((name, "sample"), id=name) for name in CHARTS),
    *(pytest.param((name, sample.ALL), id=f"{name}-all", marks=pytest.mark.nightly) for name in CHARTS),
]


@pytest.fixture(scope="module", params=EACH)
def drawn(request: pytest.FixtureRequest, data: Data) -> Drawn:
    """A chart with what it draws at each of its samples: drawn once for all rules that read it."""
    name, extent = request.param
    chosen = samples(data, name.partition(".")[0], list(CHARTS).index(name), extent)
    return name, [(item, chart_results.chart_result(name, data, item)) for item in chosen]


def test_every_chart_keeps_what_a_picture_promises(drawn: Drawn) -> None:
    name, results = drawn
    for chosen, picture in results:
        where = f"{name} at {to_url(chosen)}"
        assert say(name, chosen.lang, **picture.blanks).endswith("?"), f"{where}: the title asks no question"
        assert picture.rows.empty or picture.sources, f"{where}: rows without a source"
        assert picture.rows.empty or picture.summary, f"{where}: rows without a summary"
        assert picture.rows.empty or picture.standings, f"{where}: rows without a standing"
        assert set(picture.standings) <= set(STANDINGS), where
        assert "nan" not in picture.summary.lower().split(), f"{where}: {picture.summary}"
        assert all(picture.notes), where


def test_every_graph_is_light_and_bounded(drawn: Drawn) -> None:
    name, results = drawn
    for chosen, picture in results:
        whole = str(to_json(picture.figure)).encode()
        size = len(gzip.compress(whole))
        assert size < SENT, f"{name} at {to_url(chosen)}: {size} bytes on the wire"
        if isinstance(picture.figure, dict):
            assert len(whole) < DRAWN, f"{name} at {to_url(chosen)}: {len(whole)} bytes to draw"
            assert picture.figure["layout"]["height"] > 0, name


def test_no_graph_needs_what_our_plotly_js_leaves_out(drawn: Drawn) -> None:
    """The traces are compared with the bundle in tests/serving/test_collected.py."""
    name, results = drawn
    for figure in (picture.figure for _, picture in results if isinstance(picture.figure, dict)):
        assert not LAYOUT_KEY.findall(str(to_json(figure["layout"]))), name
        maps = [part for key, part in figure["layout"].items() if key.startswith("geo")]
        assert {part["projection"]["type"] for part in maps} <= PROJECTIONS, name


def test_every_point_of_a_line_says_its_year(drawn: Drawn) -> None:
    name, results = drawn
    for figure in (picture.figure for _, picture in results):
        for trace in figure["data"] if isinstance(figure, dict) else ():
            if "lines" not in trace.get("mode", "") or trace.get("hoverinfo") == "skip":
                continue
            assert figure["layout"]["hovermode"] == "closest", name
            for year, value, text in zip(trace["x"], trace["y"], trace["text"], strict=True):
                gap = value is None and not text  # a line stops at a break
                assert gap or str(year) in text.replace(trace["name"], ""), f"{name}: {text}"


def hides_zero(figure: Any, letter: str) -> bool:
    """Whether an axis in numbers that are no years begins above zero, or ends below."""
    axis = figure["layout"].get(f"{letter}axis", {})
    numbers = [
        item
        for trace in figure["data"]
        for item in trace.get(letter, ())
        if "geo" not in trace and item is not None and not isinstance(item, str)
    ]
    if not numbers or axis.get("visible") is False or axis.get("tickformat") == "d":
        return False
    low, high = sorted(axis.get("range", (min(numbers), max(numbers))))
    return bool(low > 0 or high < 0)


def test_every_axis_that_does_not_begin_at_zero_says_so(drawn: Drawn) -> None:
    name, results = drawn
    for chosen, picture in results:
        notes = [note for note in picture.notes if SAYS_TRUNCATED[chosen.lang] in note]
        if not isinstance(picture.figure, dict):
            assert len(notes) == ("className='spark'" in str(picture.figure)), name
            continue
        hidden = [letter for letter in "xy" if hides_zero(picture.figure, letter)]
        assert len(notes) == bool(hidden), f"{name} at {to_url(chosen)}: {hidden}"
        if name == "compare.scatter":
            titles = [picture.figure["layout"][f"{letter}axis"]["title"]["text"] for letter in hidden]
            assert all(title.replace("<br>", " ") in notes[0] for title in titles)


def test_every_csv_holds_exactly_the_rows_and_runs_no_formula(drawn: Drawn) -> None:
    name, results = drawn
    for _, picture in results[:4]:
        read = list(csv.DictReader(io.StringIO(csv_file.csv(picture, "en").removeprefix(csv_file.BOM))))
        assert len(read) == len(picture.rows), name
        numeric = [column for column in picture.rows if picture.rows[column].dtype.kind in "if"]
        for row in read:
            for column, text in row.items():
                assert column in numeric or not text.startswith(csv_file.STARTS_A_FORMULA), (
                    f"{name}: {column} = {text}"
                )


@pytest.mark.parametrize("name", CHARTS)
def test_every_table_has_a_named_column_for_what_is_drawn(data: Data, name: str) -> None:
    chosen = Selection(tab=name.partition(".")[0])
    picture = chart_results.chart_result(name, data, chosen)
    shown = [column for column in picture.rows if has_words(f"column.{column}")]
    assert picture.rows.empty or len(shown) >= 2, f"{name}: {list(picture.rows)}"
    assert len(html_table.table(data, picture, chosen.lang, "caption").children[2].children) == len(
        picture.rows
    )


@pytest.mark.parametrize("tab", TABS)
def test_every_page_can_be_sent_and_its_parts_are_the_same_twice(data: Data, tab: str) -> None:
    for chosen in samples(data, tab, 0, "sample")[:4]:
        json.loads(to_json(app_layout.app_layout(data, chosen)))
        digests = content.page_content(data, chosen).digests
        content.CACHE.cache_clear()
        assert content.page_content(data, chosen).digests == digests


def test_every_view_part_section_chart_and_control_has_words(data: Data) -> None:
    assert missing_words(data) == []
