"""A chart as everything it needs to be trusted: figure, the very rows, where they come from, and what they
say."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import pandas as pd
from dash import html
from dash.development.base_component import Component

from components.charts.provenance import Citation, citations
from components.i18n.text import say
from data.records import Indicator

Figure = dict[str, Any] | Component


@dataclass(frozen=True, eq=False)
class ChartResult:
    """What one chart shows for one Selection, compared by identity.

    figure   a plotly figure as a plain dict, or HTML where words, cards or a table say it better
    rows     exactly what is drawn, one row per mark; columns are named in i18n/words/columns.toml
    sources  what the rows come from: Indicators, records of sources, or Citations where a source's years cannot be
             read from the rows
    summary  one or two sentences computed from the rows
    notes    what a careful reader must know: errata, vintages, what nobody publishes
    blanks   fills the {blanks} of the chart's question
    decimals places shown per column (or for every number); the CSV keeps them all
    year     what the source line says of time, when the rows have no `year` column and there is one source
    covered  false where no source covers the region, so that nothing of the kind is drawn for it
    failed   whether the chart could not be drawn; the figure is then a sentence that says so
    """

    figure: Figure
    rows: pd.DataFrame
    sources: tuple[Any, ...] = ()
    summary: str = ""
    notes: tuple[str, ...] = ()
    blanks: Mapping[str, object] = field(default_factory=dict)
    decimals: int | Mapping[str, int] | None = None
    year: str = ""
    covered: bool = True
    failed: bool = False

    @property
    def is_graph(self) -> bool:
        """Whether plotly draws it."""
        return isinstance(self.figure, dict)

    @property
    def years(self) -> str:
        """The years of the rows: "2022", "2013–2024" or what `year` says."""
        if self.year or "year" not in self.rows:
            return self.year
        years = [
            int(value)
            for value in pd.to_numeric(self.rows["year"], errors="coerce").tolist()
            if value == value
        ]
        if not years:
            return self.year
        first, last = min(years), max(years)
        return f"{first}" if first == last else f"{first}–{last}"

    @cached_property
    def cited(self) -> tuple[Citation, ...]:
        """Each source once, with the years and indicators that belong to it."""
        return citations(self.sources, self.rows, self.years)

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """The indicators shown, in order of appearance."""
        return tuple(dict.fromkeys(indicator for citation in self.cited for indicator in citation.indicators))

    @property
    def standings(self) -> tuple[str, ...]:
        """The standings that occur in the rows, in order of appearance."""
        named = self.rows["standing"].tolist() if "standing" in self.rows else []
        return tuple(dict.fromkeys(name for name in named if isinstance(name, str)))

    def places(self, column: str) -> int | None:
        """Decimal places to show in a column."""
        return self.decimals.get(column) if isinstance(self.decimals, Mapping) else self.decimals


def failed_chart(language: str) -> ChartResult:
    """What stands in the place of a chart that could not be drawn."""
    text = html.P(say("chart.failed.text", language), className="nothing", **{"data-failed": "true"})
    return ChartResult(text, pd.DataFrame(), failed=True)
