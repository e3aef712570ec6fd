"""The fact sheet of any region: blocks with something in them, each with its source, and room for all on two sheets."""

import re

import pytest

from components.charts.result import ChartResult
from components.i18n.text import LANGUAGES, say
from components.layout.factsheet.block import Block
from components.layout.factsheet.choice import (
    BLOCKS,
    blocks_in,
    factsheet_url,
    unknown_blocks,
)
from components.layout.factsheet.locator import HOME, locator
from components.layout.factsheet.sheet_layout import Layout, layout
from components.state.query_text import split_address, words_of
from components.state.selection import Selection
from components.views import CHARTS
from data import Data
from tests import sample

FEWEST = 5
LICENCE = re.compile(r"CC BY|2011/833/EU|©")
STANDING = re.compile(r"(Standing|Natura del dato): [^.]+\.$")
YEAR = re.compile(r"\b(19|20)\d\d\b")


def layout_of(data: Data, region: str, lang: str, **more: object) -> Layout:
    return layout(data, Selection(region=region, lang=lang, **more), tuple(BLOCKS))  # type: ignore[arg-type]


def names_of(sheet: Layout) -> list[str]:
    """The blocks of a sheet, and those that are not covered."""
    return [*(block.name for block in sheet.blocks), *(gap.name for gap in sheet.gaps)]


def numbers_of(block: Block) -> int:
    """How many numbers stand in a block."""
    cells = [text for table in block.tables for row in table.rows for text in row]
    points = sum(len(item.points) for item in block.trend.series) if block.trend else 0
    texts = (*block.texts, *block.points, *cells)
    return points + sum(any(letter.isdigit() for letter in text) for text in texts)


@pytest.mark.parametrize(("lang", "turn"), list(zip(LANGUAGES, (0, 3), strict=True)))
@sample.EXTENT
def test_every_region_has_two_sheets_of_blocks_with_numbers_and_sources(
    data: Data, lang: str, turn: int, extent: str
) -> None:
    for region in sample.share(data, turn, extent):
        sheet = layout_of(data, region, lang)
        names = names_of(sheet)
        assert sorted(names) == sorted(BLOCKS), region
        assert len(sheet.blocks) >= FEWEST, region
        assert sheet.fullness <= 1, region
        for block in sheet.blocks:
            check_block(block, region)
        for gap in sheet.gaps:
            assert gap.reason.endswith("."), (region, gap)
            assert gap.reason in " ".join(sheet.closing.texts), (region, gap)


def check_block(block: Block, region: str) -> None:
    """A block has numbers, a live chart, and publishers with years, licence and standing; its tables are whole."""
    assert numbers_of(block) >= 1, (region, block.name)
    assert block.chart in CHARTS, (region, block.name)
    assert LICENCE.search(block.source), (region, block.name, block.source)
    assert YEAR.search(block.source), (region, block.name, block.source)
    assert STANDING.search(block.source), (region, block.name, block.source)
    texts = (block.title, *block.texts, *block.limits, *block.points)
    assert all(text.strip() for text in texts), (region, block.name)
    for table in block.tables:
        assert {len(row) for row in table.rows} == {len(table.columns)}, (region, block.name)
        assert all(text for row in table.rows for text in row), (region, block.name)
        assert all(0 <= bar <= 1 for bar in table.bars), (region, block.name)


def test_numbers_of_the_sheet_are_those_of_the_charts(data: Data) -> None:
    for region, lang in zip(sample.share(data, 1), LANGUAGES * 9, strict=False):
        sheet = layout_of(data, region, lang)
        blocks = {block.name: block for block in sheet.blocks}
        if "partners" in blocks:
            chart = CHARTS["initiatives.partner_ranking"](data, Selection(region=region, lang=lang))
            shown = [row[1] for row in blocks["partners"].tables[0].rows]
            assert [re.sub(r"\D", "", text) for text in shown] == [
                str(item) for item in chart.rows["projects"].head(len(shown))
            ]
        if "clusters" in blocks:
            chart = CHARTS["clusters.sectors_here"](data, Selection(region=region, lang=lang))
            table = blocks["clusters"].tables[0]
            assert [row[0] for row in table.rows] == chart.rows["label"].head(len(table.rows)).tolist()
            strong = {
                at
                for at, is_agglomeration in enumerate(chart.rows["agglomeration"].head(len(table.rows)))
                if is_agglomeration
            }
            assert table.strong == strong


def test_strengths_are_in_the_first_fifth_and_weaknesses_in_the_last(data: Data) -> None:
    seen = 0
    for region in sample.share(data, 2):
        block = next((item for item in layout_of(data, region, "en").blocks if item.name == "standing"), None)
        for table in block.tables if block else ():
            for row in table.rows:
                rank, of = (int(item) for item in re.findall(r"\d+", row[1])[:2])
                if table.label == say("factsheet.strengths", "en"):
                    assert 5 * (rank - 1) < of, (region, row)
                else:
                    assert 5 * (rank - 1) >= 4 * of, (region, row)
                seen += 1
    assert seen > 20


def test_the_regions_compared_are_those_of_the_lens(data: Data) -> None:
    first, other = (layout_of(data, "DE21", "en", lens=lens) for lens in ("structure", "country"))
    assert "Berlin" in other.closing.texts[0]
    assert first.closing.texts[0] != other.closing.texts[0]
    keys = [next(block for block in sheet.blocks if block.name == "key") for sheet in (first, other)]
    ahead = [[row[-1] for row in block.tables[0].rows] for block in keys]
    assert ahead[0] != ahead[1]


@pytest.mark.parametrize("lens", ["own", "neighbours"])
def test_a_comparison_with_nobody_is_said(data: Data, lens: str) -> None:
    sheet = layout_of(data, "CY00", "en", lens=lens)
    assert say("factsheet.compared.none", "en") in sheet.closing.texts
    assert all("0 of 0" not in row for block in sheet.blocks for table in block.tables for row in table.rows)


@sample.EXTENT
def test_the_map_shows_every_region_and_rings_a_small_one(data: Data, extent: str) -> None:
    for region in sample.regions(data, extent):
        shown = locator(data, Selection(region=region))
        assert shown.groups[HOME].startswith("M"), region
    assert locator(data, Selection(region="MT00")).ring
    assert not locator(data, Selection(region="SE33")).ring


def test_an_address_holds_the_blocks_and_makes_the_same_sheet_again() -> None:
    chosen = Selection(region="PT20", lang="it", lens="income", indicator="gerd", peers=5.0)
    address = factsheet_url(chosen, ("key", "twin"))
    assert words_of(split_address(address)[1])["blocks"] == "key,twin"
    assert blocks_in(["twin,key"]) == blocks_in(["TWIN", "key"]) == ("key", "twin")
    assert blocks_in([]) == blocks_in(["nothing"]) == tuple(BLOCKS)
    assert unknown_blocks(["key,nothing", "more"]) == "nothing,more"


def test_chosen_blocks_are_all_that_stands_on_the_sheet(data: Data) -> None:
    for name in BLOCKS:
        sheet = layout(data, Selection(region="DE21"), (name,))
        assert names_of(sheet) == [name]


def test_a_chart_that_fails_is_said_and_the_other_blocks_stand(data: Data) -> None:
    def raises(_: Data, __: Selection) -> ChartResult:
        raise ZeroDivisionError

    chosen = Selection(region="FRK2")
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(CHARTS, "clusters.sectors_here", raises)
        broken = layout(data, chosen, tuple(BLOCKS))
    assert "clusters" in {gap.name for gap in broken.gaps}
    assert say("chart.failed.text", "en") in " ".join(broken.closing.texts)
    assert "clusters" in {block.name for block in layout(data, chosen, tuple(BLOCKS)).blocks}


@sample.EXTENT
def test_a_trend_is_of_the_chosen_indicator_or_says_why_not(data: Data, extent: str) -> None:
    codes = list(data.indicators) if extent == sample.ALL else list(data.indicators)[::9]
    for turn, code in enumerate(codes):
        region = sample.regions(data)[turn % len(sample.regions(data))]
        (block,) = layout(data, Selection(region=region, indicator=code), ("trend",)).blocks
        short = str(data.indicators[code].short["en"])
        is_chosen = block.title.startswith(say("factsheet.trend", "en", indicator=short, years=""))
        instead = any(f"No trend of “{short}”" in text for text in block.limits)
        assert is_chosen != instead, (region, code, block.title)
        assert block.trend
        assert len(block.trend.series[0].points) > 1
