"""What a region's economy consists of, how that has changed, and how much of the change its mix of sections explains.
Sections of the economy from ARDECO (data/breakdowns/sections); no charts, no words.

Countries and the EU are the sums of the regions that the file has: it lacks ten regions of Spain, France and
Portugal (`missing_regions` names them)."""

from collections.abc import Container
from functools import cache, lru_cache

import pandas as pd

from data import Data
from data.queries import UNION

TABLE = "sections"


@lru_cache(maxsize=1024)
def area(data: Data, region: str, table: str = TABLE) -> str:
    """The code under which a breakdown has a region: its own, that of the region within its boundaries of an earlier
    NUTS, or ""."""
    return area_among(data, region, codes(data, table))


def area_among(data: Data, region: str, known: Container[str]) -> str:
    """The same for any set of codes."""
    if region in known:
        return region
    successors = data.regions["successor"]
    earlier = [str(code) for code in successors.index[successors == region] if code in known]
    return earlier[0] if len(earlier) == 1 else ""


@cache
def codes(data: Data, table: str = TABLE) -> frozenset[str]:
    """The codes that a breakdown has any row of."""
    return frozenset(data.breakdowns[table].values.index.get_level_values("region"))


@cache
def missing_regions(data: Data, table: str = TABLE) -> tuple[str, ...]:
    """The regions of NUTS 2021 that a breakdown has no row of, sorted."""
    level2 = data.regions[(data.regions["level"] == "nuts2") & data.regions["nuts2021"]]
    return tuple(sorted(set(level2.index) - codes(data, table)))


@cache
def values(data: Data, measure: str, year: int) -> pd.DataFrame:
    """One measure of a year: regions, countries and the EU x sections. Sums leave out cells that are missing."""
    wide = data.breakdowns[TABLE].of(measure, year)
    countries = data.regions.loc[wide.index, "country"].to_numpy()
    union = wide.sum(min_count=1).to_frame(UNION).T
    return pd.concat([wide, wide.groupby(countries).sum(min_count=1), union])


@lru_cache(maxsize=16)
def shares(data: Data, measure: str, year: int) -> pd.DataFrame:
    """Each section's share of the whole in per cent: 100 x section / sum of the sections. None where a section is
    missing."""
    wide = values(data, measure, year)
    return 100 * wide.div(wide.sum(axis=1, skipna=False), axis=0)


def quotients(data: Data, measure: str, year: int, reference: str = UNION) -> pd.DataFrame:
    """How much each section weighs against a reference: LQ = (e / E) / (r / R), regions x sections.

    See `statistics.location_quotients` for the source of the measure."""
    wide = shares(data, measure, year)
    return wide / wide.loc[reference]


def shift_share(
    data: Data, region: str, first: int, last: int, *, reference: str = UNION, measure: str = "jobs"
) -> pd.DataFrame:
    """How much of a region's change from `first` to `last` the reference and the region's mix of sections explain.

    One row per section, in the unit of `measure`: first, last, change, and its three parts, which add up to the change:
    national = e x G (the section growing as the whole of the reference), mix = e x (g - G) (as the section does in the
    reference), competitive = e x (r - g) (what remains). e is the value in `first`; G, g and r are the growth rates of
    the reference's whole, of the section in the reference, and of the section in the region. Classic form: E. S. Dunn,
    Papers of the Regional Science Association 6 (1960). Sections without a value in either year, or none at the
    start, are left out."""
    before, after = (values(data, measure, year) for year in (first, last))
    rows = pd.DataFrame({"first": before.loc[region], "last": after.loc[region]})
    base = pd.DataFrame({"first": before.loc[reference], "last": after.loc[reference]})
    rows = rows.dropna()[lambda found: found["first"] > 0]
    overall = base["last"].sum() / base["first"].sum() - 1
    growth = base["last"] / base["first"] - 1
    start = rows["first"]
    parts = {
        "change": rows["last"] - start,
        "national": start * overall,
        "mix": start * (growth - overall),
        "competitive": rows["last"] - start - start * growth,
    }
    return rows.assign(**{name: part.reindex(rows.index) for name, part in parts.items()})
