"""Where the blocks of a fact sheet stand: in two columns on each of two A4 sheets, as full as each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from components.charts.naming import name_of
from components.i18n.text import listing, say
from components.layout.chart_results import chart_result
from components.layout.factsheet.block import Block, ChartFailed, Gap, Sheet
from components.layout.factsheet.choice import BLOCKS
from components.layout.factsheet.measure import SMALL, block_height, height_of_text, title_height
from components.layout.factsheet.numbers import HEADLINES
from components.state.selection import Selection
from components.views.compare.compared import compared_with
from data import Data, queries

PAGE, MARGIN, GAP = (210.0, 297.0), 10.0, 6.0
ACROSS = PAGE[0] - 2 * MARGIN
COLUMN = (ACROSS - GAP) / 2
FOOT = 5.0
HEAD = 38.0
BETWEEN = 2.5  # the least between two blocks of a column
TIGHTEST = 5
BlockAt = Callable[[Data, Selection, str, int], Block | Gap]


@dataclass(frozen=True)
class ClosingNotes:
    """What stands under the blocks of the second sheet: with whom the region is compared, what is not covered, how to
    read the numbers."""

    title: str
    texts: tuple[str, ...]

    @property
    def height(self) -> float:
        """Its height over the whole width."""
        title = title_height(self.title, ACROSS)
        return title + sum(height_of_text(text, SMALL, ACROSS) for text in self.texts) + BETWEEN


@dataclass(frozen=True)
class Layout:
    """The blocks in their places: over the whole width of the first sheet, in its columns, in those of the second."""

    wide: tuple[Block, ...]
    columns: tuple[tuple[Block, ...], ...]
    gaps: tuple[Gap, ...]
    closing: ClosingNotes
    fullness: float
    title: str
    subtitle: str
    lead: tuple[str, ...]

    @property
    def blocks(self) -> tuple[Block, ...]:
        """All of them in order."""
        return (*self.wide, *(block for column in self.columns for block in column))


def layout(data: Data, chosen: Selection, names: tuple[str, ...]) -> Layout:
    """The chosen blocks in their places. Cached unless a chart could not be drawn."""
    try:
        return cached_layout(data, chosen, names)
    except ChartFailed:
        return fit_blocks(Sheet(data, chosen), names, block_or_gap)


@lru_cache(maxsize=32)
def cached_layout(data: Data, chosen: Selection, names: tuple[str, ...]) -> Layout:
    """The same; raises ChartFailed."""
    return fit_blocks(Sheet(data, chosen), names, block_at)


def fit_blocks(sheet: Sheet, names: tuple[str, ...], make: BlockAt) -> Layout:
    """The chosen blocks with as many rows as two sheets have room for: all as short as need be, then each as long as
    the others leave room for."""

    def placed_at(details: Mapping[str, int], on_first: int | None = None) -> Layout:
        pieces = [make(sheet.data, sheet.chosen, name, detail) for name, detail in details.items()]
        return placed_blocks(sheet, pieces, on_first)

    details = dict.fromkeys(names, 0)
    placed = placed_at(details)
    while placed.fullness > 1 and max(details.values()) < TIGHTEST:
        details = {name: detail + 1 for name, detail in details.items()}
        placed = placed_at(details)
    first = len(placed.columns[0]) + len(placed.columns[1])
    for name, detail in details.items():
        for longer in range(detail):
            tried = placed_at({**details, name: longer}, first)
            if tried.fullness <= 1:
                details, placed = {**details, name: longer}, tried
                break
    return placed


def placed_blocks(sheet: Sheet, pieces: Sequence[Block | Gap], on_first: int | None) -> Layout:
    """Blocks in their places; so many of them in the columns of the first sheet, or as many as fit."""
    blocks = [row for row in pieces if isinstance(row, Block)]
    gaps = tuple(row for row in pieces if isinstance(row, Gap))
    wide = tuple(block for block in blocks if block.is_wide)
    narrow = [block for block in blocks if not block.is_wide]
    end = closing_notes(sheet, gaps)
    room = PAGE[1] - 2 * MARGIN - FOOT
    first = room - HEAD - sum(block_height(block, ACROSS) + BETWEEN for block in wide)
    columns, fullness = balance_columns(narrow, (first, room - end.height), on_first)
    return Layout(wide, columns, gaps, end, fullness, *head(sheet))


def block_or_gap(data: Data, chosen: Selection, name: str, detail: int) -> Block | Gap:
    """A block, or a gap that says that one of its charts could not be drawn."""
    try:
        return block_at(data, chosen, name, detail)
    except ChartFailed:
        title = say(f"factsheet.block.{name}", chosen.lang)
        return Gap(name, title, say("chart.failed.text", chosen.lang))


@lru_cache(maxsize=256)
def block_at(data: Data, chosen: Selection, name: str, detail: int) -> Block | Gap:
    """A block at a level of detail."""
    return BLOCKS[name](Sheet(data, chosen, detail))


def head(sheet: Sheet) -> tuple[str, str, tuple[str, ...]]:
    """The region's name; its code, and its country where the region is not all of it; what its headline numbers say,
    and against whom it is set."""
    data, lang, region = sheet.data, sheet.lang, sheet.chosen.region
    key = "head.whole" if queries.is_whole_country(data, region) else "head"
    subtitle = sheet.words(key, code=region, country=name_of(data, queries.country(data, region), lang))
    lens, near = say(f"choice.lens.{sheet.chosen.lens}", lang), compared_with(data, sheet.chosen)
    against = sheet.words("against" if near else "against.none", lens=lens, count=len(near))
    summary = chart_result(HEADLINES, data, sheet.chosen).summary
    return str(name_of(data, region, lang)), subtitle, (summary, against)


def balance_columns(
    blocks: Sequence[Block], rooms: tuple[float, float], on_first: int | None = None
) -> tuple[tuple[tuple[Block, ...], ...], float]:
    """The blocks in the two columns of either sheet, and how full the fullest column is (1 is full): on the first
    sheet as many of the first as fit, or `on_first`; on each sheet whichever columns are most alike in height."""
    heights = [block_height(block, COLUMN) + BETWEEN for block in blocks]

    def sides(start: int, end: int, room: float) -> tuple[float, tuple[int, ...]]:
        """How full the fuller column of a sheet is at best, and which blocks stand on its left."""
        places = range(start, end)
        total = sum(heights[start:end])
        return min(
            (max(left, total - left) / room, chosen)
            for count in range(len(places) + 1)
            for chosen in combinations(places, count)
            for left in [sum(heights[at] for at in chosen)]
        )

    count = len(blocks)
    tried = range(count + 1) if on_first is None else [on_first]
    splits = {at: max(sides(0, at, rooms[0])[0], sides(at, count, rooms[1])[0]) for at in tried}
    split = max((at for at in splits if splits[at] <= 1), default=min(splits, key=lambda at: splits[at]))
    columns: list[tuple[Block, ...]] = []
    for start, end, room in ((0, split, rooms[0]), (split, count, rooms[1])):
        left = sides(start, end, room)[1] or tuple(range(start, end))
        columns.append(tuple(blocks[at] for at in left))
        columns.append(tuple(blocks[at] for at in range(start, end) if at not in left))
    return tuple(columns), splits[split]


def closing_notes(sheet: Sheet, gaps: tuple[Gap, ...]) -> ClosingNotes:
    """What belongs to the whole sheet."""
    lang, chosen = sheet.lang, sheet.chosen
    near = [name_of(sheet.data, code, lang) for code in compared_with(sheet.data, chosen)]
    lens = say(f"choice.lens.{chosen.lens}", lang)
    compared = (
        say("compare.card.peers_are", lang, lens=lens, names=listing(near, lang))
        if near
        else sheet.words("compared.none")
    )
    lacking = [sheet.words("gap", title=gap.title, reason=gap.reason) for gap in gaps]
    texts = (compared, *lacking, sheet.words("reading"), sheet.words("boundaries"))
    return ClosingNotes(sheet.words("closing"), texts)
