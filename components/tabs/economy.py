"""Economic profile: which rows answer which question about a region's economy."""

from components import figures
from components.figures.frame import Look
from components.picture import Picture
from components.selection import Selection
from components.view import Section, Tab
from data import Data


def ranking(data: Data, chosen: Selection) -> Picture:
    """The chosen indicator in its latest year, from most to least."""
    indicator = data.indicators[chosen.indicator]
    rows = data.values[chosen.indicator]
    rows = rows[rows["year"] == rows["year"].max()].sort_values("value", ascending=False)
    rows = rows.assign(label=rows["region"].map(data.regions[f"name_{chosen.lang}"]), key=rows["region"], standing="published")
    look = Look(chosen.theme, chosen.lang, indicator.unit[chosen.lang], indicator.decimals)
    return Picture(figures.ranking(rows, look, highlight=chosen.region), rows, (indicator.source,), "Summary.", decimals=0)


TAB = Tab("economy", (Section("comparison", (ranking,), ("indicator",)),))
