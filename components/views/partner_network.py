"""A region's partners in the framework programme, for any view: whose projects are counted, what is said beside every
figure, and the words that none could be placed."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from components import figures
from components.charts.naming import name_of
from components.charts.result import ChartResult
from components.i18n.grammar import Name
from components.i18n.numbers import whole_percent
from components.i18n.text import listing, say
from components.state.selection import Selection
from data import Data, partners, queries
from data.dataset import DatasetSource


@dataclass(frozen=True, eq=False)
class Network:
    """A region's partners in the newest programme there is data of; `scope` says whose projects are counted."""

    data: Data
    chosen: Selection
    programme: str
    scope: str

    @property
    def lang(self) -> str:
        return self.chosen.lang

    @cached_property
    def rows(self) -> pd.DataFrame:
        """The partners, most shared projects first; those without any at the end."""
        return partners.partners(self.data, self.chosen.region, self.programme, self.scope)

    @cached_property
    def shared(self) -> pd.DataFrame:
        return self.rows[self.rows["projects"] > 0]

    @property
    def blanks(self) -> dict[str, object]:
        country = queries.country(self.data, self.chosen.region)
        return {
            "region": name_of(self.data, self.chosen.region, self.lang),
            "country": name_of(self.data, country, self.lang),
            "programme": say(f"programme.{self.programme}", self.lang),
            "who": say(f"choice.network.{self.scope}", self.lang),
            "period": partners.period(self.data, self.programme),
        }

    @property
    def source(self) -> DatasetSource:
        return partners.source(self.data, self.programme)

    def coverage(self, scope: str = "") -> str:
        """How much of the country's money could be placed in a region: said beside every figure."""
        scope = scope or self.scope
        country = queries.country(self.data, self.chosen.region)
        found = partners.coverage(self.data, country, self.programme, scope)
        union = partners.union_coverage(self.data, self.programme, scope)
        shares = {
            "share": whole_percent(100 * found.share, self.lang) if found else "",
            "union": whole_percent(100 * union, self.lang),
            "who": say(f"choice.network.{scope}", self.lang),
        }
        key = "network.coverage" if found else "network.coverage.none"
        return say(key, self.lang, **(self.blanks | shares))

    @property
    def notes(self) -> tuple[str, ...]:
        """Whose organisations count where, and where other organisations than asked for are counted."""
        other = self.scope != self.chosen.network
        network_name = say(f"choice.network.{self.chosen.network}", self.lang)
        instead = (
            (say("network.instead", self.lang, **self.blanks, asked=network_name),)
            if other and self.scope
            else ()
        )
        return (say("network.seats", self.lang), *instead)

    def names_with_counts(self, codes: Iterable[str], counts: Iterable[str]) -> str:
        """Regions with their counts behind their names, in a row."""
        names = [
            Name(f"{name} ({count})", self.lang, name.grammar)
            for name, count in (
                (name_of(self.data, code, self.lang), count)
                for code, count in zip(codes, counts, strict=True)
            )
        ]
        return listing(names, self.lang)


def network(data: Data, chosen: Selection) -> Network:
    """The network of the chosen region, among the organisations asked for if any of the region's could be placed."""
    programme = partners.programmes(data)[0]
    for scope in dict.fromkeys((chosen.network, partners.scope_of(data, chosen.region, programme))):
        if chosen.region in partners.degrees(data, programme, scope):
            return Network(data, chosen, programme, scope)
    return Network(data, chosen, programme, partners.ALL)


def none_placed(now: Network) -> ChartResult:
    """That no participation of the region could be placed."""
    text = say("network.none", now.lang, **now.blanks)
    return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=now.blanks)
