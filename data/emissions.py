"""A region's greenhouse gases by sector, and how they have changed. EDGAR (data/breakdowns/edgar); no charts, no words.

The totals, per head and per GDP, of every region, country and the EU are the indicators ghg, ghg_per_head and
ghg_per_gdp (data/derived.py)."""

from functools import cache

import pandas as pd

from data import Data, queries
from data.queries import UNION

TABLE, MEASURE = "edgar", "ghg"
POPULATION = "ardeco_population"
TONNES = 1000


@cache
def by_sector(data: Data, year: int) -> pd.DataFrame:
    """Emissions of a year in kt CO2eq: regions, countries and the EU x sectors; sums leave out what the
    model allocates to no region."""
    wide = data.breakdowns[TABLE].of(MEASURE, year)
    countries = data.regions.loc[wide.index, "country"].to_numpy()
    union = wide.sum(min_count=1).to_frame(UNION).T
    return pd.concat([wide, wide.groupby(countries).sum(min_count=1), union])


@cache
def years(data: Data) -> tuple[int, ...]:
    return data.breakdowns[TABLE].years


def sectors(data: Data, area: str, year: int) -> pd.DataFrame:
    """One area by sector, from the largest: sector, value (kt CO2eq), share (% of the sectors that have a value) and
    per_head (t CO2eq per inhabitant). The people of a country and of the EU are those of the regions summed."""
    values = by_sector(data, year).loc[area].dropna()
    people = inhabitants(data, area, year)
    rows = pd.DataFrame(
        {
            "sector": values.index,
            "value": values.to_numpy(),
            "share": (100 * values / values.sum()).to_numpy(),
            "per_head": (TONNES * values / people).to_numpy() if people else float("nan"),
        }
    )
    return rows.sort_values(["value", "sector"], ascending=[False, True], ignore_index=True)


def inhabitants(data: Data, area: str, year: int) -> float | None:
    """The average population of a year: of a region, or of all regions of a country or the EU that the model has."""
    people = queries.cells(data, POPULATION, year)
    inside = data.breakdowns[TABLE].of(MEASURE, year).index
    if area in inside:
        return people.get(area)
    chosen = inside if area == UNION else inside[data.regions.loc[inside, "country"] == area]
    found = [people[region] for region in chosen if region in people]
    return sum(found) if found else None


def change(data: Data, area: str, first: int, last: int) -> pd.DataFrame:
    """The change of each sector between two years: sector, first, last, change (kt CO2eq) and percent
    (100 x change / first)."""
    before, after = (by_sector(data, year).loc[area] for year in (first, last))
    rows = pd.DataFrame({"first": before, "last": after}).dropna().rename_axis("sector").reset_index()
    changed = rows["last"] - rows["first"]
    return rows.assign(change=changed, percent=100 * changed / rows["first"].where(rows["first"] > 0))
