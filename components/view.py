"""A tab as sections of charts. Knows the shape of a view, not what any chart shows."""

from collections.abc import Callable
from dataclasses import dataclass

from dash.development.base_component import Component

from components.drawn import Chart, Drawn
from components.selection import Selection
from data import Data


@dataclass(frozen=True)
class Section:
    """Charts that answer one group of questions, with the controls they share. Charts in `wide` take the
    whole row."""

    name: str
    charts: tuple[Chart, ...]
    controls: tuple[str, ...] = ()
    wide: tuple[Chart, ...] = ()


@dataclass(frozen=True)
class Tab:
    """One view of the dashboard: its name is its path; `bar` says what stands at its foot while a region is marked."""

    name: str
    sections: tuple[Section, ...]
    bar: Callable[[Data, Selection], Component | None] | None = None

    @property
    def charts(self) -> dict[str, Chart]:
        """Every chart by its full name, "economy.ranking"."""
        return {
            f"{self.name}.{chart.__name__}": chart for section in self.sections for chart in section.charts
        }

    @property
    def controls(self) -> tuple[str, ...]:
        """Every control of the tab, in order."""
        return tuple(name for section in self.sections for name in section.controls)


draw = Drawn(512)


def unmarked(chosen: Selection) -> Selection:
    """The Selection as charts see it: a mark is drawn over them in the browser and changes none of them."""
    return chosen.but(mark="") if chosen.mark else chosen
