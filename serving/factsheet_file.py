"""The fact sheet as a PowerPoint file: two upright A4 slides of real text, native tables and a native chart, where
components/layout/factsheet places them."""

import io
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_LABEL_POSITION
from pptx.util import Mm, Pt

from components.figures.lines import BREAK
from components.figures.svg_lines import Series, ticks_of
from components.i18n.text import say
from components.layout.chart_address import chart_address
from components.layout.factsheet.block import Block, Trend
from components.layout.factsheet.locator import Locator, locator
from components.layout.factsheet.measure import (
    BLOCK_PADDING,
    BULLET,
    GAP,
    SMALL,
    TEXT,
    TITLE,
    height_of_text,
    limits_text,
    title_height,
    trend_height,
)
from components.layout.factsheet.sheet_layout import ACROSS, BETWEEN, COLUMN, FOOT, HEAD, MARGIN, PAGE, Layout
from components.layout.factsheet.sheet_layout import GAP as GUTTER
from components.state.selection import Selection
from data import Data
from serving.factsheet_table import add_table
from serving.map_picture import map_picture
from serving.powerpoint_file import colour_of, write
from serving.powerpoint_shapes import set_alternative_text
from serving.powerpoint_template import describe, template

FACE = "Calibri"
NAME, SUBTITLE = 22.0, 9.0
MAP_HIGH = HEAD - 3


def file_of(data: Data, chosen: Selection, placed: Layout, foot: str, host: str) -> bytes:
    """The file; `foot` is printed under both slides, `host` stands before the links of the blocks ("" for
    none)."""
    deck = template(Mm(PAGE[0]), Mm(PAGE[1]))
    describe(deck, say("factsheet.title", chosen.lang, region=placed.title), chosen.lang)
    writers = [Writer(deck, chosen, host), Writer(deck, chosen, host)]
    first, second = writers
    top = first.head(placed, locator(data, chosen))
    for block in placed.wide:
        top = first.block(block, MARGIN, top, ACROSS) + BETWEEN
    first.columns(placed.columns[:2], top)
    second.running_title(placed)
    second.columns(placed.columns[2:], MARGIN)
    second.closing(placed)
    for number, writer in enumerate(writers, start=1):
        text = say("factsheet.foot", chosen.lang, foot=foot, number=number)
        writer.text([text], (MARGIN, PAGE[1] - MARGIN - FOOT + 1, ACROSS), SMALL, colour="soft")
    content = io.BytesIO()
    deck.save(content)
    return content.getvalue()


class Writer:
    """Puts blocks on one slide; places are in millimetres from its upper left corner."""

    def __init__(self, deck: Any, chosen: Selection, host: str) -> None:
        self.slide = deck.slides.add_slide(deck.slide_layouts[0])
        self.chosen, self.host = chosen, host
        for holder in list(self.slide.placeholders):
            if holder.placeholder_format.idx:
                holder._element.getparent().remove(holder._element)  # noqa: SLF001 - the library cannot delete a shape

    @property
    def lang(self) -> str:
        """The reader's language."""
        return self.chosen.lang

    def text(
        self,
        lines: list[str],
        place: tuple[float, float, float],
        size: float,
        *,
        bold: bool = False,
        colour: str = "ink",
        bullet: str = "",
    ) -> float:
        """Paragraphs in one box at a place (left, top, width); where they end."""
        left, top, across = place
        shown = [bullet + line for line in lines if line]
        high = sum(
            title_height(line, across) if bold else height_of_text(line, size, across) for line in shown
        )
        if not shown:
            return top
        box = self.slide.shapes.add_textbox(Mm(left), Mm(top), Mm(across), Mm(high))
        self.fill(box.text_frame, shown, size, bold=bold, colour=colour)
        return top + high

    def fill(self, frame: Any, lines: list[str], size: float, *, bold: bool, colour: str) -> None:
        """Lines in a frame without margins, a little room under each."""
        frame.word_wrap = True
        frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
        write(frame, lines, self.lang, size=size, bold=bold, colour=colour, face=FACE)
        for paragraph in frame.paragraphs:
            paragraph.space_after = Mm(GAP)

    def head(self, placed: Layout, shown: Locator) -> float:
        """Name, code, lead and map; where they end."""
        across = ACROSS - MAP_HIGH - 4
        self.title(placed.title, MARGIN, MARGIN, across, NAME, 11)
        top = self.text([placed.subtitle], (MARGIN, MARGIN + 10, across), SUBTITLE, colour="soft")
        self.text(list(placed.lead), (MARGIN, top + 1, across), TEXT)
        picture = io.BytesIO(map_picture(shown))
        left = PAGE[0] - MARGIN - MAP_HIGH
        set_alternative_text(
            self.slide.shapes.add_picture(picture, Mm(left), Mm(MARGIN), height=Mm(MAP_HIGH)), shown.label
        )
        return MARGIN + HEAD

    def title(self, text: str, left: float, top: float, across: float, size: float, high: float) -> None:
        """The slide's title in its own placeholder."""
        place = self.slide.shapes.title
        place.left, place.top, place.width, place.height = Mm(left), Mm(top), Mm(across), Mm(high)
        self.fill(place.text_frame, [text], size, bold=True, colour="accent")

    def running_title(self, placed: Layout) -> None:
        """What the second slide is called, in its upper margin."""
        text = say("factsheet.running", self.lang, region=placed.title)
        self.title(text, MARGIN, 4, ACROSS, SMALL, 4.5)

    def columns(self, shown: tuple[tuple[Block, ...], ...], top: float) -> None:
        """Columns side by side."""
        for at, column in enumerate(shown):
            below = top
            for block in column:
                below = self.block(block, MARGIN + at * (COLUMN + GUTTER), below, COLUMN) + BETWEEN

    def block(self, shown: Block, left: float, top: float, across: float) -> float:
        """A block; where it ends."""
        below = self.rule(left, top, across) + BLOCK_PADDING
        below = self.heading(shown, left, below, across)
        below = self.text(list(shown.texts), (left, below, across), TEXT)
        if shown.trend:
            self.trend(shown.trend, left, below, across)
            below += trend_height(across) + GAP
        for table in shown.tables:
            below = add_table(self.slide, table, (left, below, across), self.lang) + GAP
        below = self.text(list(shown.points), (left, below, across - BULLET), TEXT, bullet="• ")
        below = self.text([limits_text(shown)], (left, below, across), SMALL, colour="soft")
        return self.text([shown.source], (left, below, across), SMALL, colour="soft")

    def heading(self, shown: Block, left: float, top: float, across: float) -> float:
        """A block's title, a link to its live chart where others can reach it; where it ends."""
        below = self.text([shown.title], (left, top, across), TITLE, bold=True, colour="accent")
        if self.host:
            run = self.slide.shapes[-1].text_frame.paragraphs[0].runs[0]
            run.hyperlink.address = self.host + chart_address(shown.chart, self.chosen)
        return below

    def rule(self, left: float, top: float, across: float) -> float:
        """A hair line over a block."""
        line = self.slide.shapes.add_connector(1, Mm(left), Mm(top), Mm(left + across), Mm(top))
        line.line.color.rgb, line.line.width = colour_of("accent"), Pt(0.75)
        return top

    def trend(self, shown: Trend, left: float, top: float, across: float) -> None:
        """The lines as a chart that can be edited."""
        years = sorted({year for item in shown.series for year, _, _ in item.points})
        rows = CategoryChartData(number_format="#,##0" if not shown.decimals else "0." + "0" * shown.decimals)
        rows.categories = [str(year) for year in years]
        for item in shown.series:
            values = {year: value for year, value, _ in item.points}
            rows.add_series(str(item.name), [values.get(year) for year in years])
        place = (Mm(left), Mm(top), Mm(across), Mm(trend_height(across)))
        frame = self.slide.shapes.add_chart(XL_CHART_TYPE.LINE_MARKERS, *place, rows)
        set_alternative_text(frame, f"{shown.label}; {shown.unit}")
        set_style(frame.chart, shown)

    def closing(self, placed: Layout) -> None:
        """What stands under the columns of the second slide."""
        top = PAGE[1] - MARGIN - FOOT - placed.closing.height
        below = self.rule(MARGIN, top, ACROSS) + BLOCK_PADDING
        below = self.text([placed.closing.title], (MARGIN, below, ACROSS), TITLE, bold=True, colour="accent")
        self.text(list(placed.closing.texts), (MARGIN, below, ACROSS), SMALL, colour="soft")


def set_style(chart: Any, shown: Trend) -> None:
    """Small letters, thin lines in the colours of the page, the names under the drawing."""
    chart.font.size, chart.font.name, chart.has_title = Pt(SMALL), FACE, False
    chart.has_legend = True
    chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.BOTTOM, False
    for plotted, series in zip(chart.plots[0].series, shown.series, strict=True):
        colour = RGBColor.from_string(series.colour.removeprefix("#").upper())
        plotted.smooth = False
        plotted.marker.style, plotted.marker.size = XL_MARKER_STYLE.CIRCLE, 4
        plotted.marker.format.fill.solid()
        plotted.marker.format.fill.fore_color.rgb = colour
        plotted.marker.format.line.color.rgb = colour
        plotted.format.line.width = Pt(1.75)
        plotted.format.line.color.rgb = colour
        open_marks(plotted, series, [str(year) for year in chart.plots[0].categories])
    ticks = ticks_of(shown.series)
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = ticks[0], ticks[-1]
    chart.value_axis.major_unit = ticks[1] - ticks[0]
    chart.value_axis.major_gridlines.format.line.color.rgb = colour_of("grid")
    chart.value_axis.format.line.fill.background()
    chart.category_axis.tick_label_position = XL_TICK_LABEL_POSITION.LOW


def open_marks(plotted: Any, line: Series, years: list[str]) -> None:
    """Open marks for flagged values, square ones for breaks, as on the page."""
    for year, _, flag in line.points:
        if flag:
            mark = plotted.points[years.index(str(year))].marker
            mark.style = XL_MARKER_STYLE.SQUARE if BREAK in flag else XL_MARKER_STYLE.CIRCLE
            mark.format.fill.solid()
            mark.format.fill.fore_color.rgb = colour_of("ground")
