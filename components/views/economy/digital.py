"""Where a region stands among all in the digital indicators of the two scoreboards."""

from typing import Any

import pandas as pd

from components import figures
from components.charts.naming import area_note
from components.charts.provenance import unit_of_score
from components.charts.result import ChartResult
from components.i18n.text import listing, say, share_key
from components.state.selection import Selection
from components.views.economy.headlines import blanks
from components.views.economy.positions import position_figure
from data import Data, queries

DIGITAL = (
    "ris_digital_skills",
    "ris_ict_specialists",
    "rci_egovernment",
    "rci_broadband_households",
    "rci_fast_broadband",
    "rci_online_buyers",
    "rci_online_orders",
    "rci_broadband_enterprises",
)


def digital_row(data: Data, code: str, chosen: Selection) -> dict[str, Any] | None:
    """One digital indicator of a region in its latest year: value, rank, and the rank between 0 and 100."""
    indicator, year = data.indicators[code], queries.latest_year(data, code)
    found = queries.value_at(data, code, chosen.region, year)
    place = queries.places(data, code, year).get(found.region) if found else None
    if found is None or place is None:
        return None
    country = queries.country(data, chosen.region)
    national = indicator.national or country in indicator.national_in
    mark = f" {say('economy.raw.national', chosen.lang)}" if national else ""
    return {
        "indicator": code,
        "label": f"{indicator.short[chosen.lang]}{mark}",
        "region": found.region,
        "year": year,
        "own": found.value,
        "unit": unit_of_score(indicator, indicator.unit[chosen.lang], chosen.lang),
        "rank": place.rank,
        "of": place.of,
        "value": place.position,
        "national": national,
        "standing": indicator.standing,
    }


def digital(data: Data, chosen: Selection) -> ChartResult:
    """Where the region stands among all in the digital indicators of the two scoreboards."""
    found = [row for code in DIGITAL if (row := digital_row(data, code, chosen)) is not None]
    words = blanks(data, chosen)
    if not found:
        text = say("economy.digital.none", chosen.lang, **words)
        return ChartResult(figures.empty_state(text), pd.DataFrame(), blanks=words)
    rows = pd.DataFrame(found).sort_values("value", ascending=False, ignore_index=True)
    more: dict[str, Any] = {
        "upper": int((rows["value"] >= 50).sum()),
        "count": len(rows),
        "best": best_places(rows, chosen.lang),
    }
    key = share_key("economy.digital.summary", more["upper"], len(rows))
    return ChartResult(
        position_figure(rows, chosen, 1),
        rows,
        tuple(data.indicators[code] for code in rows["indicator"]),
        say(key, chosen.lang, **words, **more),
        digital_notes(data, rows, chosen),
        words,
        {"own": 1, "value": 0},
    )


def best_places(rows: pd.DataFrame, language: str) -> str:
    """Every indicator of the best position, each with its rank."""
    best = rows[rows["value"] == rows["value"].max()].to_dict("records")
    return listing(
        [
            say("economy.digital.place", language, name=row["label"], rank=row["rank"], of=row["of"])
            for row in best
        ],
        language,
    )


def digital_notes(data: Data, rows: pd.DataFrame, chosen: Selection) -> tuple[str, ...]:
    """That some values are the country's, and which larger areas others are for."""
    national = [say("economy.digital.national", chosen.lang)] if rows["national"].any() else []
    larger = [
        note for area in rows["region"] for note in area_note(data, str(area), chosen.region, chosen.lang)
    ]
    return (*national, *dict.fromkeys(larger))
