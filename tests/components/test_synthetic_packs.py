"""Packs of other regions, made from the schema (tests/synthetic_packs.py): every chart stands, says nothing of the pack that
comes with the dashboard, and what a pack lacks is a line and no card."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from components.charts.result import ChartResult
from components.i18n.text import LANGUAGES
from components.layout import card, page, source_line
from components.layout.coverage import is_empty
from components.layout.factsheet.sheet_layout import layout
from components.layout.pages.about import references
from components.render import csv_file, markup, workbook
from components.state.pack_choices import own_choices
from components.state.selection import DEFAULTS, TABS, Selection
from components.talks import slide_controls
from components.views import CHARTS
from data import Data, load
from data.packs import coverage, schema
from tests import sample
from tests.synthetic_packs import Maker, copy_of_data

FULL, SMALL, BARE = "SE22", "ES21", "EE00"
ALL = tuple(schema.tables())
PACKS = (
    Maker(FULL, "SE", ALL, rows=7),
    Maker(SMALL, "ES", ALL[::3], rows=1, optional=False, sources=("informe",), published=""),
    Maker(BARE, "EE", ALL[1::3], rows=3, optional=False),
)
WITHOUT = ("DE30", "PT1A", "FRY1")
SPOKEN = (
    (FULL, "en"),
    (FULL, "it"),
    (SMALL, "en"),
    (BARE, "it"),
    ("DE30", "it"),
    ("PT1A", "en"),
    ("FRY1", "en"),
)
FOREIGN = re.compile(r"Lombard|ITC4|Milan|Bergam|\b103[.,]2\b|\bItal(?:y|ia|ian [a-z]+|ian[aei] )")
FROM_PACK = [name for name in CHARTS if name in coverage.charts()]
VIEWS = [tab for tab in TABS if tab != "compare"]


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Data:
    root = copy_of_data(tmp_path_factory.mktemp("made"))
    for maker in PACKS:
        maker.write(root)
    return load(root)


def result_of(data: Data, name: str, **chosen: Any) -> tuple[ChartResult, Selection]:
    """A chart's result, of the chart itself, so that what it raises fails the test."""
    selection = Selection(tab=name.partition(".")[0], **chosen)
    return CHARTS[name](data, selection), selection


def words_of(name: str, result: ChartResult, chosen: Selection) -> str:
    """Everything that a chart says anywhere: on the card, in its sources, in the files that it gives."""
    with ZipFile(BytesIO(workbook.workbook(result, name, chosen))) as sheets:
        cells = sheets.read("xl/sharedStrings.xml").decode()
    figure = str(result.figure) if result.is_graph else markup.html_of(result.figure)
    parts = [
        card.question(name, result, chosen.lang),
        figure,
        result.summary,
        *result.notes,
        markup.html_of(source_line.source_line(result, chosen.lang)),
        markup.html_of(card.info(result, chosen.lang)),
        csv_file.csv(result, chosen.lang),
        cells,
    ]
    return " ".join(parts)


@pytest.mark.parametrize(("region", "lang"), SPOKEN)
@pytest.mark.parametrize("name", FROM_PACK)
def test_every_chart_stands_and_speaks_of_its_own_region(
    made: Data, name: str, region: str, lang: str
) -> None:
    result, chosen = result_of(made, name, region=region, lang=lang)
    text = words_of(name, result, chosen)
    borrowed = name == "clusters.statements" and region in WITHOUT
    assert borrowed or not (found := FOREIGN.search(text)), (
        f"{text[max(found.start() - 60, 0) : found.end() + 60]}"
    )
    assert result.rows.empty or (result.summary and result.sources), name
    assert not re.search(r">\s*(nan|None|<NA>)\s*<|\bnan\b", result.summary + " ".join(result.notes)), name


@pytest.mark.parametrize("region", [FULL, SMALL, BARE, *WITHOUT])
@pytest.mark.parametrize("name", FROM_PACK)
def test_the_coverage_report_says_which_charts_there_are(made: Data, name: str, region: str) -> None:
    needs, pack = coverage.charts()[name], made.packs.get(region)
    tables = {} if pack is None else pack.tables
    expected = not coverage.missing_for_chart(
        needs, {table: rows.astype(str).fillna("") for table, rows in tables.items()}
    )
    result, _ = result_of(made, name, region=region)
    there = result.covered and not (is_empty(result, asks=False) and "chosen" not in needs.shows)
    assert there == expected or needs.uses, f"{name} in {region}: {there}, not {expected}"


def test_what_a_chart_needs_is_what_the_report_says_it_needs() -> None:
    declared = {name: vars(chart)["needs"] for name, chart in CHARTS.items() if "needs" in vars(chart)}
    reported = {name: chart.needs for name, chart in coverage.charts().items() if chart.needs}
    assert declared == reported
    for chart in coverage.charts().values():
        assert {*chart.needs, *chart.uses} <= set(ALL)


@pytest.mark.parametrize(("region", "lang"), SPOKEN[:4])
@pytest.mark.parametrize("tab", VIEWS)
def test_every_page_of_a_made_pack_is_whole(made: Data, tab: str, region: str, lang: str) -> None:
    html = markup.html_of(page.page(made, Selection(tab=tab, region=region, lang=lang, part="all")))
    assert "data-failed" not in html
    assert "<b>d'O" not in html, "a name of the pack is markup"
    assert len(re.findall(r' id="([^"]+)"', html)) == len(set(re.findall(r' id="([^"]+)"', html)))


@pytest.mark.parametrize("region", [FULL, SMALL, BARE, *WITHOUT])
@pytest.mark.parametrize("name", FROM_PACK)
def test_a_slide_offers_what_its_region_has(made: Data, name: str, region: str) -> None:
    selection = Selection(tab=name.partition(".")[0], region=region)
    assert 'data-set="region"' in slide_controls.drawer_of(name, made, selection)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_page_about_the_papers_has_every_pack_and_each_address_once(made: Data, lang: str) -> None:
    html = markup.html_of(references(made, Selection(lang=lang)))
    ids = re.findall(r' id="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', html)) <= set(ids)
    for pack in made.packs.values():
        assert markup.html_of(pack.title[lang]) in html


def filters(data: Data, region: str) -> Iterator[dict[str, Any]]:
    """Each filter of a region's pack at its first two values, and at a value of another region's pack."""
    for field, allowed in own_choices(data.packs[region]).items():
        for value in (*allowed[:2], *own_choices(data.packs["ITC4"]).get(field, ())[-1:]):
            yield {field: (value,) if isinstance(DEFAULTS[field], tuple) else value}


@sample.EXTENT
@pytest.mark.parametrize("region", [FULL, SMALL, BARE])
def test_every_filter_of_any_pack_can_be_set_in_any_region(made: Data, region: str, extent: str) -> None:
    for turn, chosen in enumerate(filters(made, region)):
        for name in FROM_PACK if extent == sample.ALL else FROM_PACK[turn % 5 :: 5]:
            result, selection = result_of(made, name, region=region, **chosen)
            assert not FOREIGN.search(words_of(name, result, selection)), (name, chosen)


def test_a_filter_of_another_region_s_pack_leaves_the_charts_as_they_are(made: Data) -> None:
    plain, _ = result_of(made, "clusters.directory", region=FULL)
    other, _ = result_of(made, "clusters.directory", region=FULL, kind=("LTC",), place=("Milan",))
    assert plain.rows.equals(other.rows)


@pytest.mark.nightly
@pytest.mark.parametrize("table", ALL)
def test_every_chart_stands_without_any_table_and_with_it_alone(made: Data, table: str) -> None:
    full = made.packs[FULL]
    rest = {name: rows for name, rows in full.tables.items() if name != table}
    for tables in (rest, {table: full.tables[table]}):
        data = replace(made, packs={FULL: replace(full, tables=tables)})
        for name in FROM_PACK:
            result, chosen = result_of(data, name, region=FULL)
            assert card.lasting_words(name, result, chosen.lang)


@pytest.mark.nightly
@pytest.mark.parametrize("rows", [1, 2, 30])
def test_every_chart_stands_for_few_rows_and_many(tmp_path: Path, rows: int) -> None:
    root = copy_of_data(tmp_path)
    Maker("FRY1", "FR", ALL, rows=rows).write(root)
    data = load(root)
    for name in FROM_PACK:
        for location in ("declared", "found"):
            result, chosen = result_of(data, name, region="FRY1", location=location, lang="it")
            assert card.lasting_words(name, result, chosen.lang)


def test_a_fact_sheet_says_what_the_pack_of_its_region_knows(made: Data) -> None:
    for region, lang in SPOKEN:
        sheet = layout(made, Selection(region=region, lang=lang), ("key", "pack"))
        block = {item.name: item for item in sheet.blocks}.get("pack")
        assert (block is None) == (region in WITHOUT), region
        if block:
            assert block.points, region
            assert not FOREIGN.search(" ".join((block.title, *block.points, *block.limits, block.source))), (
                region
            )
