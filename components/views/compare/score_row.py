"""One row of the scorecard: value, place, change, and where it stands against the Union and the peers."""

from typing import Any

from components.state.selection import ALL, EU, Selection
from components.views.compare.group_text import placed_in
from data import Data, change, groups, queries
from data.records import Indicator
from data.scaling import refusal
from data.statistics import BANDS, band_of

BACK = 5
APART = ("rci_", "employed_", "lfs_", "ardeco_", "gdp_per_head_eu100")
NOTHING: dict[str, Any] = {
    **dict.fromkeys(
        ("value", "since", "difference", "broken", "eu100", "rank", "of", "band", "ahead", "peer_band")
    ),
    "flag": "",
    "peers": 0,
    "path": [],
    "flags": [],
}


def in_scope(data: Data, scope: str) -> list[str]:
    """The codes of one theme, or of all themes without the long lists of raw figures and what says the same
    twice."""
    shown = {
        code: indicator for code, indicator in data.indicators.items() if not indicator.published_values_of
    }
    if scope == ALL:
        return [code for code in shown if not code.startswith(APART)]
    return [code for code, indicator in shown.items() if indicator.theme == scope]


def score_row(data: Data, chosen: Selection, code: str, near: tuple[str, ...]) -> dict[str, Any]:
    """One row: the value of the latest well covered year, or that there is none."""
    indicator = data.indicators[code]
    year = queries.latest_year(data, code)
    area = queries.area(data, indicator, chosen.region)
    place = in_view(data, code, year, placed_in(data, chosen)).get(area)
    base = {
        "indicator": code,
        "label": indicator.title[chosen.lang],
        "short": indicator.short[chosen.lang],
        "theme": indicator.theme,
        "region": area,
        "year": year,
        "unit": indicator.unit[chosen.lang],
        "directed": indicator.direction != "neither",
        "standing": indicator.standing,
    }
    history = [value for value in queries.history(data, code, chosen.region) if value.year <= year]
    if place is None or not history:
        return {**NOTHING, **base, "standing": "not-in-our-copy"}
    now = history[-1]
    return {
        **base,
        "value": now.value,
        "flag": now.flag,
        **recent_change(data, code, chosen.region, year),
        "eu100": against_union(data, indicator, now.value, year),
        "rank": place.rank,
        "of": place.of,
        "band": place.band if place.of >= BANDS else None,
        **among_peers(data, indicator, now, near),
        "path": [value.value for value in history],
        "flags": [value.flag for value in history],
    }


def in_view(data: Data, code: str, year: int, chosen: Selection) -> dict[str, queries.Place]:
    """The places of the areas in view among themselves."""
    inside = None if chosen.within == EU else groups.areas_in(data, code, chosen.group)
    return queries.places(data, code, year, inside)


def recent_change(data: Data, code: str, region: str, year: int) -> dict[str, Any]:
    """What the value gained since the first of the last five years that can be compared with it."""
    found = change.change(data, code, region, year, BACK)
    since = found.first.year if found and found.difference is not None else None
    difference, broken = (found.difference, found.broken) if found else (None, None)
    return {"since": since, "difference": difference, "broken": broken}


def against_union(data: Data, indicator: Indicator, value: float, year: int) -> float | None:
    """100 x value / the Union's value of the year, where that makes sense."""
    union = queries.value_at(data, indicator.code, queries.UNION, year)
    if union is None or refusal(data, indicator.code, "eu100", queries.UNION):
        return None
    return 100 * value / union.value


def among_peers(
    data: Data, indicator: Indicator, own: queries.Value, near: tuple[str, ...]
) -> dict[str, Any]:
    """How many of the peers' areas have a value, how many of them the region is ahead of, and its fifth
    among them where there are enough for fifths."""
    found = (queries.value_at(data, indicator.code, code, own.year) for code in near)
    values = {entry.region: entry.value for entry in found if entry and entry.region != own.region}
    if not values:
        return {"peers": 0, "ahead": None, "peer_band": None}
    others = list(values.values())
    sign = -1 if indicator.direction == "lower" else 1
    return {
        "peers": len(others),
        "ahead": sum(sign * (own.value - code) > 0 for code in others),
        "peer_band": band_of(own.value, others, indicator.direction, indicator.decimals)
        if len(others) + 1 >= BANDS
        else None,
    }


def comparable(row: dict[str, Any]) -> bool:
    """Whether a row can say ahead or behind: a value, peers with a value, and a direction."""
    return (
        bool(row.get("peers"))
        and row["ahead"] == row["ahead"]
        and row["ahead"] is not None
        and row["value"] == row["value"]
    )
