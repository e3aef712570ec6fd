"""In which NACE divisions regions are specialised: persons employed by division in 2014 (all business sectors) and
2022 (manufacturing), location quotients, agglomerations, and which specialisations go together. No charts, no words.

2014 comes from data/breakdowns/sbs_2014, 2022 from the table sbs_2022. Both are set against the sum of the Union's
countries, division by division over those that publish it."""

from functools import cache, lru_cache

import numpy as np
import pandas as pd

from data import Data
from data.statistics import LEAST_QUOTIENT, LEAST_SHARE
from data.structure import area_among

ALL_SECTORS, MANUFACTURING = 2014, 2022
YEARS = (ALL_SECTORS, MANUFACTURING)
TABLE, SECTION = "sbs_2014", "C"
HEAD_OFFICES = "FR"
PREFIX = "employed_"
COLUMNS = ["region", "division", "persons", "share", "reference_share", "quotient"]


@cache
def persons(data: Data, year: int) -> pd.DataFrame:
    """Persons employed: regions and countries x divisions and their sections; NaN where confidential."""
    if year == ALL_SECTORS:
        return data.breakdowns[TABLE].of("persons", year)
    columns = {
        code.removeprefix(PREFIX).upper(): rows[rows["year"] == year].set_index("region")["value"]
        for code, rows in data.values.items()
        if data.indicators[code].table == "sbs_2022"
    }
    return pd.DataFrame(columns).sort_index()


@cache
def divisions(data: Data, year: int) -> tuple[str, ...]:
    """The divisions of a year: 68 in 2014, the 24 of manufacturing in 2022."""
    found = set(persons(data, year).columns)
    return tuple(code for code in data.breakdowns[TABLE].record.parts if code in found)


def whole_economy(data: Data, year: int) -> tuple[str, ...]:
    """What adds up to all persons employed in a year: the sections, or manufacturing alone."""
    return data.breakdowns[TABLE].record.top_members if year == ALL_SECTORS else (SECTION,)


@cache
def is_region(data: Data, year: int) -> pd.Series:
    """Which codes of `persons` are regions, the others being countries."""
    return data.regions.loc[persons(data, year).index, "level"] == "nuts2"


@cache
def reference(data: Data, year: int) -> pd.Series:
    """The Union by division and section: the sum of its countries' persons employed, over those that publish it."""
    return persons(data, year)[~is_region(data, year)].sum(min_count=1)


@cache
def quotients(data: Data, year: int) -> pd.DataFrame:
    """Location quotients of every region and division that is published: LQ = (e / E) / (r / R), one row each with
    region, division, persons, share (100 e / E), reference_share (100 r / R) and quotient.

    E and R are the persons employed in all sections that the region publishes (`whole_economy`), so that a confidential
    section is missing on both sides; in 2022 they are those in manufacturing. No country or division is estimated.
    See `statistics.location_quotients` for the source of the measure."""
    wide, base = persons(data, year), reference(data, year)
    regional, parts = wide[is_region(data, year)], list(divisions(data, year))
    sections = regional[list(whole_economy(data, year))]
    total = sections.sum(axis=1, min_count=1)
    base_total = (sections.notna() * base[sections.columns]).sum(axis=1)
    share = 100 * regional[parts].div(total.where(total > 0), axis=0)
    reference_share = 100 * pd.DataFrame(
        base[parts].to_numpy()[None, :] / base_total.where(base_total > 0).to_numpy()[:, None],
        index=share.index,
        columns=parts,
    )
    frames = {
        "persons": regional[parts],
        "share": share,
        "reference_share": reference_share,
        "quotient": share / reference_share.where(reference_share > 0),
    }
    long = pd.DataFrame({name: frame.to_numpy().ravel() for name, frame in frames.items()})
    named = long.assign(region=np.repeat(share.index, len(parts)), division=parts * len(share))
    return named.dropna(subset=["persons", "quotient"])[COLUMNS].reset_index(drop=True)


def hidden_in(data: Data, division: str, year: int) -> tuple[str, ...]:
    """The countries that do not publish a division: without them `reference` is too low and the quotients too
    high."""
    countries = persons(data, year)[~is_region(data, year)][division]
    return tuple(str(code) for code in countries.index[countries.isna()])


@lru_cache(maxsize=1024)
def area(data: Data, region: str, year: int) -> str:
    """The code under which a region has quotients in a year: its own, that of the region within its boundaries of
    an earlier NUTS, or ""."""
    return area_among(data, region, published_codes(data, year))


@cache
def published_codes(data: Data, year: int) -> frozenset[str]:
    """The codes that have any quotient of a year."""
    return frozenset(quotients(data, year)["region"])


def newest_with_all(data: Data, region: str) -> int | None:
    """The year in which most of a region's sectors are known: 2014 where it has quotients of it, else 2022
    (manufacturing), else none."""
    return next((year for year in YEARS if area(data, region, year)), None)


def year_of(data: Data, division: str) -> int:
    """The newest year in which a division is known over Europe: 2022 for manufacturing, 2014 for the others."""
    return MANUFACTURING if division in divisions(data, MANUFACTURING) else ALL_SECTORS


@lru_cache(maxsize=32)
def of_region(data: Data, region: str, year: int) -> pd.DataFrame:
    """The quotients of one region, from the highest."""
    rows = quotients(data, year)
    found = rows[rows["region"] == region]
    return found.sort_values(["quotient", "division"], ascending=[False, True], ignore_index=True)


@lru_cache(maxsize=32)
def of_division(data: Data, division: str, year: int) -> pd.DataFrame:
    """The quotients of one division over all regions, from the highest."""
    rows = quotients(data, year)
    found = rows[rows["division"] == division]
    return found.sort_values(["quotient", "region"], ascending=[False, True], ignore_index=True)


def agglomerations(
    data: Data, year: int, *, least_quotient: float = LEAST_QUOTIENT, least_share: float = LEAST_SHARE
) -> pd.DataFrame:
    """The quotients of all regions that pass the input paper's rule (footnote 12): above `least_quotient`, and at
    least `least_share` per cent of the persons employed."""
    rows = quotients(data, year)
    passes = (rows["quotient"] > least_quotient) & (rows["share"] >= least_share)
    return rows[passes].reset_index(drop=True)


@lru_cache(maxsize=8)
def specialisation_matrix(data: Data, year: int, least_quotient: float) -> pd.DataFrame:
    """Regions x divisions: 1 where the quotient is above the threshold, 0 where it is not, NaN where unpublished."""
    rows = quotients(data, year)
    wide = rows.pivot_table(index="region", columns="division", values="quotient")
    above = (wide > least_quotient).astype(float)
    return above.where(wide.notna())[[code for code in divisions(data, year) if code in wide]]


@lru_cache(maxsize=4)
def proximity(data: Data, year: int, least_quotient: float = LEAST_QUOTIENT) -> pd.DataFrame:
    """How often two divisions are specialisations of the same region: one row per pair, both ways, with `first`,
    `second`, `both` (regions specialised in both), `first_count` and `second_count` (regions specialised in the one,
    where the other is published), and `proximity` = both / max(first_count, second_count).

    The measure is the minimum of the two conditional probabilities: C. A. Hidalgo, B. Klinger, A.-L. Barabasi,
    R. Hausmann, Science 317 (2007). Only regions that publish both divisions count."""
    matrix = specialisation_matrix(data, year, least_quotient)
    ones, known = matrix.fillna(0).to_numpy(), matrix.notna().to_numpy().astype(float)
    both = ones.T @ ones
    count = ones.T @ known
    largest = np.maximum(count, count.T)
    share = np.divide(both, largest, out=np.zeros_like(both), where=largest > 0)
    first, second = np.nonzero(~np.eye(len(both), dtype=bool))
    names = matrix.columns.to_numpy()
    return pd.DataFrame(
        {
            "first": names[first],
            "second": names[second],
            "both": both[first, second].astype(int),
            "first_count": count[first, second].astype(int),
            "second_count": count.T[first, second].astype(int),
            "proximity": share[first, second],
        }
    )


def co_located(
    data: Data, region: str, year: int, *, least_quotient: float = LEAST_QUOTIENT, least_both: int = 5
) -> pd.DataFrame:
    """The pairs of a region's specialisations, from those that most often go together over Europe: the rows of
    `proximity` of pairs in which the region is specialised twice, each pair once, with `least_both` regions at
    least."""
    matrix = specialisation_matrix(data, year, least_quotient)
    if region not in matrix.index:
        return proximity(data, year, least_quotient).iloc[:0]
    own = set(matrix.columns[matrix.loc[region] == 1])
    pairs = proximity(data, year, least_quotient)
    wanted = pairs["first"].isin(own) & pairs["second"].isin(own) & (pairs["first"] < pairs["second"])
    often = pairs[wanted & (pairs["both"] >= least_both)]
    return often.sort_values(
        ["proximity", "both", "first"], ascending=[False, False, True], ignore_index=True
    )


def related_divisions(
    data: Data, region: str, year: int, *, least_quotient: float = LEAST_QUOTIENT, least_both: int = 5
) -> pd.DataFrame:
    """The divisions that go with a region's specialisations elsewhere, and are none of its own: per division the
    closest of its specialisations (`first`), from the highest proximity."""
    matrix = specialisation_matrix(data, year, least_quotient)
    if region not in matrix.index:
        return proximity(data, year, least_quotient).iloc[:0]
    own, others = (set(matrix.columns[matrix.loc[region] == value]) for value in (1, 0))
    pairs = proximity(data, year, least_quotient)
    wanted = pairs["first"].isin(own) & pairs["second"].isin(others) & (pairs["both"] >= least_both)
    closest = pairs[wanted].sort_values(["proximity", "both", "second"], ascending=[False, False, True])
    return closest.drop_duplicates("second").reset_index(drop=True)


def comparable(data: Data, region: str) -> bool:
    """Whether a region's manufacturing of 2014 can be set against that of 2022: both publish its total, under one
    code, and it is not in France, whose firms the file of 2014 counts mostly at their head office."""
    totals = [persons(data, year)[SECTION].get(region, np.nan) for year in YEARS]
    return not np.isnan(totals).any() and data.regions.at[region, "country"] != HEAD_OFFICES


@lru_cache(maxsize=32)
def change(data: Data, region: str) -> pd.DataFrame:
    """A region's specialisation within manufacturing in 2014 and 2022: one row per division published in both years,
    with persons_2014, persons_2022, quotient_2014 and quotient_2022, from the largest in 2022.

    Both quotients are shares of manufacturing against those of the same countries: the ones that publish the division
    and all of manufacturing in both years (France is among the countries, whose totals do not depend on where firms
    are counted). No rows where `comparable` says no."""
    parts = list(divisions(data, MANUFACTURING))
    if not comparable(data, region):
        return pd.DataFrame(
            columns=["division", *(f"{name}_{year}" for name in ("persons", "quotient") for year in YEARS)]
        )
    frames = {year: persons(data, year)[[SECTION, *parts]] for year in YEARS}
    countries = [code for code in frames[ALL_SECTORS].index if not is_region(data, ALL_SECTORS)[code]]
    inside = {year: frame.reindex(countries) for year, frame in frames.items()}
    known = inside[ALL_SECTORS].notna() & inside[MANUFACTURING].notna()
    known = known[parts].mul(known[SECTION], axis=0)
    columns = {}
    for year, frame in frames.items():
        own, base = frame.loc[region], inside[year]
        base_share = base[parts].where(known).sum() / known.mul(base[SECTION].fillna(0), axis=0).sum()
        columns[f"persons_{year}"] = own[parts]
        columns[f"quotient_{year}"] = own[parts] / own[SECTION] / base_share
    rows = pd.DataFrame(columns).rename_axis("division").dropna().reset_index()
    return rows.sort_values("persons_2022", ascending=False, ignore_index=True)
