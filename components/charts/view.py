"""A view as parts, and a part as sections of charts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

from dash.development.base_component import Component

from components.charts.result_cache import Chart, ResultCache
from components.state.selection import ALL, Selection
from data import Data


@dataclass(frozen=True)
class Forms:
    """Charts of the same rows that share one card, each under the name of its form ("map", "strip"); the first is
    shown until `Selection.form` names another."""

    charts: tuple[tuple[str, Chart | str], ...]

    def chosen_form(self, chosen: Selection) -> Chart | str:
        """The chart in the form that is chosen, else in the first."""
        return dict(self.charts).get(chosen.form, self.charts[0][1])


Charts = tuple[Chart | str | Forms, ...]
Entry = tuple[Chart | str, Forms | None]


def each_form(charts: Charts) -> tuple[Chart | str, ...]:
    """All charts, each form of a card as a chart of its own."""
    forms = (
        [chart for _, chart in entry.charts] if isinstance(entry, Forms) else [entry] for entry in charts
    )
    return tuple(chart for entry in forms for chart in entry)


def full_name(view: str, chart: Chart | str) -> str:
    """A chart's full name, "economy.ranking"; a chart of another view is given by it."""
    return chart if isinstance(chart, str) else f"{view}.{chart.__name__}"


@dataclass(frozen=True)
class Section:
    """Charts that answer one group of questions, with the controls they share. Charts in `wide` take the
    whole row; `part` is the part of the view that shows the section, by the section's own name unless said. Charts in
    `asks` show nothing until something is chosen. A text among the charts is the full name of a chart of another view:
    it is shown on its part, and not where the whole view is. `former` are names by which older links know it.
    A section of more than two cards says how a wide screen shows them: three beside each other from
    `three_abreast_from` cards on, else in two columns, those in `second_column` in the second. `unfolded` are controls
    of the view that stand here in the open and not behind one word."""

    name: str
    charts: Charts
    controls: tuple[str, ...] = ()
    wide: Charts = ()
    part: str = ""
    asks: tuple[Chart, ...] = ()
    former: tuple[str, ...] = ()
    three_abreast_from: int = 0
    second_column: Charts = ()
    unfolded: tuple[str, ...] = ()

    @property
    def shown_in(self) -> str:
        """The part of the view in which the section stands."""
        return self.part or self.name

    @property
    def every_chart(self) -> tuple[Chart | str, ...]:
        """All charts, each form of a card as a chart of its own."""
        return each_form(self.charts)

    @property
    def own_charts(self) -> tuple[Chart, ...]:
        """All charts that are not of another view."""
        return tuple(chart for chart in self.every_chart if not isinstance(chart, str))

    def on_screen(self, chosen: Selection) -> tuple[Entry, ...]:
        """The charts to show, each with the forms it may take instead; on the whole view every own chart."""
        if chosen.part == ALL:
            return tuple((chart, None) for chart in self.own_charts)
        return tuple(
            (entry.chosen_form(chosen), entry) if isinstance(entry, Forms) else (entry, None)
            for entry in self.charts
        )

    def is_three_abreast(self, cards: int) -> bool:
        """Whether so many cards stand three beside each other on a wide screen."""
        return 0 < self.three_abreast_from <= cards

    def columns(self, entries: Sequence[Entry]) -> tuple[tuple[Entry, ...], ...]:
        """What is on screen, cut for two columns from top to bottom: a chart that takes the whole row for itself, the
        others between two of those by column. Where a column would be empty, they are cut in half."""
        cut: list[tuple[Entry, ...]] = []
        for is_wide, group in groupby(entries, lambda entry: self.is_wide(*entry)):
            row = tuple(group)
            second = tuple(entry for entry in row if entry[0] in each_form(self.second_column))
            first = tuple(entry for entry in row if entry not in second)
            half = (len(row) + 1) // 2
            if is_wide or len(row) == 1:
                cut += [(entry,) for entry in row]
            else:
                cut += [first, second] if first and second else [row[:half], row[half:]]
        return tuple(cut)

    def is_wide(self, chart: Chart | str, forms: Forms | None) -> bool:
        """Whether a chart takes the whole row."""
        return chart in self.wide or forms in self.wide


@dataclass(frozen=True)
class Tab:
    """One view of the dashboard: its name is its path.

    `common` names the controls that act on the whole view and stand in the selection bar of each of its parts, those in
    `folded` behind one word; `bar` says what stands at its foot while a region is marked, `count_text` how
    many things of how many pass the filters, "" where none is chosen or the region has none of them."""

    name: str
    sections: tuple[Section, ...]
    bar: Callable[[Data, Selection], Component | None] | None = None
    common: tuple[str, ...] = ()
    folded: tuple[str, ...] = ()
    count_text: Callable[[Data, Selection], str] | None = None

    def sections_of(self, part: str) -> tuple[Section, ...]:
        """The sections of a part, or of all."""
        return tuple(section for section in self.sections if part in (ALL, section.shown_in))

    def forms_of(self, part: str) -> set[str]:
        """The names of forms that a chart of a part, or of all, has."""
        entries = (entry for section in self.sections_of(part) for entry in section.charts)
        return {form for entry in entries if isinstance(entry, Forms) for form, _ in entry.charts}

    @property
    def charts(self) -> dict[str, Chart]:
        """Every chart by its full name, "economy.ranking"."""
        return {
            full_name(self.name, chart): chart for section in self.sections for chart in section.own_charts
        }

    @property
    def controls(self) -> tuple[str, ...]:
        """Every control of the view, in order."""
        return self.controls_of(ALL)

    def controls_of(self, part: str) -> tuple[str, ...]:
        """The controls that stand on a part, in order."""
        own = (name for section in self.sections_of(part) for name in section.controls)
        return tuple(dict.fromkeys((*self.common, *self.folded, *own)))

    def own_controls(self, section: Section) -> tuple[str, ...]:
        """The controls that stand in a section itself."""
        elsewhere = {*self.common, *self.folded}.difference(section.unfolded)
        return tuple(name for name in section.controls if name not in elsewhere)

    def folded_on(self, part: str) -> tuple[str, ...]:
        """The controls that stand behind one word in the selection bar of a part."""
        unfolded = {name for section in self.sections_of(part) for name in section.unfolded}
        return tuple(name for name in self.folded if name not in unfolded)


draw = ResultCache(128)


def without_mark(chosen: Selection) -> Selection:
    """The Selection that charts are drawn for: a mark is added in the browser and changes no chart."""
    return chosen.but(mark="") if chosen.mark else chosen
