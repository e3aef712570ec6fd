"""Partner finder: regions like a region that share its specialisations, and with which it has few projects yet, or
already many. Pure reading; likeness is that of data/peers.py, common projects those of data/partners.py."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pandas as pd

from data import Data, innovation_fund, partners, peers

LIKEST = 60
FEW = 0.75
OPEN, CLOSE, UNKNOWN = "open", "close", "unknown"


@dataclass(frozen=True)
class Question:
    """The region that looks for partners; lens, weights and own regions, by which likeness is measured (`data.peers`);
    programme and scope, whose shared projects count (`data.partners`)."""

    region: str
    lens: str = "structure"
    weights: tuple[tuple[str, float], ...] = ()
    own: tuple[str, ...] = field(default=())
    programme: str = "h2020"
    scope: str = partners.RESEARCH


def candidates(data: Data, question: Question) -> pd.DataFrame:
    """The regions most like the region, nearest first, at most LIKEST of them (all where the lens means a set): region,
    distance, likeness (the place by distance, 1 for the nearest), shared (codes of the specialisations both have; None
    where one of the two has no data), projects, expected, ratio (see partners.partners; missing where one of the two
    is not in the programme's data), fund (Innovation Fund projects of both)."""
    near = peers.nearest_regions(data, question.region, question.lens, question.weights, question.own)
    chosen = near if question.lens in peers.UNLIMITED_LENSES else near.head(LIKEST)
    rows = chosen[["region", "distance"]].reset_index(drop=True)
    known = partners.partners(data, question.region, question.programme, question.scope).set_index("partner")
    joint = known.reindex(rows["region"])[["projects", "expected", "ratio"]].reset_index(drop=True)
    fund = innovation_fund.shared_projects(data, question.region)
    return pd.concat([rows, joint.astype(float)], axis=1).assign(
        likeness=range(1, len(rows) + 1),
        shared=[shared_divisions(data, question.region, other) for other in rows["region"]],
        fund=[fund.get(other, 0) for other in rows["region"]],
    )


def shared_divisions(data: Data, region: str, other: str) -> tuple[str, ...] | None:
    """The manufacturing divisions in which both regions are specialised; None where one of them has no data."""
    sets: Mapping[str, frozenset[str]] = peers.specialisations(data)
    if region not in sets or other not in sets:
        return None
    return tuple(sorted(sets[region] & sets[other]))


def find_partners(data: Data, question: Question) -> pd.DataFrame:
    """The candidates that share a specialisation, by `kind`.

    open     at most three quarters (FEW) of the projects that the two regions' sizes would suggest; more shared
             specialisations first, then the more projects short of what is expected
    close    at least as many as expected; more projects first
    unknown  all of them where the region itself is not in the programme's data
    Those between are left out, and so are regions that are not in the data. Where nothing is known of the region's own
    specialisations, likeness and projects alone decide."""
    rows = candidates(data, question)
    if question.region in peers.specialisations(data):
        rows = rows[rows["shared"].map(bool).astype(bool)]
    known = question.region in partners.degrees(data, question.programme, question.scope)
    some = rows.assign(
        kind=rows["ratio"].map(_kind) if known else UNKNOWN,
        count=[len(item or ()) for item in rows["shared"]],
        short=rows["expected"] - rows["projects"],
    )
    first = some[some["kind"].isin([OPEN, UNKNOWN])]
    ordered = first.sort_values(["count", "short", "likeness"], ascending=[False, False, True])
    close = some[some["kind"] == CLOSE].sort_values(["projects", "likeness"], ascending=[False, True])
    return pd.concat([ordered, close], ignore_index=True).drop(columns=["count", "short"])


def _kind(ratio: float) -> str:
    """What a ratio of shared to expected projects means; "" for neither, and where it is unknown."""
    if ratio <= FEW:
        return OPEN
    return CLOSE if ratio >= 1 else ""
