"""Derived numbers, each by one named pure function with its formula.

`rows` is always tidy: region, year, value (and flag, which no result inherits: a derived number has no flag
of its own). Every function leaves out what is missing, returns a new frame, and does not depend on the order
of its rows."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import pandas as pd

BANDS = 5
LEAST_QUOTIENT = 1.5
LEAST_SHARE = 1.0
LEAST_PAIRS = 3
GROUPS = {"leader": 125.0, "strong": 100.0, "moderate": 70.0, "emerging": 0.0}


def relative_to(rows: pd.DataFrame, reference: pd.DataFrame) -> pd.DataFrame:
    """Each value as a percentage of the reference's value of the same year: 100 x value / reference.

    `reference` has one row per year. Years without a reference, or with a reference of 0, are left out. This
    is how the Regional Innovation Scoreboard turns its scores (EU in 2016 = 100) into scores relative to the
    EU of the year."""
    base = reference[reference["value"] != 0].set_index("year")["value"]
    both = rows[rows["year"].isin(base.index)]
    return _of(both, 100 * both["value"] / both["year"].map(base))


def share_of(rows: pd.DataFrame, total: pd.DataFrame) -> pd.DataFrame:
    """Each region's share of the whole (its country, the EU) in per cent, year by year: 100 x part /
    whole."""
    return relative_to(rows, total)


def rebase(rows: pd.DataFrame, year: int) -> pd.DataFrame:
    """An index per region with `year` as 100: 100 x value / value in `year`. Regions without that year are
    left out."""
    base = rows.loc[(rows["year"] == year) & (rows["value"] != 0), ["region", "value"]]
    both = rows.merge(
        base.rename(columns={"value": "base"}), on="region", how="inner", validate="many_to_one"
    )
    return _of(both, 100 * both["value"] / both["base"])


def change(rows: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """What the value gained from `first` to `last`, in its own unit: value(last) - value(first). Columns
    region, value."""
    ends = _ends(rows, first, last)
    return pd.DataFrame({"region": ends.index, "value": (ends["last"] - ends["first"]).to_numpy()})


def percent_change(rows: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """The same in per cent of the first value: 100 x (last / first - 1). A first value of 0 or less has
    none."""
    ends = _ends(rows, first, last)
    ends = ends[ends["first"] > 0]
    return pd.DataFrame(
        {"region": ends.index, "value": (100 * (ends["last"] / ends["first"] - 1)).to_numpy()}
    )


def yearly_growth(rows: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """The constant yearly rate that leads from first to last, in per cent: 100 x ((last / first)^(1 / years)
    - 1)."""
    ends = _ends(rows, first, last)
    ends = ends[(ends["first"] > 0) & (ends["last"] > 0)]
    rate = (ends["last"] / ends["first"]) ** (1 / (last - first)) - 1
    return pd.DataFrame({"region": ends.index, "value": (100 * rate).to_numpy()})


def _ends(rows: pd.DataFrame, first: int, last: int) -> pd.DataFrame:
    """Per region, sorted, the values of two years; regions that lack one are left out."""
    wide = rows[rows["year"].isin([first, last])].pivot_table(index="region", columns="year", values="value")
    return wide.reindex(columns=[first, last]).set_axis(["first", "last"], axis=1).dropna().sort_index()


def rank(rows: pd.DataFrame, direction: str) -> pd.DataFrame:
    """Places within each year, 1 for the best: `rank` and `of` (how many were ranked) beside each row.

    Best is the highest value, unless `direction` is "lower". Equal values share the better place and the next
    place is skipped (1, 2, 2, 4), as in sports."""
    years = rows.groupby("year")["value"]
    places = years.rank(method="min", ascending=direction == "lower")
    return rows.assign(rank=places.astype("int64"), of=years.transform("size").astype("int64"))


def bands(rows: pd.DataFrame, direction: str, decimals: int | None = None) -> pd.DataFrame:
    """Fifths within each year beside each row: `band` 1 for the best fifth to 5 for the last.

    band = 1 + floor(5 x (rank - 1) / n), with the rank of `rank`. Equal values have equal ranks, so ties
    share a band. With `decimals`, so do near-ties: values that are equal as shown, rounded to so many places,
    share the band of the best of them; `rank` stays that of the exact values."""
    placed = rank(rows, direction)
    shown = placed if decimals is None else rank(rows.assign(value=rows["value"].round(decimals)), direction)
    return placed.assign(band=1 + (BANDS * (shown["rank"] - 1)) // placed["of"])


def band_of(own: float, others: list[float], direction: str, decimals: int) -> int:
    """The band of one value among others, as `bands` gives it with `decimals`."""
    shown = np.round([own, *others], decimals)
    better = (shown < shown[0]).sum() if direction == "lower" else (shown > shown[0]).sum()
    return 1 + BANDS * int(better) // len(shown)


def places_within(values: pd.Series, own: float, half: float, direction: str) -> tuple[int, int]:
    """The best and the worst place that `own` may have among `values` (without it) when every number may be
    off by up to `half`: 1 + those surely better, 1 + those possibly better."""
    sign = -1 if direction == "lower" else 1
    lead = (sign * (values.dropna() - own)).round(9)
    surely, possibly = int((lead > round(2 * half, 9)).sum()), int((lead > -round(2 * half, 9)).sum())
    return 1 + surely, 1 + possibly


def weighted_mean(rows: pd.DataFrame, weights: pd.DataFrame) -> pd.DataFrame:
    """Per year, sum(weight x value) / sum(weight) over the regions that have both: columns year, value, n.

    With population as weight this is the average the Regional Competitiveness Index uses for countries and
    the EU."""
    pairs = rows.merge(
        weights[["region", "year", "value"]].rename(columns={"value": "weight"}),
        on=["region", "year"],
        validate="one_to_one",
    )
    pairs = pairs.assign(product=pairs["value"] * pairs["weight"]).dropna(subset=["product"])
    sums = pairs.groupby("year", as_index=False).agg(
        product=("product", "sum"), weight=("weight", "sum"), n=("region", "size")
    )
    return sums.assign(value=sums["product"] / sums["weight"])[["year", "value", "n"]]


def weighted_means(values: pd.Series, weights: pd.Series, groups: pd.Series) -> pd.Series:
    """The same for groups of regions of one year: all three by region; a mean per group, over regions that
    have value and weight."""
    both = pd.DataFrame({"value": values, "weight": weights, "group": groups}).dropna()
    sums = both.assign(product=both["value"] * both["weight"]).groupby("group")[["product", "weight"]].sum()
    return sums["product"] / sums["weight"]


def sum_by_year(rows: pd.DataFrame, regions: Iterable[str]) -> pd.DataFrame:
    """Per year, the sum over the given regions: columns year, value, n. `n` says how many had a value: fewer
    than all makes the sum too low, and whoever shows it must say so."""
    chosen = rows[rows["region"].isin(list(regions))]
    return chosen.groupby("year", as_index=False).agg(value=("value", "sum"), n=("region", "size"))


def by_activity(
    values: dict[str, pd.DataFrame], codes: Iterable[str], region: str, year: int
) -> pd.DataFrame:
    """One region's employment by activity in a year, from one indicator per activity: columns activity,
    value."""
    return _by_activity(values, codes, [region], year)


def summed_by_activity(
    values: dict[str, pd.DataFrame], codes: Iterable[str], regions: Iterable[str], year: int
) -> pd.DataFrame:
    """The same summed over regions, say the 27 countries: the reference where a publisher gives no EU row."""
    return _by_activity(values, codes, list(regions), year)


def _by_activity(
    values: dict[str, pd.DataFrame], codes: Iterable[str], regions: list[str], year: int
) -> pd.DataFrame:
    parts = pd.concat([values[code].assign(activity=code) for code in codes], ignore_index=True)
    chosen = parts[parts["region"].isin(regions) & (parts["year"] == year)]
    return chosen.groupby("activity", as_index=False, sort=True).agg(
        value=("value", "sum"), n=("region", "size")
    )


def location_quotients(employment: pd.DataFrame, reference: pd.DataFrame, *, total: str) -> pd.DataFrame:
    """How much an activity weighs in a region against the reference: LQ = (e / E) / (r / R).

    e and r are the persons employed in the activity, E and R those in the activity `total`, in the region and
    in the reference. Both frames have columns activity, value. Gives activity, persons, share (% of E),
    reference_share (% of R), quotient, from the highest; activities that either side does not publish are
    left out, never counted as zero. The measure goes back to P. Sargant Florence; see A. Isserman, Journal of
    the American Institute of Planners 43 (1977)."""
    home, base = (dict(zip(item["activity"], item["value"], strict=True)) for item in (employment, reference))
    total_share, rest = home.get(total, 0), base.get(total, 0)
    rows = [
        (code, persons, 100 * persons / total_share, 100 * base[code] / rest)
        for code, persons in home.items()
        if code != total and total_share > 0 and rest > 0 and base.get(code, 0) > 0 and persons == persons
    ]
    both = pd.DataFrame(rows, columns=["activity", "persons", "share", "reference_share"])
    quotients = both.assign(quotient=both["share"] / both["reference_share"])
    return quotients.sort_values(["quotient", "activity"], ascending=[False, True], ignore_index=True)


def select_specialised(
    quotients: pd.DataFrame, *, least_quotient: float = LEAST_QUOTIENT, least_share: float = LEAST_SHARE
) -> pd.DataFrame:
    """The activities at or above both thresholds: by default LQ >= 1.5 and >= 1 % of the region's employment.

    The defaults are those of the input paper's footnote 12."""
    enough = (quotients["quotient"] >= least_quotient) & (quotients["share"] >= least_share)
    return quotients[enough].reset_index(drop=True)


def performance_group(relative: float) -> str:
    """The scoreboard's group of a region from its index relative to the EU of the same year (100 = EU).

    leader above 125, strong from 100 to 125, moderate from 70 to below 100, emerging below 70 (Regional
    Innovation Scoreboard 2023). It reproduces the column "performance group" of the 2023 workbook for each of
    its areas in the Union in 2023. The finer "+" and "-" are not in the workbook and are not derived."""
    if relative > GROUPS["leader"]:
        return "leader"
    return next(name for name in ("strong", "moderate", "emerging") if relative >= GROUPS[name])


def repeated_nationally(rows: pd.DataFrame, countries: pd.Series) -> frozenset[str]:
    """The countries, of three regions or more, whose regions all have one and the same value in every year.

    `countries` maps region code to country. Two regions may agree by chance, three seldom do; zeros are
    no repetition."""
    within = rows[rows["value"] != 0].assign(country=rows["region"].map(countries)).dropna(subset=["country"])
    spread = within.groupby(["country", "year"])["value"].agg(["nunique", "size"])
    same = (spread["nunique"] == 1) & (spread["size"] >= 3)
    return frozenset(same.groupby("country").all().loc[lambda all_years: all_years].index)


@dataclass(frozen=True)
class Correlation:
    """Pearson's r and how many regions it rests on; r is None where it is not defined."""

    r: float | None
    n: int


def correlation(first: pd.DataFrame, second: pd.DataFrame) -> Correlation:
    """Pearson's r of two indicators over the regions that have both: cov(x, y) / (sd(x) x sd(y)).

    Each frame has one row per region. Fewer than three regions, or one side that does not vary, have no r."""
    pairs = first[["region", "value"]].merge(
        second[["region", "value"]], on="region", suffixes=("_first", "_second"), validate="one_to_one"
    )
    pairs = pairs.dropna().sort_values("region")
    x, y = pairs["value_first"].to_numpy(dtype=float), pairs["value_second"].to_numpy(dtype=float)
    if len(pairs) < LEAST_PAIRS or np.ptp(x) == 0 or np.ptp(y) == 0:
        return Correlation(None, len(pairs))
    x, y = x - x.mean(), y - y.mean()
    return Correlation(float((x * y).sum() / np.sqrt((x * x).sum() * (y * y).sum())), len(pairs))


def _of(both: pd.DataFrame, values: pd.Series) -> pd.DataFrame:
    return both.assign(value=values)[["region", "year", "value"]].reset_index(drop=True)
