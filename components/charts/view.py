"""A view as parts, and a part as sections of charts. Knows the shape of a view, not what any chart shows."""

from collections.abc import Callable
from dataclasses import dataclass

from dash.development.base_component import Component

from components.charts.result_cache import Chart, ResultCache
from components.state.selection import ALL, Selection
from data import Data


@dataclass(frozen=True)
class Section:
    """Charts that answer one group of questions, with the controls they share. Charts in `wide` take the
    whole row; `part` is the part of the view that shows the section, by the section's own name unless said. Charts in
    `asks` show nothing until something is chosen."""

    name: str
    charts: tuple[Chart, ...]
    controls: tuple[str, ...] = ()
    wide: tuple[Chart, ...] = ()
    part: str = ""
    asks: tuple[Chart, ...] = ()

    @property
    def shown_in(self) -> str:
        """The part of the view in which the section stands."""
        return self.part or self.name


@dataclass(frozen=True)
class Tab:
    """One view of the dashboard: its name is its path.

    `common` names the controls that act on the whole view and stand in the selection bar of each of its parts; `bar`
    says what stands at its foot while a region is marked."""

    name: str
    sections: tuple[Section, ...]
    bar: Callable[[Data, Selection], Component | None] | None = None
    common: tuple[str, ...] = ()

    def shown(self, part: str) -> tuple[Section, ...]:
        """The sections of a part, or of all."""
        return tuple(section for section in self.sections if part in (ALL, section.shown_in))

    @property
    def charts(self) -> dict[str, Chart]:
        """Every chart by its full name, "economy.ranking"."""
        return {
            f"{self.name}.{chart.__name__}": chart for section in self.sections for chart in section.charts
        }

    @property
    def controls(self) -> tuple[str, ...]:
        """Every control of the view, in order."""
        return self.controls_of(ALL)

    def controls_of(self, part: str) -> tuple[str, ...]:
        """The controls that stand on a part, in order."""
        own = (name for section in self.shown(part) for name in section.controls)
        return tuple(dict.fromkeys((*self.common, *own)))

    def own_controls(self, section: Section) -> tuple[str, ...]:
        """The controls that stand in a section itself."""
        return tuple(name for name in section.controls if name not in self.common)


draw = ResultCache(512)


def unmarked(chosen: Selection) -> Selection:
    """The Selection as charts see it: a mark is drawn over them in the browser and changes none of them."""
    return chosen.but(mark="") if chosen.mark else chosen
